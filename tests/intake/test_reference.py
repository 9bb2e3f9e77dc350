"""The reference page tells every format, key, limit and refusal of intake."""

from dataclasses import fields
from pathlib import Path

import pytest

from comity import errors
from comity.intake.formats import FORMATS
from comity.intake.markup import DEEPEST, MOST_ALTOGETHER, MOST_ATTRIBUTES, MOST_ELEMENTS
from comity.intake.records import KEYS
from comity.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "intake.md").read_text(encoding="utf-8")

# Refused by the record when a report is to be kept, where two actors of a sentence are asked about, or of tables of
# statistics, not where a report is brought in.
ELSEWHERE = (errors.BadLine, errors.Forgotten, errors.BadSpan, errors.BadTable, errors.NoFigures)


def leaves(kind: type[errors.ComityError]) -> list[type[errors.ComityError]]:
    below = kind.__subclasses__()
    return [leaf for child in below for leaf in leaves(child)] if below else [kind]


@pytest.mark.parametrize("told", [told for known in FORMATS for told in (*known.endings, *known.media)])
def test_every_ending_and_media_type_is_told(told: str) -> None:
    assert f"`{told}`" in PAGE


@pytest.mark.parametrize(
    "name",
    [
        kind("").name
        for kind in leaves(errors.Refused)
        if kind.__module__.startswith("comity.errors") and not issubclass(kind, ELSEWHERE)
    ],
)
def test_every_refusal_of_a_report_is_told(name: str) -> None:
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_told(key: str) -> None:
    assert f"`{key}`" in PAGE


@pytest.mark.parametrize(
    "setting", [setting.name for setting in fields(Settings) if setting.name.startswith(("max_", "fetch_", "allow_"))]
)
def test_every_limit_that_can_be_set_is_told(setting: str) -> None:
    assert f"`{setting}`" in PAGE or setting == "max_sentence_words"


def test_the_limits_are_those_of_the_code() -> None:
    assert f"{MOST_ELEMENTS:,} elements, {DEEPEST} deep" in PAGE
    assert f"{MOST_ATTRIBUTES} attributes in a tag and {MOST_ALTOGETHER:,} altogether" in PAGE
    assert f"{Settings().max_bytes:,} bytes" in PAGE
    assert f"{Settings().max_characters:,} characters" in PAGE
