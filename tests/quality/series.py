"""How much of the recorded tables and answers beside the project becomes observations, and whether known values hold.

Run as ``python -m tests.quality.series FOLDER``; FOLDER is ``data/trade`` of the shared folder.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from comity.errors import ComityError
from comity.statistics.sources import comtrade, imts, tables, worldbank
from comity.statistics.taken import Release, Taken
from comity.terms.states import States
from comity.terms.table import Terms

Reader = Callable[[bytes, States, Release], Taken]
RETRIEVED = Release("2026-11-23")
# Turnover of the two offices, million US$, 2018 to 2023, from their publications.
KAZ = {"2018": 13.9, "2019": 11.5, "2020": 14.2, "2021": 20.8, "2022": 43.1, "2023": 103.7}
ARM = {"2018": 13.5, "2019": 8.3, "2020": 12.3, "2021": 18.8, "2022": 42.3, "2023": 110.1, "2024": 84.1}


def content_of(path: Path) -> bytes:
    """The answer's own bytes; recorded answers stand in an envelope of url and text or response."""
    content = path.read_bytes()
    if path.parent.name == "imf" and path.suffix == ".json":
        return str(json.loads(content)["text"]).encode()
    return json.dumps(json.loads(content)["response"]).encode() if path.name.startswith("wbpy") else content


def tables_of(content: bytes, states: States, release: Release) -> Taken:
    """As ``tables.read``, by the header."""
    return tables.read(content, states, release)


READERS: dict[str, Reader] = {
    "mirror/*.csv*": tables_of,
    "api/comtrade/get_*.json": comtrade.read,
    "api/comtrade/bulk_*.json": comtrade.read,
    "api/comtrade/rows_*.csv": comtrade.read_rows,
    "api/imf/*.json": imts.read,
    "api/imf/*.xml": imts.read_markup,
    "api/worldbank/*.json": worldbank.read,
}


def told(path: Path, reader: Reader, states: States) -> Taken:
    """What the file gives, printed in a line."""
    try:
        taken = reader(content_of(path), states, RETRIEVED)
    except ComityError as problem:
        sys.stdout.write(f"{path.name}: refused whole, {problem.name}\n")
        return Taken()
    refused = dict(Counter(problem.name for problem in taken.refused))
    sys.stdout.write(f"{path.name}: {len(taken.observations)}, {refused}, {dict(taken.skipped)}\n")
    return taken


def traded(taken: Taken, reporter: str, partner: str) -> dict[str, float]:
    """Exports and imports by origin together by year, million US$."""
    sums: defaultdict[str, float] = defaultdict(float)
    for one in taken.observations:
        counted = one.flow != "turnover" and one.attribution != "consignment"
        if counted and (one.reporter, one.partner) == (reporter, partner):
            sums[one.period[:4]] += one.value / 1e6
    return dict(sums)


def turnover(taken: Taken, partner: str) -> dict[str, float]:
    """Turnover as the table itself gives it, by year, million US$, of the latest release."""
    rows = sorted(taken.observations, key=lambda one: one.dated == "release")
    return {one.period: one.value / 1e6 for one in rows if (one.partner, one.flow) == (partner, "turnover")}


def off(known: dict[str, float], found: dict[str, float]) -> list[tuple[str, float | None]]:
    """The years whose value is not the known one, with what was found."""
    return [(year, found.get(year)) for year, value in known.items() if round(found.get(year, 0.0), 1) != value]


def main(folder: Path) -> int:
    """Read all, print, and give 1 where a known value does not hold."""
    states = Terms().table(States)
    paths = [(path, reader) for form, reader in READERS.items() for path in sorted(folder.glob(form))]
    found = {path.name: told(path, reader, states) for path, reader in paths}
    wrong = off(ARM, traded(found["armstat_partner_month_v2025-02.csv.gz"], "ARM", "KAZ"))
    wrong += off(KAZ, turnover(found["kz_bns_partner_2018_2023.csv"], "ARM"))
    sys.stdout.write(f"known values: {len(ARM) + len(KAZ) - len(wrong)} of {len(ARM) + len(KAZ)} hold; not: {wrong}\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
