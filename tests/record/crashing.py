"""Adding reports in a process that is killed, runs out of room or is not alone: for tests and for ``make soak``.

What the reader says of each report is made once; the processes under test keep it by ``run.adding.add``,
so that nearly all of their time is spent in the record.
"""

import multiprocessing
import pickle
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any, NamedTuple
from unittest import mock

from sqlalchemy import Connection, Table, select

from comity import intake
from comity.errors import ComityError
from comity.findings import Reading, Report
from comity.intake import Arrival, Skipped, lasting
from comity.record.db import Record, open_record
from comity.record.soundness import check
from comity.record.tables import metadata
from comity.run import adding
from comity.run.reading import read_all
from comity.settings import Settings
from tests.record.powerless import powerless
from tests.reports import ROOT

# Columns that hold when something was done; all others follow from the reports.
TIMES = {("reports", "added"), ("readings", "made"), ("readings", "until")}
# Processes are forked from one that has loaded the program: a kill then costs no start from nothing.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__, "tests.record.warm"])

Row = tuple[Any, ...]


def make_work(path: Path) -> Path:
    """The project's example reports with their readings, for the processes to take."""
    settings = Settings()
    arrivals = [one for one in intake.arrivals([str(ROOT / "examples" / "kazarm")], settings) if not _skipped(one)]
    reports = [lasting(one.report) for one in arrivals if isinstance(one, Arrival)]
    readings = [one for one in read_all(reports, settings) if isinstance(one, Reading)]
    path.write_bytes(pickle.dumps((arrivals, {one.report.id: one for one in readings})))
    return path


def _skipped(one: Arrival | Skipped) -> bool:
    return isinstance(one, Skipped)


def rows(record: Record) -> dict[str, list[Row]]:
    """Every row of every table without its times, sorted."""
    with record.asking() as db:
        return {table.name: _rows(db, table) for table in metadata.sorted_tables}


def _rows(db: Connection, table: Table) -> list[Row]:
    columns = [column for column in table.columns if (table.name, column.name) not in TIMES]
    return sorted((tuple(row) for row in db.execute(select(*columns))), key=repr)


@dataclass(frozen=True, slots=True)
class Task:
    """What one process does: ``backwards`` takes the reports from the last, ``room`` is the largest file in bytes,
    ``root`` whether it may do what it likes."""

    place: str
    work: Path
    backwards: bool = False
    room: int | None = None
    root: bool = True


class Adding:
    """A process that adds reports; it has begun when this is made."""

    def __init__(self, task: Task) -> None:
        self._pipe, its = _PROCESSES.Pipe()
        self.process: BaseProcess = _PROCESSES.Process(target=_add, args=(task, its))
        self.process.start()
        its.close()
        assert self._pipe.recv() == "begun"

    def ended(self) -> str:
        """Wait for the end; "done", or the name of what it was refused."""
        said: str = self._pipe.recv()
        self.process.join()
        return said

    def kill(self) -> bool:
        """End it at once, as for want of power; False where it had ended before."""
        self.process.kill()
        self.process.join()
        return self.process.exitcode == -signal.SIGKILL


def _add(task: Task, pipe: Pipe) -> None:
    arrivals, readings = pickle.loads(task.work.read_bytes())
    if task.room:
        resource.setrlimit(resource.RLIMIT_FSIZE, (task.room, task.room))

    def read(given: Iterable[Report | Skipped], *_: object) -> Iterator[Reading | Skipped]:
        pipe.send("begun")
        for one in given:
            yield readings[one.id] if isinstance(one, Report) else one

    with mock.patch.object(adding, "read_all", read), nullcontext() if task.root else powerless():
        pipe.send(_outcome(task, arrivals[::-1] if task.backwards else arrivals))


def _outcome(task: Task, arrivals: list[Arrival]) -> str:
    try:
        with open_record(task.place) as record:
            list(adding.add(record, arrivals, Settings()))
    except ComityError as refusal:
        return refusal.name
    return "done"


def undisturbed(place: str, work: Path) -> tuple[dict[str, list[Row]], float]:
    """The rows of a record that nothing disturbs, and the seconds they take to be added."""
    process = Adding(Task(place, work))
    begun = monotonic()
    ended = process.ended()
    assert ended == "done", ended
    took = monotonic() - begun
    with open_record(place) as record:
        assert check(record) == []
        return rows(record), took


class Soaked(NamedTuple):
    """What was done: kills, over how many records, and what differed."""

    kills: int
    records: int
    different: tuple[str, ...]


def soak(places: Callable[[], str], work: Path, kills: int, seed: int) -> Soaked:
    """Kill additions at seeded moments until ``kills`` have hit, add the rest, and compare with no disturbance.

    ``places`` gives the place of another empty record each time.
    """
    moments = Random(seed)
    expected, took = undisturbed(places(), work)
    hit, records, different = 0, 0, list[str]()
    while hit < kills:
        place = places()
        hit += _killed(place, work, kills - hit, took / 3, moments)
        records += 1
        different += _differences(place, work, expected)
    return Soaked(hit, records, tuple(different))


def _killed(place: str, work: Path, most: int, longest: float, moments: Random) -> int:
    """How often an addition to one record was killed before one came to its end."""
    for hit in range(most):
        adding = Adding(Task(place, work))
        sleep(moments.uniform(0, longest))
        if not adding.kill():
            return hit
    return most


def _differences(place: str, work: Path, expected: dict[str, list[Row]]) -> list[str]:
    with open_record(place) as record:
        unsound = check(record)
    ended = Adding(Task(place, work)).ended()
    with open_record(place) as record:
        found = rows(record)
        unsound += check(record)
    wrong = [f"{place}: {table} differs" for table, told in expected.items() if found[table] != told]
    return [*wrong, *unsound, *([] if ended == "done" else [f"{place}: ended with {ended}"])]
