"""Every table of the record. Names are plain, keys are text that follows from content, no JSON.

``row`` names a finding as one reading tells it; ``id`` is the finding's lasting name, which later
readings may share. Days are YYYY-MM-DD, times ISO 8601 in UTC, both as text: they sort, and both
databases and all readers understand them.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)  # fmt: skip

from comity.record.words import Name, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _row(name: str = "finding") -> Column[str]:
    """The finding, as one reading tells it, that a row belongs to."""
    return Column(name, String, ForeignKey("findings.row", ondelete="CASCADE"), primary_key=True)


sources = Table(
    "sources", metadata,
    Column("id", Name, primary_key=True, comment="the outlet, else the host of the address, else unnamed"),
    Column("shows", String, CheckConstraint("shows IN ('full', 'evidence')", name="shows"), nullable=False,
           comment="what others may see of its reports"),
)  # fmt: skip

reports = Table(
    "reports", metadata,
    Column("id", String, primary_key=True, comment="hashed from origin and text, or the id given and the text"),
    Column("origin", String, nullable=False, comment="address, file or id given"),
    Column("source", Name, ForeignKey("sources.id"), nullable=False),
    Column("url", Name), Column("outlet", Name), Column("author", Name), Column("title", Name),
    Column("published", String, comment="as told"),
    Column("day", String, nullable=False, comment="published, else the day it was added"),
    Column("language", String),
    Column("text", Words, nullable=False),
    Column("words", Integer, nullable=False),
    Column("sha256", String, nullable=False, comment="of the bytes as they came"),
    Column("content", LargeBinary, nullable=False, comment="the bytes as they came, packed by zlib"),
    Column("signature", LargeBinary, nullable=False, comment="MinHash of the text, 128 numbers of 32 bits"),
    Column("copy_of", String, ForeignKey("reports.id"), comment="the earliest report with nearly the same text"),
    Column("replaced_by", String, ForeignKey("reports.id"), comment="the next version at the same origin"),
    Column("added", String, nullable=False, comment="time"),
    Index(None, "origin"), Index(None, "source"), Index(None, "day"), Index(None, "copy_of"),
    Index(None, "replaced_by"), Index(None, "sha256"), Index(None, "url"),
)  # fmt: skip

skipped_lines = Table(
    "skipped_lines", metadata,
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True), Column("end", Integer, nullable=False),
)  # fmt: skip

likeness_bands = Table(
    "likeness_bands", metadata,
    Column("band", String, primary_key=True, comment="number of the band and its hash"),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "report"),
)  # fmt: skip

forgotten = Table(
    "forgotten", metadata,
    Column("report", String, primary_key=True, comment="the id of the report that was erased"),
    Column("sha256", String, nullable=False), Column("reason", String, nullable=False),
    Column("author", Name, nullable=False), Column("made", String, nullable=False),
)  # fmt: skip

readers = Table(
    "readers", metadata,
    Column("id", String, primary_key=True, comment="hashed from version, model and terms"),
    Column("version", String, nullable=False), Column("model", String, nullable=False),
    Column("terms", String, nullable=False),
)  # fmt: skip

readings = Table(
    "readings", metadata,
    Column("id", String, primary_key=True, comment="hashed from report, reader and how often it read before"),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("reader", String, ForeignKey("readers.id"), nullable=False),
    Column("made", String, nullable=False, comment="time"),
    Column("until", String, comment="time of the reading that took its place"),
    Index(None, "report"), Index(None, "reader"),
)  # fmt: skip

reading_topics = Table(
    "reading_topics", metadata,
    Column("reading", String, ForeignKey("readings.id", ondelete="CASCADE"), primary_key=True),
    Column("topic", String, primary_key=True),
    Index(None, "topic"),
)  # fmt: skip

refusals = Table(
    "refusals", metadata,
    Column("reading", String, ForeignKey("readings.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("reason", String, nullable=False), Column("detail", Name, nullable=False),
    Column("remedy", String, nullable=False),
)  # fmt: skip

refusal_spans = Table(
    "refusal_spans", metadata,
    Column("reading", String, ForeignKey("readings.id", ondelete="CASCADE"), primary_key=True),
    Column("refusal", Integer, primary_key=True), Column("place", Integer, primary_key=True),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
)  # fmt: skip

findings = Table(
    "findings", metadata,
    Column("row", String, primary_key=True, comment="hashed from reading and id"),
    Column("id", String, nullable=False, comment="the finding's lasting name"),
    Column("reading", String, ForeignKey("readings.id", ondelete="CASCADE"), nullable=False),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String, nullable=False),
    Column("place", Integer, nullable=False, comment="among those of its kind in the reading"),
    Column("confidence", Float, nullable=False), Column("step", String, nullable=False),
    Column("clues", String, nullable=False, comment="what made it and what it was weighed by, parted by semicolons"),
    Column("day", String, nullable=False, comment="the report's"),
    Column("standing", Boolean, nullable=False,
           comment="part of the account: of the current reading of the current version, or held, and not rejected"),
    Column("held", Boolean, nullable=False, comment="kept from an older reading by a judgement"),
    Column("verdict", String, comment="confirm, reject or amend, where a person judged it"),
    Column("matter", String, comment="the matter it tells of, as last joined"),
    Index(None, "id"), Index(None, "reading"), Index(None, "report"), Index(None, "matter"),
    Index(None, "kind", "day"),
)  # fmt: skip

finding_spans = Table(
    "finding_spans", metadata,
    _row(), Column("place", Integer, primary_key=True),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    Column("evidence", Words, nullable=False),
)  # fmt: skip

finding_inferred = Table(
    "finding_inferred", metadata,
    _row(), Column("place", Integer, primary_key=True), Column("field", String, nullable=False),
)  # fmt: skip

finding_countries = Table(
    "finding_countries", metadata,
    _row(), Column("role", String, primary_key=True, comment="country: of the finding's own list; party: it joins"),
    Column("place", Integer, primary_key=True), Column("country", String, nullable=False),
    Index(None, "country", "role"),
)  # fmt: skip

finding_anchors = Table(
    "finding_anchors", metadata,
    _row(), Column("anchor", String, primary_key=True, comment="id of the encounter or agreement an event comes from"),
    Index(None, "anchor"),
)  # fmt: skip

finding_people = Table(
    "finding_people", metadata,
    _row(), Column("place", Integer, primary_key=True),
    Column("name", Name), Column("office", Name), Column("country", String),
    Column("naming", String, ForeignKey("namings.id"), comment="empty where no name is told"),
    Index(None, "naming"),
)  # fmt: skip

encounters = Table(
    "encounters", metadata,
    _row(), Column("kind", String, nullable=False), Column("status", String, nullable=False),
    Column("host", String), Column("date", String),
)  # fmt: skip

statements = Table("statements", metadata, _row(), Column("text", Words, nullable=False))

agreements = Table(
    "agreements", metadata,
    _row(), Column("kind", String, nullable=False), Column("title", Words, nullable=False),
    Column("status", String, nullable=False), Column("year", Integer),
    Column("period_first", Integer), Column("period_last", Integer),
)  # fmt: skip

figures = Table(
    "figures", metadata,
    _row(), Column("measure", String, nullable=False),
    Column("value", Float), Column("value_told", String, comment="the number as told, exact"),
    Column("unit", Name), Column("bound", String, nullable=False),
    Column("change", Float), Column("change_told", String, comment="the number as told, exact"),
    Column("change_unit", String), Column("change_direction", String),
    Column("status", String, nullable=False), Column("period", String),
    Column("source", String), Column("target", String),
    Column("claim_by", String), Column("claim_via", Name),
)  # fmt: skip

pledges = Table("pledges", metadata, _row(), Column("text", Words, nullable=False), Column("deadline", String))

events = Table(
    "events", metadata,
    _row(), Column("source", String, nullable=False), Column("target", String, nullable=False),
    Column("type", String, nullable=False), Column("mode", Name), Column("context", Name),
    Column("date", String), Column("quad", String, nullable=False), Column("cameo", String, nullable=False),
    Column("goldstein", Float, nullable=False),
    Index(None, "source", "target"),
)  # fmt: skip

topic_findings = Table("topic_findings", metadata, _row(), Column("topic", String, nullable=False))

block_keys = Table(
    "block_keys", metadata,
    Column("key", String, primary_key=True, comment="where findings that may tell of one matter meet"),
    _row(),
    Index(None, "finding"),
)  # fmt: skip

links = Table(
    "links", metadata,
    Column("one", String, ForeignKey("findings.row", ondelete="CASCADE"), primary_key=True),
    Column("other", String, ForeignKey("findings.row", ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    Index(None, "other"),
)  # fmt: skip

link_clues = Table(
    "link_clues", metadata,
    Column("one", String, ForeignKey("findings.row", ondelete="CASCADE"), primary_key=True),
    Column("other", String, ForeignKey("findings.row", ondelete="CASCADE"), primary_key=True),
    Column("clue", String, primary_key=True),
    Column("weight", Float, nullable=False), Column("sentence", Words, nullable=False),
    Index(None, "other"),
)  # fmt: skip

matters = Table(
    "matters", metadata,
    Column("id", String, primary_key=True, comment="m and the id of its earliest finding"),
    Column("kind", String, nullable=False), Column("type", String, nullable=False),
    Column("title", Words, nullable=False), Column("status", String),
    Column("date", String, comment="as exactly as told"),
    Column("first_day", String, nullable=False, comment="of the date, else of the telling"),
    Column("last_day", String, nullable=False),
    Column("period", String), Column("host", String),
    Column("conflict", Boolean, nullable=False),
    Column("parties", Integer, nullable=False, comment="how many"),
    Column("pair", String, comment="ARM-KAZ: its parties, where they are just two"),
    Column("reports", Integer, nullable=False), Column("sources", Integer, nullable=False, comment="without copies"),
    Column("first_told", String, nullable=False), Column("last_told", String, nullable=False),
    Index(None, "kind", "first_day"), Index(None, "pair", "kind", "first_day"), Index(None, "conflict"),
    Index(None, "kind", "status", "first_day"),
)  # fmt: skip

matter_parties = Table(
    "matter_parties", metadata,
    Column("matter", String, ForeignKey("matters.id", ondelete="CASCADE"), primary_key=True),
    Column("country", String, primary_key=True),
    Column("kind", String, nullable=False, comment="the matter's, so that one index answers"),
    Column("first_day", String, nullable=False, comment="the matter's"),
    Column("parties", Integer, nullable=False, comment="how many the matter has"),
    Index(None, "country", "kind", "first_day"), Index(None, "country", "parties"),
)  # fmt: skip

follow_ups = Table(
    "follow_ups", metadata,
    Column("opening", String, ForeignKey("findings.row", ondelete="CASCADE"), primary_key=True),
    Column("told_by", String, primary_key=True, comment="row of the later finding, else report and span of a passage"),
    Column("basis", String, primary_key=True, comment="matter: both are one matter; later: they speak of the same"),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    Column("finding", String, ForeignKey("findings.row", ondelete="CASCADE")),
    Column("outcome", String, nullable=False), Column("published", String, nullable=False),
    Column("reason", Words, nullable=False), Column("score", Float, nullable=False),
    Index(None, "report"), Index(None, "finding"),
)  # fmt: skip

openings = Table(
    "openings", metadata,
    _row(), Column("deadline", String, comment="as told, or reckoned from the date or period"),
    Column("due", String, comment="last day of the deadline"),
    Index(None, "due"),
)  # fmt: skip

passages = Table(
    "passages", metadata,
    Column("id", String, primary_key=True, comment="hashed from report and span"),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    Column("cue", Name, nullable=False, comment="the words that tell an outcome"),
    Column("outcome", String, nullable=False),
    Index(None, "report"),
)  # fmt: skip

passage_parties = Table(
    "passage_parties", metadata,
    Column("passage", String, ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True),
    Column("country", String, primary_key=True),
)  # fmt: skip

passage_keys = Table(
    "passage_keys", metadata,
    Column("key", String, primary_key=True),
    Column("passage", String, ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "passage"),
)  # fmt: skip

people = Table(
    "people", metadata,
    Column("id", String, primary_key=True, comment="p and the id of the earliest naming"),
    Column("name", Name, nullable=False, comment="the fullest"), Column("country", String),
    Index(None, "name"),
)  # fmt: skip

namings = Table(
    "namings", metadata,
    Column("id", String, primary_key=True, comment="hashed from name and country"),
    Column("name", Name, nullable=False), Column("country", String),
    Column("first_told", String, nullable=False),
    Column("person", String, ForeignKey("people.id")),
    Index(None, "person"),
)  # fmt: skip

naming_offices = Table(
    "naming_offices", metadata,
    Column("naming", String, ForeignKey("namings.id", ondelete="CASCADE"), primary_key=True),
    Column("office", Name, primary_key=True, comment="as some finding tells it"),
)  # fmt: skip

naming_keys = Table(
    "naming_keys", metadata,
    Column("key", String, primary_key=True),
    Column("naming", String, ForeignKey("namings.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "naming"),
)  # fmt: skip

naming_links = Table(
    "naming_links", metadata,
    Column("one", String, ForeignKey("namings.id", ondelete="CASCADE"), primary_key=True),
    Column("other", String, ForeignKey("namings.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    Index(None, "other"),
)  # fmt: skip

naming_clues = Table(
    "naming_clues", metadata,
    Column("one", String, ForeignKey("namings.id", ondelete="CASCADE"), primary_key=True),
    Column("other", String, ForeignKey("namings.id", ondelete="CASCADE"), primary_key=True),
    Column("clue", String, primary_key=True),
    Column("weight", Float, nullable=False), Column("sentence", Words, nullable=False),
    Index(None, "other"),
)  # fmt: skip

judgements = Table(
    "judgements", metadata,
    Column("id", String, primary_key=True, comment="hashed from what it says, who says it and when"),
    Column("verdict", String, nullable=False), Column("undoes", String, ForeignKey("judgements.id")),
    Column("reason", Words, nullable=False), Column("author", Name, nullable=False),
    Column("made", String, nullable=False, comment="time"),
    Index(None, "undoes"),
)  # fmt: skip

judgement_subjects = Table(
    "judgement_subjects", metadata,
    Column("judgement", String, ForeignKey("judgements.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("side", Integer, nullable=False, comment="things on different sides are held apart"),
    Column("finding", String, ForeignKey("findings.row", ondelete="SET NULL"), comment="as it was judged"),
    Column("naming", String, ForeignKey("namings.id")),
    Column("subject", String, nullable=False, comment="id of the finding or naming it was made on"),
    Column("applies_to", String, comment="id of the finding or naming it holds of now"),
    Index(None, "subject"), Index(None, "applies_to"), Index(None, "finding"), Index(None, "naming"),
)  # fmt: skip

judgement_fields = Table(
    "judgement_fields", metadata,
    Column("judgement", String, ForeignKey("judgements.id", ondelete="CASCADE"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("value", Words, nullable=False, comment="the new value as JSON: it may be of any type"),
)  # fmt: skip

# Its key names a cell of a release; pairs are asked for most.
series = Table(
    "series", metadata,
    *(Column(name, String, primary_key=True) for name in ("reporter", "partner", "flow", "product", "classification")),
    *(Column(name, String, primary_key=True) for name in ("period", "source", "valuation", "attribution", "unit")),
    Column("vintage", String, primary_key=True, comment="day, month or year of the release"),
    Column("value", Float, nullable=False, comment="in plain units"),
    Column("dated", String, nullable=False, comment="whether the vintage is the day of release or of retrieval"),
    Column("licence", Name, nullable=False), Column("added", String, nullable=False, comment="time"),
)  # fmt: skip
