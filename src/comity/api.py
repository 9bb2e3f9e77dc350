"""Comity as a library: read one text, or many."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from comity import intake, settings
from comity.findings import Reading, Report
from comity.intake import Skipped
from comity.run.reading import ReportReader, read_all


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Reading:
    """The findings of one report's text (kept character for character).

    ``published`` is the date of publication as YYYY-MM-DD. Raises a subclass of
    ``comity.errors.Refused`` where the text is empty, too long or not English.
    """
    told = {"text": text, "published": published, "outlet": outlet, "title": title, "url": url, "id": id}
    return _reader().read(intake.report(told, settings.read()))


def read_many(reports: Iterable[str | Mapping[str, Any] | Report]) -> Iterator[Reading | Skipped]:
    """A reading for each text, mapping (text and optionally id, url, outlet, published, title) or
    ``Report``, in order; a ``Skipped`` with the refusal for each that cannot be read.

    More than ten reports are read by several processes.
    """
    return read_all(intake.from_values(reports, settings.read()), settings.read())


@cache
def _reader() -> ReportReader:
    return ReportReader(settings.read())
