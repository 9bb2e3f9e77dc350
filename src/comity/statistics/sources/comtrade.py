"""UN Comtrade: the answers of data/v1/get and of the preview, and its rows as CSV or in its bulk files.

Rows of customs procedures, modes of transport and second partners break the total down: they are skipped, as are
re-exports and re-imports, which exports and imports hold already.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from comity.errors import BadPeriod, BadTable, BrokenAnswer, ComityError, EmptyAnswer, UnknownTable
from comity.series import TOTAL, Flow, Observation, Valuation, is_period
from comity.statistics import figures
from comity.statistics.economies import economy
from comity.statistics.sources import answers, tables
from comity.statistics.taken import Release, Taken, once
from comity.terms.states import States

LICENCE = "UN Comtrade: no redistribution without leave"
FLOWS: Mapping[str, tuple[Flow, Valuation]] = {"X": ("exports", "fob"), "M": ("imports", "cif")}
# What a row that is no breakdown has, by field in lower case without underscores.
WHOLE = {"customscode": "C00", "motcode": "0", "partner2code": "0"}
# Fields without which a row cannot be used.
NEEDED = frozenset({"flowcode", "reportercode", "partnercode", "period", "cmdcode", "primaryvalue"})


def read(content: bytes, states: States, release: Release) -> Taken:
    """The observations of an answer (JSON).

    Raises ``EmptyAnswer`` where it holds no row, ``BrokenAnswer`` where it is no answer of Comtrade.
    """
    answer = answers.parsed(content)
    rows = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BrokenAnswer("No list of rows under data.")
    if not rows:
        raise EmptyAnswer(f"Count 0, error {answers.text(answer.get('error'))[:100]!r}.")
    if not {_plain(name) for name in rows[0]} >= NEEDED:
        raise BrokenAnswer(f"The fields of a row are {', '.join(rows[0])[:200]}.")
    return _taken(rows, states, release)


def read_rows(content: bytes, states: States, release: Release) -> Taken:
    """The observations of rows in CSV or of a bulk file, packed or not; raises as ``tables.read`` does."""
    header, rows = tables.parsed(content)
    if not {_plain(name) for name in header} >= NEEDED:
        raise UnknownTable(f"The columns are {', '.join(header)[:300]}.")
    return _taken(rows, states, release)


def _plain(name: str) -> str:
    return name.replace("_", "").casefold()


def _taken(rows: Iterable[Mapping[str, Any]], states: States, release: Release) -> Taken:
    skipped: Counter[str] = Counter()
    return once(_cells(rows, states, release, skipped), skipped)


def _cells(
    rows: Iterable[Mapping[str, Any]], states: States, release: Release, skipped: Counter[str]
) -> Iterator[Observation | ComityError]:
    for number, given in enumerate(rows, 1):
        row = {_plain(name): answers.text(cell).strip() for name, cell in given.items()}
        reason = _no_total(row)
        if reason:
            skipped[reason] += 1
            continue
        try:
            found = _observation(row, states, release)
        except BadTable as problem:
            yield type(problem)(f"Row {number}: {problem.detail}")
            continue
        if found is None:
            skipped["empty cell"] += 1
        else:
            yield found


def _no_total(row: Mapping[str, str]) -> str:
    if row.get("flowcode") not in FLOWS:
        return f"flow {row.get('flowcode', '')[:10]}"
    if any(row.get(field, whole) != whole for field, whole in WHOLE.items()):
        return "breakdown"
    return ""


def _observation(row: Mapping[str, str], states: States, release: Release) -> Observation | None:
    flow, valuation = FLOWS[row["flowcode"]]
    value = figures.trade(row.get("primaryvalue", ""), ".")
    product = row.get("cmdcode", "")
    if value is None:
        return None
    return Observation(
        reporter=economy(row.get("reportercode", ""), states),
        partner=economy(row.get("partnercode", ""), states),
        flow=flow,
        valuation=valuation,
        attribution="origin" if flow == "imports" else "destination",
        product=product,
        classification="" if product == TOTAL else row.get("classificationcode", "") or "HS",
        period=_period(row.get("period", "")),
        value=value,
        unit="USD",
        vintage=release.vintage,
        dated="release" if release.told else "retrieval",
        source="comtrade",
        licence=LICENCE,
    )


def _period(text: str) -> str:
    """YYYY or YYYYMM as YYYY or YYYY-MM."""
    period = re.sub(r"^(\d{4})(\d\d)$", r"\1-\2", text)
    if not is_period(period):
        raise BadPeriod(f"{text[:40]!r}.")
    return period
