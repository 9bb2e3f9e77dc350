"""What cannot be derived, back into the record as it was told out of another: see ``dump``.

Each function says whether what it was given is new here; what is there is left as it is.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from comity.errors import NotThere
from comity.findings import Reader
from comity.matters import Judgement
from comity.record.dump import JudgedPlace
from comity.record.keeping import reader_id
from comity.record.sets import KEYS, asked, done
from comity.record.tables import (
    findings,
    forgotten,
    judgement_fields,
    judgement_subjects,
    judgements,
    namings,
    readings,
    sources,
)  # fmt: skip

_SOURCE = select(sources.c.shows).where(sources.c.id == bindparam("id_"))
_SHOWS = update(sources).where(sources.c.id == bindparam("id_")).values(shows=bindparam("shows_"))
_TOMBSTONE = select(forgotten.c.report).where(forgotten.c.report == bindparam("id_"))
_READING = select(readings.c.id).where(
    readings.c.report == bindparam("report_"),
    readings.c.reader == bindparam("reader_"),
    readings.c.made == bindparam("made_"),
)  # fmt: skip
_HOLD = (
    update(findings)
    .where(findings.c.id.in_(KEYS), findings.c.reading == bindparam("reading_"))
    .values(held=True)
)  # fmt: skip
_JUDGEMENT = select(judgements.c.id).where(judgements.c.id == bindparam("id_"))
_ROWS = select(findings.c.row).where(findings.c.row.in_(KEYS))
_NAMINGS = select(namings.c.id).where(namings.c.id.in_(KEYS))


def put_source(db: Connection, source: str, shows: str) -> bool:
    """Keep what others may see of a source; where two records differ, the one that shows less holds."""
    known = db.execute(_SOURCE, {"id_": source}).scalar()
    if known is None:
        db.execute(insert(sources), {"id": source, "shows": shows})
    elif known == "full" and shows == "evidence":
        db.execute(_SHOWS, {"id_": source, "shows_": shows})
    return known is None


def put_tombstone(db: Connection, tombstone: dict[str, str]) -> bool:
    """Keep what is left of a report that is erased: report, sha256, reason, author, made."""
    new = db.execute(_TOMBSTONE, {"id_": tombstone["report"]}).first() is None
    if new:
        db.execute(insert(forgotten), tombstone)
    return new


def reading_made(db: Connection, report_id: str, reader: Reader, made: str) -> str | None:
    """The id of the reading that a reader made of a report at a time, where it is there."""
    told = {"report_": report_id, "reader_": reader_id(reader), "made_": made}
    found: str | None = db.execute(_READING, told).scalar()
    return found


def hold(db: Connection, reading_id: str, finding_ids: Collection[str]) -> None:
    """Let findings of a former reading be held by judgement."""
    done(db, _HOLD, finding_ids, reading_=reading_id)


def put_judgement(db: Connection, judgement: Judgement, places: Sequence[JudgedPlace]) -> bool:
    """Keep a judgement and what each of its subjects, in order, holds of now.

    Raises ``NotThere`` where a finding, name or judgement that it is on is not in the record.
    """
    if db.execute(_JUDGEMENT, {"id_": judgement.id}).first():
        return False
    _make_sure(db, judgement, places)
    row = {name: getattr(judgement, name) for name in ("id", "verdict", "undoes", "reason", "author", "made")}
    db.execute(insert(judgements), row)
    subjects = [
        {
            "judgement": judgement.id, "place": order, "side": subject.side, "subject": subject.id,
            "finding": place.row, "naming": subject.id if place.naming else None, "applies_to": place.to,
        }
        for order, (subject, place) in enumerate(zip(judgement.subjects, places, strict=True))
    ]  # fmt: skip
    if subjects:
        db.execute(insert(judgement_subjects), subjects)
    fields = [{"judgement": judgement.id, "field": field, "value": value} for field, value in judgement.amended]
    if fields:
        db.execute(insert(judgement_fields), fields)
    return True


def _make_sure(db: Connection, judgement: Judgement, places: Sequence[JudgedPlace]) -> None:
    rows = {place.row for place in places if place.row}
    names = {subject.id for subject, place in zip(judgement.subjects, places, strict=True) if place.naming}
    undone = {judgement.undoes} if judgement.undoes else set()
    missing = rows - {row for (row,) in asked(db, _ROWS, rows)}
    missing |= names - {name for (name,) in asked(db, _NAMINGS, names)}
    missing |= {one for one in undone if not db.execute(_JUDGEMENT, {"id_": one}).first()}
    if missing:
        raise NotThere(f"Judgement {judgement.id} is on {min(missing)}, which is not in the record.")
