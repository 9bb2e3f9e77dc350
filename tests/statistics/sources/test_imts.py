import json
from typing import Any

import pytest

from comity.errors import BrokenAnswer, NoSeries, UnsafeMarkup
from comity.statistics.sources import imts
from comity.statistics.taken import Release
from comity.terms.states import States


def message(value: str | None) -> bytes:
    """Made: the form is SDMX 3.0 JSON, the figures are invented."""
    keys = {"COUNTRY": "KAZ", "INDICATOR": "XG_FOB_USD", "COUNTERPART_COUNTRY": "ARM", "FREQUENCY": "A"}
    dimensions: dict[str, Any] = {
        "series": [{"id": name, "values": [{"id": code}]} for name, code in keys.items()],
        "observation": [{"id": "TIME_PERIOD", "values": [{"value": "2023"}]}],
    }
    sets = [{"series": {"0:0:0:0": {"observations": {"0": [value, None]}}}}]
    return json.dumps({"data": {"dataSets": sets, "structures": [{"dimensions": dimensions}]}}).encode()


def test_a_series_becomes_observations(states: States, today: Release) -> None:
    (one,) = imts.read(message("35000000"), states, today).observations
    assert (one.reporter, one.partner, one.flow, one.period, one.value) == ("KAZ", "ARM", "exports", "2023", 35e6)


def test_csv_is_the_same(states: States, today: Release) -> None:
    text = "COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE\nKAZ,MG_CIF_USD,ARM,M,2023-M02,5\n"
    (one,) = imts.read_rows(text.encode(), states, today).observations
    assert (one.flow, one.valuation, one.period, one.value) == ("imports", "cif", "2023-02", 5.0)


def test_series_of_nothing_but_nulls_are_refused(states: States, today: Release) -> None:
    with pytest.raises(NoSeries):
        imts.read(message(None), states, today)


def test_another_message_is_refused(states: States, today: Release) -> None:
    with pytest.raises(BrokenAnswer):
        imts.read(b'{"data": {"codelists": []}}', states, today)


SERIES = b'<D><Series COUNTRY="KAZ" INDICATOR="XG_FOB_USD" COUNTERPART_COUNTRY="ARM"><Obs %s/></Series></D>'


def test_markup_is_the_same(states: States, today: Release) -> None:
    content = SERIES % b'TIME_PERIOD="2023" OBS_VALUE="7"'
    assert [one.value for one in imts.read_markup(content, states, today).observations] == [7.0]


def test_markup_that_declares_entities_is_refused(states: States, today: Release) -> None:
    with pytest.raises(UnsafeMarkup):
        imts.read_markup(b'<!DOCTYPE D [<!ENTITY a "b">]><D>&a;</D>', states, today)
