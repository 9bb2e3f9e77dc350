"""What users type leads to one thing, or is refused with what it may be."""

import pytest

from comity.errors import Ambiguous, NoSuchFinding, NoSuchJudgement, NoSuchMatter, NoSuchPerson, NoSuchReport, Stop
from comity.record import joining, judging, keeping, naming, resolving
from comity.record.db import Record
from tests.record.kept import ARA, keep, kept, report
from tests.record.test_joining import IDS, MEETINGS, OF, matter
from tests.record.test_judging import judged

OLD, NEW, FILE = "statement~aaaaaaaa", "statement~bbbbbbbb", "0123456789abcdef"


def fill(record: Record) -> None:
    with record.writing() as db:
        keeping.add_report(db, kept(report(OLD, day="2023-01-01"), "statement"))
        keeping.add_report(db, kept(report(NEW, day="2023-02-01"), "statement"))
        keeping.add_report(db, kept(report(FILE), "/folder/a_b.txt"))
        keeping.add_report(db, kept(report("0123459999999999"), "/folder/axb.txt"))
        page = report("fedcba9876543210", url="https://x.org/1?a")
        keeping.add_report(db, kept(page, "https://x.org/1"))


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (OLD, OLD),
        ("statement", NEW),
        (FILE, FILE),
        (FILE[:8], FILE),
        ("a_b.txt", FILE),
        ("/folder/a_b.txt", FILE),
        ("https://x.org/1?a", "fedcba9876543210"),
        ("https://x.org/1", "fedcba9876543210"),
    ],
)
def test_a_report_goes_by_many_names(record: Record, text: str, id: str) -> None:
    fill(record)
    with record.asking() as db:
        assert resolving.resolve_report(db, text) == id


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("01234", NoSuchReport),
        ("", NoSuchReport),
        ("nothing", NoSuchReport),
        ("%", NoSuchReport),
        ("012345", Ambiguous),
    ],
)
def test_what_names_no_report_or_several_is_refused(record: Record, text: str, refusal: type[Stop]) -> None:
    fill(record)
    with record.asking() as db, pytest.raises(refusal):
        resolving.resolve_report(db, text)


def test_what_it_may_be_is_told(record: Record) -> None:
    fill(record)
    with record.asking() as db, pytest.raises(Ambiguous, match="0123456789abcdef, 0123459999999999"):
        resolving.resolve_report(db, "012345")


def test_a_finding_goes_by_the_beginning_of_its_id(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        assert resolving.resolve_finding(db, IDS[0][:9]) == IDS[0]
        for text in (IDS[0][:5], "zzzzzzzz", "0" * 16, "%%%%%%"):
            with pytest.raises(NoSuchFinding):
                resolving.resolve_finding(db, text)


def test_a_matters_former_id_leads_to_the_present_one(record: Record) -> None:
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        joining.put_matters(db, IDS, [matter(*IDS[:4])])
        for text in (f"m{IDS[1]}", f"m{IDS[1][:8]}", IDS[2]):
            assert resolving.resolve_matter(db, text) == f"m{IDS[0]}"
        for text in (f"m{IDS[4]}", "m"):
            with pytest.raises(NoSuchMatter):
                resolving.resolve_matter(db, text)


def test_a_person_goes_by_any_of_their_names_ids(record: Record) -> None:
    id = naming.naming_id(ARA.name or "", "ARM")
    with record.writing() as db:
        naming.put_namings(db, keep(db, OF, MEETINGS[0]))
        naming.put_people(db, [id], [(id,)], ["Ara"])
        assert resolving.resolve_person(db, f"p{id[:7]}") == f"p{id}"
        assert resolving.resolve_naming(db, "Ara Abrahamyan") == resolving.resolve_naming(db, id[:7]) == id
        with pytest.raises(NoSuchPerson, match="No name in the record is written 'Ivo Marran'"):
            resolving.resolve_naming(db, "Ivo Marran")
        with pytest.raises(NoSuchPerson):
            resolving.resolve_person(db, "p" + "0" * 16)


def test_a_judgement_goes_by_the_beginning_of_its_id(record: Record) -> None:
    given = judged("confirm", IDS[0])
    with record.writing() as db:
        keep(db, OF, *MEETINGS)
        judging.add_judgement(db, given)
        assert resolving.resolve_judgement(db, given.id[:6]) == given.id
        with pytest.raises(NoSuchJudgement):
            resolving.resolve_judgement(db, "0" * 16)
