"""A small account by hand: a visit, an event, a pledge, a figure, as two reports tell them."""

from sqlalchemy import Connection

from comity.findings import Encounter, Event, Figure, Finding, Person, Pledge, Reading, Report
from comity.matters import FollowUp, Matter, Opening
from comity.record import following, keeping
from comity.record.joining import Standing, put_matters, stand
from comity.record.keeping import KeptReport
from tests.exchange.made import READER

TEXT = "=SUM(A1) The President of Armenia will visit\tKazakhstan on 3 May; trade fell."
FIRST = Report(
    id="00000000000000a1",
    url="https://a.example/1",
    outlet="Post",
    title="-1",
    published="2024-04-01",
    language="en",
    text=TEXT,
)
LATER = Report(
    id="00000000000000b2", url="https://b.example/2", outlet="Times", published="2024-04-02", language="en", text=TEXT
)
BOTH = ("ARM", "KAZ")


def visit(report: Report, date: str | None = "2024-05-03", status: str = "planned") -> Encounter:
    people = (Person(name="A. B.", office="President", country="ARM"), Person(name=None, office="Minister"))
    return Encounter.found(
        report, [(9, 55)], "encounters", 0.9, kind="visit", status=status, countries=BOTH, host="KAZ", date=date,
        people=people,
    )  # fmt: skip


def event(report: Report, date: str | None = "2024-05", type: str = "CONSULT") -> Event:
    return Event.found(
        report, [(9, 55)], "events", 0.8, source="KAZ", target="ARM", type=type, mode="visit", date=date,
        quad="verbal cooperation", cameo="04", goldstein=-2.8,
    )  # fmt: skip


def pledge(report: Report, deadline: str | None = "2025") -> Pledge:
    return Pledge.found(report, [(0, 8)], "pledges", 0.7, by=("ARM",), text="=SUM(A1)", deadline=deadline)


def figure(report: Report) -> Figure:
    return Figure.found(
        report, [(70, 75)], "figures", 0.6, measure="trade", value=-53_000_000, unit="USD", bound="about",
        countries=BOTH,
    )  # fmt: skip


def matter(kind: str, type: str, *findings: Finding, **told: object) -> Matter:
    fields = {"title": f"{kind} of ARM and KAZ", "parties": BOTH, "reports": len(findings), "sources": len(findings)}
    days = {"first_told": "2024-04-01", "last_told": "2024-04-02"}
    ids = tuple(one.id for one in findings)
    return Matter.model_validate(
        {"id": f"m{ids[0]}", "kind": kind, "type": type, "findings": ids, **fields, **days, **told}
    )


def keep(db: Connection, report: Report, **findings: tuple[Finding, ...]) -> None:
    kept = KeptReport(
        report, report.url or "", report.outlet or "", b"x", b"\0" * 512, (), report.published or "", MADE
    )
    keeping.add_report(db, kept)
    keeping.add_reading(db, Reading.model_validate({"report": report, "reader": READER, **findings}), MADE)
    stand(db, {one.id: Standing(BOTH) for told in findings.values() for one in told})


MADE = "2024-06-01T00:00:00.000000+00:00"


def fill(db: Connection) -> None:
    """The account: the visit and the event told twice, the pledge kept."""
    keep(
        db, FIRST, encounters=(visit(FIRST),), events=(event(FIRST),), pledges=(pledge(FIRST),),
        figures=(figure(FIRST),),
    )  # fmt: skip
    keep(db, LATER, encounters=(visit(LATER),), events=(event(LATER),))
    all_matters = [
        matter("encounter", "visit", visit(FIRST), visit(LATER), date="2024-05-03", status="planned", host="KAZ"),
        matter("event", "CONSULT", event(FIRST), event(LATER), date="2024-05"),
        matter("pledge", "pledge", pledge(FIRST)),
        matter("figure", "trade", figure(FIRST), conflict=True),
    ]
    put_matters(db, [key for one in all_matters for key in one.findings], all_matters)
    promise = pledge(FIRST).id
    following.put_openings(db, {promise: Opening("2025", "2025-12-31")})
    told = FollowUp.model_validate({
        "opening": promise, "report": "00000000000000b2", "span": (9, 20), "outcome": "kept", "published": "2024-04-02",
        "reason": "told so", "score": 1.0, "basis": "later",
    })  # fmt: skip
    following.put_follow_ups(db, [told])
