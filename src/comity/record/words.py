"""The types of columns that hold words of a report, which may be any."""

from sqlalchemy import Dialect, String, Text, TypeDecorator

_NUL, _NEVER = "\x00", "\U0010ffff"
_KEPT = {ord(_NUL): _NEVER, ord(_NEVER): _NUL}


class _Told(TypeDecorator[str]):
    """Words of a report, which may hold U+0000, as PostgreSQL's may not: kept as U+10FFFF, which no text has.

    The two change places, so that any words come back as they were, and offsets stay.
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value.translate(_KEPT) if value and (_NUL in value or _NEVER in value) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return value.translate(_KEPT) if value and (_NUL in value or _NEVER in value) else value


class Words(_Told):
    """Long words of a report."""

    impl = Text
    cache_ok = True


class Name(_Told):
    """A name or another short stretch of a report's words."""

    cache_ok = True
