import json

import pytest

from comity.errors import EmptyAnswer
from comity.statistics.sources import worldbank
from comity.statistics.taken import Release
from comity.terms.states import States


def answer(date: str, value: object) -> bytes:
    """Made: the form is that of the World Bank, the figures are invented."""
    row = {"indicator": {"id": "NY.GDP.MKTP.CD"}, "country": {"id": "KZ", "value": "Kazakhstan"}}
    return json.dumps([{"page": 1}, [{**row, "countryiso3code": "KAZ", "date": date, "value": value}]]).encode()


@pytest.mark.parametrize("value", ["250", 250])
def test_values_may_be_strings(value: object, states: States, today: Release) -> None:
    (one,) = worldbank.read(answer("2023", value), states, today).observations
    assert (one.reporter, one.flow, one.product, one.period, one.value) == (
        "KAZ",
        "level",
        "NY.GDP.MKTP.CD",
        "2023",
        250,
    )


def test_a_month_is_no_year(states: States, today: Release) -> None:
    assert [p.name for p in worldbank.read(answer("2013M08", 1), states, today).refused] == ["bad_period"]


def test_a_message_in_place_of_rows_is_refused(states: States, today: Release) -> None:
    with pytest.raises(EmptyAnswer, match="Invalid"):
        worldbank.read(b'[{"message": [{"value": "Invalid value"}]}]', states, today)
