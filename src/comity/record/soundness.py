"""What must hold in every record, as questions to the database that find what breaks it."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, inspect, select

from comity.errors import RecordDamaged
from comity.record.db import Record
from comity.record.engines import loose
from comity.record.tables import metadata, reports
from comity.record.views import VIEWS

# Each rule with the query that gives the ids of what breaks it.
RULES = {
    "a report has not exactly one current reading (`comity reread` reads it)": """
        SELECT r.id FROM reports r LEFT JOIN readings g ON g.report = r.id AND g.until IS NULL
        GROUP BY r.id HAVING count(g.id) <> 1""",
    "a report is a copy of a copy": """
        SELECT r.id FROM reports r JOIN reports main ON main.id = r.copy_of WHERE main.copy_of IS NOT NULL""",
    "a report is replaced by one of another origin": """
        SELECT r.id FROM reports r JOIN reports next ON next.id = r.replaced_by WHERE next.origin <> r.origin""",
    "a report is replaced by itself": "SELECT id FROM reports WHERE replaced_by = id",
    "a report's reading and finding name different reports": """
        SELECT f.id FROM findings f JOIN readings g ON g.id = f.reading WHERE g.report <> f.report""",
    "a finding lacks the fields of its kind": """
        SELECT f.id FROM findings f WHERE NOT EXISTS (SELECT 1 FROM encounters k WHERE k.finding = f.row)
        AND NOT EXISTS (SELECT 1 FROM statements k WHERE k.finding = f.row)
        AND NOT EXISTS (SELECT 1 FROM agreements k WHERE k.finding = f.row)
        AND NOT EXISTS (SELECT 1 FROM figures k WHERE k.finding = f.row)
        AND NOT EXISTS (SELECT 1 FROM pledges k WHERE k.finding = f.row)
        AND NOT EXISTS (SELECT 1 FROM events k WHERE k.finding = f.row)
        AND NOT EXISTS (SELECT 1 FROM topic_findings k WHERE k.finding = f.row)""",
    "a finding has no evidence": """
        SELECT f.id FROM findings f WHERE NOT EXISTS (SELECT 1 FROM finding_spans s WHERE s.finding = f.row)""",
    "a span lies outside its report's text": """
        SELECT f.id FROM finding_spans s JOIN findings f ON f.row = s.finding JOIN reports r ON r.id = f.report
        WHERE s.start < 0 OR s."end" <= s.start OR s."end" > length(r.text)""",
    "evidence differs from the text at its span": """
        SELECT f.id FROM finding_spans s JOIN findings f ON f.row = s.finding JOIN reports r ON r.id = f.report
        WHERE substr(r.text, s.start + 1, s."end" - s.start) <> s.evidence""",
    "a finding's day is not its report's": """
        SELECT f.id FROM findings f JOIN reports r ON r.id = f.report WHERE f.day <> r.day""",
    "a finding has a verdict that no judgement gives": """
        SELECT f.id FROM findings f JOIN readings g ON g.id = f.reading
        WHERE f.verdict IS NOT NULL AND (f.held OR g.until IS NULL)
        AND NOT EXISTS (SELECT 1 FROM judgement_subjects s WHERE s.applies_to = f.id)""",
    "a finding stands twice": """
        SELECT f.id FROM findings f WHERE f.standing GROUP BY f.id HAVING count(*) > 1""",
    "a standing finding is part of no matter": """
        SELECT f.id FROM findings f LEFT JOIN matters m ON m.id = f.matter
        WHERE f.standing AND f.kind <> 'topic' AND m.id IS NULL""",
    "a matter has no standing finding": """
        SELECT m.id FROM matters m WHERE NOT EXISTS (SELECT 1 FROM findings f WHERE f.matter = m.id AND f.standing)""",
    "a matter miscounts its reports": """
        SELECT m.id FROM matters m JOIN findings f ON f.matter = m.id AND f.standing
        GROUP BY m.id, m.reports HAVING count(DISTINCT f.report) <> m.reports""",
    "a matter miscounts its parties": """
        SELECT m.id FROM matters m LEFT JOIN matter_parties p ON p.matter = m.id
        GROUP BY m.id, m.parties HAVING count(p.country) <> m.parties""",
    "a matter does not stand under its pair": """
        SELECT m.id FROM matters m JOIN matter_parties p ON p.matter = m.id GROUP BY m.id, m.parties, m.pair
        HAVING coalesce(m.pair, '') <>
          CASE WHEN m.parties = 2 THEN min(p.country) || '-' || max(p.country) ELSE '' END""",
    "a link joins a finding that does not stand": """
        SELECT f.id FROM links l JOIN findings f ON f.row IN (l.one, l.other) WHERE NOT f.standing""",
    "what became of something lies outside its report's text": """
        SELECT u.opening FROM follow_ups u JOIN reports r ON r.id = u.report
        WHERE u.start < 0 OR u."end" <= u.start OR u."end" > length(r.text)""",
    "a naming belongs to nobody": """
        SELECT n.id FROM namings n WHERE n.person IS NULL AND EXISTS
        (SELECT 1 FROM finding_people p JOIN findings f ON f.row = p.finding WHERE p.naming = n.id AND f.standing)""",
}
_TOLD = 5


def check(record: Record) -> list[str]:
    """What is wrong with the record, a line each; none where it is sound."""
    try:
        with record.asking() as db:
            missing = list(_of_tables(db))
            # Where tables are missing, nothing more can be asked.
            return missing or [*_of_file(db), *_of_rules(db), *_of_contents(db)]
    except RecordDamaged as damage:
        return [damage.detail]


def _of_tables(db: Connection) -> Iterator[str]:
    """Tables, indexes, views and triggers must all be there."""
    there = inspect(db)
    indexes = {index["name"] for told in there.get_multi_indexes().values() for index in told}
    named = {str(index.name) for table in metadata.tables.values() for index in table.indexes}
    for what, wanted, found in (
        ("table", set(metadata.tables), set(there.get_table_names())),
        ("index", named, indexes),
        ("view", {f"dossier_{name}" for name in VIEWS}, set(there.get_view_names())),
        ("trigger", _TRIGGERS[db.dialect.name], set(db.exec_driver_sql(_TRIGGERS_THERE[db.dialect.name]).scalars())),
    ):
        yield from (f"the {what} {name} is missing" for name in sorted(wanted - found))


_TRIGGERS = {"sqlite": {"search_added", "search_changed", "search_removed"}, "postgresql": {"search_kept"}}
_TRIGGERS_THERE = {
    "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'reports'::regclass",
}
_SEARCHED = {
    "sqlite": """SELECT r.id FROM reports r LEFT JOIN search_numbers n ON n.report = r.id
                 LEFT JOIN search_reports_docsize d ON d.id = n.number WHERE d.id IS NULL""",
    "postgresql": "SELECT r.id FROM reports r LEFT JOIN search_index i ON i.report = r.id WHERE i.report IS NULL",
}


def _of_file(db: Connection) -> Iterator[str]:
    if db.dialect.name != "sqlite":
        # PostgreSQL holds its keys at every write, and tells of damaged pages when they are read.
        return
    for (line,) in db.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield f"the file is damaged: {line}"
    yield from loose(db)


def _of_contents(db: Connection) -> Iterator[str]:
    """The bytes of each report must be those that were hashed when they came."""
    wrong = [row.id for row in db.execute(_CONTENTS) if not _as_hashed(row)]
    if wrong:
        yield _line("the bytes of a report are not what came", wrong)


_CONTENTS = select(reports.c.id, reports.c.content, reports.c.sha256).execution_options(yield_per=100)


def _as_hashed(row: Any) -> bool:
    try:
        came: str = hashlib.sha256(zlib.decompress(row.content)).hexdigest()
    except zlib.error:
        return False
    return bool(came == row.sha256)


def _line(rule: str, ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _TOLD} more" if len(ids) > _TOLD else ""
    return f"{rule}: {', '.join(ids[:_TOLD])}{more}"


def _of_rules(db: Connection) -> Iterator[str]:
    for rule, query in (RULES | {"a report is not in the search index": _SEARCHED[db.dialect.name]}).items():
        ids = [str(row[0]) for row in db.exec_driver_sql(query)]
        if ids:
            yield _line(rule, ids)
