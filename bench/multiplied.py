"""Ask a SQLite record of a million findings without adding them all: ``python -m bench.multiplied RECORD``.

A record that ``bench.record`` has filled is copied, and all that questions look at is put in again and
again: each time other states stand for each state, ids get letters and so do names of people. It costs
minutes instead of hours, and answers take as long as they would. What only adding looks at (keys, links to
come) is left out, so nothing can be added to such a record.
"""

import argparse
import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.record import questioned
from comity.record.db import open_record
from comity.record.tables import metadata

SEED = 7
FINDINGS = 1_000_000
ONCE = {"sources", "readers", "forgotten", "block_keys", "likeness_bands", "passage_keys", "naming_keys"}
JUDGED = {"judgements", "judgement_subjects", "judgement_fields"}
IDS = {
    "reports": {"id", "origin", "url", "copy_of", "replaced_by"},
    "findings": {"row", "id", "reading", "report", "matter"},
    "namings": {"id", "person"},
    "follow_ups": {"opening", "told_by", "report", "finding"},
    "finding_anchors": {"finding", "anchor"},
    "finding_people": {"finding", "naming"},
}
POINTING = {"id", "report", "reading", "finding", "matter", "naming", "passage", "one", "other"}
STATES = {"host", "country", "source", "target", "claim_by"}
NAMED = {"people", "namings", "finding_people"}
Turn = Callable[[Any], Any]


def multiplied(source: Path, target: Path, findings: int) -> int:
    """Make a record of at least so many findings out of one; how many times as large it is."""
    with closing(sqlite3.connect(source)) as db:
        db.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target, isolation_level=None)) as db:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
            db.execute(f"PRAGMA {setting}")
        rows = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in _tables()}
        times = -(-findings // len(rows["findings"]))
        for number, states in zip(range(1, times), _permutations(db), strict=False):
            db.execute("BEGIN")
            for name, told in rows.items():
                turns = [_turn(name, column.name, _letters(number), states) for column in metadata.tables[name].columns]
                marks = ",".join("?" * len(turns))
                db.executemany(f"INSERT INTO {name} VALUES ({marks})", (_turned(turns, row) for row in told))
            db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")
    return times


def _tables() -> list[str]:
    return [name for name in metadata.tables if name not in ONCE | JUDGED]


def _letters(number: int) -> str:
    """Letters that no id has, as those are hex digits."""
    return "".join("ghijklmnop"[int(digit)] for digit in str(number))


def _permutations(db: sqlite3.Connection) -> Iterator[Mapping[str, str]]:
    chance = random.Random(SEED)
    states = [state for (state,) in db.execute("SELECT DISTINCT country FROM matter_parties ORDER BY country")]
    while True:
        yield dict(zip(states, chance.sample(states, len(states)), strict=True))


def _turn(table: str, column: str, letters: str, states: Mapping[str, str]) -> Turn:
    if column in IDS.get(table, POINTING):
        return lambda key: key and key[0] + letters + key[1:]
    if column in STATES and table != "reports":
        return lambda state: states.get(state, state)
    if column == "pair":
        return lambda pair: pair and "-".join(sorted(states.get(state, state) for state in pair.split("-")))
    if column == "name" and table in NAMED:
        return lambda name: name and name + letters
    return lambda value: value


def _turned(turns: Sequence[Turn], row: Sequence[Any]) -> list[Any]:
    return [turn(value) for turn, value in zip(turns, row, strict=True)]


def main() -> None:
    """Multiply a record, ask it, and print how long answers take."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.multiplied", description="Ask a record made many times as large."
    )
    parser.add_argument("record", type=Path)
    parser.add_argument("--findings", type=int, default=FINDINGS)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=told.record.parent) as folder:
        place = Path(folder, "multiplied.db")
        times = multiplied(told.record, place, told.findings)
        with open_record(str(place)) as record:
            result = {"times": times, **questioned(record)}
    sys.stdout.write(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
