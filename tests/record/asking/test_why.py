import pytest

from comity.errors import UnknownId
from comity.record import keeping
from comity.record.asking import why
from comity.record.db import Record
from tests.record.asking.made import judge, make, read_again
from tests.record.kept import keep, report


def test_a_matter_gives_its_findings_words_and_clues(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        told = why(db, made.matters["meeting"])
    assert told.matter is not None
    assert {ground.id for ground in told.grounds} == {made.findings["meeting"], made.findings["meeting again"]}
    assert told.grounds[0].evidence == (((0, 20), "In Yerevan minister "),)
    assert [[clue.name for clue in tie.clues] for tie in told.ties] == [["who", "day"]]
    assert {source.id for source in told.sources} == {"1" * 16, "2" * 16}


def test_a_finding_tells_what_speaks_for_it(record: Record) -> None:
    with record.writing() as db:
        told = why(db, make(db).findings["bridge"])
    assert told.grounds[0].clues == ("rules 0.80", "main relation")


def test_a_finding_gives_its_own_grounds_and_its_matter(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        told = why(db, made.findings["meeting again"])
    assert [ground.id for ground in told.grounds] == [made.findings["meeting again"]]
    assert told.matter is not None
    assert told.matter.id == made.matters["meeting"]


def test_an_id_a_matter_once_had_leads_to_the_matter_of_now(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        told = why(db, f"m{made.findings['meeting again']}")
    assert told.matter is not None
    assert told.matter.id == made.matters["meeting"]
    assert len(told.grounds) == 2


def test_the_id_of_a_matter_that_is_gone_tells_why_it_is(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        read_again(db, made)
        told = why(db, made.matters["treaty"])
    assert (told.matter, told.grounds) == (None, ())
    assert [ground.id for ground in told.former] == [made.findings["treaty"]]


def test_a_report_gives_all_its_findings(record: Record) -> None:
    with record.writing() as db:
        make(db)
        told = why(db, "1" * 16)
    assert {ground.kind for ground in told.grounds} == {"encounter", "pledge", "figure"}
    assert told.matter is None


def test_what_became_of_it_and_what_it_announces_is_told(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        told = why(db, made.matters["bridge"])
    assert [(one.outcome, one.reason) for one in told.follow_ups] == [("kept", "The bridge was opened.")]
    assert (told.grounds[0].opening, told.grounds[0].due) == (True, "2024-12-31")


def test_judgements_are_told_also_when_undone(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        judge(db, "j1", "confirm", made.findings["bridge"])
        judge(db, "j2", "undo", undoes="j1", made="2024-03-02T00:00:00+00:00")
        told = why(db, made.findings["bridge"])
    assert [(one.id, one.author, one.undone) for one in told.judgements] == [("j1", "ann", "2024-03-02T00:00:00+00:00")]


def test_what_an_earlier_reading_told_is_kept_apart(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        read_again(db, made)
        told = why(db, made.findings["treaty"])
    assert told.grounds == ()
    assert [(ground.id, bool(ground.until)) for ground in told.former] == [(made.findings["treaty"], True)]


def test_versions_of_a_report_are_told(record: Record) -> None:
    with record.writing() as db:
        make(db)
        keep(db, report("5" * 16, "Newer words. " * 10), stands=False)
        keeping.set_versions(db, ["3" * 16, "5" * 16])
        assert {one.id for one in why(db, "5" * 16).sources} == {"3" * 16, "5" * 16}


def test_the_beginning_of_an_id_or_the_address_of_a_report_will_do(record: Record) -> None:
    with record.writing() as db:
        made = make(db)
        told = [why(db, id).asked for id in (made.matters["forum"][:8], made.findings["forum"][:8], f"{'4' * 16}.txt")]
    assert told == [made.matters["forum"], made.findings["forum"], "4" * 16]


@pytest.mark.parametrize("id", ["", "m", "nothing", "m123", "%"])
def test_an_unknown_id_is_refused(id: str, record: Record) -> None:
    with record.writing() as db:
        make(db)
        with pytest.raises(UnknownId):
            why(db, id)
