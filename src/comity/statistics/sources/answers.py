"""What all answers in JSON share."""

import json
from typing import Any

from comity.errors import BrokenAnswer


def parsed(content: bytes) -> Any:
    """The answer's JSON; raises ``BrokenAnswer``."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise BrokenAnswer(f"No JSON: {str(problem)[:100]}.") from problem


def text(cell: object) -> str:
    """A cell as text, "" where it is null."""
    return "" if cell is None else str(cell)
