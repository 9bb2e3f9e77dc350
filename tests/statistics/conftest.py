import pytest

from comity.statistics.taken import Release
from comity.terms.states import States
from comity.terms.table import Terms


@pytest.fixture(scope="session")
def states() -> States:
    return Terms().table(States)


@pytest.fixture(scope="session")
def today() -> Release:
    return Release("2026-11-26")
