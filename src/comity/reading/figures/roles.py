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
from comity.terms.measures import Measures

Role = Literal["source", "goal", "place", "owner", "subject", "object", "partner", "agent", "none"]
_LEADS: dict[str, Role] = {
    "from": "source", "to": "goal", "for": "goal", "into": "goal", "towards": "goal", "toward": "goal", "in": "place", "at": "place", "on": "place",
    "inside": "place", "within": "place", "across": "place", "throughout": "place", "with": "partner", "between": "partner", "among": "partner", "by": "agent", "against": "partner",
}  # fmt: skip
_IN_PHRASE = ("DET", "ADJ", "PROPN", "NUM")
_STATELY = frozenset("republic kingdom government people state states federation union emirates territory soil citizen citizens the of".split())
_PLACES = frozenset(
    "side market economy territory soil budget party government authority army force region border university hospital city port"
    " school college academy bank camp depot customer partner consumer buyer importer farmer".split()
)
# Flows and people keep their owner after a preposition: "of Kazakh exports", "for 100 Kazakh students".
_OWNED = frozenset(
    "export import sale supply shipment delivery purchase investment capital participation company firm enterprise business investor loan credit grant"
    " aid assistance fund funding deposit debt student citizen worker tourist visitor soldier troop diplomat refugee specialist doctor officer trainee"
    " cadet passenger migrant national expert goods product good gas oil electricity power copper crude coal wheat grain coffee tea beef rice engineer"
    " nurse prisoner teacher pupil pilgrim patient".split()
)
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
        """"give", "take", "stay", "thank" or "say" by lemma."""
        flows = self.measures.flows
        return {**dict.fromkeys(flows.say, "say"), **dict.fromkeys(flows.thank, "thank"), **dict.fromkeys(flows.stay, "stay"), **dict.fromkeys(flows.take, "take"), **dict.fromkeys(flows.give, "give")}


@cache
def verbs(terms: Terms) -> Verbs:
    """The verbs of a vocabulary, made once."""
    return Verbs(terms.table(Measures))


def sightings(page: Page, who: Who, start: int, end: int) -> tuple[Sighting, ...]:
    """The states within the tokens [start, end), in order: named, acted for, or meant."""
    seen: dict[int, Sighting] = {}
    for mention, codes, form in _mentioned(page.doc, who, start, end):
        if mention.start not in seen:
            seen[mention.start] = _sighted(page.doc, mention, codes, form)
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
        yield from ((Mention(t.i, t.i + 1), (who.ours,), "ours") for t in doc[start:end] if t.text in ("we", "We", "us", "our", "Our"))


def _matters(state: StateMention) -> bool:
    return state.form != "place" or state.acts


def _sighted(doc: Doc, mention: Mention, codes: tuple[str, ...], form: str) -> Sighting:
    last = doc[mention.end - 1]
    owned = _owned(doc, mention, form)
    lead = _lead(doc, mention.start)
    if owned is not None and (doc[owned].lemma_.lower() in _OWNED or (lead not in _LEADS and doc[owned].lemma_.lower() not in _PLACES)):
        return Sighting(mention.start, mention.end, codes, "owner", owned, form)
    anchor = doc[owned] if owned is not None else last
    role = _LEADS.get(lead) if lead else None
    if role is None and lead == "of":
        return _of(doc, mention, codes, form)
    if role is None:
        role = _by_grammar(anchor)
    return Sighting(mention.start, mention.end, codes, role, int(anchor.head.i), form)


def _of(doc: Doc, mention: Mention, codes: tuple[str, ...], form: str) -> Sighting:
    """"Exports of X" are owned by X, "with the State Bank of X" stands with X."""
    at = mention.start
    while at > 0 and doc[at].lower_ != "of":
        at -= 1
    head = at - 1
    while head > 0 and doc[head].pos_ not in ("NOUN", "PROPN"):
        head -= 1
    lead = _lead(doc, head) if doc[head].lemma_.lower() in _PLACES or doc[head].pos_ == "PROPN" else None
    role: Role = _LEADS.get(lead, "owner") if lead else "owner"
    return Sighting(mention.start, mention.end, codes, role, max(head, 0), form)


def _owned(doc: Doc, mention: Mention, form: str) -> int | None:
    """The noun that the state owns: "Kazakhstan's exports", "Korean companies"."""
    at = mention.end
    if at < len(doc) and doc[at].lower_ in ("'s", "’s", "'", "’"):
        return _noun_from(doc, at + 1)
    if doc[mention.start].lower_ in _MINE:
        return _noun_from(doc, at)
    if form in ("adjective", "demonym") or (at < len(doc) and doc[at].pos_ == "NOUN" and doc[mention.end - 1].dep_.startswith(("compound", "amod", "nmod"))):
        return _noun_from(doc, at)
    return None


def _noun_from(doc: Doc, at: int) -> int | None:
    noun = None
    for token in doc[at : at + 6]:
        if token.pos_ == "NOUN":
            noun = token.i
        elif noun is not None or not (token.pos_ in ("ADJ", "NUM", "PROPN", "ADV") or token.tag_ in ("VBN", "VBG", "CC", "HYPH") or token.text == "-"):
            break
    return noun


def _lead(doc: Doc, start: int) -> str | None:
    """The preposition before the state, over articles, adjectives and "the Republic of"."""
    at = start - 1
    while at >= 0 and start - at < 7:
        token = doc[at]
        if token.pos_ == "ADP" or token.lower_ in _LEADS:
            if token.lower_ == "of" and at and doc[at - 1].lower_ in _STATELY:
                at -= 2
                continue
            return str(token.lower_)
        if token.pos_ not in _IN_PHRASE and token.lower_ not in _STATELY:
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
