import pytest

from comity.matters import Opening, Told
from comity.reconcile.follow.openings import due, is_opening, opening

from .promising import agreement, encounter, figure, pledge

OPENINGS = [
    (pledge("Peru will send seeds by June 2022.", "send seeds", deadline="2022-06"), ("2022-06", "2022-06-30")),
    (pledge("Peru will send seeds.", "send seeds"), (None, None)),
    (encounter("They will meet.", "2021-01-01", status="planned", date="2024-02"), ("2024-02", "2024-02-29")),
    (encounter("They will meet.", "2021-01-01", status="planned"), (None, None)),
    (figure("Ten million by 2025.", "2021-01-01", status="target", period="2024/2025"), ("2025", "2025-12-31")),
    (agreement("It is to be signed.", "pact", "2021-01-01", status="planned"), (None, None)),
    (agreement("Signed.", "programme for 2021-2023", "2021-01-01", period=(2021, 2023)), ("2023", "2023-12-31")),
]


@pytest.mark.parametrize(("told", "expected"), OPENINGS)
def test_what_is_announced_is_due_on_the_last_day_of_its_deadline(told: Told, expected: tuple[str, str]) -> None:
    assert opening(told) == Opening(*expected)


@pytest.mark.parametrize(
    "told",
    [
        encounter("They met.", "2021-01-01", date="2021-01-01"),
        encounter("It was called off.", "2021-01-01", status="cancelled", date="2020"),
        figure("Five million.", "2021-01-01", period="2020"),
        agreement("Signed.", "pact", "2021-01-01"),
        agreement("Ended.", "programme for 2021-2023", "2021-01-01", status="terminated", period=(2021, 2023)),
    ],
)
def test_what_is_told_as_done_announces_nothing(told: Told) -> None:
    assert not is_opening(told)


def test_a_day_that_is_none_is_no_due_day() -> None:
    assert due("2021-02-30") is None
