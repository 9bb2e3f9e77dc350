"""Claims of one quantity into matters, and the contradictions among them.

What a figure counts is told by ``quantity``; ``comparing`` says which two may be claims of one, by
``rounding`` of values; ``camps`` and ``conflict`` show where the claims of a matter cannot all be right.
"""

from collections.abc import Sequence

from comity.findings import Figure
from comity.matters import Matter, Told
from comity.reconcile.figures import sentences
from comity.reconcile.figures.comparing import THRESHOLD, apart, blocks, clues, essence, quantity_of, within
from comity.reconcile.figures.conflict import conflict
from comity.reconcile.kinds import Kind
from comity.reconcile.summing import counted, parties

__all__ = ["KIND", "apart", "blocks", "clues", "conflict", "matter"]


def matter(members: Sequence[Told]) -> Matter:
    """The quantity that the members, the earliest first, claim; ``conflict`` where they cannot all be right."""
    figures = [told.finding for told in members if isinstance(told.finding, Figure)]
    known = [quantity_of(told) for told in members]
    period = next((one.period for one in known if one.period), None)
    return Matter(
        kind="figure",
        type=known[0].measure,
        title=_title(figures, period),
        status=known[0].status,
        parties=parties(members),
        period=period,
        conflict=conflict(members) is not None,
        **counted(members),
    )


def _title(figures: Sequence[Figure], period: str | None) -> str:
    """A line for people: "trade of ARM and KAZ, 2023", "target: exports from KAZ to ARM, 348-350 million USD"."""
    values = [figure.value for figure in figures if figure.value is not None]
    unit = next((figure.unit for figure in figures if figure.value is not None), None)
    # What is no yearly series is known by its number.
    number = sentences.amount(min(values), max(values), unit) if values and not period else None
    aim = "target: " if figures[0].status == "target" else ""
    return aim + ", ".join(
        part for part in (f"{figures[0].measure} {sentences.way(figures[0])}", period, number) if part
    )


KIND = Kind(blocks=blocks, clues=clues, apart=apart, matter=matter, threshold=THRESHOLD, essence=essence, within=within)
