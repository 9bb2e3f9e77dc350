"""Tables of national offices and of data sets such as BACI: CSV or TSV, packed or not, read by a map."""

import csv
import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from comity.errors import (
    BadEncoding,
    BadPeriod,
    BadTable,
    BrokenFile,
    ComityError,
    EmptyTable,
    MixedUnits,
    TooLarge,
    UnknownTable,
)
from comity.series import Observation, is_period
from comity.statistics import figures
from comity.statistics.economies import economy
from comity.statistics.maps import Column, Map, recognise
from comity.statistics.taken import Release, Taken, once
from comity.terms.states import States

Row = Mapping[str, str]

# More than any national table; a packed file may unpack to no more.
MOST_BYTES = 1 << 30
_MOMENT = re.compile(r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", re.ASCII)
PACKED = b"\x1f\x8b"


def read(content: bytes, states: States, release: Release, described: Map | None = None) -> Taken:
    """The observations of a table, by the map given or the one its header is recognised by.

    Raises ``EmptyTable``, ``UnknownTable``, ``MixedUnits``, ``BadEncoding``, ``BrokenFile`` or ``TooLarge``
    of the whole; what is wrong with a row is among the refused.
    """
    header, rows = parsed(content)
    used = described or recognise(header)
    if used is None or not set(_columns_of(used)) <= set(header):
        raise UnknownTable(f"The columns are {', '.join(header)[:300]}.")
    _one_unit(used, rows)
    skipped: Counter[str] = Counter()
    reading = _Reading(used, states, release, skipped)
    releases: dict[str, list[Observation | ComityError]] = {}
    for line, row in enumerate(rows, 2):
        releases.setdefault(row.get(used.release_column, ""), []).extend(reading.cells(line, row))
    return _latest([once(releases[label], skipped) for label in sorted(releases, reverse=True)], skipped)


def _latest(releases: Sequence[Taken], skipped: Counter[str]) -> Taken:
    """Of releases, the latest first, whose days are not told apart each cell as the latest gives it."""
    kept: dict[tuple[str, ...], Observation] = {}
    for one in (one for release in releases for one in release.observations):
        later = kept.setdefault((*one.cell, one.vintage), one)
        if later is not one:
            skipped["given twice" if later.value == one.value else "revised by a later release of this table"] += 1
    refused = tuple(problem for release in releases for problem in release.refused)
    return Taken(tuple(kept.values()), refused, +skipped)


def parsed(content: bytes) -> tuple[list[str], list[Row]]:
    """Header and rows of a CSV or TSV file in UTF-8, packed by gzip or not."""
    text = _text(content)
    first = text.partition("\n")[0]
    mark = max("\t;,", key=first.count)
    try:
        lines = [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=mark) if any(line)]
    except csv.Error as problem:
        raise BrokenFile(f"No table of columns: {problem}.") from problem
    if len(lines) < 2:
        raise EmptyTable("No row of figures.")
    header = [name.strip() for name in lines[0]]
    return header, [dict(zip(header, line, strict=False)) for line in lines[1:]]


def _text(content: bytes) -> str:
    try:
        return _unpacked(content).decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadEncoding(f"Not UTF-8 at byte {problem.start}.") from problem


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(PACKED):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            plain = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise BrokenFile(f"Cannot be unpacked: {problem}.") from problem
    if len(plain) > MOST_BYTES:
        raise TooLarge(f"Unpacks to more than {MOST_BYTES} bytes.")
    return plain


def _columns_of(used: Map) -> Iterator[str]:
    named = (
        used.reporter_column, used.partner_column, used.year_column, used.month_column, used.product_column,
        used.vintage_column, used.release_column, used.unit_column,
    )  # fmt: skip
    yield from filter(None, named)
    yield from used.columns


def _one_unit(used: Map, rows: Sequence[Row]) -> None:
    units = {row.get(used.unit_column, "").strip() for row in rows} - {""} if used.unit_column else set()
    if units - {used.unit}:
        raise MixedUnits(f"Found {', '.join(sorted(units))[:100]}; the map says {used.unit}.")


class _Reading:
    """Of one table: its rows to cells."""

    def __init__(self, used: Map, states: States, release: Release, skipped: Counter[str]) -> None:
        self._map, self._states, self._release, self._skipped = used, states, release, skipped
        self._names = used.known_names
        self._left_out = frozenset(name.casefold() for name in used.left_out)

    def cells(self, line: int, row: Row) -> Iterator[Observation | ComityError]:
        """The cells of a row, or why there are none."""
        used = self._map
        partner = " ".join(row.get(used.partner_column, "").split())
        if partner.casefold() in self._left_out:
            self._skipped["group or unknown partner"] += 1
            return
        try:
            reporter = used.reporter or economy(row.get(used.reporter_column, ""), self._states, self._names)
            sides = reporter, economy(partner, self._states, self._names)
            period = self._period(row)
            self._check_vintage(row)
        except BadTable as problem:
            yield _at(line, problem)
            return
        for name, column in used.columns.items():
            yield from self._cell(line, row, (name, column), (*sides, period))

    def _cell(
        self, line: int, row: Row, at: tuple[str, Column], of: tuple[str, str, str]
    ) -> Iterator[Observation | ComityError]:
        name, column = at
        try:
            value = figures.trade(row.get(name, ""), self._map.decimal)
        except BadTable as problem:
            yield _at(line, problem)
            return
        if value is None:
            self._skipped["empty cell"] += 1
            return
        yield self._observation(row, column, of, value * self._map.scale)

    def _observation(self, row: Row, column: Column, of: tuple[str, str, str], value: float) -> Observation:
        used = self._map
        vintage, told = self._vintage(row)
        return Observation(
            reporter=of[0],
            partner=of[1],
            flow=column.flow,
            valuation=column.valuation,
            attribution=column.attribution,
            product=row.get(used.product_column, "").strip() or used.product,
            classification=used.classification,
            period=of[2],
            value=value,
            unit=used.unit,
            vintage=vintage,
            dated="release" if told else "retrieval",
            source=used.source,
            licence=used.licence,
        )

    def _vintage(self, row: Row) -> tuple[str, bool]:
        """The row's own, that of its release, else the table's."""
        used = self._map
        own = row.get(used.vintage_column, "").strip()
        listed = used.releases.get(row.get(used.release_column, "").strip(), "")
        return (own or listed or self._release.vintage), bool(own or listed or self._release.told)

    def _check_vintage(self, row: Row) -> None:
        own = row.get(self._map.vintage_column, "").strip()
        if own and not _MOMENT.match(own):
            raise BadPeriod(f"The vintage {own[:40]!r}.")

    def _period(self, row: Row) -> str:
        year = row.get(self._map.year_column, "").strip()
        month = row.get(self._map.month_column, "").strip()
        period = f"{year}-{month.zfill(2)}" if month else year
        if not is_period(period):
            raise BadPeriod(f"{period[:40]!r}.")
        return period


def _at(line: int, problem: BadTable) -> BadTable:
    return type(problem)(f"Line {line}: {problem.detail}")
