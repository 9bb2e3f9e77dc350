from pathlib import Path

import pytest
from sqlalchemy import insert, text

from comity.record.db import Record, open_record
from comity.record.engines import begin_rebuilding
from comity.record.soundness import RULES, check
from comity.record.tables import matters
from tests.record import sample

# A change that breaks each rule, and nothing but it where that is possible.
BREAKS = {
    "a report has not exactly one current reading (`comity reread` reads it)": """
        UPDATE readings SET until = '2023-05-05T00:00:00Z'""",
    "a report is a copy of a copy": "UPDATE reports SET copy_of = id",
    "a report is replaced by one of another origin": """
        INSERT INTO reports (id, origin, source, day, text, words, sha256, content, signature, added)
        SELECT 'b', 'file:/b.txt', source, day, text, words, sha256, content, signature, added FROM reports;
        UPDATE reports SET replaced_by = 'b' WHERE id <> 'b'""",
    "a report is replaced by itself": "UPDATE reports SET replaced_by = id",
    "a report's reading and finding name different reports": """
        INSERT INTO reports (id, origin, source, day, text, words, sha256, content, signature, added)
        SELECT 'b', origin, source, day, text, words, sha256, content, signature, added FROM reports;
        UPDATE findings SET report = 'b'""",
    "a finding lacks the fields of its kind": "DELETE FROM encounters",
    "a finding has no evidence": "DELETE FROM finding_spans",
    "a span lies outside its report's text": 'UPDATE finding_spans SET "end" = 1000',
    "evidence differs from the text at its span": "UPDATE finding_spans SET evidence = 'met in Astana'",
    "a finding's day is not its report's": "UPDATE findings SET day = '2001-01-01'",
    "a finding has a verdict that no judgement gives": "UPDATE findings SET verdict = 'confirm'",
    "a finding stands twice": """
        INSERT INTO findings
        (row, id, reading, report, kind, place, confidence, step, clues, day, standing, held, matter)
        SELECT 'b', id, reading, report, kind, 1, confidence, step, clues, day, standing, held, matter FROM findings""",
    "a standing finding is part of no matter": "UPDATE findings SET matter = NULL",
    "a matter has no standing finding": "UPDATE findings SET standing = (1 = 0)",
    "a matter miscounts its reports": "UPDATE matters SET reports = 3",
    "a matter miscounts its parties": "DELETE FROM matter_parties WHERE country = 'KAZ'",
    "a matter does not stand under its pair": "UPDATE matters SET pair = 'ARM-FJI'",
    "a link joins a finding that does not stand": """
        INSERT INTO links (one, other, score) SELECT row, row, 1 FROM findings;
        UPDATE findings SET standing = (1 = 0)""",
    "what became of something lies outside its report's text": """
        INSERT INTO follow_ups (opening, told_by, basis, report, start, "end", outcome, published, reason, score)
        SELECT row, 'x', 'later', report, 0, 1000, 'kept', day, 'told', 1 FROM findings""",
    "a naming belongs to nobody": """
        INSERT INTO namings (id, name, first_told) VALUES ('n', 'Ann Lee', '2023-05-03');
        INSERT INTO finding_people (finding, place, name, naming) SELECT row, 0, 'Ann Lee', 'n' FROM findings""",
}


def test_a_record_that_holds_together_is_sound(record: Record) -> None:
    with record.writing() as db:
        sample.fill(db)
    assert check(record) == []


@pytest.mark.parametrize("change", ["sha256 = '0'", "content = signature"])
def test_bytes_that_are_not_what_came_are_found(record: Record, change: str) -> None:
    with record.writing() as db:
        sample.fill(db)
        db.execute(text(f"UPDATE reports SET {change}"))
    assert "the bytes of a report are not what came" in [line.partition(":")[0] for line in check(record)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DROP TABLE refusal_spans", "the table refusal_spans is missing"),
        ("DROP INDEX ix_reports_url", "the index ix_reports_url is missing"),
        ("DROP VIEW dossier_people", "the view dossier_people is missing"),
    ],
)
def test_what_is_missing_of_the_tables_is_named(record_place: str, change: str, told: str) -> None:
    with open_record(record_place) as record:
        with record.writing() as db:
            db.execute(text(change))
        assert check(record) == [told]


def test_a_missing_trigger_is_named(record_place: str) -> None:
    drop = {"sqlite": "DROP TRIGGER search_added", "postgresql": "DROP TRIGGER search_kept ON reports"}
    with open_record(record_place) as record:
        with record.writing() as db:
            db.execute(text(drop[record.dialect]))
        assert [line.split()[:2] for line in check(record)] == [["the", "trigger"]]


def test_a_report_that_is_not_searched_is_found(record: Record) -> None:
    change = {
        "sqlite": "INSERT INTO search_reports (search_reports) VALUES ('delete-all')",
        "postgresql": "DELETE FROM search_index",
    }
    with record.writing() as db:
        sample.fill(db)
        db.execute(text(change[record.dialect]))
    assert check(record) == ["a report is not in the search index: 0123456789abcdef"]


@pytest.mark.parametrize("rule", RULES)
def test_what_breaks_a_rule_is_found_and_named(record: Record, rule: str) -> None:
    with record.writing() as db:
        sample.fill(db)
        for statement in BREAKS[rule].split(";"):
            db.execute(text(statement))
    assert rule in [line.partition(":")[0] for line in check(record)]


def test_of_many_that_break_a_rule_the_first_are_named(record: Record) -> None:
    with record.writing() as db:
        for number in range(9):
            db.execute(insert(matters).values(sample.ROWS["matters"] | {"id": f"m{number}", "parties": 0}))
    assert [line for line in check(record) if line.endswith("and 4 more")] != []


def test_a_row_that_refers_to_nothing_is_found(template_copy: Path) -> None:
    with open_record(str(template_copy)) as record:
        with record.engine.connect() as db:
            begin_rebuilding(db)
            db.execute(text("INSERT INTO reading_topics VALUES ('nothing', 'trade')"))
            db.commit()
        assert check(record) == ["row 1 of reading_topics names what is not in readings"]


def test_a_damaged_file_is_found(template_copy: Path) -> None:
    with open_record(str(template_copy)) as record, record.writing() as db:
        sample.fill(db)
        page = db.execute(text("SELECT rootpage FROM sqlite_schema WHERE name = 'link_clues'")).scalar_one()
    with template_copy.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xff" * 4096)
    with open_record(str(template_copy)) as record:
        assert check(record) != []
