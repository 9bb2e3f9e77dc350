"""Brings claimed figures and official statistics together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from comity.exchange.columns import CheckedTelling
from comity.findings import Code, Day, Figure, Reading
from comity.matters import Checked, Told
from comity.reconcile.figures.quantity import quantity
from comity.record import accounts, mapping, series
from comity.record.dump import Scope
from comity.rounding import agree, value_of
from comity.run.clock import today
from comity.statistics.checking import Check, Claimed, Ledger, check, wording
from comity.statistics.checking.claimed import MEASURES
from comity.terms import Terms
from comity.terms.states import States


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A figure of a report with what official statistics say of it, in words."""

    figure: Figure
    published: Day
    checked: Checked


def of_matters(
    db: Connection, matters: Iterable[Sequence[Told]], terms: Terms, day: Day | None = None
) -> dict[str, Checked]:
    """Of matters, each as its claims, what official statistics say of every claim on trade, by finding; as of a day,
    by what was released by then. Nothing where no series of these states are held."""
    told = [[one for one in claims if _is_trade(one)] for claims in matters]
    ledger = _ledger(db, (one.finding for claims in told for one in claims if isinstance(one.finding, Figure)), day)
    if ledger is None:
        return {}
    names = names_of(terms)
    return {
        one.id: worded(check(claimed(one.finding, one.published, _first_told(one, claims)), ledger), names)
        for claims in told
        for one in claims
        if isinstance(one.finding, Figure)
    }


def of_findings(db: Connection, ids: Sequence[str], terms: Terms) -> dict[str, Checked]:
    """The same of the standing findings of these ids, as claims of one matter."""
    return of_matters(db, [mapping.told(db, ids)] if ids else [], terms)


def of_record(db: Connection, scope: Scope, terms: Terms) -> Iterator[CheckedTelling]:
    """The same of every standing figure on trade in a scope, earliest told first."""
    told = [one for one in accounts.telling(db, scope, Figure.KIND) if _is_trade(one.told)]
    matters: dict[str | None, list[Told]] = {}
    for one in told:
        matters.setdefault(one.matter, []).append(one.told)
    found = of_matters(db, matters.values(), terms)
    return (CheckedTelling(one, found[one.told.id]) for one in told if one.told.id in found)


def of_reading(db: Connection, reading: Reading, terms: Terms) -> list[CheckedFigure]:
    """Of a report's figures on trade what official statistics say of each."""
    found = [one for one in reading.figures if _is_claim(one)]
    ledger = _ledger(db, found, None) or Ledger(())
    published, names = reading.report.published or today(), names_of(terms)
    return [
        CheckedFigure(one, published, worded(check(claimed(one, published, published), ledger), names)) for one in found
    ]


def names_of(terms: Terms) -> Mapping[Code, str]:
    """The names of states and bodies."""
    return {code: actor.name for code, actor in terms.table(States).by_code.items()}


def _is_trade(told: Told) -> bool:
    return isinstance(told.finding, Figure) and _is_claim(told.finding)


def _is_claim(figure: Figure) -> bool:
    """Whether it is said of trade as counted, not as aimed at."""
    return figure.measure in MEASURES and figure.status == "reported"


def _ledger(db: Connection, found: Iterable[Figure], day: Day | None) -> Ledger | None:
    """The series among all states that the figures concern; None where none are held."""
    states = {code for one in found for code in one.countries}
    held = series.between(db, sorted(states)) if states else []
    known = [one for one in held if day is None or one.known_from <= day]
    return Ledger(known) if known else None


def _first_told(one: Told, claims: Sequence[Told]) -> Day:
    """The day on which the same number was first told, by whichever report."""
    return min((other.published for other in claims if _same(one, other)), default=one.published)


def _same(one: Told, other: Told) -> bool:
    left, right = (value_of(told.finding) if isinstance(told.finding, Figure) else None for told in (one, other))
    return left is not None and right is not None and agree(left, right)


def claimed(figure: Figure, published: Day, first_told: Day) -> Claimed:
    """The figure as it is to be compared."""
    counted = quantity(figure)
    return Claimed(
        measure=figure.measure,
        source=figure.source,
        target=figure.target,
        countries=figure.countries,
        value=counted.value,
        growth=counted.growth,
        yearly=counted.yearly or (figure.change is not None and counted.period is None and not counted.summed),
        unit=figure.unit,
        period=counted.period,
        goods=bool(counted.goods),
        summed=counted.summed,
        status=figure.status,
        published=published,
        first_told=first_told,
        by=figure.claim.by,
        via=figure.claim.via,
    )


def worded(found: Check, names: Mapping[Code, str]) -> Checked:
    """Its verdicts, with the arithmetic in sentences."""
    then = found.then[0].verdict if found.then else "not_checkable"
    return Checked(verdict=found.verdict, then=then, sentences=tuple(_sentences(found, names)))


def _sentences(found: Check, names: Mapping[Code, str]) -> Iterator[str]:
    if found.why:
        yield f"Not checkable: {found.why}."
    if found.now and found.claimed.assumed:
        yield f"No year is told; {found.claimed.year}, the last full one, is assumed."
    yield from dict.fromkeys(wording.sentence(part, found.claimed, names) for part in found.now)
    if gap := wording.of_the_mirror(found, names):
        yield gap
