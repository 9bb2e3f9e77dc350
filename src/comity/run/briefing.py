"""Gives what a brief is made from: the account, the words that outcomes rest on, and who read the reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from comity.dossier import Account
from comity.findings import Code, Day, Reader, Span
from comity.matters import FollowUp
from comity.record import keeping, series
from comity.record.db import Record
from comity.run import asking
from comity.settings import Settings
from comity.statistics.mirror import Row, table


@dataclass(frozen=True, slots=True)
class Material:
    """The account of a relation; ``passages`` are the words of outcomes by report and span, ``trade`` what both sides'
    official statistics count, as released by the account's day."""

    account: Account
    passages: Mapping[tuple[str, Span], str]
    readers: tuple[Reader, ...]
    trade: tuple[Row, ...] = ()


def material(record: Record, pair: tuple[Code, Code], settings: Settings, day: Day | None = None) -> Material:
    """What the record holds on two states or bodies for a brief, on a day (YYYY-MM-DD; today unless told)."""
    account = asking.account(record, pair, settings, day)
    with record.asking() as db:
        released = [one for one in series.between(db, pair) if one.known_from <= account.day]
        return Material(
            account,
            _passages(db, account.follow_ups),
            tuple(keeping.readers_of(db, account.sources)),
            tuple(table(released, pair)),
        )


def _passages(db: Connection, follow_ups: Iterable[FollowUp]) -> dict[tuple[str, Span], str]:
    told = {(one.report, one.span) for one in follow_ups}
    texts = {report: keeping.report(db, report).text for report in sorted({report for report, _ in told})}
    return {(report, (start, end)): texts[report][start:end] for report, (start, end) in sorted(told)}
