from collections.abc import Mapping
from pathlib import Path

import pytest

from comity.errors import BadMap, ComityError, EmptyAnswer, MissingKey, NoAccess, UnknownMap, UnknownSeriesSource
from comity.intake.fetch import Fetcher
from comity.intake.given import Answer
from comity.record.db import Record
from comity.run import statistics
from comity.run.statistics import AddedSeries
from comity.settings import Settings

TABLE = "year,partner,exports,imports\n2023,Armenia,35,68\n2022,Armenia,28,15\n"
MAP = """
name = "made"
source = "made"
licence = "made"
recognised_by = ["partner", "exports"]
reporter = "KAZ"
partner_column = "partner"
year_column = "year"
unit = "USD"
scale = 1000000

[columns.exports]
flow = "exports"

[columns.imports]
flow = "imports"
"""
ANSWER = (
    b'{"count": 1, "error": "", "data": [{"flowCode": "X", "reporterCode": 398, "partnerCode": 51, "period": "2023",'
    b' "cmdCode": "TOTAL", "primaryValue": 1.5, "classificationCode": "H6", "refYear": 2023}]}'
)


class Recorded(Fetcher):
    """Answers from memory, as a server would."""

    def __init__(self, content: bytes = b"", refusal: int = 0) -> None:
        super().__init__(Settings())
        self.asked = ""
        self._content, self._status = content, refusal

    def fetched(
        self, address: str, media: tuple[str, ...] = (), refusals: Mapping[int, type[ComityError]] | None = None
    ) -> Answer:
        self.asked = address
        if refusals and self._status in refusals:
            raise refusals[self._status](f"The server answers {self._status}.")
        return Answer(self._content, address, "application/json", None)


def add(record: Record, told: Path | str, fetcher: Fetcher | None = None, described: Path | None = None) -> AddedSeries:
    return statistics.add(
        record, str(told), Settings(), fetcher or Recorded(), str(described) if described else None, "2024-07-25"
    )


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "made.toml").write_text(MAP)
    (tmp_path / "table.csv").write_text(TABLE)
    return tmp_path / "table.csv"


def test_a_table_is_read_by_a_map_of_ones_own_and_kept_once(record: Record, table: Path) -> None:
    own = table.with_name("made.toml")
    assert add(record, table, described=own) == AddedSeries(4, 0, (), {})
    assert add(record, table, described=own) == AddedSeries(0, 4, (), {})


def test_a_release_with_another_value_is_refused_cell_by_cell(record: Record, table: Path) -> None:
    own = table.with_name("made.toml")
    add(record, table, described=own)
    table.write_text(TABLE.replace("35", "36"))
    found = add(record, table, described=own)
    assert [one.name for one in found.refused] == ["cell_twice"]
    assert (found.new, found.known) == (0, 3)


def test_a_source_is_asked_by_name(record: Record) -> None:
    fetcher = Recorded(ANSWER)
    assert add(record, "comtrade:KAZ:Armenia:2023", fetcher).new == 1
    assert "reporterCode=398&partnerCode=51&period=2023" in fetcher.asked


def test_the_answer_of_a_reporter_that_stopped_says_so(record: Record) -> None:
    found = add(record, "comtrade:KAZ:ARM:2026", Recorded(ANSWER))
    assert [one.name for one in found.refused] == ["stopped_reporting"]


def test_an_answer_without_a_byte_is_refused(record: Record) -> None:
    with pytest.raises(EmptyAnswer):
        add(record, "imts:KAZ:ARM", Recorded(b" "))


def test_a_source_that_wants_a_key_is_named(record: Record) -> None:
    with pytest.raises(MissingKey):
        add(record, "comtrade:KAZ:ARM:2023", Recorded(refusal=401))


def test_what_is_no_source_is_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UnknownSeriesSource, match="2 parts after comtrade, not 3"):
        add(record, "comtrade:KAZ:ARM")
    with pytest.raises(UnknownSeriesSource, match="no file"):
        add(record, tmp_path / "nothing.csv")
    with pytest.raises(NoAccess):
        add(record, tmp_path)


def test_maps_that_cannot_be_used_are_refused(record: Record, table: Path) -> None:
    with pytest.raises(UnknownMap):
        add(record, table, described=Path("nobody"))
    bad = table.with_name("bad.toml")
    bad.write_text("name = 1")
    with pytest.raises(BadMap):
        add(record, table, described=bad)


def test_levels_of_economies_are_kept_and_not_taken_for_trade(record: Record) -> None:
    answer = (
        b'[{"page": 1}, [{"country": {"id": "KZ"}, "countryiso3code": "KAZ", "indicator": {"id": "NY.GDP.MKTP.CD"},'
        b' "date": "2023", "value": 2.6e11, "unit": ""}]]'
    )
    fetcher = Recorded(answer)
    assert add(record, "worldbank:KAZ+Armenia:NY.GDP.MKTP.CD:2018:2023", fetcher).new == 1
    assert "country/KAZ;ARM/indicator/NY.GDP.MKTP.CD" in fetcher.asked
    with pytest.raises(UnknownSeriesSource, match="is no year"):
        add(record, "worldbank:KAZ:NY.GDP.MKTP.CD:first:last", fetcher)
