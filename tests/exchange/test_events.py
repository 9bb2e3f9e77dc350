from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection

from comity.exchange.events import CAMEO_HEADER, PLOVER_HEADER, POLECAT, cameo_lines, plover_lines
from comity.record import joining
from comity.record.dump import Scope
from tests.exchange import account

NAMES = {"ARM": "Armenia", "KAZ": "Kazakhstan"}
Lines = Callable[[Connection, Scope, Callable[[str], str]], Iterator[str]]


def rows(db: Connection, lines: Lines) -> list[dict[str, str]]:
    head, *others = [line.split("\t") for line in lines(db, Scope(), NAMES.__getitem__)]
    return [dict(zip(head, one, strict=True)) for one in others]


def test_an_event_told_twice_is_one_row_of_polecats_columns(told: Connection) -> None:
    (row,) = rows(told, plover_lines)
    assert tuple(row)[: len(POLECAT)] == POLECAT
    known = {name: row[name] for name in POLECAT if row[name]}
    assert known | {"Version": "", "Event ID": ""} == {
        "Event ID": "", "Event Date": "2024-05-01", "Event Type": "CONSULT", "Event Mode": "visit",
        "Intensity": "-2.8", "Quad Code": "VERBAL COOPERATION", "Actor Name": "Kazakhstan", "Actor Country": "KAZ",
        "Recipient Name": "Armenia", "Recipient Country": "ARM", "Source": "Post; Times",
        "Publication Date": "2024-04-01", "Language": "en", "Version": "",
    }  # fmt: skip


def test_a_row_says_how_exactly_its_day_is_told_and_where_it_comes_from(told: Connection) -> None:
    (row,) = rows(told, plover_lines)
    assert (row["Date Precision"], row["Last Day"], row["Source Count"]) == ("month", "2024-05-31", "2")
    assert row["Evidence"] == "The President of Armenia will visit Kazakhstan"
    assert row["URLs"] == "https://a.example/1 https://b.example/2"


def test_cameo_has_root_quad_class_and_goldstein(told: Connection) -> None:
    (row,) = rows(told, cameo_lines)
    names = ("SQLDATE", "Actor1Code", "Actor2Code", "EventRootCode", "QuadClass", "GoldsteinScale", "NumSources")
    assert [row[name] for name in names] == ["20240501", "KAZ", "ARM", "04", "1", "-2.8", "2"]
    assert row["SOURCEURL"] == "https://a.example/1"


@pytest.mark.parametrize("moment", [None, "2024-13"])
def test_an_event_without_a_date_has_the_day_it_was_told_and_says_so(told: Connection, moment: str | None) -> None:
    event = account.event(account.FIRST)
    joining.put_matters(told, [event.id], [account.matter("event", "CONSULT", event, date=moment)])
    (row,) = rows(told, plover_lines)
    assert (row["Event Date"], row["Date Precision"]) == ("2024-04-01", "told")


def test_headers_name_each_column_once() -> None:
    assert len(set(PLOVER_HEADER)) == len(PLOVER_HEADER)
    assert len(set(CAMEO_HEADER)) == len(CAMEO_HEADER)
