"""Which state stands at which end of a figure: what preposition, possessive or subject makes of it.

Every state of the sentence is sighted once, with the word that leads it and the word it hangs on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from spacy.tokens import Doc, Token

from comity.reading.mentions import Mention, Page, StateMention, Who
from comity.terms import Terms
from comity.terms.measures import Measures, MeasureWords

Role = Literal["source", "goal", "place", "owner", "subject", "object", "partner", "agent", "none"]
_LEADS: dict[str, Role] = {
    **dict.fromkeys(("to", "for", "into", "towards", "toward"), "goal"),
    **dict.fromkeys(("in", "at", "on", "inside", "within", "across", "throughout"), "place"),
    **dict.fromkeys(("with", "between", "among", "against"), "partner"),
    "from": "source", "by": "agent",
}  # fmt: skip
_IN_PHRASE = ("DET", "ADJ", "PROPN", "NUM")
_MINE = frozenset(("its", "their", "his", "her", "our"))


@dataclass(frozen=True, slots=True)
class Sighting:
    """A state at tokens [start, end): its role, and the position of the noun or verb that it hangs on."""

    start: int
    end: int
    codes: tuple[str, ...]
    role: Role
    hangs_on: int | None
    form: str


@dataclass(frozen=True)
class Verbs:
    """What a verb makes of its subject: a giver, a taker, or somebody who stays somewhere."""

    measures: Measures

    @cached_property
    def ways(self) -> dict[str, str]:
        """As in "give", "take", "stay", "thank" or "say" by lemma."""
        flows = self.measures.flows
        return {
            **dict.fromkeys(flows.say, "say"),
            **dict.fromkeys(flows.thank, "thank"),
            **dict.fromkeys(flows.stay, "stay"),
            **dict.fromkeys(flows.take, "take"),
            **dict.fromkeys(flows.give, "give"),
        }


@cache
def verbs(terms: Terms) -> Verbs:
    """The verbs of a vocabulary, made once."""
    return Verbs(terms.table(Measures))


def sightings(page: Page, who: Who, start: int, end: int) -> tuple[Sighting, ...]:
    """The states within the tokens [start, end), in order: named, acted for, or meant."""
    seen: dict[int, Sighting] = {}
    lists = page.terms.table(Measures).lists
    for mention, codes, form in _mentioned(page.doc, who, start, end):
        if mention.start not in seen:
            seen[mention.start] = _sighted(page.doc, lists, mention, codes, form)
    return tuple(seen[at] for at in sorted(seen))


def _mentioned(doc: Doc, who: Who, start: int, end: int) -> Iterator[tuple[Mention, tuple[str, ...], str]]:
    for state in who.states_in(start, end):
        if _matters(state):
            yield state, (state.code,), state.form
    for party in who.parties_in(start, end):
        yield party, party.codes, "party"
    for person in who.people_in(start, end):
        if person.person.country and person.how != "pronoun":
            yield person, (person.person.country,), "person"
    if who.ours:
        yield from (
            (Mention(t.i, t.i + 1), (who.ours,), "ours")
            for t in doc[start:end]
            if t.text in ("we", "We", "us", "our", "Our")
        )


def _matters(state: StateMention) -> bool:
    return state.form != "place" or state.acts


def _sighted(doc: Doc, lists: MeasureWords, mention: Mention, codes: tuple[str, ...], form: str) -> Sighting:
    root = doc[mention.start : mention.end].root
    owned = _owned(doc, mention, form)
    lead = _lead(doc, lists, mention.start)
    if owned is not None and (
        _keeps_owner(doc[owned], lists) or (lead not in _LEADS and doc[owned].lemma_.lower() not in lists.places)
    ):
        return Sighting(mention.start, mention.end, codes, "owner", owned, form)
    anchor = doc[owned] if owned is not None else root
    if owned is not None and doc[mention.start].lower_ in _MINE:
        # "To its southern neighbour": the owner is not the neighbour.
        return Sighting(mention.start, mention.end, codes, "none", owned, form)
    role = _LEADS.get(lead) if lead else None
    if role is None and lead == "of":
        return _of(doc, lists, mention, codes, form)
    if role is None:
        role = _by_grammar(anchor)
    return Sighting(mention.start, mention.end, codes, role, int(anchor.head.i), form)


def _keeps_owner(noun: Token, lists: MeasureWords) -> bool:
    """Flows, firms and people keep their owner after a preposition: "for 100 Kazakh students"."""
    return noun.lemma_.lower() in lists.owned or noun.lemma_.lower() in lists.persons


def _of(doc: Doc, lists: MeasureWords, mention: Mention, codes: tuple[str, ...], form: str) -> Sighting:
    """As in "Exports of X" are owned by X, "with the State Bank of X" stands with X."""
    at = mention.start
    while at > 0 and doc[at].lower_ != "of":
        at -= 1
    head = at - 1
    while head > 0 and doc[head].pos_ not in ("NOUN", "PROPN"):
        head -= 1
    lead = _lead(doc, lists, head) if doc[head].lemma_.lower() in lists.places or doc[head].pos_ == "PROPN" else None
    role: Role = _LEADS.get(lead, "owner") if lead else "owner"
    return Sighting(mention.start, mention.end, codes, role, max(head, 0), form)


def _owned(doc: Doc, mention: Mention, form: str) -> int | None:
    """The noun that the state owns: "Kazakhstan's exports", "Korean companies"."""
    at = mention.end
    if at < len(doc) and doc[at].lower_ in ("'s", "’s", "'", "’"):
        return _noun_from(doc, at + 1)
    if doc[mention.start].lower_ in _MINE:
        return _noun_from(doc, at)
    if form in ("adjective", "demonym") or (
        at < len(doc) and doc[at].pos_ == "NOUN" and doc[mention.end - 1].dep_.startswith(("compound", "amod", "nmod"))
    ):
        return _noun_from(doc, at)
    return None


def _noun_from(doc: Doc, at: int) -> int | None:
    noun = None
    for token in doc[at : at + 6]:
        if token.pos_ == "NOUN":
            noun = token.i
        elif noun is not None or not (
            token.pos_ in ("ADJ", "NUM", "PROPN", "ADV")
            or token.tag_ in ("VBN", "VBG", "CC", "HYPH")
            or token.text == "-"
        ):
            break
    return noun


def _lead(doc: Doc, lists: MeasureWords, start: int) -> str | None:
    """The preposition before the state, over articles, adjectives and "the Republic of"."""
    at = start - 1
    while at >= 0 and start - at < 7:
        token = doc[at]
        if token.pos_ == "ADP" or token.lower_ in _LEADS:
            if token.lower_ == "of" and at and doc[at - 1].lower_ in lists.stately:
                at -= 2
                continue
            return str(token.lower_)
        if token.pos_ not in _IN_PHRASE and token.lower_ not in lists.stately:
            return None
        at -= 1
    return None


def _by_grammar(token: Token) -> Role:
    above = token
    while above.dep_.startswith(("compound", "flat", "amod", "appos", "nmod")) and above.head.i != above.i:
        above = above.head
    if above.dep_.startswith("nsubj"):
        return "subject"
    if above.dep_ in ("obj", "iobj"):
        return "object"
    return "none"
