"""The words of official statistics: an observation, its flow, period and release.

One observation is one cell of a statistical table: what a reporter counted of its trade with a partner,
in one direction, over one period, as one release gives it. Releases (vintages) of the same cell stand
beside each other. Values are in plain units (US dollars, not thousands).
"""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# "level" is a figure on the reporter alone, such as its product: no trade, and no partner but the world.
Flow = Literal["exports", "imports", "turnover", "level"]
Valuation = Literal["", "fob", "cif"]
Attribution = Literal["", "origin", "consignment", "destination"]
# How the day of a release is known: told by the source, the day it was retrieved, or not before some day.
Dated = Literal["release", "retrieval"]

WORLD = "WLD"
TOTAL = "TOTAL"

_PERIOD = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$")


@dataclass(frozen=True, slots=True)
class Observation:
    """A cell of an official table.

    reporter, partner: ISO 3166-1 alpha-3, or a body's code; WORLD for all partners
    flow:              seen from the reporter
    valuation:         "fob" or "cif", "" where the source does not tell
    attribution:       what the partner is: country of origin or of consignment of imports; "" where not told
    product:           TOTAL, or a code of `classification` (HS, HS4, BEC5, ...)
    period:            YYYY, YYYY-Qn or YYYY-MM
    value:             in plain units of `unit`, an ISO 4217 code; of a level whatever its indicator counts in ("")
    vintage:           day of the release, YYYY-MM-DD, or its month or year where only that is known
    dated:             whether the vintage is that of the release or of the retrieval
    source:            short name of the source (bns, armstat, comtrade, imts, ...)
    licence:           what its terms say, in a few words
    """

    reporter: str
    partner: str
    flow: Flow
    valuation: Valuation
    attribution: Attribution
    product: str
    classification: str
    period: str
    value: float
    unit: str
    vintage: str
    dated: Dated
    source: str
    licence: str

    @property
    def cell(self) -> tuple[str, ...]:
        """What names the cell, whatever the release."""
        return (
            self.reporter, self.partner, self.flow, self.valuation, self.attribution,
            self.product, self.classification, self.period, self.unit, self.source,
        )  # fmt: skip

    @property
    def known_from(self) -> str:
        """The first day on which the release was surely out."""
        return last_day(self.vintage)


def is_period(text: str) -> bool:
    """Whether the text is YYYY, YYYY-Qn or YYYY-MM."""
    return bool(_PERIOD.match(text))


@lru_cache(maxsize=4096)
def months(period: str) -> tuple[str, ...]:
    """The months of a period YYYY, YYYY-Qn, YYYY-MM, or of two months parted by a slash, in order."""
    first, _, last = period.partition("/")
    starts, ends = _bounds(first), _bounds(last or first)
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in range(starts[0], ends[1] + 1))


def _bounds(period: str) -> tuple[int, int]:
    """First and last month, counted from the year nought."""
    year = int(period[:4]) * 12
    if len(period) == 4:
        return year, year + 11
    if "Q" in period:
        quarter = int(period[-1])
        return year + 3 * quarter - 3, year + 3 * quarter - 1
    return year + int(period[5:7]) - 1, year + int(period[5:7]) - 1


def last_day(moment: str) -> str:
    """The last day of YYYY, YYYY-MM or YYYY-MM-DD."""
    if len(moment) == 10:
        return moment
    year, month = int(moment[:4]), int(moment[5:7] or 12)
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
