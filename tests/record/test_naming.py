"""Names in findings, and the people they are joined into."""

import pytest
from sqlalchemy import Connection, select

from comity.findings import Person
from comity.matters import Clue, Link, Naming
from comity.record import judging, naming
from comity.record.db import Record
from comity.record.tables import naming_clues, people
from tests.record.kept import ARA, ASLAN, keep, meeting, report
from tests.record.test_judging import judged

A, B, C = "a" * 16, "b" * 16, "c" * 16
_CLUES = select(naming_clues.c.clue, naming_clues.c.weight, naming_clues.c.sentence)
IDS = [naming.naming_id(one.name or "", one.country) for one in (ARA, ASLAN)]


def told(db: Connection, id: str, day: str, *persons: Person) -> list[Naming]:
    """The namings that a report with these people makes to be joined anew."""
    of = report(id, day=day)
    return naming.put_namings(db, keep(db, of, meeting(of, people=persons)))


def link(one: str, other: str) -> Link:
    first, second = sorted((one, other))
    return Link(first, second, 1.0, (Clue("names", 1.0, "The names are alike."),))


def join(db: Connection, *groups: tuple[str, ...]) -> None:
    naming.put_people(db, [id for group in groups for id in group], groups, [f"name of {group[0]}" for group in groups])


def test_a_new_name_is_to_be_joined_with_its_offices(record: Record) -> None:
    with record.writing() as db:
        assert told(db, A, "2023-05-04", ARA, ASLAN, Person(name=None, office="guard", country="KAZ")) == sorted(
            (
                Naming(IDS[0], "Ara Abrahamyan", "ARM", "2023-05-04", ("minister",)),
                Naming(IDS[1], "Aslan Bekov", "KAZ", "2023-05-04"),
            ),
            key=lambda one: one.order,
        )


@pytest.mark.parametrize("days", [("2023-05-04", "2023-06-04"), ("2023-06-04", "2023-05-04")])
def test_a_name_is_first_told_on_the_earliest_day(record: Record, days: tuple[str, str]) -> None:
    with record.writing() as db:
        for id, day in zip((A, B), days, strict=True):
            told(db, id, day, ASLAN)
        assert naming.namings(db, [IDS[1]])[0].published == "2023-05-04"


def test_a_known_name_is_joined_anew_only_where_something_changed(record: Record) -> None:
    with record.writing() as db:
        told(db, A, "2023-05-04", ASLAN)
        join(db, (IDS[1],))
        assert told(db, B, "2023-06-04", ASLAN) == []
        assert [one.offices for one in told(db, C, "2023-07-04", ASLAN.model_copy(update={"office": "envoy"}))] == [
            ("envoy",)
        ]
        assert len(told(db, "d" * 16, "2023-01-04", ASLAN)) == 1


def test_a_name_to_be_joined_anew_loses_its_keys_and_links(record: Record) -> None:
    with record.writing() as db:
        told(db, A, "2023-05-04", ARA, ASLAN)
        naming.put_naming_keys(db, dict.fromkeys(IDS, ("k",)))
        naming.put_naming_links(db, [link(*IDS)])
        told(db, B, "2023-01-04", ASLAN)
        assert [one.id for one in naming.naming_candidates(db, {"k"})] == [IDS[0]]
        assert naming.naming_links_among(db, IDS) == []


def test_names_are_found_under_keys_and_linked(record: Record) -> None:
    with record.writing() as db:
        told(db, A, "2023-05-04", ARA, ASLAN)
        naming.put_naming_keys(db, {IDS[0]: ("k", "l"), IDS[1]: ("l",)})
        naming.put_naming_links(db, [link(*IDS)])
        naming.put_naming_links(db, [link(*IDS)])
        assert {one.id for one in naming.naming_candidates(db, {"l"})} == set(IDS)
        assert naming.naming_links_among(db, IDS) == [link(*IDS)._replace(clues=())]
        assert [tuple(row) for row in db.execute(_CLUES)] == list(link(*IDS).clues)
        assert naming.naming_component(db, IDS[:1]) == set(IDS)


def test_those_who_were_one_person_or_are_judged_so_hang_together(record: Record) -> None:
    with record.writing() as db:
        told(db, A, "2023-05-04", ARA, ASLAN)
        join(db, (IDS[0], IDS[1]))
        assert naming.naming_component(db, IDS[:1]) == set(IDS)
        join(db, (IDS[0],), (IDS[1],))
        assert naming.naming_component(db, IDS[:1]) == {IDS[0]}
        judging.add_judgement(db, judged("same", *IDS))
        assert naming.naming_component(db, IDS[:1]) == set(IDS)


def test_people_are_put_in_place_of_those_who_had_their_names(record: Record) -> None:
    with record.writing() as db:
        told(db, A, "2023-05-04", ARA, ASLAN)
        join(db, (IDS[0],), (IDS[1],))
        join(db, (IDS[1], IDS[0]))
        join(db, (IDS[1], IDS[0]))
        assert db.execute(select(people)).all() == [(f"p{IDS[1]}", f"name of {IDS[1]}", "KAZ")]
        assert naming.names_of(db, f"p{IDS[1]}") == sorted(IDS)


def test_a_person_acts_for_the_first_country_told(record: Record) -> None:
    nobody = ARA.model_copy(update={"country": None})
    with record.writing() as db:
        told(db, A, "2023-05-04", nobody, ASLAN)
        join(db, (naming.naming_id(ARA.name or "", None), IDS[1]))
        assert db.scalar(select(people.c.country)) == "KAZ"
