"""An id that was given once leads to what took its place."""

from functools import partial

from comity.record import joining
from comity.record.db import Record
from comity.run import judging
from comity.run.forwarding import present
from comity.settings import Settings
from comity.terms import load
from tests.run.relation import READINGS, added, fill, in_other_words

FIRST = READINGS[0]


def test_a_new_version_takes_over_the_matters_of_the_former(record: Record) -> None:
    newer = in_other_words(FIRST)
    with record.writing() as db:
        added(db, FIRST, origin="https://example.org/page")
        added(db, newer, origin="https://example.org/page", at="2026-02-01T00:00:00.000000+00:00")
        assert present(db, f"m{FIRST.encounters[0].id}", load()) == f"m{newer.encounters[0].id}"


def test_a_matter_whose_earliest_finding_was_rejected_is_found_by_the_others(record: Record) -> None:
    fill(record, READINGS[:6])
    with record.asking() as db:
        matter = joining.matters_of(db, [FIRST.encounters[0].id])[0]
    earliest, *others = matter.findings
    rule = partial(judging.on_finding, verdict="reject", finding=earliest)
    judging.judge(record, rule, Settings(), reason="wrong", author="tester")
    with record.asking() as db:
        assert present(db, matter.id, load()).removeprefix("m") in others


def test_an_id_that_was_never_given_leads_nowhere_else(record: Record) -> None:
    with record.asking() as db:
        assert present(db, "m0000000000000000", load()) == "m0000000000000000"
