"""Events as tables that event data tools know: PLOVER in the columns of POLECAT, CAMEO in those of GDELT.

A row is a matter: an event that many reports tell is one row. What Comity does not know (sectors,
places, Correlates of War numbers) stays empty. Both tables are tab-separated with a header, and go on
after the known columns with Comity's own, so that readers that go by name or by place both work.

The day of an event told only to the month or year is the first of it, that of an undated one the day
it was first told; ``Date Precision`` says so: day, month, year or told.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from comity.exchange.moments import stretch
from comity.findings import Event, Quad
from comity.record.accounts import AccountOf, accounts
from comity.record.dump import Scope
from comity.version import __version__

NameOf = Callable[[str], str]

# As in the monthly files of POLECAT, Harvard Dataverse doi:10.7910/DVN/AJGVIT.
POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations",
    "Story Locations", "Language", "Version",
)  # fmt: skip
_OWN = (
    "Date Precision", "Last Day", "CAMEO Root", "Source Count", "Report Count", "Confidence", "Confirmed", "Evidence",
    "URLs",
)  # fmt: skip
PLOVER_HEADER = (*POLECAT, *_OWN)

# Names of columns as in the GDELT event database (codebook 2.0), those of them that Comity can fill.
CAMEO_HEADER = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "Actor1Code", "Actor1Name", "Actor1CountryCode",
    "Actor2Code", "Actor2Name", "Actor2CountryCode", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "SOURCEURL",
    "DatePrecision", "LastDay", "Evidence",
)  # fmt: skip
_QUAD_CLASS: dict[Quad, int] = {
    "verbal cooperation": 1,
    "material cooperation": 2,
    "verbal conflict": 3,
    "material conflict": 4,
}


class _Happening(NamedTuple):
    """An event matter: its earliest finding, when it happened and how exactly that is told."""

    account: AccountOf
    event: Event
    first: date
    last: date
    precision: str


def plover_lines(db: Connection, scope: Scope, name_of: NameOf) -> Iterator[str]:
    """The PLOVER table line by line, the header first; ``name_of`` gives a code's name."""
    yield "\t".join(PLOVER_HEADER)
    for one in _happenings(db, scope):
        cells = _polecat(one, name_of) | _own(one)
        yield "\t".join(_cell(cells.get(column)) for column in PLOVER_HEADER)


def cameo_lines(db: Connection, scope: Scope, name_of: NameOf) -> Iterator[str]:
    """The CAMEO table line by line, the header first; ``QuadClass`` is that of the PLOVER type.

    CONCEDE and RETREAT share the CAMEO root 08, and differ in it.
    """
    yield "\t".join(CAMEO_HEADER)
    for one in _happenings(db, scope):
        cells = _gdelt(one, name_of)
        yield "\t".join(_cell(cells.get(column)) for column in CAMEO_HEADER)


def _happenings(db: Connection, scope: Scope) -> Iterator[_Happening]:
    for account in accounts(db, scope, "event"):
        events = [one.told.finding for one in account.telling if isinstance(one.told.finding, Event)]
        if not events:
            continue
        when = stretch(account.matter.date)
        told = date.fromisoformat(account.matter.first_told)
        first, last, precision = when or (told, told, "told")
        yield _Happening(account, events[0], first, last, precision)


def _polecat(one: _Happening, name_of: NameOf) -> dict[str, object]:
    matter, event = one.account.matter, one.event
    outlets = dict.fromkeys(telling.about.outlet for telling in one.account.telling if telling.about.outlet)
    return {
        "Event ID": matter.id,
        "Event Date": one.first,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": event.goldstein,
        "Quad Code": event.quad.upper(),
        "Contexts": event.context,
        "Actor Name": name_of(event.source),
        "Actor Country": event.source,
        "Recipient Name": name_of(event.target),
        "Recipient Country": event.target,
        "Source": "; ".join(outlets),
        "Publication Date": matter.first_told,
        "Language": "en",
        "Version": f"comity {__version__}",
    }


def _own(one: _Happening) -> dict[str, object]:
    matter = one.account.matter
    return {
        "Date Precision": one.precision,
        "Last Day": one.last,
        "CAMEO Root": one.event.cameo,
        "Source Count": matter.sources,
        "Report Count": matter.reports,
        "Confidence": max(telling.told.finding.confidence for telling in one.account.telling),
        "Confirmed": "yes" if any(telling.told.confirmed for telling in one.account.telling) else "no",
        "Evidence": _evidence(one.account),
        "URLs": " ".join(_addresses(one.account)),
    }


def _gdelt(one: _Happening, name_of: NameOf) -> dict[str, object]:
    matter, event = one.account.matter, one.event
    actors = {"Actor1": event.source, "Actor2": event.target}
    return {
        "GLOBALEVENTID": matter.id,
        "SQLDATE": f"{one.first:%Y%m%d}",
        "MonthYear": f"{one.first:%Y%m}",
        "Year": f"{one.first:%Y}",
        **{f"{actor}{part}": code for actor, code in actors.items() for part in ("Code", "CountryCode")},
        **{f"{actor}Name": name_of(code) for actor, code in actors.items()},
        **dict.fromkeys(("EventCode", "EventBaseCode", "EventRootCode"), event.cameo),
        "QuadClass": _QUAD_CLASS[event.quad],
        "GoldsteinScale": event.goldstein,
        "NumMentions": len(matter.findings),
        "NumSources": matter.sources,
        "NumArticles": matter.reports,
        "SOURCEURL": next(iter(_addresses(one.account)), None),
        "DatePrecision": one.precision,
        "LastDay": f"{one.last:%Y%m%d}",
        "Evidence": _evidence(one.account),
    }


def _evidence(account: AccountOf) -> str:
    return " … ".join(account.telling[0].told.finding.evidence)


def _addresses(account: AccountOf) -> list[str]:
    return list(dict.fromkeys(one.about.url for one in account.telling if one.about.url))


def _cell(value: object) -> str:
    """A cell without tabs and line ends, which would break the table."""
    return "" if value is None else re.sub(r"\s+", " ", str(value)).strip()
