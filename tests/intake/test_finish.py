import re
from typing import Any

import pytest

from comity.errors import BadDate, BadSetting, EmptyReport, NotEnglish, Refused, TooLarge
from comity.findings import Report
from comity.intake.finish import Known, finished, lasting, report_id
from comity.intake.given import Draft
from comity.settings import Settings
from tests.intake.made import ENGLISH


def report(text: str = ENGLISH, known: Known = Known(), **fields: str | bool) -> Report:  # noqa: B008
    return finished(Draft(text, **fields), "a.txt", known, Settings(max_characters=1000))  # type: ignore[arg-type]


def test_a_report_keeps_its_text_and_what_it_tells() -> None:
    told = report(
        id="x", url="http://a/#b", outlet="Nile Courier", published="2024-03-18T23:00+03:00", title="T", author="J"
    )
    assert (told.id, told.url, told.outlet, told.published) == ("x", "http://a/", "Nile Courier", "2024-03-18")
    assert (told.text, told.title, told.author, told.language) == (ENGLISH, "T", "J", "en")


@pytest.mark.parametrize(
    ("text", "fields", "kind"),
    [
        ("", {}, EmptyReport),
        (" \n\t\u00a0\ufeff\u200b\r\n", {}, EmptyReport),
        ("\u200c\u200d\u2060\u00ad\u2028\u3000", {}, EmptyReport),
        ("*** -- ___ …", {}, EmptyReport),
        ("The minister said that. " * 100, {}, TooLarge),
        (ENGLISH, {"published": "last Monday"}, BadDate),
        ("Der Minister hat gestern in Berlin mit seinem Kollegen über den Handel zwischen den beiden Ländern "
         "gesprochen und einen Vertrag unterzeichnet, der im Mai gilt.", {}, NotEnglish),
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused(text: str, fields: dict[str, Any], kind: type[Refused]) -> None:
    with pytest.raises(kind):
        report(text, **fields)


@pytest.mark.parametrize(
    ("own", "declared", "kept"),
    [("2024-01-01", True, "2024-01-01"), ("2024-01-01", False, "2024-02-02"), ("", True, "2024-02-02")],
)
def test_the_user_stands_above_a_page_and_below_a_record(own: str, declared: bool, kept: str) -> None:
    assert report(known=Known("2024-02-02"), published=own, declared=declared).published == kept


def test_the_outlet_follows_the_same_order() -> None:
    assert report(known=Known(None, "Herald"), outlet="Courier").outlet == "Herald"
    assert report(known=Known(None, "Herald"), outlet="Courier", declared=True).outlet == "Courier"


def test_the_pages_own_time_stamp_gives_the_day_where_nothing_else_does() -> None:
    stamped = f"Published: 18 March 2024, 10:05\n\n{ENGLISH}"
    assert report(stamped).published == "2024-03-18"
    assert report(stamped, published="2024-03-19").published == "2024-03-19"


def test_lines_that_are_no_part_of_the_report_are_marked_and_kept() -> None:
    told = report(f"POLITICS\n\n{ENGLISH}")
    assert told.skipped == ((0, 8),)
    assert told.text.startswith("POLITICS")


def test_a_users_date_that_is_no_date_stops_the_run() -> None:
    with pytest.raises(BadSetting, match=r"published: '18\.3\.' is no date"):
        Known.told("18.3.", None)


def test_a_report_is_its_origin_and_its_text() -> None:
    names = {report_id("a", "x"), report_id("b", "x"), report_id("a", "y"), report().id, report(url="http://a/").id}
    assert len(names) == 5
    assert all(re.fullmatch("[0-9a-f]{16}", name) for name in names)


def test_an_address_names_a_report_wherever_its_page_lies() -> None:
    one = finished(Draft(ENGLISH, url="http://a/"), "one.html", Known(), Settings())
    assert one.id == finished(Draft(ENGLISH, url="http://a/#top"), "two.html", Known(), Settings()).id


def test_a_file_whose_name_is_not_utf8_has_a_lasting_name() -> None:
    one, other = report_id("caf\udce9.txt", "x"), report_id("caf\udce8.txt", "x")
    assert re.fullmatch("[0-9a-f]{16}", one)
    assert one != other


def test_an_id_hashed_here_lasts_and_a_given_one_is_marked_by_its_text() -> None:
    assert lasting(report()) == report()
    assert re.fullmatch("x~[0-9a-f]{8}", lasting(report(id="x")).id)
    assert lasting(lasting(report(id="x"))) == lasting(report(id="x"))


def test_two_texts_under_one_given_id_are_told_apart() -> None:
    one, other = lasting(report(id="x")), lasting(report(f"{ENGLISH} It rained.", id="x"))
    assert one.id != other.id
    assert lasting(report(f"{ENGLISH} It rained.", id=one.id)).id not in (one.id, other.id)
