"""Whatever happens to the process that adds: the record is sound, and adding again brings it to the same rows."""

import itertools
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from comity.record.db import open_record
from comity.record.soundness import check
from tests.machine.postgres import Server
from tests.record.crashing import Adding, Row, Task, make_work, rows, soak, undisturbed
from tests.record.powerless import unwritable

Expected = dict[str, list[Row]]

KILLS, SEED = 20, 3


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_work(tmp_path_factory.mktemp("work") / "work")


@pytest.fixture(scope="session")
def expected(tmp_path_factory: pytest.TempPathFactory, work: Path) -> Expected:
    """The rows of a record that nothing disturbed: the same in both databases."""
    return undisturbed(str(tmp_path_factory.mktemp("undisturbed") / "comity.db"), work)[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path, template_file: Path) -> Callable[[], str]:
    """Gives the place of another empty record at each call."""
    if request.param == "sqlite":
        numbers = itertools.count()
        return lambda: str(copyfile(template_file, tmp_path / f"{next(numbers)}.db"))
    server: Server = request.getfixturevalue("postgres")
    template: str = request.getfixturevalue("template_database")
    return lambda: server.database(template=template)


def test_killed_at_any_moment_a_record_comes_to_the_same_rows(places: Callable[[], str], work: Path) -> None:
    soaked = soak(places, work, KILLS, SEED)
    assert soaked.different == ()
    assert soaked.kills == KILLS


def test_two_who_add_the_same_at_once_have_one_record(
    places: Callable[[], str], expected: Expected, work: Path
) -> None:
    place = places()
    both = [Adding(Task(place, work)), Adding(Task(place, work, backwards=True))]
    assert [adding.ended() for adding in both] == ["done", "done"]
    with open_record(place) as record:
        assert check(record) == []
        assert rows(record) == expected


@pytest.mark.parametrize("room", [600_000, 700_000, 900_000, 1_300_000])
def test_where_room_ends_the_record_stays_sound_and_goes_on_when_there_is_room(
    room: int, template_copy: Path, expected: Expected, work: Path
) -> None:
    place = str(template_copy)
    assert Adding(Task(place, work, room=room)).ended() == "record_full"
    with open_record(place) as record:
        assert check(record) == []
    assert Adding(Task(place, work)).ended() == "done"
    with open_record(place) as record:
        assert rows(record) == expected


def test_to_a_file_that_cannot_be_written_nothing_is_added(template_file: Path, work: Path) -> None:
    with unwritable(template_file) as path:
        assert Adding(Task(str(path), work, root=False)).ended() == "record_read_only"
        with open_record(str(path)) as record:
            assert check(record) == []
