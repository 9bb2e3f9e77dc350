import numpy as np
import pytest

from comity.errors import EmptyPanel, NotInPanel
from comity.statistics.gravity.panel import Panel

PANEL = Panel(
    exporters=np.array(["KAZ", "ARM", "KAZ", "ARM"]),
    importers=np.array(["ARM", "KAZ", "KAZ", "KAZ"]),
    years=np.array([2022, 2022, 2022, 2023]),
    flows=np.array([28.0, 18.7, 900.0, 79.8]),
    covariates={"log dist": np.array([7.0, 7.0, 5.0, 7.0])},
)


def test_a_pair_is_the_same_both_ways() -> None:
    assert PANEL.pairs.tolist() == ["ARM KAZ", "ARM KAZ", "KAZ KAZ", "ARM KAZ"]


def test_a_year_holds_flows_between_two_countries_alone() -> None:
    assert PANEL.of_year(2022).flows.tolist() == [28.0, 18.7]


def test_a_year_that_is_not_held_is_refused() -> None:
    with pytest.raises(NotInPanel, match="from 2022 to 2023"):
        PANEL.of_year(2019)
    with pytest.raises(EmptyPanel):
        PANEL.of(np.zeros(4, dtype=bool)).of_year(2022)
