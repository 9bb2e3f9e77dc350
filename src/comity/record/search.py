"""Full text of the reports: FTS5 on SQLite, tsvector on PostgreSQL, the same words found on both.

Both cut a text at everything that is no letter or digit, set accents aside ("turkiye" finds Türkiye)
and take endings off ("visit" finds visited). What differs: the stems are Porter's of 1980 on SQLite
and of 2001 on PostgreSQL, so that a rare ending is found on one only; the best come first by BM25 on
SQLite, by how often and how near each other the words stand on PostgreSQL. Where more than
``_RANKED`` reports hold the words, only the newest of them are put in order.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from comity.errors import NothingToSearch
from comity.findings import Day, Span
from comity.record.snippets import CLOSE, OPEN, marks_on, snippet

_RANKED = 2000


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words.

    ``snippet`` is a stretch of its text in one line, ``marks`` where in it the words stand. ``rank``
    is the higher the better and compares within one search only. ``shows`` says what others may see of
    the report's source: full or evidence.
    """

    report: str
    title: str | None
    outlet: str | None
    url: str | None
    day: Day
    copy_of: str | None
    replaced_by: str | None
    shows: str
    snippet: str
    marks: tuple[Span, ...]
    rank: float


def search(db: Connection, words: str, limit: int = 20, offset: int = 0) -> list[Hit]:
    """The reports that hold all the words, best first; words in double quotes must follow each other.

    Any input will do; raises ``NothingToSearch`` where it holds no letter and no digit.
    """
    phrases = phrases_of(words)
    if not phrases:
        raise NothingToSearch(f"There is no word in {words[:60]!r}.")
    page = {"limit": limit, "offset": offset, "ranked": max(_RANKED, limit + offset)}
    if db.dialect.name == "sqlite":
        query = " AND ".join(f'"{phrase}"' for phrase in phrases)
        rows = db.execute(text(_ON_SQLITE), page | {"query": query, "open": OPEN, "close": CLOSE})
        return [_hit(row, row.marked) for row in rows]
    rows = db.execute(text(_on_postgresql(phrases)), page | {f"phrase{n}": phrase for n, phrase in enumerate(phrases)})
    return [_hit(row, marks_on(row.text, row.marked)) for row in rows]


def phrases_of(words: str) -> list[str]:
    """What is looked for: each word, or what stands in double quotes, with nothing in it but letters and digits."""
    parts = words.replace("“", '"').replace("”", '"').split('"')
    quoted = (part for number, part in enumerate(parts) if number % 2)
    free = (word for number, part in enumerate(parts) if not number % 2 for word in part.split())
    plain = (" ".join(re.findall(r"[^\W_]+", phrase)) for phrase in [*free, *quoted])
    return list(dict.fromkeys(phrase for phrase in plain if phrase))


def create(connection: Connection) -> None:
    """Make the index over ``reports`` and the triggers that keep it; for the migrations."""
    _run(connection, _CREATE)


def drop(connection: Connection) -> None:
    """Take the index and its triggers away; for the migrations."""
    _run(connection, _DROP)


def purge(db: Connection) -> None:
    """Take the words of reports that are gone out of the index's own pages, after ``forget``."""
    if db.dialect.name == "sqlite":
        db.exec_driver_sql("INSERT INTO search_reports(search_reports) VALUES ('optimize')")


def _run(connection: Connection, statements: Mapping[str, Sequence[str]]) -> None:
    for statement in statements[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def _hit(row: Row[Any], marked: str) -> Hit:
    told = snippet(marked)
    return Hit(
        report=row.id,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        day=row.day,
        copy_of=row.copy_of,
        replaced_by=row.replaced_by,
        shows=row.shows,
        snippet=told.text,
        marks=told.marks,
        rank=round(row.rank, 4),
    )


# The rows of a table whose key is a text are numbered anew when SQLite packs the file, so the index, which
# knows rows by number, has numbers of its own.
_ON_SQLITE = """
SELECT r.id, r.title, r.outlet, r.url, r.day, r.copy_of, r.replaced_by, s.shows,
       -best.rank AS rank, highlight(search_reports, 1, :open, :close) AS marked
FROM (SELECT number, rank FROM
        (SELECT rowid AS number, bm25(search_reports, 3.0, 1.0) AS rank FROM search_reports
         WHERE search_reports MATCH :query ORDER BY rowid DESC LIMIT :ranked)
      ORDER BY rank, number DESC LIMIT :limit OFFSET :offset) AS best
JOIN search_reports ON search_reports.rowid = best.number
JOIN search_numbers n ON n.number = best.number
JOIN reports r ON r.id = n.report
JOIN sources s ON s.id = r.source
WHERE search_reports MATCH :query
ORDER BY best.rank, r.day DESC, r.id
"""


def _on_postgresql(phrases: Sequence[str]) -> str:
    query = " && ".join(f"phraseto_tsquery('search_words', search_plain(:phrase{n}))" for n in range(len(phrases)))
    return f"""
WITH asked AS (SELECT {query} AS query),
     newest AS (SELECT i.report, i.words, i.day FROM search_index i, asked WHERE i.words @@ asked.query
                ORDER BY i.day DESC, i.report DESC LIMIT :ranked),
     best AS (SELECT n.report, ts_rank_cd(n.words, asked.query, 1) AS rank FROM newest n, asked
              ORDER BY rank DESC, n.day DESC, n.report LIMIT :limit OFFSET :offset)
SELECT r.id, r.title, r.outlet, r.url, r.day, r.copy_of, r.replaced_by, s.shows, best.rank, r.text,
       ts_headline('search_words', search_plain(r.text), asked.query,
                   'HighlightAll=true, StartSel={OPEN}, StopSel={CLOSE}') AS marked
FROM best JOIN reports r ON r.id = best.report JOIN sources s ON s.id = r.source, asked
ORDER BY best.rank DESC, r.day DESC, r.id
"""


_CREATE = {
    "sqlite": (
        "CREATE TABLE search_numbers (number INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE)",
        """CREATE VIEW search_texts AS SELECT n.number, r.title, r.text
           FROM search_numbers n JOIN reports r ON r.id = n.report""",
        """CREATE VIRTUAL TABLE search_reports USING fts5(title, text, content='search_texts',
           content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')""",
        """CREATE TRIGGER search_added AFTER INSERT ON reports BEGIN
             INSERT INTO search_numbers (report) VALUES (new.id);
             INSERT INTO search_reports (rowid, title, text)
               SELECT number, new.title, new.text FROM search_numbers WHERE report = new.id;
           END""",
        """CREATE TRIGGER search_changed AFTER UPDATE OF title, text ON reports BEGIN
             INSERT INTO search_reports (search_reports, rowid, title, text)
               SELECT 'delete', number, old.title, old.text FROM search_numbers WHERE report = old.id;
             INSERT INTO search_reports (rowid, title, text)
               SELECT number, new.title, new.text FROM search_numbers WHERE report = new.id;
           END""",
        """CREATE TRIGGER search_removed AFTER DELETE ON reports BEGIN
             INSERT INTO search_reports (search_reports, rowid, title, text)
               SELECT 'delete', number, old.title, old.text FROM search_numbers WHERE report = old.id;
             DELETE FROM search_numbers WHERE report = old.id;
           END""",
        "INSERT INTO search_numbers (report) SELECT id FROM reports ORDER BY day, id",
        "INSERT INTO search_reports (search_reports) VALUES ('rebuild')",
    ),
    "postgresql": (
        "CREATE TEXT SEARCH DICTIONARY search_stems (TEMPLATE = snowball, LANGUAGE = english)",
        "CREATE TEXT SEARCH CONFIGURATION search_words (COPY = pg_catalog.simple)",
        """ALTER TEXT SEARCH CONFIGURATION search_words ALTER MAPPING FOR
           asciiword, word, numword, asciihword, hword, hword_asciipart, hword_part WITH search_stems""",
        # Punctuation is a space here, letter for letter: PostgreSQL would take 2024-2025 for a number and
        # its negative, and addresses and paths for single words.
        r"""CREATE FUNCTION search_plain(told text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
              SELECT regexp_replace(regexp_replace(normalize(told, NFD), U&'[\0300-\036F]', '', 'g'),
                                    U&'[\0001-/:-@\005B-`{-\00BF\2000-\206F]', ' ', 'g') $$""",
        """CREATE TABLE search_index (
             report varchar PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
             day varchar NOT NULL, words tsvector NOT NULL)""",
        "CREATE INDEX search_index_words ON search_index USING gin (words)",
        # For words that stand in most reports: walking back from the newest is then the shorter way.
        "CREATE INDEX search_index_days ON search_index (day, report)",
        """CREATE FUNCTION search_vector(title text, body text) RETURNS tsvector LANGUAGE sql STABLE AS $$
             SELECT setweight(to_tsvector('search_words', search_plain(coalesce(title, ''))), 'A')
                    || to_tsvector('search_words', search_plain(body)) $$""",
        """CREATE FUNCTION search_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
             INSERT INTO search_index VALUES (new.id, new.day, search_vector(new.title, new.text))
             ON CONFLICT (report) DO UPDATE SET day = excluded.day, words = excluded.words;
             RETURN NULL; END $$""",
        """CREATE TRIGGER search_kept AFTER INSERT OR UPDATE OF title, text, day ON reports
           FOR EACH ROW EXECUTE FUNCTION search_keep()""",
        "INSERT INTO search_index SELECT id, day, search_vector(title, text) FROM reports",
    ),
}

_DROP = {
    "sqlite": (
        "DROP TRIGGER search_added",
        "DROP TRIGGER search_changed",
        "DROP TRIGGER search_removed",
        "DROP TABLE search_reports",
        "DROP VIEW search_texts",
        "DROP TABLE search_numbers",
    ),
    "postgresql": (
        "DROP TRIGGER search_kept ON reports",
        "DROP FUNCTION search_keep()",
        "DROP FUNCTION search_vector(text, text)",
        "DROP TABLE search_index",
        "DROP FUNCTION search_plain(text)",
        "DROP TEXT SEARCH CONFIGURATION search_words",
        "DROP TEXT SEARCH DICTIONARY search_stems",
    ),
}
