"""The verdict on a claim: whose count bears it out, in which release.

The rules, in their order, for each part by itself (`_settled`); *own* are the counts of the claimant, of every party
where no claimant is told; *mirror* those of the other side:

1. the latest own release agrees: ``matches``; an earlier one: ``superseded``;
2. own counts are held and none agrees: if the mirror does, ``matches_partner_only``; if the base agrees with the
   count of a reporter, and the claim was first told before any release held of that reporter's count of the period was
   out: ``outdated``; else ``contradicted``;
3. no own count is held: by the mirror as in 1; if it does not agree and the claimant's own office told the figure, it
   is that office's count against the other's: ``matches_partner_only``; else ``contradicted``;
4. nothing is held to compare with: ``not_checkable``, and why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from comity.findings import Code, Day
from comity.matters import Borne
from comity.rounding import Value
from comity.series import months
from comity.statistics.checking.claimed import MEASURES, Claimed
from comity.statistics.checking.counts import Count, Ledger
from comity.statistics.checking.offices import counts_trade
from comity.statistics.checking.parts import Name, Question, questions

NO_BASE = "from when the growth is counted is not told"


@dataclass(frozen=True, slots=True)
class Part:
    """The verdict on level, growth or base; ``count`` is the one that decides, ``official`` its number, ``later`` the
    latest release where an earlier one was matched; ``why`` tells why nothing can be said."""

    name: Name
    told: Value
    verdict: Borne
    count: Count | None = None
    official: float | None = None
    later: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A claim's parts as known ``now`` and ``then``, on the day of publication; ``own`` and ``mirror`` are the latest
    counts of both sides that are held now."""

    claimed: Claimed
    now: tuple[Part, ...]
    then: tuple[Part, ...]
    own: Count | None = None
    mirror: Count | None = None
    why: str = ""

    @property
    def verdict(self) -> Borne:
        """That on the level, where one is told, else on the growth; as known now."""
        return self.now[0].verdict if self.now else "not_checkable"

    @property
    def reason(self) -> str:
        """Why it cannot be checked; empty where it can."""
        return self.why or (self.now[0].why if self.now else "")

    @property
    def gap(self) -> float | None:
        """How much more the mirror counts, as a share of the own count (0.06 is 6 percent more)."""
        if self.own is None or self.mirror is None or not self.own.value or self.mirror.value is None:
            return None
        return self.mirror.value / self.own.value - 1


@dataclass(frozen=True, slots=True)
class Held:
    """The counts that a claim is compared with."""

    own: tuple[Count, ...]
    mirror: tuple[Count, ...]

    def led_by(self, reporter: Code | None) -> "Held":
        """The same, those of one reporter first."""
        return Held(tuple(sorted(self.own, key=lambda one: one.reporter != reporter)), self.mirror)

    def until(self, day: Day) -> "Held":
        """Those whose release was surely out on a day."""
        own, mirror = (tuple(one for one in side if one.release.known_from <= day) for side in (self.own, self.mirror))
        return Held(own, mirror)


def check(claimed: Claimed, ledger: Ledger) -> Check:
    """What official statistics held say of a claim."""
    why = _unfit(claimed, ledger)
    if why:
        return Check(claimed, (), (), why=why)
    held = _held(claimed, ledger)
    now, then = (_parts(claimed, ledger, one) for one in (held, held.until(claimed.published)))
    return Check(claimed, now, then, _newest(held.own), _newest(held.mirror))


def _parts(claimed: Claimed, ledger: Ledger, held: Held) -> tuple[Part, ...]:
    parts: list[Part] = []
    for one in questions(claimed):
        told_of = parts[0].count if parts else None
        parts.append(_part(claimed, ledger, held.led_by(told_of.reporter if told_of else None), one))
    if claimed.growth and not claimed.yearly:
        parts.append(Part("growth", claimed.growth, "not_checkable", why=NO_BASE))
    return tuple(parts)


def _unfit(claimed: Claimed, ledger: Ledger) -> str:
    """Why a claim cannot be compared with totals of trade at all; empty where it can."""
    held = {unit for code in claimed.countries if (unit := ledger.unit(code))}
    reasons = {
        f"series of {claimed.measure} are not held": claimed.measure not in MEASURES,
        "it is aimed at, not counted": claimed.status != "reported",
        "it counts some goods alone, and only totals are compared": claimed.goods,
        "it is a sum over several years": claimed.summed,
        "only one state is told": len(claimed.countries) < 2,
        "whose exports or imports is not told": claimed.measure != "trade" and not any(_flows(claimed)),
        NO_BASE: claimed.value is None and not claimed.yearly,
        f"it is told in {claimed.unit}, the series are in {', '.join(sorted(held))}": claimed.value is not None
        and bool(held)
        and claimed.unit not in held,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _flows(claimed: Claimed) -> Iterable[tuple[Code, tuple[Code, ...], str]]:
    """By reporter, its partners and the flow in which it counts what is claimed."""
    for reporter in claimed.countries:
        flow = _flow(claimed, reporter)
        if flow:
            yield reporter, claimed.partners(reporter), flow


def _flow(claimed: Claimed, reporter: Code) -> str:
    if claimed.measure == "trade":
        return "turnover"
    seller = claimed.source or (claimed.by if claimed.measure == "exports" else None)
    buyer = claimed.target or (claimed.by if claimed.measure == "imports" else None)
    if len(claimed.countries) == 2 and (seller or buyer):
        is_seller = reporter == seller if seller else reporter != buyer
        return "exports" if is_seller else "imports"
    return "exports" if reporter == seller else "imports" if reporter == buyer else ""


def _held(claimed: Claimed, ledger: Ledger) -> Held:
    spans = claimed.months, tuple(_year_before(month) for month in claimed.months)
    own: list[Count] = []
    mirror: list[Count] = []
    for reporter, partners, flow in _flows(claimed):
        if reporter in claimed.reporters:
            own += ledger.counts(reporter, partners, flow, spans)
        elif len(partners) == 1:
            mirror += ledger.counts(reporter, partners, flow, spans)
    return Held(tuple(own), tuple(mirror))


def _year_before(month: str) -> str:
    return f"{int(month[:4]) - 1:04}{month[4:]}"


def _part(claimed: Claimed, ledger: Ledger, held: Held, asked: Question) -> Part:
    found = _settled(claimed, held, asked)
    if found.verdict == "not_checkable":
        return replace(found, why=_missing(claimed, ledger, held))
    if claimed.assumed and found.verdict not in ("matches", "superseded"):
        return Part(asked.name, asked.told, "not_checkable", why=f"no time is told, and {claimed.year} does not fit")
    return found


def _settled(claimed: Claimed, held: Held, asked: Question) -> Part:
    """By the rules of this file."""
    own = [one for one in held.own if asked.fits(one) is not None]
    mirror = [one for one in held.mirror if asked.fits(one) is not None]
    nearest = _borne_out(own or mirror, asked)
    if nearest:
        return nearest
    if own and (other := _borne_out(mirror, asked)):
        return replace(other, verdict="matches_partner_only", later=None)
    if own:
        early = _told_before(claimed, held.own, own) if asked.name == "level" else []
        first = [one for one in own if one.reporter == own[0].reporter]
        return _answer(asked, "outdated", early) if early else _answer(asked, "contradicted", first)
    if mirror:
        return _answer(asked, "matches_partner_only" if counts_trade(claimed.via) else "contradicted", mirror)
    return Part(asked.name, asked.told, "not_checkable")


def _borne_out(counts: Sequence[Count], asked: Question) -> Part | None:
    """The verdict where one of the counts agrees: the latest of its kind, else an earlier one."""
    agreeing = [one for one in counts if asked.fits(one)]
    latest = [one for one in agreeing if one is _newest(_alike(counts, one))]
    if latest:
        return _answer(asked, "matches", latest)
    if not agreeing:
        return None
    later = _newest(_alike(counts, agreeing[0]))
    agreeing.sort(key=lambda one: one.release)
    return replace(_answer(asked, "superseded", agreeing), later=asked.of(later) if later else None)


def _answer(asked: Question, verdict: Borne, counts: Sequence[Count]) -> Part:
    """With the nearest of the counts."""
    nearest = min(counts, key=lambda one: abs((asked.of(one) or 0.0) - asked.told.number))
    return Part(asked.name, asked.told, verdict, nearest, asked.of(nearest))


def _alike(counts: Sequence[Count], one: Count) -> list[Count]:
    """Counts of the same reporter, source and attribution."""
    return [
        other
        for other in counts
        if (other.reporter, other.release.source, other.attribution)
        == (one.reporter, one.release.source, one.attribution)
    ]


def _newest(counts: Sequence[Count]) -> Count | None:
    """The latest, with a value where any has one; imports by origin before others, as IMTS 2010 prefers."""
    return max(counts, key=lambda one: (one.value is not None, one.release, one.attribution == "origin"), default=None)


def _told_before(claimed: Claimed, held: Sequence[Count], against: Sequence[Count]) -> list[Count]:
    """The counts against a claim of a reporter whose count its base is, where it was told before all of them."""
    bases = [one for one in questions(claimed) if one.name == "base"]
    for reporter in dict.fromkeys(one.reporter for one in held if any(base.fits(one) for base in bases)):
        theirs = [one for one in against if one.reporter == reporter]
        if theirs and claimed.first_told < min(one.release.known_from for one in theirs):
            return theirs
    return []


def _missing(claimed: Claimed, ledger: Ledger, held: Held) -> str:
    """What is not held that would be needed."""
    there = [
        (reporter, partners, flow) for reporter, partners, flow in _flows(claimed) if ledger.holds(reporter, partners)
    ]
    if not there:
        return "no official series on these states are held"
    year = claimed.year[:4]
    whole = months(year), months(f"{int(year) - 1:04}")
    if len(claimed.months) < 12 and any(count.value for way in there for count in ledger.counts(*way, whole)):
        return f"of {year} the whole year is held, the {len(claimed.months)} months claimed are not"
    if held.own or held.mirror:
        return "the bound leaves it open, or what it would be compared with is not held"
    return f"{claimed.year} is not held, or was not out by then"
