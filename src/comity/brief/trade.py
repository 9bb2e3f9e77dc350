"""Trade and other figures: both sides' counts, where they part, official statistics, and charts by year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity.brief import phrases
from comity.brief.grounds import Grounds
from comity.brief.model import Chart, Clause, Official, Paragraph, Point, Section
from comity.dossier import wording
from comity.dossier.page import Claim, Dossier, FigureEntry
from comity.findings import Code

Names = Mapping[Code, str]
_TRADE = ("trade", "exports", "imports")
_FIGURES, _OTHERS, _CHARTS = 5, 4, 2


def section(page: Dossier, us: Code, grounds: Grounds, official: Official) -> Section:
    """What each side counts, us first, the latest years first; then official statistics."""
    trade, others = _parted(page.figures)
    told = [_figure(one, us, page.names, grounds) for one in (*trade[:_FIGURES], *others[:_OTHERS])]
    return Section(
        title="Trade and other figures",
        paragraphs=(*(found for one in told for found in one), *official.paragraphs),
        charts=tuple(charts(page, official)),
        remarks=(
            *(() if page.figures else ("The record tells of no figure of the two alone.",)),
            *phrases.left_out(len(trade) - _FIGURES + max(len(others) - _OTHERS, 0), "further figure"),
        ),
    )


def _parted(entries: Iterable[FigureEntry]) -> tuple[list[FigureEntry], list[FigureEntry]]:
    """Reported trade, the latest period first, and what else is counted; aims are promises."""
    counted = [one for one in entries if one.status == "reported"]
    trade = [one for one in counted if one.measure in _TRADE]
    trade.sort(key=lambda one: (one.period or "", one.source is None), reverse=True)
    return trade, [one for one in counted if one.measure not in _TRADE and one.measure != "other"]


def _figure(entry: FigureEntry, us: Code, names: Names, grounds: Grounds) -> tuple[Paragraph, ...]:
    counts = _counts(entry, us, names)
    parts = [
        grounds.clause(_said(who, claims, last=at == len(counts) - 1), [one.evidence for one in claims])
        for at, (who, claims) in enumerate(counts.items())
    ]
    return phrases.paragraph(
        *parts, *_conflict(entry, grounds), item=True, lead=f"{wording.opened(about(entry, names))}:"
    )


def about(entry: FigureEntry, names: Names) -> str:
    """What is counted and for when, in words of our own, without a number: the title may hold one."""
    way = " ".join(
        f"{word} {names.get(code, code)}" for word, code in (("from", entry.source), ("to", entry.target)) if code
    )
    return " ".join(part for part in (entry.measure, way, phrases.during(entry.period)) if part)


def _counts(entry: FigureEntry, us: Code, names: Names) -> dict[str, list[Claim]]:
    """Claims by whose count they are: ours, theirs, and last those of which it is not told."""
    ordered = sorted(entry.claims, key=lambda one: (one.by is None, one.by != us, one.by or ""))
    counts: dict[str, list[Claim]] = {}
    for claim in ordered:
        counts.setdefault(names.get(claim.by, claim.by) if claim.by else "", []).append(claim)
    return counts


def _said(who: str, claims: Sequence[Claim], *, last: bool) -> str:
    told = list(dict.fromkeys(map(amount, claims)))
    verb = f"{who} counts" if who else "an unnamed count gives" if len(told) == 1 else "unnamed counts give"
    return f"{verb} {wording.listed(told)}{'.' if last else ';'}"


def amount(claim: Claim) -> str:
    """The number with its growth in brackets, "USD 53 million (up 23.1 percent)", or the growth alone."""
    number, _, growth = claim.amount.partition(", ")
    if claim.value is None:
        return f"growth: {number}"
    return f"{number} ({growth})" if growth else number


def _conflict(entry: FigureEntry, grounds: Grounds) -> Iterator[Clause | None]:
    """What camps agree on and the first place where they part, each on a finding of every camp."""
    if entry.conflict is None:
        return
    rest_on = [one for camp in entry.conflict.camps for one in camp.findings[:1]]
    for sentence in (*entry.conflict.agrees[:1], *entry.conflict.parts[:1]):
        yield grounds.on_findings(sentence, rest_on)


def charts(page: Dossier, official: Official) -> Iterator[Chart]:
    """Charts of what is counted by years: of every measure, way and currency with two numbers or more."""
    found: dict[tuple[str, str], list[Point]] = {}
    for entry in _parted(page.figures)[0]:
        for claim in entry.claims:
            if claim.value is not None and claim.unit and (year := _year(claim.period or entry.period)):
                by = page.names.get(claim.by, claim.by) if claim.by else "not said whose count"
                found.setdefault((_measure(entry), claim.unit), []).append(Point(year=year, value=claim.value, by=by))
    for measure, unit, point in official.points:
        found.setdefault((measure, unit), []).append(point)
    told = [(key, points) for key, points in found.items() if len({(one.year, one.value) for one in points}) > 1]
    for (measure, unit), points in sorted(told, key=lambda one: -len(one[1]))[:_CHARTS]:
        title = f"{wording.opened(wording.named(measure, page.names))} by year, {unit}"
        ordered = sorted(set(points), key=lambda one: (one.year, one.by, one.value))
        yield Chart(title=title, unit=unit, points=tuple(ordered))


def _measure(entry: FigureEntry) -> str:
    return " ".join(part for part in (entry.measure, entry.source, entry.target) if part)


def _year(period: str | None) -> int | None:
    return int(period) if period and len(period) == 4 and period.isdigit() else None
