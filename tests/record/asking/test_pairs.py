from comity.record import keeping
from comity.record.asking import between, contradicted, earlier_versions, people_in, sources_of
from comity.record.asking.pairs import account_of, copies_of, offices
from comity.record.db import Record
from tests.record.asking.made import make
from tests.record.kept import keep, report


def test_matters_with_others_stand_apart(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        held = between(db, "KAZ", "ARM", 10)
    assert held.joint == (made.matters["forum"],)
    assert set(held.alone) == set(made.matters.values()) - {made.matters["forum"]}
    assert dict(held.totals)["encounter"] == 1


def test_no_more_than_asked_for_is_given_but_all_are_counted(record: Record) -> None:
    with record.writing() as db:
        make(db)
        held = between(db, "ARM", "KAZ", 0)
    assert (held.alone, held.joint) == ((), ())
    assert sum(count for _, count in held.totals) == 6


def test_a_pair_without_matters_has_none(record: Record) -> None:
    with record.writing() as db:
        make(db)
        assert between(db, "ARM", "RUS", 10).alone == ()


def test_copies_and_versions_are_found_both_ways(record: Record) -> None:
    with record.writing() as db:
        make(db)
        keep(db, report("5" * 16, "Newer words. " * 10), stands=False)
        keeping.set_versions(db, ["3" * 16, "5" * 16])
        assert set(sources_of(db, ["2" * 16])) == {"1" * 16, "2" * 16}
        assert set(sources_of(db, ["3" * 16])) == {"3" * 16, "5" * 16}
        assert set(copies_of(db, ["1" * 16])) == {"2" * 16}
        assert set(earlier_versions(db, ["5" * 16])) == {"3" * 16}


def test_people_have_all_spellings_and_their_offices(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        ara, aslan = people_in(db, made.matters.values())
        alone = account_of(db, aslan.id)
    assert (aslan.name, aslan.names, aslan.country) == ("Aslan Bekov", ("Aslan Bekoff",), "KAZ")
    assert [(one.office, one.first_told, one.reports) for one in ara.offices] == [("minister", "2023-05-04", 1)]
    assert alone == aslan


def test_an_office_is_spelled_as_most_tell_it_and_copies_count_once() -> None:
    told = [("Foreign Minister", "2023-05-04", "a"), ("foreign minister", "2023-01-01", "b"),
            ("Foreign Minister", "2024-01-01", "a"), ("envoy", "2022-01-01", "c")]  # fmt: skip
    assert offices(told) == (
        ("Foreign Minister", "2023-01-01", "2024-01-01", 2),
        ("envoy", "2022-01-01", "2022-01-01", 1),
    )


def test_contradicted_figures_are_found(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        assert contradicted(db, 10) == [made.matters["trade"]]
        assert contradicted(db, 10, 1) == []
