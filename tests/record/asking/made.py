"""A small record on Armenia and Kazakhstan to ask: joined by hand, so that what is asked is known beforehand."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from comity.findings import Claim, Encounter, Event, Person, Pledge, Statement
from comity.matters import Clue, FollowUp, Judgement, Link, Matter, Opening, Subject
from comity.record import following, joining, judging, keeping, mapping, naming
from comity.record.joining import Standing
from tests.record.kept import MADE, NEWER, keep, meeting, reading, report, trade, treaty

MEETING = "In Yerevan minister Ara Abrahamyan met Aslan Bekov of Kazakhstan, and both promised a new bridge by 2024."
LATER = (
    "Trade with Armenia reached 53 million dollars, said Aslan Bekoff. The bridge was opened. A long treaty is planned."
)
OTHERS = "Armenia, Kazakhstan and Russia held a forum in Astana in June 2023, where Kazakhstan accused nobody."


@dataclass(frozen=True)
class Made:
    """Ids of what is in the record: matters by name, and findings by name."""

    matters: dict[str, str]
    findings: dict[str, str]


def make(db: Connection) -> Made:
    """Three reports and a copy of the first: a meeting told twice, a contradiction, promises, a forum of three."""
    found = _findings(db)
    matters = _matters(db, found)
    joining.put_matters(db, list(found.values()), list(matters.values()))
    _announced(db, found)
    _people(db, list(found.values()))
    return Made({name: matter.id for name, matter in matters.items()}, found)


def _findings(db: Connection) -> dict[str, str]:
    first = report("1" * 16, MEETING, "2023-05-04", title="A meeting in Yerevan", outlet="Coast Post")
    copy = report("2" * 16, MEETING + " (agency)", "2023-05-05", title="The same meeting")
    second = report("3" * 16, LATER, "2024-02-01", title="Türkiye watches trade", outlet="Hill Times")
    third = report("4" * 16, OTHERS, "2023-06-20", title="A forum of three")
    bridge = Pledge.found(
        first,
        [(70, 100)],
        "pledges",
        0.8,
        by=("ARM", "KAZ"),
        text="a new bridge",
        deadline="2024",
        clues=("rules 0.80", "main relation"),
    )
    quoted = Statement.found(
        second, [(0, 30)], "statements", 0.9, speaker=Person(name="Aslan Bekoff", office="envoy", country="KAZ"),
        text="Trade reached 53 million",
    )  # fmt: skip
    forum = {"kind": "forum", "countries": ("ARM", "KAZ", "RUS"), "host": "KAZ", "date": "2023-06", "people": ()}
    accused = {"source": "KAZ", "target": "ARM", "type": "ACCUSE", "date": "2023-06-20", "quad": "verbal conflict"}
    told = {
        "meeting": (first, meeting(first)),
        "bridge": (first, bridge),
        "claim by ARM": (first, trade(first, 20, value=27000000, change=None, period="2022")),
        "meeting again": (copy, meeting(copy)),
        "claim by KAZ": (second, trade(second, 10, change=None, period="2022", claim=Claim(by="KAZ"))),
        "treaty": (second, treaty(second, status="planned", year=None)),
        "statement": (second, quoted),
        "forum": (third, Encounter.found(third, [(0, 40)], "encounters", 0.9, status="held", **forum)),
        "accusation": (third, Event.found(third, [(70, 99)], "events", 0.5, cameo="11", goldstein=-2.0, **accused)),
    }
    for of in (first, copy, second, third):
        keep(db, of, *(finding for where, finding in told.values() if where is of), stands=False)
    keeping.set_copies(db, first.id, [copy.id])
    ids = {name: finding.id for name, (_, finding) in told.items()}
    parties = {ids[name]: Standing(("ARM", "KAZ", "RUS") if name == "forum" else ("ARM", "KAZ")) for name in ids}
    joining.stand(db, parties)
    return ids


def _matters(db: Connection, found: dict[str, str]) -> dict[str, Matter]:
    def matter(*names: str, **fields: Any) -> Matter:
        told = mapping.told(db, [found[name] for name in names])
        days = sorted(one.published for one in told)
        given = {"kind": told[0].kind, "parties": told[0].parties, "first_told": days[0], "last_told": days[-1]}
        reports = {"reports": len({one.report for one in told}), "sources": len({one.source for one in told})}
        return Matter(id=f"m{told[0].id}", findings=tuple(one.id for one in told), **(given | reports | fields))

    return {
        "meeting": matter(
            "meeting", "meeting again", type="meeting", title="meeting of Ara Abrahamyan and Aslan Bekov in ARM",
            status="held", date="2023-05-03", host="ARM",
        ),
        "bridge": matter("bridge", type="pledge", title="a new bridge"),
        "trade": matter(
            "claim by ARM", "claim by KAZ", type="trade", title="trade of ARM and KAZ, 2022", status="reported",
            period="2022", conflict=True,
        ),
        "treaty": matter("treaty", type="treaty", title="treaty", status="planned"),
        "statement": matter("statement", type="statement", title="Trade reached 53 million"),
        "forum": matter("forum", type="forum", title="forum of ARM, KAZ, RUS in KAZ", status="held", date="2023-06"),
        "accusation": matter("accusation", type="ACCUSE", title="KAZ ACCUSE ARM", date="2023-06-20"),
    }  # fmt: skip


def _announced(db: Connection, found: dict[str, str]) -> None:
    one, other = sorted((found["meeting"], found["meeting again"]))
    joining.put_links(
        db, [Link(one, other, 4.5, (Clue("day", 1.5, "The same day."), Clue("who", 3.0, "The same people.")))]
    )
    following.put_openings(db, {found["bridge"]: Opening("2024", "2024-12-31"), found["treaty"]: Opening(None, None)})
    kept = FollowUp(
        opening=found["bridge"], report="3" * 16, span=(70, 90), outcome="kept", published="2024-02-01",
        reason="The bridge was opened.", score=3.0,
    )  # fmt: skip
    following.put_follow_ups(db, [kept])


def _people(db: Connection, found: list[str]) -> None:
    ids = {one.name: one.id for one in naming.put_namings(db, found)}
    groups = [(ids["Ara Abrahamyan"],), (ids["Aslan Bekov"], ids["Aslan Bekoff"])]
    naming.put_people(db, list(ids.values()), groups, ["Ara Abrahamyan", "Aslan Bekov"])


def judge(db: Connection, id: str, verdict: str, *findings: str, **fields: Any) -> None:
    """Put a judgement on findings in."""
    subjects = tuple(Subject(one) for one in findings)
    given = {"reason": "seen it", "author": "ann", "made": "2024-03-01T00:00:00+00:00"}
    judging.add_judgement(
        db, Judgement.model_validate({"id": id, "verdict": verdict, "subjects": subjects, **given, **fields})
    )


def read_again(db: Connection, made: Made) -> None:
    """Read the second report again with a newer reader, which finds its treaty no more."""
    of = keeping.report(db, "3" * 16)
    joining.fall(db, [made.findings[name] for name in ("treaty", "claim by KAZ", "statement")])
    keeping.add_reading(db, reading(of, reader=NEWER), MADE)
