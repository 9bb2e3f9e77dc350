"""World Bank indicators: JSON of page information and rows. They are no trade: each is a level of one economy."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from comity.errors import BadPeriod, BadTable, BrokenAnswer, ComityError, EmptyAnswer
from comity.series import WORLD, Observation
from comity.statistics import figures
from comity.statistics.economies import economy
from comity.statistics.sources import answers
from comity.statistics.taken import Release, Taken, once
from comity.terms.states import States


def read(content: bytes, states: States, release: Release) -> Taken:
    """The levels of an answer, the indicator's code as product; values may be numbers or strings.

    Months and quarters are refused.
    Raises ``EmptyAnswer`` or ``BrokenAnswer``.
    """
    rows = _rows(answers.parsed(content))
    found: list[Observation | ComityError] = []
    skipped: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        try:
            one = _indicator(row, states, release)
        except BadTable as problem:
            found.append(type(problem)(f"Row {number}: {problem.detail}"))
            continue
        if one is None:
            skipped["empty cell"] += 1
        else:
            found.append(one)
    return once(found, skipped)


def _rows(answer: Any) -> list[Mapping[str, Any]]:
    page = answer[0] if isinstance(answer, list) and answer else None
    if not isinstance(page, dict):
        raise BrokenAnswer("No list of page information and rows.")
    if "message" in page:
        raise EmptyAnswer(f"The source says {str(page['message'])[:200]}.")
    rows = answer[1] if len(answer) > 1 else None
    if not rows:
        raise EmptyAnswer("Page information without rows.")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BrokenAnswer("Rows that are no objects.")
    return rows


def _indicator(row: Mapping[str, Any], states: States, release: Release) -> Observation | None:
    country, indicator = row.get("country"), row.get("indicator")
    if not isinstance(country, dict) or not isinstance(indicator, dict):
        raise BrokenAnswer("No country or no indicator.")
    year = answers.text(row.get("date"))
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise BadPeriod(f"{year[:20]!r} is no year.")
    value = figures.number(answers.text(row.get("value")), ".")
    if value is None:
        return None
    code = answers.text(row.get("countryiso3code")) or answers.text(country.get("value"))
    return Observation(
        reporter=economy(code, states),
        partner=WORLD,
        flow="level",
        valuation="",
        attribution="",
        product=answers.text(indicator.get("id")),
        classification="WDI",
        period=year,
        value=value,
        unit=answers.text(row.get("unit")),
        vintage=release.vintage,
        dated="release" if release.told else "retrieval",
        source="worldbank",
        licence="World Bank, CC BY 4.0 unless its metadata say otherwise",
    )
