import pytest

from comity.matters import Told
from comity.reconcile.follow.clues import RULES, THRESHOLD, Pair, clues
from comity.reconcile.follow.subjects import subject
from comity.reconcile.follow.tellings import telling
from comity.reconcile.follow.wording import lexicon

from .promising import figure, passages, pledge

CLINIC = pledge("Peru will open a clinic in Kisumu by June.", "open a clinic in Kisumu", deadline="2021-06")


def names(opening: Told, words: str, published: str = "2021-05-01") -> set[str]:
    one, other = subject(opening, lexicon()), subject(passages(words, published)[0], lexicon())
    told = telling(one, other)
    assert told is not None
    return {clue.name for clue in clues(Pair(one, other, told))}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The clinic in Kisumu was opened.", "whole"),
        ("The clinic was opened.", "half"),
        ("The clinic was opened.", "deed"),
        ("The clinic was closed.", "other"),
        ("The clinic promised to Kisumu was opened.", "recalled"),
        ("The clinic in Kisumu, of which they spoke in March, was opened.", "day"),
        ("The clinic in Kisumu was opened.", "timely"),
        ("Kenya has opened the clinic in Kisumu.", "others"),
        ("Fog lies on the clinic; a market was opened, as promised.", "apart"),
    ],
)
def test_clues_hold(words: str, name: str) -> None:
    assert name in names(CLINIC, words)


def test_a_promise_is_recalled_only_with_its_subject() -> None:
    assert {"recalled", "day"}.isdisjoint(names(CLINIC, "A bridge promised in March was opened."))


def test_a_clue_names_the_deadline_where_the_text_does() -> None:
    assert "deadline" in names(CLINIC, "The clinic, due in June, was opened.", "2021-07-01")


def test_what_is_told_long_after_without_a_deadline_weighs_less() -> None:
    opening = pledge("Peru will open a clinic.", "open a clinic")
    assert "long" in names(opening, "The clinic was opened.", "2025-05-01")
    assert "long" not in names(CLINIC, "The clinic was opened.", "2025-05-01")


def test_totals_of_trade_weigh_more_than_single_sums() -> None:
    def of(measure: str) -> set[str]:
        aim = subject(figure("To come.", "2021-01-01", status="target", measure=measure), lexicon())
        later = subject(figure("It came.", "2021-05-01", measure=measure), lexicon())
        told = telling(aim, later)
        assert told is not None
        return {clue.name for clue in clues(Pair(aim, later, told))} & {"total", "figure"}

    assert (of("exports"), of("finance")) == ({"total"}, {"figure"})


def test_no_single_clue_but_a_total_is_enough_and_each_has_a_sentence() -> None:
    assert [rule.name for rule in RULES if rule.weight >= THRESHOLD] == ["total"]
    assert all(rule.sentence.endswith(".") for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
