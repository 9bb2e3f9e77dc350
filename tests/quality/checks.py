"""The nine claims beside the project, judged against both offices' series: ``python -m tests.quality.checks FOLDER``.

FOLDER is ``data/trade`` of the shared folder. What a claim says is put together from the columns of claims_kz.csv;
days that the file does not tell are taken to be the middle of the month, a claim without a month as told with the
first of its matter.
"""

import csv
import sys
from pathlib import Path

from comity.rounding import Value, told_value
from comity.statistics.checking import Claimed, Ledger, check, wording
from comity.statistics.sources import read
from comity.statistics.taken import Release
from comity.terms.states import States
from comity.terms.table import Terms

SERIES = ("kz_bns_partner_2018_2023.csv", "armstat_kazakhstan_vintages.csv")
# kz-am-2 repeats what kz-am-1 told first.
FIRST_TOLD = {"kz-am-2": "2024-05-01"}
UNDATED = "2024-05-01"
Row = dict[str, str]


def held(folder: Path) -> Ledger:
    """The series of both offices."""
    states = Terms().table(States)
    found = [read((folder / "mirror" / name).read_bytes(), states, Release("2026-11-23")) for name in SERIES]
    return Ledger(one for taken in found for one in taken.observations)


def claimed(row: Row) -> Claimed:
    """A row as a claim."""
    day = (row["published"] or UNDATED).split()[0]
    published = f"{day}-15" if len(day) == 7 else day
    growth = row["claimed_growth"]
    return Claimed(
        measure="trade",
        source=None,
        target=None,
        countries=(row["reporter_side"], *row["partner"].split("+")),
        value=told_value(float(row["claimed_musd"]) * 1e6),
        growth=factor(growth) if growth else None,
        yearly="years" not in growth,
        unit="USD",
        period=period(row),
        goods=False,
        summed=False,
        status="reported",
        published=published,
        first_told=FIRST_TOLD.get(row["claim_id"], published),
        by=row["reporter_side"],
        via=row["source"],
    )


def period(row: Row) -> str | None:
    """The year, or what of it; None where the text names none."""
    if "inferred" in row["why"]:
        return None
    return f"{row['year']}-01/{row['year']}-11" if "Jan-Nov" in row["measure"] else row["year"]


def factor(told: str) -> Value:
    """ "+23%" and "x2.4" as factors with one unit of the last digit."""
    if told.startswith("x"):
        return Value(float(told[1:]), "exact", 0.1)
    percent = told.split("%", maxsplit=1)[0]
    return Value(1 + float(percent) / 100, "exact", 0.001 if "." in percent else 0.01)


def main(folder: Path) -> int:
    """Print each verdict with its arithmetic; 1 where one is not that of the file."""
    ledger, wrong = held(folder), 0
    with (folder / "mirror/claims_kz.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            told = claimed(row)
            found = check(told, ledger)
            wrong += found.verdict != row["verdict"]
            sys.stdout.write(f"{row['claim_id']}: {found.verdict}, the file says {row['verdict']}\n")
            for part in found.now:
                sys.stdout.write(f"    {wording.sentence(part, told, {})}\n")
    sys.stdout.write(f"wrong: {wrong}\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
