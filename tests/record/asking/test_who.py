"""Why names are thought to be one person."""

import pytest
from sqlalchemy import Connection

from comity.errors import UnknownId
from comity.matters import Clue, Link, Naming
from comity.record import joining, keeping, naming
from comity.record.asking import who
from comity.record.db import Record
from tests.record.asking.made import judge, make

IDS = [naming.naming_id(name, "KAZ") for name in ("Aslan Bekov", "Aslan Bekoff")]


def bekov(db: Connection) -> list[Naming]:
    """Both of his names, linked and judged to be one."""
    make(db)
    names = naming.namings(db, IDS)
    one, other = sorted(name.id for name in names)
    naming.put_naming_links(db, [Link(one, other, 2.0, (Clue("names", 2.0, "The names sound alike."),))])
    judge(db, "j" * 16, "same", one, other)
    return names


def test_a_person_has_names_clues_and_judgements(record: Record) -> None:
    with record.writing() as db:
        names = bekov(db)
        told = who(db, f"p{names[0].id}")
    assert told.person
    assert told.person.name == "Aslan Bekov"
    assert [one.name for one in told.namings] == ["Aslan Bekov", "Aslan Bekoff"]
    assert [clue.sentence for tie in told.ties for clue in tie.clues] == ["The names sound alike."]
    assert [one.verdict for one in told.judgements] == ["same"]


def test_any_of_the_names_leads_to_the_person(record: Record) -> None:
    with record.writing() as db:
        names = bekov(db)
        assert len({who(db, text).id for one in names for text in (one.id, f"p{one.id}", f"p{one.id[:8]}")}) == 1


def test_one_whom_nothing_that_stands_names_is_told_by_the_names_alone(record: Record) -> None:
    with record.writing() as db:
        names = bekov(db)
        joining.fall(db, keeping.standing(db, *(digit * 16 for digit in "1234")))
        told = who(db, names[0].id)
    assert (told.person, len(told.namings)) == (None, 2)


@pytest.mark.parametrize("text", ["", "p", "p0000000", "Aslan"])
def test_what_is_nobody_is_refused(text: str, record: Record) -> None:
    with record.writing() as db:
        make(db)
        with pytest.raises(UnknownId):
            who(db, text)
