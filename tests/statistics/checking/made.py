"""Made series and claims: none of their numbers is real."""

from typing import Any

from comity.rounding import Value, told_value
from comity.series import Attribution, Flow, Observation
from comity.statistics.checking import Claimed, Ledger

# Reporter, partner, period, exports, imports (million), release, and by what the imports' partner is known.
Row = tuple[str, str, str, float, float, str, Attribution]
FLOWS: tuple[Flow, Flow] = ("exports", "imports")

ROWS: list[Row] = [
    ("BRA", "ARG", "2021", 800.0, 700.0, "2023-02-01", ""),
    ("BRA", "ARG", "2022", 900.0, 750.0, "2023-02-01", ""),
    ("BRA", "ARG", "2022", 950.0, 790.0, "2023-09-01", ""),
    ("BRA", "ARG", "2023", 1000.0, 820.0, "2024-02-01", ""),
    ("ARG", "BRA", "2022", 770.0, 930.0, "2023-03-01", "origin"),
    ("ARG", "BRA", "2022", 770.0, 880.0, "2023-03-01", "consignment"),
    ("ARG", "BRA", "2023", 880.0, 990.0, "2024-03-01", "origin"),
    ("JPN", "KOR", "2023-01", 10.0, 20.0, "2024-01-10", ""),
    ("JPN", "KOR", "2023-02", 11.0, 21.0, "2024-01-10", ""),
    ("JPN", "KOR", "2022-01", 8.0, 16.0, "2024-01-10", ""),
    ("JPN", "KOR", "2022-02", 8.0, 16.0, "2024-01-10", ""),
    ("GHA", "CIV", "2023", 60.0, 40.0, "2024-05-01", ""),
    ("GHA", "TGO", "2023", 30.0, 20.0, "2024-05-01", ""),
    ("GHA", "CIV", "2022", 30.0, 20.0, "2024-05-01", ""),
]


def observations(rows: list[Row] = ROWS, unit: str = "USD") -> list[Observation]:
    """The rows as cells of a source that is named after its reporter."""
    return [
        Observation(
            reporter, partner, flow, "fob" if flow == "exports" else "cif", by if flow == "imports" else "",
            "TOTAL", "", period, value * 1e6, unit, release, "release", f"office of {reporter}", "made",
        )
        for reporter, partner, period, exports, imports, release, by in rows
        for flow, value in zip(FLOWS, (exports, imports), strict=True)
    ]  # fmt: skip


def ledger(rows: list[Row] = ROWS, unit: str = "USD") -> Ledger:
    return Ledger(observations(rows, unit))


def growth(percent: float) -> Value:
    return Value(1 + percent / 100, "exact", 0.01)


def claim(million: float | None, between: str = "BRA ARG", period: str | None = "2022", **more: Any) -> Claimed:
    """Turnover between states, told by nobody in particular on 1 June 2024, unless told otherwise."""
    told: dict[str, Any] = {
        "measure": "trade", "source": None, "target": None, "countries": tuple(between.split()),
        "value": None if million is None else told_value(million * 1e6), "growth": None, "yearly": True,
        "unit": None if million is None else "USD", "period": period, "goods": False, "summed": False,
        "status": "reported", "published": "2024-06-01", "first_told": more.get("published", "2024-06-01"),
    }  # fmt: skip
    return Claimed(**(told | more))
