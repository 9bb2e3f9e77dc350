"""The time, in the one form in which the record keeps it."""

from datetime import UTC, datetime


def now() -> str:
    """The time in UTC, ISO 8601 with microseconds, so that times sort as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def today() -> str:
    """The day in UTC, YYYY-MM-DD."""
    return now()[:10]
