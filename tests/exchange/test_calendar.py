from typing import Any

import icalendar
import pytest
from sqlalchemy import Connection, update

from comity.exchange.calendar import calendar
from comity.matters import Matter
from comity.record import joining
from comity.record.dump import Scope
from comity.record.tables import finding_spans, matters, reports
from tests.exchange import account

NAMES = {"ARM": "Armenia", "KAZ": "Kazakhstan"}


def parts(db: Connection) -> list[Any]:
    told = b"".join(calendar(db, Scope(), NAMES.__getitem__))
    assert all(len(line) <= 75 for line in told.split(b"\r\n"))
    return list(icalendar.Calendar.from_ical(told).subcomponents)


def entry(db: Connection, name: str) -> Any:
    return next(one for one in parts(db) if one.name == name)


def put(db: Connection, status: str, date: str | None, told: str = "planned") -> Matter:
    matter = account.matter(
        "encounter", "visit", account.visit(account.FIRST), account.visit(account.LATER), status=status, date=date
    )
    joining.put_matters(db, matter.findings, [matter])
    return matter


def test_a_planned_encounter_is_an_event_of_its_day(told: Connection) -> None:
    event = entry(told, "VEVENT")
    assert (str(event.start), str(event.end), event["STATUS"]) == ("2024-05-03", "2024-05-04", "TENTATIVE")
    assert event["SUMMARY"] == "Visit: Armenia, Kazakhstan in Kazakhstan"
    assert event["UID"] == f"m{account.visit(account.FIRST).id}@comity"
    assert event["DTSTAMP"].to_ical() == b"20240402T000000Z"


def test_an_entry_holds_the_words_and_where_they_stand(told: Connection) -> None:
    event = entry(told, "VEVENT")
    assert "The President of Armenia" in event["DESCRIPTION"]
    assert "https://b.example/2" in event["DESCRIPTION"]
    assert event["URL"] == "https://a.example/1"


@pytest.mark.parametrize(("status", "shown"), [("held", "CONFIRMED"), ("cancelled", "CANCELLED")])
def test_a_plan_that_is_held_or_called_off_stays_as_such(told: Connection, status: str, shown: str) -> None:
    put(told, status, "2024-05-03")
    assert entry(told, "VEVENT")["STATUS"] == shown


@pytest.mark.parametrize(
    ("date", "due", "summary"),
    [("2024-05", "2024-05-31", ", in May 2024"), ("2024", "2024-12-31", ", in 2024")],
)
def test_what_is_told_to_the_month_or_year_is_to_do_by_its_end(
    told: Connection, date: str, due: str, summary: str
) -> None:
    put(told, "planned", date)
    todo = next(one for one in parts(told) if not one["UID"].startswith("due-"))
    assert (todo.name, str(todo["DUE"].dt), todo["STATUS"]) == ("VTODO", due, "NEEDS-ACTION")
    assert todo["SUMMARY"].endswith(summary)
    assert "DTSTART" not in todo


def test_a_plan_without_a_date_is_no_entry(told: Connection) -> None:
    put(told, "planned", None)
    assert [one["UID"] for one in parts(told) if not one["UID"].startswith("due-")] == []


def test_the_deadline_of_a_promise_is_an_entry_with_what_became_of_it(told: Connection) -> None:
    todo = entry(told, "VTODO")
    assert (str(todo["DUE"].dt), todo["STATUS"]) == ("2025-12-31", "COMPLETED")
    assert todo["SUMMARY"] == "Due: pledge of ARM and KAZ (Armenia, Kazakhstan), in 2025"


def test_no_control_that_a_calendar_may_not_hold_goes_in(told: Connection) -> None:
    told.execute(update(finding_spans).values(evidence="a\x0b\x1b[5m\x7f b\n\tc"))
    told.execute(update(matters).values(title="a\x0b b"))
    lines = b"".join(calendar(told, Scope(), NAMES.__getitem__))
    assert not set(lines) & ({*range(32), 127} - set(b"\t\r\n"))
    assert "a\ufffd\ufffd[5m\ufffd b\n\tc" in entry(told, "VEVENT")["DESCRIPTION"]


def test_only_what_is_an_address_is_offered_to_be_opened(told: Connection) -> None:
    told.execute(update(reports).values(url="javascript:alert(1)"))
    assert "URL" not in entry(told, "VEVENT")


def test_the_same_record_gives_the_same_calendar(told: Connection) -> None:
    first, second = (list(calendar(told, Scope(), NAMES.__getitem__)) for _ in range(2))
    assert first == second
