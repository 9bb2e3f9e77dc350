"""Promises and how they stand: everything announced, and what reports told of it since.

The rule is that of ``reconcile.follow``: the latest telling that it was kept, broken or superseded
decides; those outweigh a step on the way. What nothing is told of is overdue once its deadline has
passed, else open.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import Connection, Row, bindparam, text

from comity.findings import Code, Day
from comity.matters import FollowUp, MatterKind, Standing
from comity.record.asking.lists import pair_of, parties_of


@dataclass(frozen=True, slots=True)
class Promise:
    """A matter that was announced and how it stands on the day asked for.

    ``findings`` are not given: ``why`` has them. ``due`` is the last day of the latest deadline told; ``reason``,
    ``report`` and ``day`` are those of the telling that decided, None where none did.
    """

    matter: str
    kind: MatterKind
    type: str
    title: str
    countries: tuple[Code, ...]
    due: Day | None
    standing: Standing
    told: Day
    reason: str | None
    report: str | None
    day: Day | None


def standing_of(due: Day | None, follow_ups: Iterable[FollowUp], day: Day) -> Standing:
    """How something announced stands on a day, by what was told up to it."""
    decides = deciding(follow_up for follow_up in follow_ups if follow_up.published <= day)
    if decides:
        return decides.outcome
    return "overdue" if due and due < day else "open"


def deciding(follow_ups: Iterable[FollowUp]) -> FollowUp | None:
    """The telling that decides: the latest that is more than a step on the way, of one day the surer."""
    return max(
        follow_ups,
        key=lambda one: (one.outcome != "progressed", one.published, one.score, one.report, one.span),
        default=None,
    )


def promises(
    db: Connection,
    day: Day,
    pair: tuple[Code, Code] | None = None,
    standings: Sequence[Standing] = (),
    page: tuple[int, int] = (50, 0),
) -> list[Promise]:
    """What was announced by ``day`` and stands so on it (any way: none), what is due first first.

    ``page`` is how many at most and how many to pass over. Matters are those of now: as they would have
    been joined on a day, ask ``run``.
    """
    asked: dict[str, Any] = {
        "day": day,
        "pair": pair and pair_of(*pair),
        "standings": list(standings or get_args(Standing)),
        "limit": page[0],
        "offset": page[1],
    }
    if pair:
        rows = _asked(db, _OF_PAIR, asked | {"one": pair[0], "other": pair[1]})
    else:
        rows = _due_first(db, asked) or _asked(db, _among(asked["standings"]), asked)
    parties = parties_of(db, [row.id for row in rows])
    return [_promise(row, parties.get(row.id, ())) for row in rows]


def _among(standings: Sequence[Standing]) -> str:
    """Which of all matters may stand so."""
    if "overdue" not in standings and "open" not in standings:
        return _TOLD
    return _OPEN if list(standings) == ["open"] else _ALL


def _due_first(db: Connection, asked: Mapping[str, Any]) -> Sequence[Row[Any]]:
    """The same where what is due by some day is enough for the page, so that not all has to be reckoned; else none."""
    full = asked["limit"] + asked["offset"]
    since = asked["day"] if asked["standings"] == ["open"] else ""
    for many in (full * 8, full * 64):
        edge = db.execute(text(_EDGE), {"since": since, "many": many}).scalar()
        if edge is None:
            return ()
        rows = _asked(db, _DUE, {**asked, "limit": full, "offset": 0, "since": since, "edge": edge}, _DUE_BEFORE)
        if len(rows) == full:
            return rows[asked["offset"] :]
    return ()


def _asked(db: Connection, among: str, asked: Mapping[str, Any], only: str = "") -> Sequence[Row[Any]]:
    query = text(_PROMISES.format(among=among, only=only))
    return db.execute(query.bindparams(bindparam("standings", expanding=True)), asked).all()


def _promise(row: Row[Any], countries: tuple[Code, ...]) -> Promise:
    return Promise(
        matter=row.id,
        kind=row.kind,
        type=row.type,
        title=row.title,
        countries=countries,
        due=row.due,
        standing=row.standing,
        told=row.told,
        reason=row.reason,
        report=row.report,
        day=row.published,
    )


_ALL = """SELECT f.matter, f.row FROM openings o JOIN findings f ON f.row = o.finding
          WHERE f.standing AND f.day <= :day"""
_OF_PAIR = """SELECT f.matter, f.row FROM
                (SELECT m.id FROM matters m
                 WHERE m.pair = :pair AND m.kind IN ('encounter', 'agreement', 'figure', 'pledge')
                 UNION ALL
                 SELECT a.matter FROM matter_parties a JOIN matter_parties b ON b.matter = a.matter
                 WHERE a.country = :one AND b.country = :other AND a.parties > 2) asked
              JOIN findings f ON f.matter = asked.id JOIN openings o ON o.finding = f.row
              WHERE f.standing AND f.day <= :day"""
_OPEN = """SELECT f.matter, f.row FROM
             (SELECT DISTINCT g.matter FROM openings e JOIN findings g ON g.row = e.finding
              WHERE (e.due >= :day OR e.due IS NULL) AND g.standing AND g.day <= :day) asked
           JOIN findings f ON f.matter = asked.matter JOIN openings o ON o.finding = f.row
           WHERE f.standing AND f.day <= :day"""
_TOLD = """SELECT f.matter, f.row FROM
             (SELECT DISTINCT g.matter FROM follow_ups u JOIN findings g ON g.row = u.opening
              WHERE u.outcome IN :standings AND u.published <= :day AND g.standing) asked
           JOIN findings f ON f.matter = asked.matter JOIN openings o ON o.finding = f.row
           WHERE f.standing AND f.day <= :day"""
# A matter is due when the last of what announced it is: all of those due before the edge are among these.
_DUE = """SELECT f.matter, f.row FROM
            (SELECT DISTINCT g.matter FROM openings e JOIN findings g ON g.row = e.finding
             WHERE e.due >= :since AND e.due < :edge AND g.standing AND g.day <= :day) asked
          JOIN findings f ON f.matter = asked.matter JOIN openings o ON o.finding = f.row
          WHERE f.standing AND f.day <= :day"""
_DUE_BEFORE = "AND s.due < :edge"
_EDGE = "SELECT due FROM openings WHERE due >= :since ORDER BY due LIMIT 1 OFFSET :many"

_PROMISES = """
WITH opened AS ({among}),
     promised AS (SELECT a.matter, max(o.due) AS due, min(f.day) AS told
                  FROM opened a JOIN openings o ON o.finding = a.row JOIN findings f ON f.row = a.row
                  GROUP BY a.matter),
     told AS (SELECT a.matter, u.outcome, u.reason, u.report, u.published, row_number() OVER (
                PARTITION BY a.matter
                ORDER BY CASE u.outcome WHEN 'progressed' THEN 1 ELSE 0 END, u.published DESC, u.score DESC,
                         u.report DESC, u.start DESC) AS place
              FROM opened a JOIN follow_ups u ON u.opening = a.row WHERE u.published <= :day),
     stand AS (SELECT p.matter, p.due, p.told, t.reason, t.report, t.published,
                      coalesce(t.outcome, CASE WHEN p.due < :day THEN 'overdue' ELSE 'open' END) AS standing
               FROM promised p LEFT JOIN told t ON t.matter = p.matter AND t.place = 1)
SELECT m.id, m.kind, m.type, m.title, s.due, s.told, s.standing, s.reason, s.report, s.published
FROM stand s JOIN matters m ON m.id = s.matter
WHERE s.standing IN :standings {only}
ORDER BY CASE WHEN s.due IS NULL THEN 1 ELSE 0 END, s.due, s.told, m.id LIMIT :limit OFFSET :offset
"""
