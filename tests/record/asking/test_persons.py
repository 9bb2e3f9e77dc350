import pytest
from sqlalchemy import text

from comity.record import joining
from comity.record.accounts import people_told
from comity.record.asking import like, persons
from comity.record.asking.persons import person
from comity.record.db import Record
from tests.record.asking.made import make

ASKED = ["Aslan Bekov", "aslan", "BEKOFF", "Bekov Aslan", "Áslan", "asl"]


@pytest.mark.parametrize("name", ASKED)
def test_a_person_is_found_by_any_spelling_or_part(name: str, record: Record) -> None:
    with record.writing() as db:
        make(db)
        (found,) = persons(db, name)
    assert found.person.name == "Aslan Bekov"
    assert {one.kind for one in found.matters} == {"encounter", "statement"}
    assert found.named == 2


@pytest.mark.parametrize("name", ["", " ", "%", "Nobody", "Aslan Abrahamyan"])
def test_nobody_is_found_where_no_name_has_all_words(name: str, record: Record) -> None:
    with record.writing() as db:
        make(db)
        assert persons(db, name) == []
        assert person(db, name) is None


def test_one_whom_nothing_that_stands_names_is_not_told_of(record: Record) -> None:
    with record.writing() as db:
        joining.fall(db, list(make(db).findings.values()))
        assert persons(db, "Bekov") == []
        assert like(db, "Bekow") == []
        assert list(people_told(db)) == []
        assert db.execute(text("SELECT * FROM dossier_people")).all() == []


def test_names_like_a_mistyped_one_are_told(record: Record) -> None:
    with record.writing() as db:
        make(db)
        assert [like(db, name) for name in ("Aslan Bekow", "Bekov", "xyz")] == [["Aslan Bekov"], ["Aslan Bekov"], []]


def test_the_whole_name_comes_first(record: Record) -> None:
    with record.writing() as db:
        make(db)
        assert [one.person.name for one in persons(db, "a")] == ["Ara Abrahamyan", "Aslan Bekov"]
