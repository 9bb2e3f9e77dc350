"""How long checking takes: ``python -m bench.checking``; 100,000 claims against one million cells, made at random.

Writes ``bench/results/checking-DAY.json`` with the machine. The time counts putting the cells in order and every
check, now and as known on the day; making cells and claims does not count.
"""

import json
import platform
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

from comity.rounding import Value, told_value
from comity.series import Flow, Observation
from comity.statistics.checking import Claimed, Ledger, check

RESULTS = Path(__file__).parent / "results"
CELLS, CLAIMS, STATES = 1_000_000, 100_000, 160
RELEASES = ("2023-02-01", "2024-02-01")
YEARS = tuple(str(year) for year in range(2014, 2024))
FLOWS: tuple[Flow, ...] = ("exports", "imports")


def cells(chance: random.Random, number: int) -> Iterator[Observation]:
    """Yearly totals between made-up states, in two releases."""
    names = [f"{a}{b}X" for a in "ABCDEFGHIJKLM" for b in "ABCDEFGHIJKLM"][:STATES]
    made = 0
    for reporter, partner in permutations(names, 2):
        for year in YEARS:
            for release in RELEASES:
                for flow in FLOWS:
                    if made == number:
                        return
                    made += 1
                    yield Observation(
                        reporter, partner, flow, "fob", "", "TOTAL", "", year, chance.uniform(1e6, 1e9), "USD",
                        release, "release", "made", "made",
                    )  # fmt: skip


def claims(chance: random.Random, found: list[Observation], number: int) -> Iterator[Claimed]:
    """Claims of turnover, exports and imports, some of them with their growth."""
    for one in chance.choices(found, k=number):
        measure = chance.choice(("trade", "exports", "imports"))
        yield Claimed(
            measure, one.reporter, one.partner, (one.reporter, one.partner), told_value(round(one.value, -6)),
            Value(chance.uniform(0.8, 1.3), "exact", 0.01) if chance.random() < 0.5 else None, True, "USD", one.period,
            False, False, "reported", "2024-01-15", "2024-01-15", one.reporter,
        )  # fmt: skip


def main() -> None:
    """Measure, print and write."""
    chance = random.Random(7)
    found = list(cells(chance, CELLS))
    told = list(claims(chance, found, CLAIMS))
    began = time.perf_counter()
    ledger = Ledger(found)
    ordered = time.perf_counter() - began
    verdicts = Counter(check(one, ledger).verdict for one in told)
    result = {
        "machine": f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, one process",
        "cells": len(found),
        "claims": len(told),
        "seconds_ordering": round(ordered, 2),
        "seconds": round(time.perf_counter() - began, 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "verdicts": dict(sorted(verdicts.items())),
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    path = RESULTS / f"checking-{datetime.now(UTC).date()}.json"
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
