import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from comity.errors import NothingToSearch
from comity.record import search as module
from comity.record.db import Record, open_record
from comity.record.search import phrases_of, search
from comity.record.tables import reports
from tests.record.kept import keep, report

TEXTS = {
    "1" * 16: "The President of Türkiye visited Astana, 2024-2025 programme in hand. Café talks.",
    "2"
    * 16: "Kazakh-Armenian trade reached USD 53.1 million; see http://example.org/kaz_arm for visits of the Speaker.",
    "3" * 16: "Nothing of note. NOT a word.",
}
FOUND = [
    ("turkiye", "1"), ("Türkiye visit", "1"), ("2025", "1"), ("2024-2025", "1"), ("cafe", "1"), ("visits", "12"),
    ("kazakh armenian", "2"), ("53.1", "2"), ("kaz_arm", "2"), ('"trade reached"', "2"), ('"reached trade"', ""),
    ("“trade reached” million", "2"), ("visit nothing", ""), ("NOT", "3"), ("not AND", ""), ("Nazarbaiev", "2"),
    ("nothing*", "3"), ("no:thing", ""), ('"nothing', "3"), ("nothing' OR 1=1 --", ""), ("\x00nothing", "3"),
    ("\ud800", ""),
]  # fmt: skip


def fill(record: Record) -> None:
    with record.writing() as db:
        for id, text in TEXTS.items():
            keep(db, report(id, text, title="Nazarbaïev" if id[0] == "2" else None))


def found(record: Record, words: str) -> str:
    with record.asking() as db:
        return "".join(sorted(hit.report[0] for hit in search(db, words)))


def test_the_same_words_are_found_on_both_databases(record: Record) -> None:
    fill(record)
    assert {words: found(record, words) for words, _ in FOUND if phrases_of(words)} == {
        words: expected for words, expected in FOUND if phrases_of(words)
    }


def test_the_words_are_marked_in_the_snippet(record: Record) -> None:
    fill(record)
    with record.asking() as db:
        (hit,) = search(db, "turkiye café")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Türkiye", "Café"]


@pytest.mark.parametrize("words", ["", " ", '""', "-- * ( ) :", "\x00", "__"])
def test_no_word_at_all_is_refused(words: str, record: Record) -> None:
    with record.asking() as db, pytest.raises(NothingToSearch):
        search(db, words)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(max_size=30)
    | st.lists(st.sampled_from(['"', "NEAR", "(", "a", "*", "AND", "\\", "'", "^"])).map("".join)
)
def test_any_words_may_be_asked_for(words: str, record: Record) -> None:
    with record.asking() as db:
        if phrases_of(words):
            assert search(db, words) == []


def test_the_index_follows_what_is_changed_and_erased(record: Record) -> None:
    fill(record)
    with record.writing() as db:
        db.execute(update(reports).where(reports.c.id == "1" * 16).values(text="A zebra."))
        db.execute(delete(reports).where(reports.c.id == "3" * 16))
        module.purge(db)
    assert [found(record, words) for words in ("zebra", "turkiye", "nothing")] == ["1", "", ""]


def test_pages_follow_each_other(record: Record) -> None:
    with record.writing() as db:
        for number in range(5):
            keep(db, report(f"{number}" * 16, f"The bridge {'bridge ' * number}"))
    with record.asking() as db:
        whole = search(db, "bridge")
        assert [*search(db, "bridge", 2), *search(db, "bridge", 2, 2), *search(db, "bridge", 2, 4)] == whole
    assert len(whole) == 5


def test_the_index_can_be_taken_away_and_made_again(record_place: str) -> None:
    with open_record(record_place) as record:
        fill(record)
        with record.writing() as db:
            module.drop(db)
            module.create(db)
        assert found(record, "visits") == "12"
