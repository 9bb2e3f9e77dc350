from collections.abc import Callable
from typing import Any

import pytest

from comity.reading.dates import told_before

Notes = Callable[..., dict[str, Any]]
STORIES = [
    ("The work began in March 2023. It went on.", "2023-03"),
    ("The work began in March 2023. \n\nIt went on.", None),
    ("The work began in May 2024. It went on.", None),
    ("The work began. It went on.", None),
]


@pytest.mark.parametrize(("text", "value"), STORIES)
def test_the_past_month_told_in_the_paragraph_before(notes: Notes, text: str, value: str | None) -> None:
    made = notes(text, published="2024-05-07")
    moment = told_before(made["page"], made["when"], made["page"].sentences[-1].start)
    assert (moment.value if moment else None) == value
