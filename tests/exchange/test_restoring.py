"""Lines back into a record: what goes in, and what is refused under which name."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, select

from comity.errors import BadJudgement, NewerExport
from comity.exchange.lines import lines
from comity.exchange.restoring import Taken, restored
from comity.findings import Encounter, Reader, Reading, Report
from comity.matters import Judgement, Subject
from comity.record import keeping, mapping, refill
from comity.record.db import Record
from comity.record.dump import JudgedPlace, Scope
from comity.record.keeping import KeptReport
from comity.record.tables import findings, metadata
from tests.exchange import made
from tests.exchange.keeper import Keeper

LONGEST = 1_000_000
TIMES = [f"2024-01-0{day}T00:00:00.000000+00:00" for day in range(1, 10)]
TEXT = "Armenia and Kazakhstan met on 3 May."


def snapshot(db: Connection) -> dict[str, list[Any]]:
    return {name: sorted(map(repr, db.execute(select(table)))) for name, table in metadata.tables.items()}


def wiped(db: Connection) -> Connection:
    for table in reversed(metadata.sorted_tables):
        db.execute(delete(table))
    return db


def taken(db: Connection, told: bytes) -> list[Taken]:
    return list(restored(io.BytesIO(told), Keeper(db), LONGEST))


def kept(report: Report, content: bytes, added: str) -> KeptReport:
    return KeptReport(
        report, report.url or report.id, report.outlet or "unnamed", content, b"\0" * 512, (),
        report.published or added[:10], added,
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> list[tuple[Report, bytes, list[Reading]]]:
    reports = [draw(made.reports(name)) for name in ("a1~1", "b2~1", "c3~12345678")[: draw(st.integers(0, 3))]]
    readers = [made.READER, Reader(version="2", model="m", terms="t"), made.READER]
    return [
        (one, draw(st.binary(max_size=20)), [draw(made.readings(one, r)) for r in readers[: draw(st.integers(0, 3))]])
        for one in reports
    ]


def fill(db: Connection, told: list[tuple[Report, bytes, list[Reading]]]) -> None:
    for report, content, readings in told:
        keeping.add_report(db, kept(report, content, TIMES[0]))
        for reading, time in zip(readings, TIMES, strict=False):
            keeping.add_reading(db, reading, time)
    refill.put_source(db, "elsewhere", "evidence")
    refill.put_tombstone(db, {"report": "x", "sha256": "0", "reason": "r", "author": "me", "made": TIMES[1]})
    judge(db)


def judge(db: Connection) -> None:
    """The first finding is judged, held, and the judgement undone at the same time under an earlier name."""
    row = db.execute(select(findings).order_by(findings.c.row)).first()
    if row is None:
        return
    refill.hold(db, row.reading, [row.id])
    one = Judgement(
        id="z", verdict="amend", subjects=(Subject(row.id), Subject("gone", 1)), amended=(("kind", '"call"'),),
        reason="because", author="me", made=TIMES[2],
    )  # fmt: skip
    refill.put_judgement(db, one, [JudgedPlace(row.row, False, None), JudgedPlace(None, False, "other")])
    undo = one.model_copy(update={"id": "a", "verdict": "undo", "undoes": "z", "subjects": (), "amended": ()})
    refill.put_judgement(db, undo, [])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=records())
def test_export_then_import_is_the_identity(record: Record, told: list[tuple[Report, bytes, list[Reading]]]) -> None:
    with record.writing() as db:
        fill(wiped(db), told)
        before, out = snapshot(db), list(lines(db, Scope()))
        results = taken(wiped(db), "\n".join(out).encode())
        assert [one.refusal for one in results if one.refusal] == []
        assert snapshot(db) == before
        assert list(lines(db, Scope())) == out
        assert {one.new for one in taken(db, "\n".join(out).encode())} <= {False}
        assert snapshot(db) == before


def reading(id: str = "0123456789abcdef", text: str = TEXT) -> Reading:
    report = Report(id=id, text=text, published="2024-05-04", language="en")
    met = Encounter.found(report, [(0, 27)], "encounters", 0.9, kind="visit", status="held", countries=("ARM", "KAZ"))
    return Reading(report=report, encounters=(met,), reader=made.READER)


@pytest.fixture
def db(record: Record) -> Iterator[Connection]:
    with record.writing() as connection:
        yield connection


def test_readings_as_comity_read_prints_them_go_in_under_the_lasting_id(db: Connection) -> None:
    (result,) = taken(db, reading().model_dump_json(by_alias=True).encode())
    (told,) = mapping.readings(db, ["0123456789abcdef~1"])
    assert (result.new, result.kind) == (True, "reading")
    assert told.encounters[0].id != reading().encounters[0].id
    assert keeping.content(db, told.report.id) == TEXT.encode()
    assert [one.refusal for one in taken(db, told.model_dump_json(by_alias=True).encode())] == [None]


def changed(path: str, value: Any) -> bytes:
    told = reading().model_dump(mode="json", by_alias=True)
    *way, last = path.split("/")
    place: Any = told
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    place[int(last) if last.isdigit() else last] = value
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b"{", "bad_line"),
        (b"[]", "bad_line"),
        (b"\xff", "bad_line"),
        (b'{"type": "nothing"}', "bad_line"),
        (b"[" * 5000, "bad_line"),
        (b'{"x": "' + b"a" * LONGEST + b'"}', "bad_line"),
        (changed("report/id", "nul \0"), "bad_line"),
        (changed("report/published", "2024-02-31"), "bad_line"),
        (changed("encounters/0/date", "2024-13"), "bad_line"),
        (changed("encounters/0/spans", [[0, 99]]), "bad_line"),
        (changed("encounters/0/spans", [[5, 5]]), "bad_line"),
        (changed("encounters/0/confidence", 2), "bad_line"),
        (changed("encounters/0/evidence", ["Armenia and Georgia met"]), "false_evidence"),
        (changed("encounters/0/id", "0" * 16), "false_evidence"),
        (changed("encounters/0/countries", ["ARM", "GEO"]), "false_evidence"),
        (changed("report/id", "fedcba9876543210"), "false_evidence"),
        (b'{"type": "report", "id": "a", "origin": "a", "source": "s", "day": "2024-01-01",'
         b' "added": "2024-01-01T00:00:00Z", "sha256": "0"}', "text_left_out"),
        (b'{"type": "reading", "report": "a", "reader": {"version": "", "model": "", "terms": ""},'
         b' "made": "2024-01-01T00:00:00Z"}', "not_there"),
        (b'{"type": "judgement", "id": "a", "verdict": "undo", "subjects": [], "undoes": "b", "reason": "",'
         b' "author": "", "made": "2024-01-01T00:00:00Z", "applies": []}', "not_there"),
        (b'{"type": "judgement", "id": "a", "verdict": "reject", "subjects": [], "reason": "",'
         b' "author": "", "made": "not a time", "applies": []}', "bad_line"),
    ],
    ids=map(str, range(20)),
)  # fmt: skip
def test_a_line_that_does_not_pass_is_refused_by_number_and_the_next_goes_in(
    db: Connection, line: bytes, name: str
) -> None:
    bad, good = taken(db, b"\n" + line + b"\n" + reading().model_dump_json(by_alias=True).encode())
    assert (bad.line, bad.refusal and bad.refusal.name) == (2, name)
    assert (good.line, good.new, good.refusal) == (3, True, None)


def test_lines_of_a_newer_form_stop_the_import(db: Connection) -> None:
    with pytest.raises(NewerExport):
        taken(db, b'{"type": "record", "version": 99, "comity": "9"}')


def test_content_that_is_not_what_its_hash_says_is_refused(db: Connection) -> None:
    taken(db, reading().model_dump_json(by_alias=True).encode())
    told = [json.loads(line) for line in lines(db, Scope())]
    line = next(one for one in told if one["type"] == "report") | {"content": "eA==", "id": "other"}
    assert [one.refusal and one.refusal.name for one in taken(db, json.dumps(line).encode())] == ["bad_line"]


def test_a_judgement_that_cannot_be_carried_out_is_refused(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise BadJudgement("It has no such field.")

    monkeypatch.setattr(Keeper, "judgement", refuse)
    line = {"type": "judgement", "id": "a", "verdict": "amend", "subjects": [], "amended": [["kind", "1"]],
            "reason": "", "author": "", "made": TIMES[0], "applies": []}  # fmt: skip
    for told, detail in (
        (line, "It has no such field."),
        (line | {"amended": [["kind", "{"]]}, "amends to what is no"),
    ):
        (result,) = taken(db, json.dumps(told).encode())
        assert result.refusal
        assert detail in result.refusal.detail


def test_another_text_under_an_id_that_is_kept_is_refused_with_its_readings(db: Connection) -> None:
    taken(db, reading().model_dump_json(by_alias=True).encode())
    other = reading(text=TEXT.replace("Armenia", "Georgia"))
    (result,) = taken(db, other.model_dump_json(by_alias=True).encode())
    assert result.refusal
    assert result.refusal.detail == "Another text is kept under 0123456789abcdef~1."


def test_an_id_that_does_not_follow_from_the_text_is_refused(db: Connection) -> None:
    taken(db, reading().model_dump_json(by_alias=True).encode())
    line = next(one for one in map(json.loads, lines(db, Scope())) if one["type"] == "report")
    (result,) = taken(wiped(db), json.dumps(line | {"id": "given"}).encode())
    assert result.refusal
    assert "does not follow from its text" in result.refusal.detail


def test_an_export_for_others_leaves_out_texts_that_may_not_be_shown_and_says_so(db: Connection) -> None:
    taken(db, reading().model_dump_json(by_alias=True).encode())
    keeping.set_source(db, "unnamed", "evidence")
    first, *others = [json.loads(line) for line in lines(db, Scope(), for_others=True)]
    report = next(one for one in others if one["type"] == "report")
    assert (first["for_others"], report["text"], report["content"]) == (True, None, None)
    refused = taken(wiped(db), "\n".join(json.dumps(one) for one in (first, *others)).encode())
    assert [one.refusal.name for one in refused if one.refusal] == ["text_left_out", "not_there"]


def test_a_part_of_a_record_holds_only_what_lies_in_it(db: Connection) -> None:
    for name, day in (("a1~1", "2024-05-04"), ("b2~1", "2024-06-04")):
        one = reading(name)
        moved = one.report.model_copy(update={"published": day})
        keeping.add_report(db, kept(moved, b"x", TIMES[0]))
        keeping.add_reading(db, one, TIMES[1])
    judge(db)
    first, *others = [json.loads(line) for line in lines(db, Scope(until="2024-05-31"))]
    assert first["until"] == "2024-05-31"
    assert [one["id"] for one in others if one["type"] == "report"] == ["a1~1"]
    assert [one["type"] for one in others if one["type"] == "judgement"] == []
