import json
from typing import Any

import pytest

from comity.errors import BrokenAnswer, EmptyAnswer
from comity.statistics.sources import comtrade
from comity.statistics.taken import Release
from comity.terms.states import States

# Made: the form is that of data/v1/get, the figures are invented.
ROW: dict[str, Any] = {
    "flowCode": "X", "reporterCode": 398, "partnerCode": 251, "period": "202303", "cmdCode": "TOTAL",
    "customsCode": "C00", "motCode": 0, "partner2Code": 0, "primaryValue": 12.5,
}  # fmt: skip


def answer(*rows: dict[str, Any]) -> bytes:
    return json.dumps({"count": len(rows), "data": rows, "error": ""}).encode()


def test_a_row_becomes_an_observation(states: States, today: Release) -> None:
    (one,) = comtrade.read(answer(ROW), states, today).observations
    assert (one.reporter, one.partner, one.flow, one.valuation, one.period) == (
        "KAZ",
        "FRA",
        "exports",
        "fob",
        "2023-03",
    )


def test_breakdowns_and_reexports_are_skipped_and_counted(states: States, today: Release) -> None:
    found = comtrade.read(answer(ROW, {**ROW, "motCode": 3200}, {**ROW, "flowCode": "RX"}), states, today)
    assert len(found.observations) == 1
    assert found.skipped == {"breakdown": 1, "flow RX": 1}


def test_rows_in_snake_case_are_the_same(states: States, today: Release) -> None:
    text = "flow_code\treporter_code\tpartner_code\tperiod\tcmd_code\tprimary_value\nM\t51\t398\t2023\t1001\t7.0\n"
    (one,) = comtrade.read_rows(text.encode(), states, today).observations
    assert (one.reporter, one.partner, one.attribution, one.product, one.value) == ("ARM", "KAZ", "origin", "1001", 7.0)


def test_an_answer_of_no_rows_is_refused(states: States, today: Release) -> None:
    with pytest.raises(EmptyAnswer):
        comtrade.read(answer(), states, today)


def test_a_list_of_files_is_no_answer(states: States, today: Release) -> None:
    with pytest.raises(BrokenAnswer):
        comtrade.read(answer({"rowKey": "1", "fileUrl": "x"}), states, today)
