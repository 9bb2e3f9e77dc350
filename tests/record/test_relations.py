from comity.record.asking import relations
from comity.record.db import Record
from tests.record import sample


def test_pairs_are_told_with_how_much_is_told_of_them(record: Record) -> None:
    with record.writing() as db:
        sample.fill(db)
    with record.asking() as db:
        (found,) = relations(db)
    assert found == ("ARM", "KAZ", 1, 0, "2023-05-03")


def test_an_empty_record_has_no_relation(record: Record) -> None:
    with record.asking() as db:
        assert relations(db) == []
