"""Addresses of what is asked of a source, and what the status of its answer means. Nothing is fetched here."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from urllib.parse import quote, urlencode

from comity.errors import ComityError, MissingKey, StoppedReporting, TooManyRequests
from comity.series import Observation

COMTRADE = "https://comtradeapi.un.org"
IMTS = "https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/1.0.0"
WORLD_BANK = "https://api.worldbank.org/v2"
# Without these a row for each customs procedure, mode of transport and second partner comes, too.
WHOLE = {"customsCode": "C00", "motCode": "0", "partner2Code": "0"}
REFUSALS: Mapping[int, type[ComityError]] = {401: MissingKey, 403: MissingKey, 429: TooManyRequests}
# Years a reporter may lag behind before it counts as having stopped.
LAG = 2


def comtrade(reporter: int, partner: int, periods: Sequence[str], product: str = "TOTAL", preview: bool = True) -> str:
    """Address of yearly or monthly (YYYYMM) exports and imports, by Comtrade's numeric codes.

    The preview needs no key and takes one period; the key goes into a header, never into the address.
    """
    way = "public/v1/preview" if preview else "data/v1/get"
    frequency = "M" if len(periods[0]) == 6 else "A"
    asked = {
        "reporterCode": reporter,
        "partnerCode": partner,
        "period": ",".join(periods),
        "cmdCode": product,
        "flowCode": "X,M",
        **WHOLE,
    }
    return f"{COMTRADE}/{way}/C/{frequency}/HS?{urlencode(asked, safe=',')}"


def imts(reporter: str, partner: str, frequency: Literal["A", "Q", "M"] = "A") -> str:
    """Address of exports (FOB) and imports (CIF) by ISO3 codes; the source takes no first period."""
    return f"{IMTS}/{quote(reporter)}.XG_FOB_USD+MG_CIF_USD.{quote(partner)}.{frequency}"


def worldbank(economies: Iterable[str], indicator: str, first: int, last: int) -> str:
    """Address of an indicator of some economies (ISO3) over years."""
    asked = {"format": "json", "per_page": 20000, "date": f"{first}:{last}"}
    countries = ";".join(quote(one) for one in economies)
    return f"{WORLD_BANK}/country/{countries}/indicator/{quote(indicator)}?{urlencode(asked, safe=':')}"


def stopped(observations: Iterable[Observation], asked: str) -> StoppedReporting | None:
    """Whether the latest figures are more than two years older than the period asked for."""
    latest = max(observations, key=lambda one: one.period[:4], default=None)
    if latest is None or int(asked[:4]) - int(latest.period[:4]) <= LAG:
        return None
    return StoppedReporting(f"{latest.reporter} has reported to {latest.source} up to {latest.period}.")
