"""The dossier: what the record says of a pair of states, as one page.

``query`` asks the record, ``account`` is what it answers, ``dossier`` puts that into sections (``sections``)
and sentences (``standing``), ``page`` is the result. All but ``query`` is pure.
"""

from collections.abc import Iterator

from comity.dossier import sections
from comity.dossier.account import Account
from comity.dossier.page import Dossier
from comity.dossier.standing import sentences
from comity.findings import Code, Encounter, Event, Figure, Finding, Pledge, Statement
from comity.terms import Terms
from comity.terms.states import States

__all__ = ["Account", "Dossier", "dossier"]


def dossier(account: Account, terms: Terms) -> Dossier:
    """The page of an account; names of states and bodies are those of the vocabulary."""
    known = terms.table(States).by_code
    names = {code: known[code].name if code in known else code for code in _codes(account)}
    return Dossier(
        pair=account.pair,
        day=account.day,
        names=names,
        standing=tuple(sentences(account, names)),
        timeline=tuple(sections.timeline(account, names)),
        agreements=tuple(sections.agreements(account, names)),
        figures=tuple(sections.figures(account, names)),
        promises=tuple(sections.promises(account, names)),
        people=account.people,
        statements=tuple(sections.statements(account)),
        joint=tuple(sections.joint(account, names)),
        sources=tuple(sections.sources(account)),
        judgements=account.judgements,
        left_out=_left_out(account),
    )


def _codes(account: Account) -> list[Code]:
    found = {*account.pair, *(one.country for one in account.people if one.country)}
    for matter in (*account.matters, *account.joint):
        found |= {*matter.parties, *([matter.host] if matter.host else [])}
    for told in account.told.values():
        found |= set(filter(None, _codes_in(told.finding)))
    return sorted(found)


def _codes_in(finding: Finding) -> Iterator[Code | None]:
    match finding:
        case Encounter(people=people):
            yield from (person.country for person in people)
        case Statement(speaker=speaker):
            yield speaker.country
        case Figure(source=source, target=target, claim=claim):
            yield from (source, target, claim.by)
        case Event(source=source, target=target):
            yield from (source, target)
        case Pledge(by=by):
            yield from by


def _left_out(account: Account) -> dict[str, int]:
    counted = {kind: account.left_out(kind) for kind, _ in account.totals}
    return {kind: count for kind, count in counted.items() if count}
