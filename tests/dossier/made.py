"""Accounts of our own making: what a dossier is made from, without any record."""

from dataclasses import replace
from typing import Any

from comity.dossier import Account, dossier
from comity.dossier.page import Dossier
from comity.findings import Agreement, Claim, Encounter, Figure, Finding, Person, Pledge, Report
from comity.matters import FollowUp, Matter, Outcome, Told
from comity.record.asking import Source
from comity.terms import load

TEXT = "Both sides met, counted, signed and promised. " * 8
DAY = "2024-06-01"
EMPTY = Account(
    day=DAY, pair=("ARM", "KAZ"), matters=(), joint=(), told={}, due={}, follow_ups=(), sources={}, people=()
)


def page(account: Account) -> Dossier:
    return dossier(account, load())


def source(id: str, day: str, **fields: Any) -> Source:
    given = {"title": f"Report {id}", "outlet": "Coast Post", "url": None, "origin": id, "words": 90, "copy_of": None}
    return Source(id=id, day=day, **(given | {"replaced_by": None, "shows": "full", "added": "2024-06-01"} | fields))


def with_matter(account: Account, kind: type[Finding], *tellings: dict[str, Any], **fields: Any) -> Account:
    """The account with one more matter, told once a telling: its fields, and ``day``, ``report``, ``due``."""
    told = [_told(account, kind, number, dict(one)) for number, one in enumerate(tellings)]
    days = sorted(one.published for one, _ in told)
    ids = tuple(one.id for one, _ in told)
    given = {
        "id": f"m{ids[0]}", "kind": kind.KIND, "type": kind.KIND, "title": f"{kind.KIND} of ARM and KAZ",
        "parties": ("ARM", "KAZ"), "findings": ids, "reports": len({one.report for one, _ in told}),
        "sources": len({one.source for one, _ in told}), "first_told": days[0], "last_told": days[-1],
    }  # fmt: skip
    matter = Matter.model_validate(given | fields)
    joint = len(matter.parties) > 2
    return replace(
        account,
        matters=account.matters + (() if joint else (matter,)),
        joint=account.joint + ((matter,) if joint else ()),
        told={**account.told, **{one.id: one for one, _ in told}},
        due={**account.due, **{one.id: due for one, due in told if due != ""}},
        sources={**account.sources, **{one.report: source(one.report, one.published) for one, _ in told}},
    )


def _told(account: Account, kind: type[Finding], number: int, telling: dict[str, Any]) -> tuple[Told, str | None]:
    place = len(account.told) + number
    day, report = telling.pop("day", "2024-01-01"), telling.pop("report", f"r{place}")
    due = telling.pop("due", "")
    finding = kind.found(
        Report(id=report, text=TEXT), [(place, place + 20)], "step", 0.9, **{**_GIVEN.get(kind, {}), **telling}
    )
    return Told(finding.id, finding, report, day, ("ARM", "KAZ"), report), due


_BOTH = {"countries": ("ARM", "KAZ")}
_GIVEN: dict[type[Finding], dict[str, Any]] = {
    Encounter: {"kind": "visit", "status": "held", "people": (Person(name="Aslan Bekov", country="KAZ"),), **_BOTH},
    Agreement: {"kind": "treaty", "title": "Treaty on Water", "status": "signed", **_BOTH},
    Figure: {
        "measure": "trade", "value": 53e6, "unit": "USD", "bound": "exact", "claim": Claim(by="KAZ"), "period": "2023",
        **_BOTH,
    },
    Pledge: {"by": ("ARM",), "text": "to build a bridge"},
}  # fmt: skip


def with_outcome(account: Account, outcome: Outcome, day: str, matter: int = -1) -> Account:
    """The account with a telling of what became of a matter's first finding."""
    told = FollowUp(
        opening=account.matters[matter].findings[0], report="later", span=(0, 9), outcome=outcome, published=day,
        reason=f"It was {outcome}.", score=1,
    )  # fmt: skip
    return replace(account, follow_ups=(*account.follow_ups, told))
