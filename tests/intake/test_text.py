import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadEncoding, BinaryFile, EmptyReport
from comity.intake.given import Given
from comity.intake.text import decoded, drafts
from comity.settings import Settings

PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\r\n"), min_size=1).filter(
    lambda text: not text.startswith("\ufeff")
)


@given(PRINTABLE)
def test_text_is_kept_character_for_character(text: str) -> None:
    assert next(drafts(Given("a.txt", text.encode()), Settings())).text == text  # type: ignore[union-attr]


@given(PRINTABLE, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_is_no_part_of_the_text(text: str, encoding: str) -> None:
    assert decoded(Given("a.txt", text.encode(encoding))) == text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x0b", "\u2028"])
def test_no_line_ending_is_translated(ending: str) -> None:
    assert decoded(Given("a.txt", f"one{ending}two".encode())) == f"one{ending}two"


def test_a_declared_encoding_is_used() -> None:
    assert decoded(Given("http://a", "Türkiye".encode("iso-8859-9"), charset="iso-8859-9")) == "Türkiye"


def test_the_offset_of_the_first_bad_byte_is_told() -> None:
    with pytest.raises(BadEncoding, match=r"offset 6 is not UTF-8"):
        decoded(Given("a.txt", codecs.BOM_UTF8 + b"caf\xc3 x"))


@pytest.mark.parametrize("name", ["x-nowhere", "undefined", "idna", "punycode", "hex", "a\x00b"])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    with pytest.raises(BadEncoding) as refused:
        decoded(Given("http://a", b"text", charset=name))
    assert repr(name) in refused.value.detail


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)), b"MZ\x00", b"\x1b\x02\x03\x04ab"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(BinaryFile):
        decoded(Given("a.txt", content))


@pytest.mark.parametrize("content", [b"", codecs.BOM_UTF8])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(EmptyReport):
        decoded(Given("a.txt", content))
