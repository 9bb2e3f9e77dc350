"""Where an id leads that was given once: a finding that stands no more leads to the one that took its place."""

from sqlalchemy import Connection

from comity import reconcile
from comity.matters import Told
from comity.reconcile import versions
from comity.record import joining, keeping, mapping
from comity.run.standing import told_of
from comity.terms import Terms


def present(db: Connection, id: str, terms: Terms) -> str:
    """The id to ask for instead of one that was given to a matter whose earliest finding stands no more.

    It is that of the finding in the present version or reading that tells the same, else of the standing one
    that tells of the same matter most likely; the id itself where there is none, or no need.
    """
    finding = id.removeprefix("m")
    if not id.startswith("m") or joining.matters_of(db, [finding]):
        return id
    return f"m{_followed(db, finding, terms) or finding}"


def _followed(db: Connection, finding: str, terms: Terms) -> str | None:
    reading = mapping.last_telling(db, finding)
    if reading is None:
        return None
    report = reading.report.id
    told = next((one for one in told_of(reading, keeping.day(db, report), terms) if one.id == finding), None)
    return (_in_present_version(db, told) or _most_like(db, told)) if told else None


def _in_present_version(db: Connection, told: Told) -> str | None:
    latest = keeping.versions(db, keeping.origin(db, told.report))[-1]
    standing = mapping.told(db, keeping.standing(db, latest))
    return versions.counterpart_in_version(told.finding, {one.id: one.finding for one in standing})


def _most_like(db: Connection, told: Told) -> str | None:
    near = mapping.told(db, joining.candidates(db, reconcile.blocks(told).sought))
    links = reconcile.links([told], [one for one in near if one.id != told.id])
    best = min(links, key=lambda link: (-link.score, link.one, link.other), default=None)
    return (best.one if best.other == told.id else best.other) if best else None
