"""Statements: direct quotations with whoever the report says they are from.

Who speaks is told after the quotation ("…," said X), before it (X said: "…"), by the subject of the
sentence it is a part of, or by the quotation before; the clues are tried in that order.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from comity.findings import Person, Span, Statement
from comity.reading.mentions import M, Mention, Page, PersonMention, Quotation, StateMention, Who
from comity.terms.reporting import Reporting

STEP = "statements"
# How far from the quotation's mark the words of reporting may stand, in tokens.
REACH = 30
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class _Told:
    """Who is told as speaker at token ``at``, by which clue, how sure that clue is (0-1)."""

    person: Person
    at: int
    confidence: float


class _Voices:
    """Who may speak, found by where the words that name them start."""

    def __init__(self, doc: Doc, who: Who) -> None:
        self._people = sorted((m for m in who.people if not _possessive(doc, m)), key=_start)
        self._states = sorted((m for m in who.states if _acts_alone(doc, m)), key=_start)

    def between(self, start: int, end: int) -> list[PersonMention | StateMention]:
        """People, institutions and acting states told in the tokens, in order; no state within a person's words."""
        people = _starting(self._people, start, end)
        inside = {i for m in people for i in range(m.start, m.end)}
        states = [m for m in _starting(self._states, start, end) if m.start not in inside]
        return sorted((*people, *states), key=_start)


@dataclass(frozen=True)
class _Quote:
    """A quotation in its surroundings.

    ``lead`` are the tokens before it in its sentence, ``tail`` those after it, both outside other
    quotations; ``before`` is what was told of the quotation before it.
    """

    page: Page
    voices: _Voices
    quotation: Quotation
    lead: tuple[int, int]
    tail: tuple[int, int]
    before: _Told | None
    joined: bool

    @property
    def doc(self) -> Doc:
        """The page's tokens."""
        return self.page.doc

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Forms of verbs of reporting."""
        return self.page.terms.table(Reporting).forms

    @cached_property
    def is_embedded(self) -> bool:
        """Whether the quotation is a part of the sentence that begins before it: no comma or stop closes it."""
        text = self.page.report.text
        end = self.page.chars(self.quotation.start, self.quotation.end)[1]
        begun = any(self.doc[i].is_alpha for i in range(*self.lead))
        return begun and not set(text[end - 1 : end + 2]) & set(",.?!:;") and bool(self.actors(*self.lead))

    def actors(self, start: int, end: int) -> list[PersonMention | StateMention]:
        """People, institutions and acting states told in the tokens, in order; no state within a person's words."""
        return self.voices.between(start, end)


def _start(mention: Mention) -> int:
    return mention.start


def _starting(mentions: list[M], start: int, end: int) -> list[M]:
    """Of mentions in order those that start in the tokens."""
    return mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)]


def read(page: Page, who: Who, quotations: tuple[Quotation, ...]) -> tuple[Statement, ...]:
    """One statement for each quotation with a speaker, in order."""
    found: list[Statement] = []
    before: _Told | None = None
    last: Quotation | None = None
    voices = _Voices(page.doc, who)
    for number, quotation in enumerate(quotations):
        quote = _in_place(page, voices, quotations, number, before if last else None)
        told = next((told for clue in CLUES if (told := clue(quote))), None)
        if told:
            found.append(_statement(page, quote, told))
        before, last = told or before, quotation
    return tuple(found)


def _statement(page: Page, quote: _Quote, told: _Told) -> Statement:
    quotation = quote.quotation
    text = page.chars(quotation.start, quotation.end)
    return Statement.found(
        page.report, _evidence(page, quote, told), STEP, told.confidence,
        speaker=told.person, text=page.report.text[text[0] : text[1]],
    )  # fmt: skip


def _evidence(page: Page, quote: _Quote, told: _Told) -> tuple[Span, ...]:
    """The sentences of the quotation and of the words that tell its speaker."""
    numbers = page.sentence_numbers
    positions = [quote.quotation.start, quote.quotation.end - 1]
    positions += [told.at] if told.at in numbers and quote.lead[0] <= told.at < quote.tail[1] else []
    first, last = min(numbers[p] for p in positions), max(numbers[p] for p in positions)
    return (page.chars(page.sentences[first].start, page.sentences[last].end),)


def _in_place(
    page: Page, voices: _Voices, quotations: tuple[Quotation, ...], number: int, before: _Told | None
) -> _Quote:
    quotation = quotations[number]
    first = page.sentence_of(quotation.start)
    last = page.sentence_of(quotation.end - 1)
    start, end = first.start, _end_of_report(page, quotation, last.end)
    joined = False
    if number:
        start = max(start, quotations[number - 1].end)
        joined = _same_paragraph(page, quotations[number - 1].end, quotation.start)
    if number + 1 < len(quotations):
        end = min(end, quotations[number + 1].start)
    return _Quote(page, voices, quotation, (start, quotation.start), (quotation.end, end), before, joined)


def _end_of_report(page: Page, quotation: Quotation, end: int) -> int:
    """Where the words about the quotation end: those after "…?" on the line belong to it, too."""
    rest = page.doc[quotation.end : end].text
    if any(c.isalpha() for c in rest) or end >= len(page.doc) or end not in page.sentence_numbers:
        return end
    following = page.sentence_of(end)
    asked = page.doc[quotation.end - 1].text[-1:] in "?!" or any(c in "?!," for c in rest)
    return following.end if asked and not page.doc[end - 1].text.isspace() else end


def _same_paragraph(page: Page, start: int, end: int) -> bool:
    return not any("\n" in token.text_with_ws for token in page.doc[start:end])


def _possessive(doc: Doc, mention: Mention) -> bool:
    """ "his", "her" and "Putin's" speak of somebody who owns, not speaks."""
    owned = mention.end < len(doc) and doc[mention.end].lower_ in ("'s", "’s", "'", "’")
    return owned or (mention.end - mention.start == 1 and doc[mention.start].lower_ in ("his", "her", "him"))


def _acts_alone(doc: Doc, mention: StateMention) -> bool:
    """A state that itself is subject, not an adjective or owner."""
    after = doc[mention.end].lower_ if mention.end < len(doc) else ""
    return mention.acts and mention.form in ("name", "capital", "metonym") and after not in ("'s", "’s", "-")


def _told(actor: PersonMention | StateMention, confidence: float) -> _Told:
    if isinstance(actor, PersonMention):
        return _Told(actor.person, actor.start, confidence)
    return _Told(Person(name=None, office=None, country=actor.code), actor.start, confidence * 0.9)


def after_it(quote: _Quote) -> _Told | None:
    """ "…," said X; "…," X said; "…," his adviser, X, told reporters."""
    start, end = quote.tail
    end = min(end, start + REACH)
    if quote.is_embedded or _goes_off(quote.doc, start, end):
        return None
    verb = next((i for i in range(start, end) if quote.doc[i].lower_ in quote.verbs and not _bent(quote, i)), None)
    actors = quote.actors(start, end)
    if verb is None or not actors or _new_sentence(quote, start, verb):
        return None
    ahead = [a for a in actors if a.start < verb]
    behind = [a for a in actors if a.start > verb and a.start - verb <= 12]
    first = (ahead and _subject(quote.doc, ahead)) or (behind[0] if behind and not ahead else None)
    return _told(first, 0.95) if first else None


def _goes_off(doc: Doc, start: int, end: int) -> bool:
    """Whether what follows the quotation is about something else: "…", which Kyiv denied."""
    first = next((t.lower_ for t in doc[start:end] if t.is_alpha), "")
    return first in ("which", "where", "while", "whereas", "although", "though")


def _bent(quote: _Quote, position: int) -> bool:
    """Whether the word is no verb that reports this quotation ("a statement read out")."""
    return quote.doc[position].lower_ in (
        "statement",
        "statements",
        "offer",
        "close",
        "point",
        "report",
        "call",
        "end",
        "hope",
        "demand",
        "protest",
        "term",
    ) and quote.doc[position].pos_ not in ("VERB", "")


def _new_sentence(quote: _Quote, start: int, verb: int) -> bool:
    """Whether a full stop parts the quotation from the verb."""
    return any(quote.doc[i].text in ENDS and quote.doc[i + 1].text[:1].isupper() for i in range(start + 1, verb))


def _subject(doc: Doc, actors: list[PersonMention | StateMention]) -> PersonMention | StateMention:
    """The actor that grammar tells as subject, else the first: "his adviser, X, said" is X."""
    named = [a for a in actors if isinstance(a, PersonMention) and a.how == "name" and a.person.name]
    subjects = [a for a in actors if any(doc[i].dep_ in SUBJECTS for i in range(a.start, a.end))]
    close = [a for a in named if subjects and subjects[0].end <= a.start <= subjects[0].end + 2]
    return close[0] if close else (subjects[0] if subjects else (named or actors)[0])


def according_to(quote: _Quote) -> _Told | None:
    """ "…", according to X; in the words of X."""
    phrases = quote.page.terms.table(Reporting).lists.according
    for start, end in (quote.tail, quote.lead):
        words = quote.doc[start:end].text.lower()
        phrase = next((p for p in phrases if p in words), None)
        if phrase:
            begin = quote.doc[start].idx + words.index(phrase)
            actors = [a for a in quote.actors(start, end) if quote.doc[a.start].idx > begin]
            if actors:
                return _told(actors[0], 0.9)
    return None


def before_it(quote: _Quote) -> _Told | None:
    """X said: "…"; X thanked Portugal for "…"; X, who …, called it "…"."""
    start, end = quote.lead
    actors = quote.actors(start, end)
    if not actors:
        return None
    verbs = [i for i in range(start, end) if quote.doc[i].lower_ in quote.verbs]
    ahead = [a for a in actors if not verbs or a.start < verbs[-1]]
    near = _governing(quote, verbs[-1], ahead) if verbs and ahead else None
    return _told(near or _subject(quote.doc, ahead or actors), 0.85 if verbs else 0.7)


def _governing(
    quote: _Quote, verb: int, actors: list[PersonMention | StateMention]
) -> PersonMention | StateMention | None:
    """The actor that is subject of the verb of reporting, or of one it hangs on."""
    own = () if _trails(quote.doc, verb) else (quote.doc[verb],)
    for token in (*own, *quote.doc[verb].ancestors):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                inside = {t.i for t in child.subtree}
                found = [a for a in actors if a.start <= child.i < a.end] or [a for a in actors if a.start in inside]
                if found:
                    return _rather_a_person(found[0], verb, actors)
    return None


def _trails(doc: Doc, verb: int) -> bool:
    """Whether the verb shares the subject of the one before: "condemned the raid by Israel, calling it"."""
    return doc[verb].tag_ == "VBG" and verb > 0 and doc[verb - 1].text == ","


def _rather_a_person(
    found: PersonMention | StateMention, verb: int, actors: list[PersonMention | StateMention]
) -> PersonMention | StateMention:
    """The person between a state and the verb: "The Kremlin, whose spokesman X spoke of"."""
    between = [a for a in actors if isinstance(a, PersonMention) and a.person.name and found.end <= a.start < verb]
    far = isinstance(found, StateMention) and verb - found.end > 2
    return between[-1] if far and between else found


def part_of_sentence(quote: _Quote) -> _Told | None:
    """A stretch in the middle of a sentence whose subject comes after it."""
    actors = quote.actors(*quote.tail)
    words = any(quote.doc[i].is_alpha for i in range(*quote.lead))
    subjects = [a for a in actors if any(quote.doc[i].dep_ in SUBJECTS for i in range(a.start, a.end))]
    return _told(subjects[0], 0.6) if words and subjects else None


def goes_on(quote: _Quote) -> _Told | None:
    """A quotation without words of its own after one whose speaker is told, in the same paragraph."""
    if quote.before and quote.joined:
        return _Told(quote.before.person, quote.before.at, 0.85)
    return None


def sentence_before(quote: _Quote) -> _Told | None:
    """The subject of the sentence before the quotation: On Russia he was brief. "…"."""
    number = quote.page.sentence_numbers[quote.quotation.start]
    if not number:
        return None
    sentence = quote.page.sentences[number - 1]
    actors = quote.actors(sentence.start, sentence.end)
    if not actors:
        return None
    return _told(_subject(quote.doc, actors), 0.6)


def nobody_else(quote: _Quote) -> _Told | None:
    """The speaker of the quotation before, in the paragraph above."""
    return _Told(quote.before.person, quote.before.at, 0.5) if quote.before else None


Clue = Callable[[_Quote], _Told | None]
CLUES: tuple[Clue, ...] = (after_it, according_to, before_it, part_of_sentence, goes_on, sentence_before, nobody_else)
