"""The words of the calendar: months, weekdays, seasons, and what "today" and "last" mean."""

from typing import ClassVar

from comity.terms.table import Table


class Calendar(Table):
    """Calendar words, in lower case, to plain numbers.

    ``months`` 1 to 12, ``weekdays`` 0 (Monday) to 6, ``seasons`` the month a season begins in,
    ``days`` days from now ("yesterday" -1), ``steps`` years, months or weeks from now ("last" -1),
    ``deadline``, ``since`` and ``starting`` the words before a time that make it a limit or a
    beginning, ``future`` and ``due`` those that set it ahead, ``announcing`` verbs (lemmas) whose time
    is not that of what they announce.
    """

    FILE: ClassVar[str] = "calendar"

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    days: dict[str, int]
    steps: dict[str, int]
    deadline: list[str]
    since: list[str]
    starting: list[str]
    future: list[str]
    due: list[str]
    announcing: frozenset[str]
