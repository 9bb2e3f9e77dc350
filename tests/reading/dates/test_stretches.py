from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("told", "reach", "date"),
    [
        ("in the first quarter of 2023", "2023-01/2023-03", "2023"),
        ("in Q2 2023", "2023-04/2023-06", "2023"),
        ("in the second half of 2023", "2023-07/2023-12", "2023"),
        ("in the first eleven months of 2023", "2023-01/2023-11", "2023"),
        ("in nine months of 2023", "2023-01/2023-09", "2023"),
        ("in the first three quarters of 2023", "2023-01/2023-09", "2023"),
        ("in the first half", "2023-01/2023-06", "2023"),
        ("in the ten months to January", "2023-04/2024-01", "2023"),
        ("in the year to September 2023", "2022-10/2023-09", "2022"),
        ("in FY22", "2021/2022", "2021"),
        ("in the 2021-22 fiscal year", "2021/2022", "2021"),
        ("in the academic year 2023/24", "2023/2024", "2023"),
        ("in the last financial year", "2022/2023", "2022"),
        ("last autumn", "2023", "2023"),
        ("last winter", "2023/2024", "2023"),
        ("in spring 2023", "2023", "2023"),
    ],
)
def test_parts_of_years_have_a_reach_and_a_single_date(notes: Notes, told: str, reach: str, date: str) -> None:
    (moment,) = notes(f"Exports to Norway grew {told}.", published="2024-03-19")["when"].moments
    assert (moment.reach, moment.date) == (reach, date)


def test_a_budget_sum_is_no_fiscal_year(notes: Notes) -> None:
    when = notes("The works have a budget of 32 million euros.", published="2024-03-19")["when"]
    assert when.moments == ()
