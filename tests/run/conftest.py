"""A record of the composed relation, to which others are compared."""

from pathlib import Path

import pytest

from comity.record.db import open_record
from tests.record.crashing import Row, rows
from tests.run.relation import READINGS, fill


@pytest.fixture(scope="session")
def whole(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """The rows of a record to which all reports were added one after the other."""
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    path.write_bytes(template_file.read_bytes())
    with open_record(str(path)) as record:
        fill(record, READINGS)
        return rows(record)
