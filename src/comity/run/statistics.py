"""Takes official statistics into the record: from a file, an address, or a source asked by name."""

from dataclasses import dataclass
from pathlib import Path

from comity.errors import CellTwice, ComityError, EmptyAnswer, NoAccess, TooLarge, UnknownSeriesSource
from comity.intake.fetch import Fetcher
from comity.record import series
from comity.record.db import Record
from comity.run.clock import now, today
from comity.series import Observation
from comity.settings import Settings
from comity.statistics import asking, maps, sources
from comity.statistics.economies import economy, numeric
from comity.statistics.maps import Map
from comity.statistics.sources.tables import MOST_BYTES
from comity.statistics.taken import Release, Taken
from comity.terms import load
from comity.terms.states import States

ADDRESS = ("https://", "http://")
# How many parts a source is asked by: imts:KAZ:ARM, comtrade:KAZ:ARM:2023, worldbank:KAZ+ARM:NY.GDP.MKTP.CD:2018:2023.
PARTS = {"imts": 2, "comtrade": 3, "worldbank": 4}


@dataclass(frozen=True, slots=True)
class AddedSeries:
    """What became of a table: cells new and already there, rows refused by name, rows passed over by reason."""

    new: int
    known: int
    refused: tuple[ComityError, ...]
    skipped: dict[str, int]


def add(
    record: Record, told: str, settings: Settings, fetcher: Fetcher, described: str | None, vintage: str | None
) -> AddedSeries:
    """Keep what a file, an address or a source tells. ``described`` names a map or a map's file; ``vintage`` is the
    day of release, where the table does not tell it.

    Raises ``UnknownSeriesSource``, ``UnknownMap``, ``BadMap``, and the refusals of files, of fetching, and of whole
    tables; what is wrong with single rows is among the refused.
    """
    states = load(settings.terms).table(States)
    used = _map(described)
    release = Release(vintage or today(), vintage is not None)
    taken = sources.read(content(told, states, fetcher), states, release, used)
    asked = told.rpartition(":")[2]
    late = asking.stopped(taken.observations, asked) if told.startswith("comtrade:") else None
    return keep(record, taken, late)


def keep(record: Record, taken: Taken, late: ComityError | None = None) -> AddedSeries:
    """Keep the cells; one that is there with another value is refused, as its release has one value."""
    with record.writing() as db:
        kept = series.put(db, taken.observations, now())
    differing = tuple(CellTwice(_named(one)) for one in kept.differing)
    refused = (*taken.refused, *differing, *([late] if late else []))
    return AddedSeries(kept.new, kept.known, refused, dict(taken.skipped))


def _named(one: Observation) -> str:
    return (
        f"{one.reporter}, {one.flow} with {one.partner}, {one.period}: the record holds another value of {one.vintage}."
    )


def _map(described: str | None) -> Map | None:
    if described is None:
        return None
    path = Path(described)
    return maps.given(path.read_bytes()) if path.suffix == ".toml" and path.is_file() else maps.named(described)


def content(told: str, states: States, fetcher: Fetcher) -> bytes:
    """The bytes of a file, an address, or of what a source answers."""
    address = told if told.startswith(ADDRESS) else _address(told, states)
    if address is None:
        return _of_file(Path(told))
    answer = fetcher.fetched(address, refusals=asking.REFUSALS).content
    if not answer.strip():
        raise EmptyAnswer(f"{address} answers without a byte.")
    return answer


def _of_file(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooLarge(f"{path} has more than {MOST_BYTES} bytes.")
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise UnknownSeriesSource(f"{path} is no file, and no source known.") from problem
    except OSError as problem:
        raise NoAccess(f"{path}: {problem.strerror}.") from problem


def _address(told: str, states: States) -> str | None:
    """The address of what a source is asked by name, ``PARTS`` after it; None where it is no source's name."""
    name, *parts = told.split(":")
    wanted = PARTS.get(name)
    if wanted is None or not parts:
        return None
    if len(parts) != wanted:
        raise UnknownSeriesSource(f"{told[:60]!r} has {len(parts)} parts after {name}, not {wanted}.")
    if name == "worldbank":
        economies = [economy(part, states) for part in parts[0].split("+")]
        return asking.worldbank(economies, parts[1], _year(parts[2]), _year(parts[3]))
    reporter, partner = (economy(part, states) for part in parts[:2])
    if name == "imts":
        return asking.imts(reporter, partner)
    return asking.comtrade(numeric(reporter), numeric(partner), [parts[2].replace("-", "")])


def _year(told: str) -> int:
    if not (len(told) == 4 and told.isascii() and told.isdigit()):
        raise UnknownSeriesSource(f"{told[:20]!r} is no year.")
    return int(told)
