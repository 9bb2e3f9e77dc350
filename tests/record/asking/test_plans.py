"""No question walks through a whole table that grows with the record: SQLite's own plans say so."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from comity.dossier import query
from comity.record.asking import (
    Wanted,
    between,
    contradicted,
    matters_like,
    people_in,
    persons,
    promises,
    sources_of,
    why,
)  # fmt: skip
from comity.record.db import open_record
from comity.record.search import search
from tests.record.asking.made import make

PAIR = ("ARM", "KAZ")
QUESTIONS: dict[str, Callable[[Connection], Any]] = {
    "list": lambda db: matters_like(db, "event", Wanted()),
    "list with": lambda db: matters_like(db, "event", Wanted(("KAZ",))),
    "list between": lambda db: matters_like(db, None, Wanted(PAIR, "2020-01-01", "2024-01-01", "trade", "held")),
    "list of three": lambda db: matters_like(db, "encounter", Wanted(("ARM", "KAZ", "RUS"))),
    "pair": lambda db: between(db, *PAIR, 10),
    "account": lambda db: query.account(db, PAIR, "2024-06-01"),
    "contradicted": lambda db: contradicted(db, 10),
    "people": lambda db: people_in(db, ["m1"]),
    "sources": lambda db: sources_of(db, ["1" * 16]),
    "promises": lambda db: promises(db, "2024-06-01", PAIR),
    "why": lambda db: why(db, "1" * 16),
    "search": lambda db: search(db, "bridge"),
}
GROW = {
    "findings", "matters", "matter_parties", "reports", "readings", "finding_people", "finding_spans", "links",
    "link_clues", "openings", "follow_ups", "namings", "people", "judgements", "judgement_subjects", "reading_topics",
}  # fmt: skip


@contextmanager
def asked(db: Connection) -> Iterator[list[tuple[str, Any]]]:
    statements: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        statements.append((statement, parameters))

    event.listen(db, "before_cursor_execute", note)
    yield statements
    event.remove(db, "before_cursor_execute", note)


def scanned(db: Connection, statement: str, parameters: Any) -> set[str]:
    """The tables a statement walks through without an index's help."""
    cursor = db.connection.cursor()
    cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
    plan = [row[3] for row in cursor.fetchall()]
    names = re.findall(r"(?:FROM|JOIN|,)\s+(\w+)\s+(?:AS\s+)?(\w+)", statement)
    known = {alias: table for table, alias in names}
    walked = [line.split()[1] for line in plan if line.startswith("SCAN ") and " USING " not in line]
    return {known.get(name, name) for name in walked} & GROW


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_walks_through_a_whole_table(name: str, template_copy: Path) -> None:
    with open_record(str(template_copy)) as record, record.writing() as db:
        make(db)
        with asked(db) as statements:
            QUESTIONS[name](db)
        assert {table for statement in statements for table in scanned(db, *statement)} == set()


def test_a_search_by_name_alone_reads_all_names(template_copy: Path) -> None:
    with open_record(str(template_copy)) as record, record.writing() as db:
        make(db)
        with asked(db) as statements:
            persons(db, "Aslan")
        assert {table for statement in statements for table in scanned(db, *statement)} == {"namings"}
