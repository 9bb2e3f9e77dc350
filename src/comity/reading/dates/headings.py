"""Years as headings, in chronologies and factboxes: "2018" alone on a line, "2021 - ", "2019:".

Under such a heading months and days are of its year, and what is told without a time is, too.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

HEADING = re.compile(r"(?m)^[ \t]*(?:[-•*·–]\s*)?(?P<year>(?:19|20)\d\d)[ \t]*(?:[-–—:]\s|\.?[ \t]*$)")
# One year at the head of a paragraph may be a table's or a title's.
LEAST = 2


@dataclass(frozen=True)
class Headings:
    """The years that head parts of a text; a text with fewer than two is no chronology."""

    text: str

    def year_at(self, position: int) -> str | None:
        """The year whose heading the character stands under: up to the end of the paragraph after it."""
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return None
        heading = self._found[number]
        body = re.compile(r"\S").search(self.text, heading.end())
        end = self.text.find("\n\n", body.start()) if body else -1
        return heading["year"] if end < 0 or position < end else None

    @cached_property
    def _found(self) -> tuple[re.Match[str], ...]:
        found = tuple(HEADING.finditer(self.text))
        return found if len({heading["year"] for heading in found}) >= LEAST else ()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(heading.start() for heading in self._found)
