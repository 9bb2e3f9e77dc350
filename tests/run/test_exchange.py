"""What is exported and taken in again is the same record, row for row and time for time."""

import io
from functools import partial
from pathlib import Path
from shutil import copyfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from comity.exchange.lines import lines
from comity.record.db import Record, open_record
from comity.record.dump import Scope
from comity.record.soundness import check
from comity.record.tables import metadata
from comity.run import changing, judging
from comity.run.exchange import imported
from comity.settings import Settings
from comity.terms import load
from tests.run.relation import READINGS, added, fill, in_other_words, under
from tests.run.test_changing import LATER, NEWER

FEW = READINGS[:5]


def exported(record: Record) -> bytes:
    with record.asking() as db:
        return "".join(f"{line}\n" for line in lines(db, Scope())).encode()


def everything(record: Record) -> dict[str, list[str]]:
    with record.asking() as db:
        return {table.name: sorted(map(repr, db.execute(select(table)))) for table in metadata.sorted_tables}


def taken_in(told: bytes, path: Path) -> dict[str, list[str]]:
    with open_record(str(path)) as record:
        refused = [one for one in imported(record, io.BytesIO(told), Settings()) if one.refusal]
        assert refused == []
        assert check(record) == []
        return everything(record)


def live(record: Record) -> None:
    """All that can happen to a record: copies, versions, judgements, a re-reading, something forgotten."""
    gone = under(FEW[1], "gone")
    fill(record, [*FEW, under(FEW[0], "copied", published="2030-01-01"), gone])
    with record.writing() as db:
        added(db, in_other_words(FEW[2]), origin=f"{FEW[2].report.url}", at=LATER)
    rule = partial(judging.judge, record, settings=Settings(), reason="seen", author="tester")
    rule(partial(judging.on_finding, verdict="confirm", finding=FEW[0].encounters[0].id))
    rule(partial(judging.on_finding, verdict="reject", finding=FEW[0].figures[0].id))
    undone = rule(partial(judging.amending, finding=FEW[1].encounters[0].id, fields=["date=2001-02-03"]))
    rule(partial(judging.undoing, judgement=undone.id))
    rule(partial(judging.merging, things=[f"m{one.encounters[0].id}" for one in FEW[3:5]]))
    with record.writing() as db:
        newer = FEW[0].model_copy(update={"reader": NEWER, "encounters": FEW[0].encounters[1:]})
        changing.replace_reading(db, newer, LATER, load())
    changing.forget(record, gone.report.id, "a court order", "tester", Settings())


def test_a_record_that_has_lived_comes_back_the_same(record: Record, template_file: Path, tmp_path: Path) -> None:
    live(record)
    told = exported(record)
    assert taken_in(told, Path(copyfile(template_file, tmp_path / "other.db"))) == everything(record)


def test_what_is_taken_in_twice_is_there_once(record: Record, template_file: Path, tmp_path: Path) -> None:
    live(record)
    told = exported(record)
    other = Path(copyfile(template_file, tmp_path / "other.db"))
    assert taken_in(told, other) == taken_in(told, other)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(len(FEW))), unique=True))
def test_any_reports_in_any_order_come_back_the_same(template_file: Path, tmp_path: Path, places: list[int]) -> None:
    with open_record(str(copyfile(template_file, tmp_path / "one.db"))) as record:
        fill(record, [FEW[place] for place in places])
        told, whole = exported(record), everything(record)
    assert taken_in(told, Path(copyfile(template_file, tmp_path / "other.db"))) == whole
