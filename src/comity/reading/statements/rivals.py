"""Who else may have said a quotation than whom the first clue tells.

The speakers whom the other clues tell, then everybody told nearby; each as named, by office alone, and,
where the state is not told beside the name, with the states that it may be.
"""

from collections.abc import Iterator

from comity.findings import Person
from comity.reading.mentions import PersonMention, Who
from comity.reading.statements import unnamed
from comity.reading.statements.clues import CLUES
from comity.reading.statements.quote import Quote, Told

MOST = 4
# How much the rules believe in a reading that is not theirs, by what it is.
_OTHER_CLUE, _NEARBY, _OFFICE_ALONE, _OTHER_STATE = 0.4, 0.2, 0.3, 0.25
_SENTENCES_BACK, _SENTENCES_ON = 2, 1


def of(quote: Quote, who: Who, told: Told | None) -> list[Told]:
    """At most ``MOST`` other readings of who speaks, the likeliest first, each once."""
    known = {told.person} if told else set()
    found: list[Told] = []
    for other in _ranked(quote, who, told):
        if other.person not in known and len(found) < MOST:
            known.add(other.person)
            found.append(other)
    return found


def _ranked(quote: Quote, who: Who, told: Told | None) -> Iterator[Told]:
    by_clue = [Told(one.person, one.mention, _OTHER_CLUE) for clue in CLUES if (one := clue(quote))]
    yield from (office for one in ([told] if told else by_clue[:1]) for office in _by_office(one))
    yield from by_clue[:2]
    yield from (state for one in ([told] if told else by_clue[:1]) for state in _elsewhere(one, who))
    yield from _by_noun(quote)
    yield from by_clue[2:]
    yield from _nearby(quote)


def _by_office(told: Told) -> Iterator[Told]:
    """Somebody told by office alone, whoever the report's holder of it is."""
    mention, person = told.mention, told.person
    if isinstance(mention, PersonMention) and mention.how == "office" and person.name:
        yield Told(Person(name=None, office=person.office, country=person.country), mention, _OFFICE_ALONE)


def _by_noun(quote: Quote) -> Iterator[Told]:
    """Whoever is meant by the noun that is subject of the verb of reporting."""
    verbs = quote.reports(*quote.tail)[:1] or quote.reports(*quote.lead)[-1:]
    told = unnamed.noun_of(quote, verbs[0]) if verbs else None
    if told:
        yield Told(told.person, told.mention, _OTHER_CLUE)


def _elsewhere(told: Told, who: Who) -> Iterator[Told]:
    """The same person as speaking for nobody, or for another state of the report's relation."""
    person, states = told.person, (*who.pair, who.ours, None)
    for code in dict.fromkeys(states):
        if code != person.country and (person.name or person.office):
            yield Told(person.model_copy(update={"country": code}), told.mention, _OTHER_STATE)


def _nearby(quote: Quote) -> Iterator[Told]:
    """Everybody told in the quotation's sentence and those around it, the nearest first."""
    sentences, quotation = quote.page.sentences, quote.quotation
    number = quote.page.sentence_numbers[quotation.start]
    first = sentences[max(0, number - _SENTENCES_BACK)].start
    last = sentences[min(len(sentences) - 1, number + _SENTENCES_ON)].end
    around = [a for a in quote.actors(first, last) if not quotation.start <= a.start < quotation.end]
    near = sorted(around, key=lambda a: max(quotation.start - a.start, a.start - quotation.end))
    yield from (Told.by(actor, _NEARBY) for actor in near)
