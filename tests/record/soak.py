"""``make soak``: additions killed at seeded moments, 200 on each database; writes bench/results/soak-DATE.json.

Another number of kills may be told: ``python -m tests.record.soak 60``.
"""

import itertools
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from comity.record.db import open_record
from comity.version import __version__
from tests.machine.postgres import Server
from tests.record.crashing import make_work, soak
from tests.reports import ROOT

SEED = 7


def main(kills: int = 200) -> None:
    """Soak both databases; exit status 1 where a record differs or is not sound."""
    with tempfile.TemporaryDirectory() as folder, Server() as server:
        work = make_work(Path(folder, "work"))
        numbers = itertools.count()
        told = {
            "sqlite": _soaked(lambda: str(Path(folder, f"{next(numbers)}.db")), work, kills),
            "postgresql": _soaked(lambda: _made(server.database()), work, kills),
        }
    today = datetime.now(UTC).date().isoformat()
    result = {"date": today, "version": __version__, "seed": SEED, "reports": "examples/kazarm", **told}
    text = json.dumps(result, indent=2) + "\n"
    (ROOT / "bench" / "results" / f"soak-{today}.json").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    sys.exit(any(one["different"] for one in told.values()))


def _soaked(places: Callable[[], str], work: Path, kills: int) -> dict[str, object]:
    begun = monotonic()
    soaked = soak(places, work, kills, SEED)._asdict() | {"seconds": round(monotonic() - begun, 1)}
    sys.stderr.write(f"{soaked}\n")
    return soaked


def _made(place: str) -> str:
    open_record(place).close()
    return place


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
