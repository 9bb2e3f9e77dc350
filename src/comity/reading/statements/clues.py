"""Who speaks a quotation: the clues in the order in which they are tried.

Told after the quotation ("…," said X), before it (X said: "…"), by the subject of the sentence it is
a part of, or by the quotation before.
"""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from comity.reading.mentions import PersonMention, StateMention
from comity.reading.statements import unnamed
from comity.reading.statements.quote import SUBJECTS, Actor, Quote, Told
from comity.terms.reporting import Reporting

# How far from the quotation's mark the words of reporting may stand, in tokens.
REACH = 30
# How many words may stand between an office and the name of who holds it.
FAR_APPOSITION = 9
ENDS = frozenset(".!?…")


def after_it(quote: Quote) -> Told | None:
    """ "…," said X; "…," X said; "…," his adviser, X, told reporters."""
    start, end = quote.tail
    end = min(end, start + REACH)
    if quote.is_embedded or _goes_off(quote.doc, start, end):
        return None
    verb = next(iter(quote.reports(start, end)), None)
    actors = quote.actors(start, end)
    if verb is None or _new_sentence(quote, start, verb):
        return None
    if told := unnamed.subject_of(quote, verb, actors):
        return told
    ahead = [a for a in actors if a.start < verb]
    behind = [a for a in actors if a.start > verb and a.start - verb <= 12]
    first = _subject(quote.doc, ahead) if ahead else _named(quote.doc, behind[0], behind) if behind else None
    return Told.by(first, 0.95) if first else None


def _goes_off(doc: Doc, start: int, end: int) -> bool:
    """Whether what follows the quotation is about something else: "…", which Kyiv denied."""
    first = next((t.lower_ for t in doc[start:end] if t.is_alpha), "")
    return first in ("which", "where", "while", "whereas", "although", "though")


def _new_sentence(quote: Quote, start: int, verb: int) -> bool:
    """Whether a full stop parts the quotation from the verb."""
    return any(quote.doc[i].text in ENDS and quote.doc[i + 1].text[:1].isupper() for i in range(start + 1, verb))


def _subject(doc: Doc, actors: list[Actor]) -> Actor:
    """The actor that grammar tells as subject, else the first; "his adviser, X, said" is X."""
    named = [a for a in actors if isinstance(a, PersonMention) and a.how == "name" and a.person.name]
    subjects = [a for a in actors if any(doc[i].dep_ in SUBJECTS for i in range(a.start, a.end))]
    return _named(doc, subjects[0] if subjects else (named or actors)[0], actors)


def _named(doc: Doc, first: Actor, actors: list[Actor]) -> Actor:
    """The one whose name follows an office: "his adviser, X", "a nurse at the Dhamar hospital, X, said"."""
    named = [a for a in actors if isinstance(a, PersonMention) and a.how == "name" and a.person.name]
    return next((a for a in named if _is_apposition(doc, first, a)), first)


def _is_apposition(doc: Doc, first: Actor, name: Actor) -> bool:
    if not 0 <= name.start - first.end <= (FAR_APPOSITION if _is_unnamed(first) else 1):
        return False
    between = doc[first.end : name.start]
    parted = any(t.text == "," for t in between) and not any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in between)
    return not between or parted


def _is_unnamed(actor: Actor) -> bool:
    return isinstance(actor, PersonMention) and actor.person.name is None and actor.how == "office"


def according_to(quote: Quote) -> Told | None:
    """ "…", according to X; in the words of X."""
    phrases = quote.page.terms.table(Reporting).lists.according
    for start, end in (quote.tail, quote.lead):
        words = quote.doc[start:end].text.lower()
        phrase = next((p for p in phrases if p in words), None)
        if phrase:
            begin = quote.doc[start].idx + words.index(phrase)
            actors = [a for a in quote.actors(start, end) if quote.doc[a.start].idx > begin]
            if actors:
                return Told.by(actors[0], 0.9)
    return None


def before_it(quote: Quote) -> Told | None:
    """X said: "…"; X thanked Portugal for "…"; X, who …, called it "…"."""
    start, end = quote.lead
    actors = quote.actors(start, end)
    verbs = quote.reports(start, end)
    if not actors:
        return unnamed.subject_of(quote, verbs[-1], actors) if verbs else None
    ahead = [a for a in actors if not verbs or a.start < verbs[-1]]
    near = _governing(quote, verbs[-1], ahead) if verbs and ahead else None
    return Told.by(near or _subject(quote.doc, ahead or actors), 0.85 if verbs else 0.7)


def _governing(quote: Quote, verb: int, actors: list[Actor]) -> Actor | None:
    """The actor that is subject of the verb of reporting, or of one it hangs on; rather a person than a state."""
    own = () if _trails(quote.doc, verb) else (quote.doc[verb],)
    told = [found for token in (*own, *quote.doc[verb].ancestors) if (found := _acts_in(token, actors))]
    people = [actor for actor in told if isinstance(actor, PersonMention)]
    return _rather_a_person((people or told)[0], verb, actors) if told else None


def _acts_in(verb: Token, actors: list[Actor]) -> Actor | None:
    """The actor that is the verb's subject, or stands within it."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            inside = {t.i for t in child.subtree}
            found = [a for a in actors if a.start <= child.i < a.end] or [a for a in actors if a.start in inside]
            if found:
                return found[0]
    return None


def _trails(doc: Doc, verb: int) -> bool:
    """Whether the verb shares the subject of the one before: "condemned the raid by Israel, calling it"."""
    return doc[verb].tag_ == "VBG" and verb > 0 and doc[verb - 1].text == ","


def _rather_a_person(found: Actor, verb: int, actors: list[Actor]) -> Actor:
    """The person between a state and the verb: "The Kremlin, whose spokesman X spoke of"."""
    between = [a for a in actors if isinstance(a, PersonMention) and a.person.name and found.end <= a.start < verb]
    far = isinstance(found, StateMention) and verb - found.end > 2
    return between[-1] if far and between else found


def part_of_sentence(quote: Quote) -> Told | None:
    """A stretch in the middle of a sentence whose subject comes after it."""
    actors = quote.actors(*quote.tail)
    words = any(quote.doc[i].is_alpha for i in range(*quote.lead))
    subjects = [a for a in actors if any(quote.doc[i].dep_ in SUBJECTS for i in range(a.start, a.end))]
    return Told.by(subjects[0], 0.6) if words and subjects else None


def goes_on(quote: Quote) -> Told | None:
    """A quotation without words of its own after one whose speaker is told, in the same paragraph."""
    if quote.before and quote.joined:
        return Told(quote.before.person, quote.before.mention, 0.85)
    return None


def sentence_before(quote: Quote) -> Told | None:
    """The subject of the sentence before the quotation: On Russia he was brief. "…"."""
    number = quote.page.sentence_numbers[quote.quotation.start]
    if not number:
        return None
    sentence = quote.page.sentences[number - 1]
    actors = quote.actors(sentence.start, sentence.end)
    if not actors:
        return None
    return Told.by(_subject(quote.doc, actors), 0.6)


def nobody_else(quote: Quote) -> Told | None:
    """The speaker of the quotation before, in the paragraph above."""
    return Told(quote.before.person, quote.before.mention, 0.5) if quote.before else None


Clue = Callable[[Quote], Told | None]
CLUES: tuple[Clue, ...] = (after_it, according_to, before_it, part_of_sentence, goes_on, sentence_before, nobody_else)
