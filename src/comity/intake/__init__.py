"""The only way in: files, folders, web addresses, standard input and values of a program become reports.

``arrivals`` is the story: it finds the places that were named, reads each with its format's own module,
and gives, one by one, either a report with where it came from, or what was skipped and why; ``gather``
gives the reports alone.
"""

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from comity.findings import Report
from comity.intake.dates import day
from comity.intake.finish import Known, lasting, suffixed
from comity.intake.given import Arrival, Place, Skipped
from comity.intake.places import count, found
from comity.intake.reports import Fetches, arrived
from comity.intake.values import arrival, from_values, report
from comity.settings import Settings

__all__ = [
    "Arrival",
    "Fetches",
    "Skipped",
    "arrival",
    "arrivals",
    "count",
    "day",
    "from_values",
    "gather",
    "lasting",
    "report",
    "suffixed",
]


def gather(
    paths: Sequence[str | Path],
    settings: Settings,
    published: str | None = None,
    outlet: str | None = None,
    fetcher: Fetches | None = None,
) -> Iterator[Report | Skipped]:
    """Each report that the paths name, read as it is asked for, or what was skipped in its place.

    A path is a file, a folder, an http or https address, or ``-`` for standard input. ``published``
    (YYYY-MM-DD) and ``outlet`` hold for every report that is not a JSON record with its own.
    Raises ``NotFound`` at once for a path that does not exist or a folder without files, and
    ``BadSetting`` where ``published`` is no date; a report that cannot be read never raises.
    """
    came = arrivals(paths, settings, published, outlet, fetcher)
    return (item if isinstance(item, Skipped) else item.report for item in came)


def arrivals(
    paths: Sequence[str | Path],
    settings: Settings,
    published: str | None = None,
    outlet: str | None = None,
    fetcher: Fetches | None = None,
) -> Iterator[Arrival | Skipped]:
    """As ``gather``, each report with its origin and its bytes as they came, which the record keeps."""
    known = Known.told(published, outlet)
    places = found(paths)
    return arrived(places, known, fetcher or _network(places, settings), settings)


def _network(places: Sequence[Place], settings: Settings) -> Fetches | None:
    # Imported only here: a run over files needs no network client.
    if not any(place.kind == "address" for place in places):
        return None
    network: Fetches = importlib.import_module("comity.intake.fetch").Fetcher(settings)
    return network
