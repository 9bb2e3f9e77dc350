"""Whatever is asked of the programs' addresses, the server answers as it describes, and never fails."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from comity.record.db import Record
from tests.web.served import served


@pytest.fixture(scope="module")
def described(shown: Record) -> Iterator[BaseSchema]:
    """The example relation's addresses, by their own description."""
    with served(shown) as site:
        yield schemathesis.openapi.from_url(f"{site.address}/api/v1/openapi.json")


PATHS = ["/relations", "/relations/{one}/{other}", "/reports/{report}", "/search"]


def test_every_address_is_asked_here(described: BaseSchema) -> None:
    assert {f"/api/v1{path}" for path in PATHS} == set(described)


@pytest.mark.parametrize("path", PATHS)
def test_every_address_answers_as_it_is_described(described: BaseSchema, path: str) -> None:
    @given(described[f"/api/v1{path}"]["GET"].as_strategy())
    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def answers(case: Case[Any]) -> None:
        # That words hold a word, or a day is one, no schema tells.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    answers()
