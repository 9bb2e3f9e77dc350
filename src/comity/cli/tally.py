"""Counts what was read and tells on standard error what was refused, and why."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from comity.cli.writing import tell

if TYPE_CHECKING:
    from comity.cli.progress import Progress
    from comity.findings import Reading
    from comity.intake import Skipped


class Tally:
    """How many reports were read and refused in one run."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self.read = 0
        self.refused = 0

    def readings(self, results: Iterable["Reading | Skipped"]) -> Iterator["Reading"]:
        """The readings among the results; each refusal is told as it comes."""
        from comity.intake import Skipped

        for result in results:
            if isinstance(result, Skipped):
                self.refused += 1
                with self._progress.paused():
                    tell_skipped(result)
            else:
                self.read += 1
                yield result

    def close(self) -> None:
        """Tell the totals, where there is more to tell than one report read."""
        if self.refused or self.read > 1:
            tell(f"{self.read} read, {self.refused} refused")


def tell_skipped(skipped: "Skipped") -> None:
    """Tell which report was refused, why, and what to do."""
    place = f"{skipped.origin}, line {skipped.line}" if skipped.line else skipped.origin
    refusal = skipped.refusal
    tell(f"refused {place}: {refusal.name}: {refusal.detail}\n  {refusal.remedy}")
