"""A progress bar on a terminal when there is more than one report, or one that takes long."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

T = TypeVar("T")


class Progress:
    """Follows a run on standard error; silent where that is no terminal."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._bar = Bar(
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[unit]}"),
            TimeRemainingColumn(), console=Console(file=sys.stderr), transient=True, disable=not sys.stderr.isatty(),
            redirect_stdout=False, redirect_stderr=False,
        )  # fmt: skip
        self._task = self._bar.add_task("", total=total, unit="reports", visible=total != 1)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """The bar taken away, so that what is printed meanwhile stands clear of it on the same terminal."""
        self._bar.stop()
        yield
        self._bar.start()

    def follow(self, items: Iterable[T]) -> Iterator[T]:
        """The items, each counted as it passes."""
        for item in items:
            yield item
            if self._total != 1:
                self._bar.advance(self._task)

    def within(self, done: int, total: int) -> None:
        """How many words of the only report have been parsed."""
        if self._total == 1:
            self._bar.update(self._task, completed=done, total=total, unit="words", visible=True)
