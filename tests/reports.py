"""What tests read: composed reports of the project."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
# A press release of our own making: every kind of finding stands in it.
RELEASE = (ROOT / "examples" / "first.txt").read_text(encoding="utf-8")


def annotated(folder: str) -> list[dict[str, Any]]:
    """The composed reports of a folder of the project, with their annotation."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / folder).glob("*.json"))]
