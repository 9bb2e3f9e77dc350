from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
TUESDAY = "2024-03-19"


def values(notes: Notes, text: str) -> list[str]:
    return [moment.value for moment in notes(text, published=TUESDAY)["when"].moments]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The ministers met today.", "2024-03-19"),
        ("The ministers met yesterday.", "2024-03-18"),
        ("The ministers met on Tuesday.", "2024-03-19"),
        ("The ministers met on Friday.", "2024-03-15"),
        ("The ministers will meet on Friday.", "2024-03-22"),
        ("The ministers will meet next Tuesday.", "2024-03-26"),
        ("The ministers met last Tuesday.", "2024-03-12"),
        ("The ministers met last month.", "2024-02"),
        ("The ministers met earlier this week.", "2024-03"),
        ("The ministers will meet next year.", "2025"),
        ("The ministers met three days ago.", "2024-03-16"),
        ("The ministers met two years ago.", "2022"),
        ("The ministers met two decades ago.", "2004"),
        ("The ministers met on the 12th.", "2024-03-12"),
    ],
)
def test_times_told_from_now_are_reckoned_from_the_date_of_publication(notes: Notes, sentence: str, value: str) -> None:
    assert values(notes, sentence) == [value]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("by the end of 2026", "2026-12"),
        ("before the end of 2026", "2026"),
        ("by 2030", "2030"),
        ("by the end of this year", "2024-12"),
        ("no later than 1 July", "2024-07-01"),
        ("within three months", "2024-06"),
        ("within two years", "2026"),
        ("before the summer", "2024"),
    ],
)
def test_limits_are_deadlines(notes: Notes, told: str, value: str) -> None:
    (moment,) = notes(f"The ministers will sign the treaty {told}.", published=TUESDAY)["when"].moments
    assert (moment.form, moment.value) == ("deadline", value)


def test_the_same_day_is_the_day_told_before(notes: Notes) -> None:
    text = "The ministers met on 4 March 2024. On the same day they signed a treaty. The following day they left."
    assert values(notes, text) == ["2024-03-04", "2024-03-04", "2024-03-05"]


def test_the_same_period_of_another_year_moves_the_stretch_told_before(notes: Notes) -> None:
    text = "Exports grew in January-May 2023 compared with the same period of 2022."
    moments = notes(text, published=TUESDAY)["when"].moments
    assert [moment.reach for moment in moments] == ["2023-01/2023-05", "2022-01/2022-05"]


def test_stretches_run_up_to_now_or_from_it(notes: Notes) -> None:
    moments = notes("It spent much over the past five years and will over the next three years.", published=TUESDAY)[
        "when"
    ].moments
    assert [moment.reach for moment in moments] == ["2019/2024", "2024/2027"]


def test_since_tells_a_beginning(notes: Notes) -> None:
    (moment,) = notes("The two states have had relations since 1992.", published=TUESDAY)["when"].moments
    assert (moment.form, moment.value) == ("since", "1992")


def test_without_any_now_relative_times_stay_unknown(notes: Notes) -> None:
    assert notes("The ministers met yesterday and agreed to meet next year.")["when"].moments == ()
