"""A quotation in its surroundings, and who may speak there."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from comity.findings import Person
from comity.reading.mentions import M, Mention, Page, PersonMention, Quotation, StateMention, Who
from comity.terms.reporting import Reporting

Actor = PersonMention | StateMention
_VERBAL = ("VERB", "AUX", "")
_SAID = frozenset(("said", "says", "told", "wrote"))
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told as speaker by which words, and how sure the clue is (0 to 1)."""

    person: Person
    mention: Mention
    confidence: float

    @classmethod
    def by(cls, actor: Actor, confidence: float) -> "Told":
        """As the actor's words tell it; a state that speaks by itself a little less surely."""
        if isinstance(actor, PersonMention):
            return cls(actor.person, actor, confidence)
        return cls(Person(name=None, office=None, country=actor.code), actor, confidence * 0.9)


class Voices:
    """Who may speak, found by where the words that name them start."""

    def __init__(self, doc: Doc, who: Who) -> None:
        self.ours = who.ours
        self._who = who
        self._people = sorted((m for m in who.people if not _possessive(doc, m)), key=_start)
        self._states = sorted((m for m in who.states if _acts_alone(doc, m)), key=_start)

    def code_in(self, start: int, end: int) -> str | None:
        """The first state named in the tokens, in whatever form."""
        return next((m.code for m in self._who.states_in(start, end)), None)

    def between(self, start: int, end: int) -> list[Actor]:
        """People, institutions and acting states told in the tokens, in order; no state within a person's words."""
        people = _starting(self._people, start, end)
        inside = {i for m in people for i in range(m.start, m.end)}
        states = [m for m in _starting(self._states, start, end) if m.start not in inside]
        return sorted((*people, *states), key=_start)


@dataclass(frozen=True)
class Quote:
    """A quotation in its surroundings.

    ``lead`` are the tokens before it in its sentence, ``tail`` those after it, both outside other
    quotations; ``before`` is what was told of the quotation before it, ``joined`` whether that one
    stands in the same paragraph.
    """

    page: Page
    voices: Voices
    quotation: Quotation
    lead: tuple[int, int]
    tail: tuple[int, int]
    before: Told | None
    joined: bool

    @property
    def doc(self) -> Doc:
        """The page's tokens."""
        return self.page.doc

    def reports(self, start: int, end: int) -> list[int]:
        """Where verbs of reporting stand in the tokens; "a statement", "the end" and "open" are none."""
        forms = self.page.terms.table(Reporting).forms
        return [t.i for t in self.doc[start:end] if t.lower_ in forms and (t.pos_ in _VERBAL or t.lower_ in _SAID)]

    @cached_property
    def is_embedded(self) -> bool:
        """Whether the quotation is a part of the sentence that begins before it: no comma or stop closes it."""
        text = self.page.report.text
        end = self.page.chars(self.quotation.start, self.quotation.end)[1]
        begun = any(self.doc[i].is_alpha for i in range(*self.lead))
        return begun and not set(text[end - 1 : end + 2]) & set(",.?!:;") and bool(self.actors(*self.lead))

    def actors(self, start: int, end: int) -> list[Actor]:
        """People, institutions and acting states told in the tokens, in order; no state within a person's words."""
        return self.voices.between(start, end)


def in_place(page: Page, voices: Voices, quotations: tuple[Quotation, ...], number: int, before: Told | None) -> Quote:
    """The quotation of that number with the words around it."""
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
    return Quote(page, voices, quotation, (start, quotation.start), (quotation.end, end), before, joined)


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


def _start(mention: Mention) -> int:
    return mention.start


def _starting(mentions: list[M], start: int, end: int) -> list[M]:
    """Of mentions in order those that start in the tokens."""
    return mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)]
