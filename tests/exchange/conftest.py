"""A small account, on both databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from comity.record.db import Record
from tests.exchange import account


@pytest.fixture
def told(record: Record) -> Iterator[Connection]:
    with record.writing() as db:
        account.fill(db)
        yield db
