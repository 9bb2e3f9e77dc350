import pytest

from comity.reconcile.follow.outcomes import Cue
from comity.reconcile.follow.wording import lexicon


def first(sentence: str) -> Cue | None:
    return next(iter(lexicon().cues.find(sentence)), None)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The seeds arrived in Mombasa on Friday.", "kept"),
        ("The clinic was opened on time.", "kept"),
        ("Peru has made good on its word.", "kept"),
        ("The first batch of seeds was unloaded.", "progressed"),
        ("Work on the clinic is under way.", "progressed"),
        ("The clinic never opened.", "broken"),
        ("The plan for a clinic fell through.", "broken"),
        ("Not one of the doctors has come.", "broken"),
        ("The ferry was replaced by a bridge.", "superseded"),
        ("The clinic was given up; a mobile doctor does its work instead.", "superseded"),
    ],
)
def test_words_tell_an_outcome(sentence: str, outcome: str) -> None:
    cue = first(sentence)
    assert cue is not None
    assert (cue.outcome, cue.once_due) == (outcome, False)


@pytest.mark.parametrize(
    "sentence",
    ["The seeds have not arrived.", "The seeds haven’t been delivered.", "Peru did not send the seeds.",
     "The clinic has yet to open its doors.", "The data have not come."],
)  # fmt: skip
def test_what_is_not_done_is_broken_only_once_it_was_due(sentence: str) -> None:
    cue = first(sentence)
    assert cue is not None
    assert (cue.outcome, cue.once_due) == ("broken", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The seeds will be delivered in May.",
        "If the port is opened, ships may call.",
        "They hope the clinic is opened soon.",
        "They agreed to hold the first session in June.",
        "After one cancelled visit they spoke of seeds.",
        "The weather was fine.",
    ],
)
def test_plans_wishes_conditions_and_attributes_tell_none(sentence: str) -> None:
    assert first(sentence) is None


def test_a_cue_knows_its_part_of_the_sentence() -> None:
    cue = first("Talks go on, but the clinic was opened in June, and it rains.")
    assert cue is not None
    assert cue.clause.strip() == "the clinic was opened in june"
