from collections.abc import Callable
from typing import Any

import pytest

from comity.reading import figures

Notes = Callable[..., dict[str, Any]]
TEXT = (
    "The foreign ministers of Armenia and Kazakhstan met in Yerevan. Trade between Kazakhstan and Armenia grew by "
    "23.1% to reach 53 million US dollars in 2023. They noted that 435 Armenian companies operate in Kazakhstan and "
    "over 100 Kazakh enterprises in Armenia."
)


@pytest.mark.parametrize("published", [None, "2024-03-19"])
def test_measure_value_direction_bound_and_growth_are_told(notes: Notes, published: str | None) -> None:
    trade, there, here = notes(TEXT, published=published)["figures"]
    assert (trade.measure, trade.value, trade.unit, trade.period) == ("trade", 53_000_000, "USD", "2023")
    assert (trade.change.value, trade.change.unit, trade.change.direction) == (23.1, "percent", "up")
    assert (there.value, there.source, there.target, there.bound) == (435, "ARM", "KAZ", "exact")
    assert (here.value, here.source, here.target, here.bound) == (100, "KAZ", "ARM", "over")


def test_growth_without_a_level_is_kept(notes: Notes) -> None:
    text = "The ministers of Chile and Norway met in Oslo. Trade between Chile and Norway has doubled."
    (figure,) = notes(text, published="2024-03-19")["figures"]
    assert (figure.measure, figure.value, figure.unit, figure.change.value) == ("trade", None, None, 2)


def test_every_figure_shows_its_sentence(notes: Notes) -> None:
    figures = notes(TEXT, published="2024-03-19")["figures"]
    assert all(any(str(int(f.value))[:2] in piece for piece in f.evidence) for f in figures)


def test_a_reckoned_period_is_marked(notes: Notes) -> None:
    text = "The ministers of Chile and Norway met in Oslo. Trade between Chile and Norway was $5 million last year."
    (figure,) = notes(text, published="2024-03-19")["figures"]
    assert (figure.period, figure.inferred) == ("2023", ("period",))


def test_every_quantity_that_may_be_a_figure_is_proposed_with_its_rivals(notes: Notes) -> None:
    have = notes(TEXT, published="2024-03-19")
    needs = [have[name] for name in ("page", "who", "clauses", "when", "quantities")]
    proposals = figures.propose(*needs)
    assert sum(p.vouched for p in proposals) == len(have["figures"])
    firms = [p for p in proposals if p.finding.value == 435]
    assert len({p.rival for p in firms}) == 1
    assert {p.anchor for p in firms} == {firms[0].anchor}
    assert ("KAZ", "ARM") in {(p.finding.source, p.finding.target) for p in firms}
    assert {p.finding.measure for p in firms} > {"companies"}
    assert all(p.others for p in firms)
