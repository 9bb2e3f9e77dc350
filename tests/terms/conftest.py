import pytest

from comity.terms import load
from comity.terms.plover import Plover
from comity.terms.state_matcher import StateMatcher
from comity.terms.states import States


@pytest.fixture(scope="session")
def states() -> States:
    return load().table(States)


@pytest.fixture(scope="session")
def matcher(states: States) -> StateMatcher:
    return StateMatcher(states)


@pytest.fixture(scope="session")
def plover() -> Plover:
    return load().table(Plover)
