"""Comity as a library: read one text, or many; ask what one actor does to another."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from comity import intake, settings
from comity.findings import Act, Reading, Report, Span
from comity.intake import Skipped
from comity.run import relating
from comity.run.reading import ReportReader, read_all
from comity.settings import Settings


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    min_confidence: float | None = None,
) -> Reading:
    """The findings of one report's text (kept character for character).

    ``published`` is the date of publication as YYYY-MM-DD. ``min_confidence``, from 0 to 1, is what every
    finding has at least; without it, each kind of finding has a least confidence of its own. Raises a
    subclass of ``comity.errors.Refused`` where the text is empty, too long or not English, ``BadSetting``
    where the confidence lies outside.
    """
    held = settings.read().telling(min_confidence)
    told = {"text": text, "published": published, "outlet": outlet, "title": title, "url": url, "id": id}
    return _reader(held).read(intake.report(told, held))


def read_many(
    reports: Iterable[str | Mapping[str, Any] | Report], *, min_confidence: float | None = None
) -> Iterator[Reading | Skipped]:
    """A reading for each text, mapping (text and optionally id, url, outlet, published, title) or
    ``Report``, in order; a ``Skipped`` with the refusal for each that cannot be read.

    More than ten reports are read by several processes. ``min_confidence`` as in ``read``.
    """
    held = settings.read().telling(min_confidence)
    return read_all(intake.from_values(reports, held), held)


def relate(sentence: str, source: Span, target: Span) -> Act:
    """What a source does to a target by one sentence that names both, each by its span in code points.

    ``type`` is one of the 16 PLOVER types, or None where the sentence tells of no act of the one on the
    other; ``probabilities`` are those of all types and of ``NONE``. The whole text is taken for one
    sentence. Raises a subclass of ``comity.errors.BadSpan`` where a span lies outside, touches no word, or
    both mark the same words; ``EmptyReport`` and ``TooLarge`` where the sentence has no words, or too many.
    """
    return relating.relate(sentence, source, target, settings.read())


@lru_cache(maxsize=8)
def _reader(held: Settings) -> ReportReader:
    return ReportReader(held)
