"""Reads reports: one, a folder, an archive, all through ``ReportReader.read``.

Many reports are read by as many processes as there are processors; what a reading says depends on the
report alone, and the readings come in the order of the reports.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from loky import ProcessPoolExecutor

from comity import language, terms
from comity.errors import WorkerLost
from comity.findings import Reader, Reading, Report
from comity.reading import steps
from comity.settings import Settings
from comity.version import __version__

T = TypeVar("T")
Progress = Callable[[int, int], None]

# Starting a process costs about as much as reading ten reports.
_FEW = 10
# Reports handed out ahead of the one whose reading is due, per process: enough that none waits.
_AHEAD = 8


class ReportReader:
    """Reads reports one by one with one model and one vocabulary, both loaded when it is made."""

    def __init__(self, settings: Settings) -> None:
        self._parser = language.load(longest=settings.max_sentence_words)
        self._appraiser = language.appraiser()
        self._terms = terms.load(settings.terms)
        self._least = settings.min_confidence
        self.reader = Reader(version=__version__, model=self._parser.model_hash, terms=self._terms.version)

    def read(self, report: Report, progress: Progress | None = None) -> Reading:
        """All findings of one report; ``progress`` is told words parsed and words in all."""
        doc = self._parser.parse(report.text, report.skipped, progress)
        return steps.read(report, doc, self._terms, self.reader, self._appraiser, self._least)


def read_all(
    given: Iterable[Report | T], settings: Settings, progress: Progress | None = None
) -> Iterator[Reading | T]:
    """A reading for each report, in order; what is no report is passed on in its place.

    Raises ``WorkerLost`` where a reading process dies.
    """
    items = iter(given)
    first = list(islice(items, _FEW + 1))
    processors = os.cpu_count() or 1
    workers = min(settings.workers or processors, processors)
    if workers == 1 or len(first) <= _FEW:
        reader = ReportReader(settings)
        for item in chain(first, items):
            yield reader.read(item, progress) if isinstance(item, Report) else item
    else:
        yield from _read_in_processes(chain(first, items), settings, workers)


def _read_in_processes(items: Iterable[Report | T], settings: Settings, workers: int) -> Iterator[Reading | T]:
    # A forked process would inherit the locks of the runtime's threads, and a spawned one of the standard
    # library would run the caller's script again; loky's start clean and without it.
    pool = ProcessPoolExecutor(workers, initializer=_prepare, initargs=(settings,))
    waiting: deque[Future[Reading] | T] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(_read, item) if isinstance(item, Report) else item)
            if len(waiting) > workers * _AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    except BrokenProcessPool as problem:
        raise WorkerLost("A reading process ended before its report was read.") from problem
    finally:
        pool.shutdown(kill_workers=True)


def _result(item: Future[Reading] | T) -> Reading | T:
    return item.result() if isinstance(item, Future) else item


_ready: list[ReportReader] = []


def _prepare(settings: Settings) -> None:
    _ready.append(ReportReader(settings))


def _read(report: Report) -> Reading:
    return _ready[0].read(report)
