"""Whatever a report says stays its words: no Markdown, HTML, TeX or attribute of it is read."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.brief.markdown import READ, escaped, inert, markdown
from tests.brief.made import HOSTILE, brief, saying

# What only markup makes. A list's items and footnotes are the brief's own.
_MARKED = {
    "RawInline", "RawBlock", "Code", "CodeBlock", "Link", "Image", "Math", "Cite", "Strikeout", "Superscript",
    "Subscript", "Table", "BlockQuote", "HorizontalRule", "Div", "Span", "LineBreak", "Quoted", "SmallCaps",
}  # fmt: skip


def read(text: str, form: str = READ) -> dict[str, Any]:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), f"--from={form}", "--to=json"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        for part in tree.values():
            yield from nodes(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from nodes(part)


def words(tree: Any) -> str:
    return "".join(
        one["c"] if one["t"] == "Str" else " " for one in nodes(tree) if one["t"] in ("Str", "Space", "SoftBreak")
    )


@pytest.mark.parametrize("form", [READ, "markdown-smart", "gfm+footnotes"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_read_as_the_words_they_are(hostile: str, form: str) -> None:
    tree = read(escaped(hostile), form)
    assert words(tree["blocks"]) == inert(hostile)
    assert {one["t"] for one in nodes(tree["blocks"])} <= {"Para", "Str", "Space"}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"]), min_size=1), min_size=20, max_size=60))
def test_any_words_are_read_as_the_words_they_are(told: list[str]) -> None:
    kept = [one for one in told if inert(one)]
    tree = read("\n\n".join(map(escaped, kept)))
    assert [words(block) for block in tree["blocks"]] == [inert(one) for one in kept]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_brief_of_hostile_words_keeps_its_form(hostile: str) -> None:
    tree = read(markdown(saying(hostile)))
    assert {one["t"] for one in nodes(tree)} & _MARKED == set()
    assert sum(one["t"] == "Note" for one in nodes(tree)) == 3
    assert words(tree["meta"]["title"]) == inert(hostile)


def test_what_is_not_printed_or_turns_the_direction_is_replaced() -> None:
    assert inert("a\x00b\u202ec\ud800d\n e") == "a\ufffdb\ufffdc\ufffdd e"


def test_every_clause_has_its_footnote_and_charts_are_tables() -> None:
    made = brief()
    text = markdown(made)
    count = len(list(made.clauses()))
    assert [text.count(f"[^{number}]") for number in range(1, count + 1)] == [2] * count
    assert "| 2023 | USD 53 million | Kazakhstan |" in text
    assert text.endswith("Reports were read by Comity 0.1.0, model abc, terms def.\n\n")
