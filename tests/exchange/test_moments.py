import pytest

from comity.exchange.moments import stretch


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2024", ("2024-01-01", "2024-12-31", "year")),
        ("2024-02", ("2024-02-01", "2024-02-29", "month")),
        ("2024-02-29", ("2024-02-29", "2024-02-29", "day")),
    ],
)
def test_a_date_lasts_from_its_first_to_its_last_day(moment: str, told: tuple[str, str, str]) -> None:
    found = stretch(moment)
    assert found is not None
    assert (str(found.first), str(found.last), found.precision) == told


@pytest.mark.parametrize(
    "moment", [None, "", "0000", "2024-13", "2024-00", "2023-02-29", "2021/2022", "٢٠٢٤", "2024-1"]
)
def test_what_is_no_date_has_no_days(moment: str | None) -> None:
    assert stretch(moment) is None
