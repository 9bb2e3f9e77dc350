import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BrokenFile, EmptyReport, Refused, TooLarge, UnsafeMarkup
from comity.intake.docx import drafts
from comity.intake.given import Draft, Given
from comity.settings import Settings
from tests.intake.made import docx, paragraph

XML_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1).filter(str.strip)


def text_of(content: bytes, settings: Settings = Settings()) -> str:  # noqa: B008
    draft = next(drafts(Given("a.docx", content), settings))
    assert isinstance(draft, Draft)
    return draft.text


@given(st.lists(XML_TEXT, min_size=1, max_size=5))
def test_paragraphs_are_kept_character_for_character(paragraphs: list[str]) -> None:
    assert text_of(docx("".join(map(paragraph, paragraphs)))) == "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r></w:p>", "a\tb\n"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ('<w:p><w:r><w:br w:type="page"/><w:t>a</w:t></w:r></w:p>', "a"),
        ("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>new</w:t></w:r></w:p>", "new"),
        ("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p/>", "a"),
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "a"),
    ],
    ids=["tab and break", "tab stop", "page break", "deleted", "moved", "field", "table"],
)
def test_what_a_reader_of_the_file_sees_is_read(body: str, text: str) -> None:
    assert text_of(docx(body)) == text


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    inner = paragraph("b")
    box = f"<mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>"
    body = f"<w:p><w:r><w:t>a</w:t><mc:AlternateContent {space}>{box}</mc:AlternateContent></w:r></w:p>"
    assert text_of(docx(body)) == "a\n\nb"


@pytest.mark.parametrize("size", [100_000_000, 10_000_000], ids=["size", "ratio"])
def test_a_bomb_is_refused_before_it_is_unpacked(size: int) -> None:
    with pytest.raises(TooLarge):
        text_of(docx("x" * size))


def test_more_elements_than_a_report_has_are_refused() -> None:
    with pytest.raises(TooLarge, match="elements"):
        text_of(docx("<w:p/>" * 2_000_000), Settings(max_ratio=10**6))


def test_a_document_type_is_refused() -> None:
    with pytest.raises(UnsafeMarkup):
        text_of(docx(paragraph("&a;"), '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>'))


@pytest.mark.parametrize(
    ("content", "kind", "told"),
    [
        (b"", EmptyReport, "empty"),
        (b"PK\x03\x04 and no more", BrokenFile, "no whole zip"),
        (docx(paragraph("a"))[:200], BrokenFile, "no whole zip"),
        (docx("", name="other.xml"), BrokenFile, "word/document.xml"),
        (docx("<w:p>"), BrokenFile, "XML is broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", BrokenFile, "password"),
    ],
)
def test_a_broken_file_is_named(content: bytes, kind: type[Refused], told: str) -> None:
    with pytest.raises(kind, match=re.escape(told)):
        text_of(content)


def test_an_archive_whose_first_byte_is_lost_is_broken() -> None:
    with pytest.raises(BrokenFile):
        text_of(docx(paragraph("The ministers met."))[1:])
