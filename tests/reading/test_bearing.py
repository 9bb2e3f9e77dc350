import pytest

from comity.reading.bearing import Bearing, only_if_bearing

MATCH = Bearing(officials_of=1, together=5, words=0, sentences=12)
RELEASE = Bearing(officials_of=2, together=4, words=9, sentences=12)


@pytest.mark.parametrize(
    ("clues", "bears"),
    [
        (RELEASE, True),
        (MATCH, False),
        (Bearing(officials_of=0, together=3, words=4, sentences=9), True),
        (Bearing(officials_of=1, together=0, words=6, sentences=9), False),
        (Bearing(officials_of=3, together=0, words=2, sentences=9), True),
        (Bearing(officials_of=0, together=1, words=1, sentences=1), True),
    ],
)
def test_a_report_bears_on_relations_by_its_words_and_by_officials_or_states_together(
    clues: Bearing, bears: bool
) -> None:
    assert clues.on_relations is bears


def test_a_step_finds_nothing_in_a_report_that_bears_on_none() -> None:
    step = only_if_bearing(lambda word: (word,))
    assert (step(RELEASE, "visit"), step(MATCH, "visit")) == (("visit",), ())


def test_a_gated_step_keeps_its_name() -> None:
    def told() -> tuple[str, ...]:
        """All that is told."""
        return ()

    assert only_if_bearing(told).__doc__ == "All that is told."
