"""Reports and readings to keep, made up; and readings of any kind for Hypothesis."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection

from comity.findings import (
    Agreement,
    Change,
    Claim,
    Encounter,
    Event,
    Figure,
    Finding,
    Person,
    Pledge,
    Reader,
    Reading,
    Refusal,
    Report,
    Statement,
    TopicFinding,
)  # fmt: skip
from comity.record import joining, keeping
from comity.record.joining import Standing
from comity.record.keeping import KeptReport

READER = Reader(version="1", model="m", terms="t")
NEWER = Reader(version="2", model="m", terms="t")
MADE = "2026-01-01T00:00:00+00:00"
TEXT = "Armenia's minister Ara Abrahamyan met Kazakhstan's Aslan Bekov in Yerevan on 3 May 2023. They signed a treaty."
ARA = Person(name="Ara Abrahamyan", office="minister", country="ARM")
ASLAN = Person(name="Aslan Bekov", office=None, country="KAZ")


def report(id: str = "a" * 16, text: str = TEXT, day: str | None = "2023-05-04", **fields: Any) -> Report:
    return Report(id=id, text=text, published=day, language="en", **fields)


def kept(report: Report, origin: str | None = None, **fields: Any) -> KeptReport:
    given = {
        "source": "coast post", "content": report.text.encode("utf-8", "replace"), "signature": bytes(512),
        "bands": ("0:a", "1:b"), "day": report.published or "2026-01-01", "added": MADE,
    }  # fmt: skip
    return KeptReport(report=report, origin=origin or f"/reports/{report.id}.txt", **(given | fields))


def meeting(of: Report, start: int = 0, **fields: Any) -> Encounter:
    told = {
        "kind": "meeting", "status": "held", "countries": ("ARM", "KAZ"), "host": "ARM", "date": "2023-05-03",
        "people": (ARA, ASLAN),
    }  # fmt: skip
    return Encounter.found(of, [(start, start + 20)], "encounters", 0.9, **(told | fields))


def treaty(of: Report, **fields: Any) -> Agreement:
    told = {"kind": "treaty", "title": "treaty", "countries": ("ARM", "KAZ"), "status": "signed", "year": 2023}
    return Agreement.found(of, [(90, 110)], "agreements", 0.8, **(told | fields))


def trade(of: Report, start: int = 5, **fields: Any) -> Figure:
    told = {
        "measure": "trade", "value": 53000000, "unit": "USD", "bound": "exact", "countries": ("ARM", "KAZ"),
        "claim": Claim(by="ARM", via="the ministry"), "change": Change(value=2.4, unit="times", direction="up"),
    }  # fmt: skip
    return Figure.found(of, [(start, start + 9)], "figures", 0.7, **(told | fields))


def reading(of: Report, *found: Finding, reader: Reader = READER, **fields: Any) -> Reading:
    lists: dict[str, list[Finding]] = {}
    for finding in found:
        lists.setdefault(FIELDS[type(finding)], []).append(finding)
    return Reading(report=of, reader=reader, **{name: tuple(told) for name, told in lists.items()}, **fields)


FIELDS: dict[type[Finding], str] = {
    TopicFinding: "topic_findings", Encounter: "encounters", Statement: "statements", Agreement: "agreements",
    Figure: "figures", Pledge: "pledges", Event: "events",
}  # fmt: skip


def keep(db: Connection, of: Report, *found: Finding, stands: bool = True, **fields: Any) -> list[str]:
    """Keep a report and a reading of it, and let all its findings stand; their ids."""
    keeping.add_report(db, kept(of, **fields))
    _, new = keeping.add_reading(db, reading(of, *found), MADE)
    if stands:
        rise(db, new)
    return new


def rise(db: Connection, ids: Sequence[str], keys: Sequence[str] = ()) -> None:
    joining.stand(db, {id: Standing(("ARM", "KAZ"), (), keys) for id in ids})


_SOME = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_MAYBE = st.none() | _SOME
_PLAIN = st.sampled_from(["dates", "not dated"])
_CODE = st.sampled_from(["ARM", "KAZ", "EUU", "GEO"])
_CODES = st.lists(_CODE, max_size=4).map(tuple)
_MOMENT = st.sampled_from([None, "2023", "2023-05", "2023-05-03"])
_NUMBER = st.integers(-(10**400), 10**400) | st.floats(allow_nan=False, allow_infinity=False) | st.just(53000000.0)
_YEAR = st.integers(1900, 2100)
_PERSON = st.builds(Person, name=_MAYBE, office=_MAYBE, country=st.none() | _CODE)
_CHANGE = st.builds(
    Change, value=_NUMBER, unit=st.sampled_from(["percent", "times"]), direction=st.sampled_from(["up", "down"])
)
_CLAIM = st.builds(Claim, by=st.none() | _CODE, via=_MAYBE)
_SPAN = st.tuples(st.integers(0, 50), st.integers(1, 30)).map(lambda at: (at[0], at[0] + at[1]))
_SPANS = st.lists(_SPAN, min_size=1, max_size=3)
_INFERRED = st.lists(st.sampled_from(["date", "year", "host"]), max_size=2).map(tuple)

_FIELDS: dict[type[Finding], dict[str, st.SearchStrategy[Any]]] = {
    TopicFinding: {"topic": st.sampled_from(["trade", "energy"])},
    Encounter: {
        "kind": st.sampled_from(["visit", "forum"]), "status": st.sampled_from(["held", "planned"]),
        "countries": _CODES, "host": st.none() | _CODE, "date": _MOMENT,
        "people": st.lists(_PERSON, max_size=3).map(tuple),
    },
    Statement: {"speaker": _PERSON, "text": _SOME},
    Agreement: {
        "kind": st.sampled_from(["treaty", "protocol"]), "title": _SOME, "countries": _CODES,
        "status": st.sampled_from(["signed", "planned"]), "year": st.none() | _YEAR,
        "period": st.none() | st.tuples(_YEAR, _YEAR),
    },
    Figure: {
        "measure": st.sampled_from(["trade", "people"]), "value": st.none() | _NUMBER, "unit": _MAYBE,
        "bound": st.sampled_from(["exact", "over"]), "change": st.none() | _CHANGE,
        "status": st.sampled_from(["reported", "target"]), "period": st.none() | _PLAIN, "source": st.none() | _CODE,
        "target": st.none() | _CODE, "countries": _CODES, "claim": _CLAIM,
    },
    Pledge: {"by": st.lists(_CODE, min_size=1, max_size=3).map(tuple), "text": _SOME, "deadline": _MOMENT},
    Event: {
        "source": _CODE, "target": _CODE, "type": st.sampled_from(["AGREE", "ACCUSE"]), "mode": _MAYBE,
        "context": _MAYBE, "date": _MOMENT, "quad": st.sampled_from(["verbal cooperation", "material conflict"]),
        "cameo": st.sampled_from(["05", "11"]), "goldstein": st.floats(-10, 10),
    },
}  # fmt: skip


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings with findings of all kinds, refusals, topics and lines that were skipped."""
    words = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=80, max_size=120))
    cuts = sorted(draw(st.sets(st.integers(0, 80), max_size=4)))
    skipped = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    of = report(text=words, day=draw(st.sampled_from([None, "2023-05-04"])), title=draw(_MAYBE), skipped=skipped)
    found = [
        model.found(
            of, draw(_SPANS), draw(_PLAIN), draw(st.floats(0, 1)), inferred=draw(_INFERRED),
            clues=draw(st.sampled_from([(), ("verb", "rules 0.80", "no rule")])),
            **{name: draw(field) for name, field in fields.items()},
        )
        for model, fields in _FIELDS.items()
        for _ in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    spans = st.lists(_SPAN, max_size=2).map(tuple)
    refusals = draw(st.lists(st.builds(Refusal, reason=_PLAIN, detail=_SOME, remedy=_PLAIN, spans=spans), max_size=3))
    return reading(of, *found, topics=("energy", "trade"), refusals=tuple(refusals))
