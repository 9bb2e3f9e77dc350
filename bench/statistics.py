"""How long the heaviest estimate takes: ``python -m bench.statistics FOLDER``; FOLDER is the shared data/trade.

Three-way PPML (exporter-year, importer-year and pair effects) of the 99,981 rows of the Advanced Guide's panel, in one
process. Writes ``bench/results/statistics-DAY.json`` with the machine.
"""

import json
import platform
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from comity.statistics.gravity.ppml import ppml
from comity.statistics.sources.tables import parsed

RESULTS = Path(__file__).parent / "results"


def main(folder: Path) -> None:
    """Measure, print and write."""
    _, rows = parsed((folder / "gravity/agtpa_applications.csv.gz").read_bytes())
    flows, rta = (np.array([float(row[name]) for row in rows]) for name in ("trade", "rta"))
    pairs = np.array([row["pair_id"] for row in rows])
    sides = [np.array([row[side] + row["year"] for row in rows]) for side in ("exporter", "importer")]
    del rows
    began = time.perf_counter()
    fit = ppml(flows, {"rta": rta}, [*sides, pairs], pairs)
    result = {
        "machine": f"{platform.processor() or platform.machine()}, Python {platform.python_version()}",
        "rows": len(flows),
        "rows_used": fit.rows,
        "rta": round(float(fit.coefficients[0]), 4),
        "error": round(float(fit.errors[0]), 4),
        "seconds": round(time.perf_counter() - began, 2),
        "peak_mib_with_the_table": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    path = RESULTS / f"statistics-{datetime.now(UTC).date()}.json"
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
