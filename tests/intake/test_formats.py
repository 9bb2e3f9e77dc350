from pathlib import Path

import pytest

from comity.intake import formats
from comity.intake.formats import FORMATS, by_content, by_ending, by_media
from tests.intake.made import docx, page, pdf


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_every_format_has_a_module_that_reads_it(known: formats.Format) -> None:
    assert callable(known.reader())


@pytest.mark.parametrize(
    ("name", "known"),
    [("a.TXT", formats.TEXT), ("a.b.htm", formats.PAGE), ("a.jsonl", formats.LINES), ("a.doc", None), ("txt", None)],
)
def test_endings_are_known_in_any_case(name: str, known: formats.Format | None) -> None:
    assert by_ending(Path(name)) is known


def test_media_types_are_known() -> None:
    assert by_media("Text/HTML ") is formats.PAGE
    assert by_media("image/png") is None


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (page("a"), formats.PAGE),
        (b"\xef\xbb\xbf\n<!-- x --><html lang=en>", formats.PAGE),
        (b'<?xml version="1.0"?><!DOCTYPE html>', formats.PAGE),
        (pdf([]), formats.PDF),
        (docx(""), formats.DOCX),
        (b' {"text": 1}', formats.JSON),
        (b"[\n{", formats.JSON),
        (b"{Draft} The minister", formats.TEXT),
        (b"[Update] The minister", formats.TEXT),
        (b"<b> is a tag, the minister said", formats.TEXT),
        (b"", formats.TEXT),
    ],
)
def test_the_first_bytes_tell_the_format(content: bytes, known: formats.Format) -> None:
    assert by_content(content) is known
