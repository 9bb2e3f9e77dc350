"""Planned encounters and deadlines of promises as a calendar (RFC 5545), entry by entry.

What is told to the day is an all-day event. What is told only to the month or year is a to-do due at
the end of it: an event of thirty days would say that somebody meets for thirty days, one on the first
day would say what nobody told. An entry bears the lasting name of its matter, and the day of its last
telling as its stamp, so that the same record gives the same calendar and a subscriber's entry moves
with the news. A planned encounter stays in the calendar once it is held, as confirmed, and when it is
called off, as cancelled.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, groupby
from typing import NamedTuple, TypeGuard

from icalendar import Calendar, Component, Event, Todo
from sqlalchemy import Connection

from comity.exchange.moments import Stretch, stretch
from comity.findings import Encounter
from comity.record.accounts import AccountOf, Promise, TellingOf, accounts, promises
from comity.record.dump import Scope
from comity.version import __version__

NameOf = Callable[[str], str]
_PLANNED, _DONE, _OFF = "planned", "done", "off"
_EVENT_STATUS = {_PLANNED: "TENTATIVE", _DONE: "CONFIRMED", _OFF: "CANCELLED"}
_TODO_STATUS = {_PLANNED: "NEEDS-ACTION", _DONE: "COMPLETED", _OFF: "CANCELLED"}
_ENCOUNTER = {"held": _DONE, "cancelled": _OFF}
_PROMISE = {"kept": _DONE, "broken": _OFF, "superseded": _OFF}
# What no text of a calendar may hold (RFC 5545, 3.1): all controls but tab, and the line feed, which is written \\n.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_END = b"END:VCALENDAR\r\n"


class _Entry(NamedTuple):
    """What an entry says: its lasting name, when, how it stands, in words, and who tells it."""

    uid: str
    when: Stretch
    standing: str
    summary: str
    last_told: date
    telling: tuple[TellingOf, ...]


def calendar(db: Connection, scope: Scope, name_of: NameOf) -> Iterator[bytes]:
    """The calendar piece by piece; ``name_of`` gives a code's name."""
    frame = Calendar()
    frame.add("prodid", f"-//Comity//{__version__}//EN")
    frame.add("version", "2.0")
    frame.add("method", "PUBLISH")
    yield frame.to_ical().removesuffix(_END)
    for entry in chain(_encounters(db, scope, name_of), _deadlines(db, scope, name_of)):
        yield _component(entry).to_ical()
    yield _END


def _encounters(db: Connection, scope: Scope, name_of: NameOf) -> Iterator[_Entry]:
    for account in accounts(db, scope, "encounter"):
        when = stretch(account.matter.date)
        if when and _was_planned(account):
            yield _encounter(account, when, name_of)


def _was_planned(account: AccountOf) -> bool:
    told = [one.told.finding for one in account.telling]
    return any(isinstance(one, Encounter) and one.status != "held" for one in told)


def _encounter(account: AccountOf, when: Stretch, name_of: NameOf) -> _Entry:
    matter = account.matter
    standing = _ENCOUNTER.get(matter.status or "", _PLANNED)
    if standing == _PLANNED and any(one.told.confirmed for one in account.telling):
        standing = _DONE
    where = f" in {name_of(matter.host)}" if matter.host else ""
    summary = f"{matter.type.capitalize()}: {_names(matter.parties, name_of)}{where}{_vaguely(when, matter.date)}"
    return _Entry(matter.id, when, standing, summary, date.fromisoformat(matter.last_told), account.telling)


def _deadlines(db: Connection, scope: Scope, name_of: NameOf) -> Iterator[_Entry]:
    """One for each matter but encounters: the deadline as last told."""
    dated = (one for one in promises(db, scope) if one.kind != "encounter" and one.due)
    for _, told in groupby(dated, key=lambda one: one.telling.matter):
        if entry := _deadline(list(told), name_of):
            yield entry


def _deadline(told: list[Promise], name_of: NameOf) -> _Entry | None:
    last = told[-1]
    due, as_told = stretch(last.due), stretch(last.deadline)
    if due is None:
        return None
    when = as_told if as_told and as_told.last == due.last else due
    standing = _PROMISE.get(last.outcome or "", _PLANNED)
    parties = _names(last.telling.told.parties, name_of)
    summary = f"Due: {last.title} ({parties}){_vaguely(when, last.deadline)}"
    day = date.fromisoformat(last.telling.about.day)
    return _Entry(f"due-{last.telling.matter}", when, standing, summary, day, tuple(one.telling for one in told))


def _names(codes: tuple[str, ...], name_of: NameOf) -> str:
    return ", ".join(name_of(code) for code in codes)


def _vaguely(when: Stretch, told: str | None) -> str:
    if when.precision == "day":
        return ""
    return f", in {when.first:%B %Y}" if when.precision == "month" else f", in {told}"


def _component(entry: _Entry) -> Component:
    return _event(entry) if entry.when.precision == "day" else _todo(entry)


def _event(entry: _Entry) -> Component:
    event = _described(Event(), entry)
    event.add("dtstart", entry.when.first)
    event.add("dtend", entry.when.last + timedelta(days=1))
    event.add("status", _EVENT_STATUS[entry.standing])
    event.add("transp", "TRANSPARENT")
    return event


def _todo(entry: _Entry) -> Component:
    todo = _described(Todo(), entry)
    todo.add("due", entry.when.last)
    todo.add("status", _TODO_STATUS[entry.standing])
    return todo


def _described(component: Component, entry: _Entry) -> Component:
    component.add("uid", f"{entry.uid}@comity")
    component.add("dtstamp", datetime.combine(entry.last_told, time(), UTC))
    component.add("summary", _allowed(entry.summary))
    component.add("description", _allowed("\n\n".join(_told(one) for one in entry.telling)))
    if url := next((one.about.url for one in entry.telling if _is_address(one.about.url)), None):
        component.add("url", _allowed(url))
    return component


def _is_address(url: str | None) -> TypeGuard[str]:
    """Whether a calendar may offer it to be opened: what a report calls its address may be a script."""
    return url is not None and url.startswith(("https://", "http://"))


def _allowed(text: str) -> str:
    return _CONTROLS.sub("\ufffd", text)


def _told(one: TellingOf) -> str:
    """The evidence and where it stands."""
    where = ", ".join(part for part in (one.about.outlet, one.about.day, one.about.url) if part)
    return f"“{' … '.join(one.told.finding.evidence)}”\n{where}"
