from pathlib import Path

import pytest

import comity
from comity import terms
from comity.intake import arrivals
from comity.record import series
from comity.record.db import Record
from comity.run import asking, checking, mirroring, statistics
from comity.run.adding import add
from comity.settings import Settings
from comity.statistics.sources import read
from comity.statistics.taken import Release
from comity.terms.states import States

DATA = Path(__file__).parents[1] / "statistics" / "data"
TEXT = (
    "In 2023 trade between Kazakhstan and Armenia reached 53 million US dollars, 23.1 percent more than a year "
    "earlier, Kazakhstan's Trade Minister said. "
)


@pytest.fixture
def known(record: Record) -> Record:
    states = terms.load(None).table(States)
    for name in ("kz_bns_armenia.csv", "armstat_kazakhstan_vintages.csv"):
        statistics.keep(record, read((DATA / name).read_bytes(), states, Release("2026-11-23")))
    return record


def test_a_report_is_checked_without_being_kept(known: Record) -> None:
    with known.asking() as db:
        (found,) = checking.of_reading(db, comity.read(TEXT, published="2024-03-18"), terms.load(None))
    assert found.checked.verdict == "outdated"
    assert "103.7 million USD" in found.checked.sentences[0]
    assert any("43.08 million USD for the time before" in one for one in found.checked.sentences)
    assert "110.1 million" in found.checked.sentences[-1]


def test_the_account_tells_what_statistics_say_and_as_of_a_day_what_was_known(known: Record, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    list(add(known, arrivals([str(tmp_path)], Settings(), published="2024-03-18"), Settings()))
    now = asking.account(known, ("ARM", "KAZ"), Settings())
    assert [one.verdict for one in now.checks.values()] == ["outdated"]
    then = asking.account(known, ("ARM", "KAZ"), Settings(), "2024-06-30")
    (told,) = then.checks.values()
    assert not any("103.7" in sentence for sentence in told.sentences)


def test_without_series_nothing_is_said(record: Record) -> None:
    with record.asking() as db:
        assert checking.of_matters(db, [], terms.load(None)) == {}
        (found,) = checking.of_reading(db, comity.read(TEXT, published="2024-03-18"), terms.load(None))
    assert found.checked.sentences == ("Not checkable: no official series on these states are held.",)


def test_both_sides_stand_beside_each_other(known: Record) -> None:
    with known.asking() as db:
        assert series.held(db)
    rows = mirroring.mirror(known, ("ARM", "KAZ"))
    assert {row.year for row in rows if row.gap is not None} == {str(year) for year in range(2018, 2024)}
