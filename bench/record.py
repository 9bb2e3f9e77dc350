"""Time the record on this machine: ``python -m bench.record`` writes bench/results/record-<date>.json.

Varied readings (``bench.varied``) are added in one go, up to 50 reports a transaction, on SQLite and on
PostgreSQL; then each question is asked of the full record some 30 times, each time of something else.
Costs are in processor time of this process and in time by the clock, as machines are shared and noisy;
what is to be compared are ratios of figures of one run.

``--readings``, ``--minutes``, ``--databases``, ``--folder`` and ``--to`` change what is done; what the file of the
day tells of the other database stays, so that each can have a run of its own.
"""

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from math import inf
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bench import asked, varied
from bench.__main__ import RESULTS, machine
from comity.findings import Reading, Report
from comity.intake import Arrival
from comity.record.db import Record, open_record
from comity.run.adding import keep_all, kept_report
from comity.terms import load
from comity.version import __version__
from tests.machine.postgres import Server

Window = dict[str, float]

SEED = 20261126
READINGS = 100_000
TOGETHER = 50
ADDED = "2026-11-26T00:00:00.000000+00:00"
# The windows that costs are told in; the first tenth warms caches up and is compared with nothing. What it
# costs to make a reading is told beside, as a yardstick: it is the same all along, so that where it grows the
# machine has become slower, by what others do on it.
WINDOWS = 100
SHARED_BUFFERS = "512MB"
SAFE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "shared_buffers": SHARED_BUFFERS}


def added(record: Record, readings: Iterator[Reading], count: int, minutes: float = inf) -> dict[str, Any]:
    """Add so many readings, or as many as go in so many minutes; the costs, on the whole and by window."""
    last = time.monotonic() + minutes * 60
    size = max(1, count // WINDOWS)
    windows: list[Window] = []
    for start in range(0, count, size):
        if time.monotonic() > last:
            break
        windows.append(_window(record, islice(readings, size), start))
        tell(f"{record.dialect} {windows[-1]}")
    return {"reports": windows[-1]["reports"], **_costs(windows), "windows": windows}


def _window(record: Record, readings: Iterator[Reading], before: int) -> Window:
    """What adding some readings cost; what it takes to make one is the yardstick, as it never changes."""
    done = 0
    making = cpu = clock = 0.0
    while True:
        began = time.process_time()
        some = list(islice(readings, TOGETHER))
        begun = time.process_time(), time.perf_counter()
        making += begun[0] - began
        if not some:
            break
        _add(record, some)
        cpu += time.process_time() - begun[0]
        clock += time.perf_counter() - begun[1]
        done += len(some)
    return {
        "reports": before + done,
        "cpu_ms_per_report": round(cpu / done * 1000, 3),
        "clock_ms_per_report": round(clock / done * 1000, 3),
        "making_ms_per_reading": round(making / done * 1000, 4),
        "memory_mib": round(_memory()),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _add(record: Record, readings: Sequence[Reading]) -> None:
    terms = load()
    given = [(kept_report(_arrival(reading.report), ADDED), reading) for reading in readings]
    with record.writing() as db:
        keep_all(db, given, terms)


def _arrival(report: Report) -> Arrival:
    return Arrival(report, report.url or report.id, report.text.encode())


def _costs(windows: Sequence[Window]) -> dict[str, float]:
    """Means of all; the last tenth to the second tenth; the memory at the end and after a tenth."""
    tenth = max(1, len(windows) // 10)
    second, last = windows[tenth : 2 * tenth] or windows, windows[-tenth:]
    costs = ("cpu_ms_per_report", "clock_ms_per_report", "making_ms_per_reading")
    ratios = {cost: _mean(last, cost) / _mean(second, cost) for cost in costs}
    pace = ratios["making_ms_per_reading"]
    return {
        **{cost: round(_mean(windows, cost), 3) for cost in costs},
        "cpu_last_tenth_to_second": round(ratios["cpu_ms_per_report"], 3),
        "cpu_last_tenth_to_second_by_yardstick": round(ratios["cpu_ms_per_report"] / pace, 3),
        "clock_last_tenth_to_second": round(ratios["clock_ms_per_report"], 3),
        "memory_mib_after_first_tenth": windows[tenth - 1]["memory_mib"],
        "memory_mib_at_end": windows[-1]["memory_mib"],
        "peak_mib": windows[-1]["peak_mib"],
    }


def _mean(windows: Sequence[Window], what: str) -> float:
    return statistics.fmean(window[what] for window in windows)


def _memory() -> float:
    """What the process holds in memory now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize() / 2**20


def measured(record: Record, count: int, minutes: float = inf) -> dict[str, Any]:
    """A record filled and questioned: what it cost, how large it is, and how long answers take."""
    costs = added(record, varied.readings(SEED, count), count, minutes)
    return {"added": costs, **questioned(record)}


def questioned(record: Record) -> dict[str, Any]:
    """How large a record is and how long answers take."""
    analysed(record)
    return {"version": _version(record), "holds": holds(record), "bytes": size(record), "asked": asked.times(record)}


def analysed(record: Record) -> None:
    """Let the database take stock of its tables, as each does of itself in time."""
    with record.writing() as db:
        db.execute(text("ANALYZE"))


def holds(record: Record) -> dict[str, int]:
    """How many rows the main tables hold."""
    tables = ("reports", "findings", "matters", "links", "follow_ups", "namings", "people", "block_keys")
    with record.asking() as db:
        return {table: db.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables}


def size(record: Record) -> int:
    """Bytes on the disk."""
    if record.path:
        return sum(path.stat().st_size for path in record.path.parent.glob(record.path.name + "*"))
    with record.asking() as db:
        return int(db.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


def _version(record: Record) -> str:
    query = "SELECT sqlite_version()" if record.path else "SHOW server_version"
    with record.asking() as db:
        return str(db.execute(text(query)).scalar_one())


@contextmanager
def opened(database: str, folder: Path | None) -> Iterator[Record]:
    """An empty record; a SQLite file is made in ``folder`` and kept there, else it goes when all is done."""
    if database == "sqlite":
        with tempfile.TemporaryDirectory() as other, open_record(str((folder or Path(other)) / "bench.db")) as record:
            yield record
        return
    with Server(SAFE) as server, open_record(server.database()) as record:
        yield record


def tell(line: str) -> None:
    """A line on standard error, so that one who waits sees it go on."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stderr.flush()


def main() -> None:
    """Measure, print and keep the figures."""
    asked_for = _options()
    results: dict[str, Any] = {}
    for database in asked_for.databases:
        with opened(database, asked_for.folder) as record:
            results[database] = measured(record, asked_for.readings, asked_for.minutes)
            _keep(asked_for.to, asked_for.readings, results)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.record", description="Time the record on this machine.")
    parser.add_argument("--readings", type=int, default=READINGS)
    parser.add_argument("--minutes", type=float, default=inf, help="how long each database may take in")
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"], choices=["sqlite", "postgresql"])
    parser.add_argument("--folder", type=Path, help="where the SQLite file is made, and kept")
    parser.add_argument("--to", type=Path, default=RESULTS / f"record-{date.today().isoformat()}.json")
    return parser.parse_args()


def _keep(path: Path, count: int, results: dict[str, Any]) -> None:
    """Write what is known by now, beside what is there of databases not asked for."""
    before = json.loads(path.read_text(encoding="utf-8"))["databases"] if path.exists() else {}
    result = {
        "date": date.today().isoformat(),
        "comity": __version__,
        "machine": machine(),
        "readings": count,
        "reports_a_transaction": TOGETHER,
        "seed": SEED,
        "postgresql_settings": SAFE,
        "databases": before | results,
    }
    told = json.dumps(result, indent=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(told + "\n", encoding="utf-8")
    sys.stdout.write(told + "\n")


if __name__ == "__main__":
    main()
