"""Files as other programs take them: whole, tagged, with real notes and styles, and the same bytes each time."""

import io
import re
import sys
import zipfile
from xml.etree import ElementTree

import docx
import pypdfium2
import pytest

from comity.brief import paper
from comity.brief.markdown import inert
from comity.errors import NotInstalled
from tests.brief.made import HOSTILE, brief, saying

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
ALL_HOSTILE = " ".join(HOSTILE)


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


@pytest.fixture(scope="module")
def word() -> bytes:
    return paper.docx(brief())


@pytest.fixture(scope="module")
def print_() -> bytes:
    return paper.pdf(brief())


def test_the_word_document_has_a_footnote_for_every_clause(word: bytes) -> None:
    with opened(word) as parts:
        notes = ElementTree.fromstring(parts.read("word/footnotes.xml")).findall(f"{WORD}footnote")
        body = ElementTree.fromstring(parts.read("word/document.xml"))
    # Two of them are the lines that part notes from text.
    told = [note.get(f"{WORD}id") for note in notes if note.get(f"{WORD}type") is None]
    referred = [one.get(f"{WORD}id") for one in body.iter(f"{WORD}footnoteReference")]
    assert referred == told
    assert len(told) == len(list(brief().clauses()))


def test_the_word_document_uses_words_own_styles(word: bytes) -> None:
    paragraphs = docx.Document(io.BytesIO(word)).paragraphs
    styles = {one.style.name for one in paragraphs if one.style}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Compact"} <= styles
    headings = [one.text for one in paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings[0] == "State of relations"
    assert headings[-2:] == ["Sources", "The record"]


def test_every_part_of_the_word_document_is_there_and_typed(word: bytes) -> None:
    with opened(word) as parts:
        names = set(parts.namelist())
        types = parts.read("[Content_Types].xml").decode()
        for name in (one for one in names if one.endswith((".xml", ".rels"))):
            ElementTree.fromstring(parts.read(name))
        relations = ElementTree.fromstring(parts.read("word/_rels/document.xml.rels"))
        inside = {f"word/{one.get('Target')}" for one in relations if one.get("TargetMode") != "External"}
    assert inside <= names
    assert 'Extension="png"' in types
    assert all(f"/{name}" in types for name in names if name.endswith(".svg"))


def test_the_chart_of_the_word_document_is_a_vector_with_pixels_beside_it(word: bytes) -> None:
    with opened(word) as parts:
        body = parts.read("word/document.xml").decode()
        relations = ElementTree.fromstring(parts.read("word/_rels/document.xml.rels"))
        targets = {one.get("Id"): one.get("Target") or "" for one in relations.iter(f"{RELATIONS}Relationship")}
        (pixels,) = re.findall(r'<a:blip r:embed="(\w+)"', body)
        (vector,) = re.findall(r'svgBlip [^>]*r:embed="(\w+)"', body)
        assert parts.read(f"word/{targets[pixels]}").startswith(b"\x89PNG")
        assert b"<svg" in parts.read(f"word/{targets[vector]}")
    assert 'descr="Trade by year, USD.' in body


def test_the_pdf_is_tagged_titled_in_english_with_fonts_embedded(print_: bytes) -> None:
    assert all(mark in print_ for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang", b"pdfuaid"))
    assert b"LibertinusSerif" in print_
    assert b"/FontFile" in print_
    document = pypdfium2.PdfDocument(print_)
    assert document.get_metadata_dict()["Title"] == "Kazakhstan: relations with Armenia"
    assert document.get_metadata_dict()["CreationDate"].startswith("D:20240601")


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_the_pdf_says_what_the_brief_says(print_: bytes) -> None:
    told = "".join(text_of(print_).split())
    for clause in brief().clauses():
        # A word may be parted at the end of a line.
        assert "".join(clause.text.split())[:25] in told.replace("\ufffe", "").replace("\x02", "")


@pytest.mark.parametrize("form", [paper.docx, paper.pdf, paper.html], ids=["docx", "pdf", "html"])
def test_the_same_brief_gives_the_same_bytes(form: paper.Form) -> None:
    assert form(brief()) == form(brief())


def test_hostile_words_stand_in_the_word_document_as_words() -> None:
    document = docx.Document(io.BytesIO(paper.docx(saying(ALL_HOSTILE))))
    assert inert(ALL_HOSTILE) in {" ".join(one.text.split()) for one in document.paragraphs}


def test_hostile_words_are_set_in_the_pdf_and_obeyed_by_nothing() -> None:
    told = "".join(text_of(paper.pdf(saying(ALL_HOSTILE))).split())
    assert "<script>alert(1)</script>" in told
    assert "#read(" in told
    assert "root:" not in told


def test_hostile_words_make_no_element_of_the_page() -> None:
    page = paper.html(saying(ALL_HOSTILE)).decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<code" not in page
    assert [address for address in re.findall(r'(?:src|href)="([^"]*)"', page) if not address.startswith("#")] == []


def test_a_page_loads_nothing_from_elsewhere() -> None:
    page = paper.html(brief()).decode()
    found = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert [one for one in found if not one.startswith(("#", "data:image/svg+xml;"))] == []
    assert '<html lang="en-GB">' in page


@pytest.mark.parametrize(("form", "name"), [(paper.docx, "pypandoc"), (paper.pdf, "typst"), (paper.html, "vl_convert")])
def test_without_the_extra_it_says_how_to_get_it(form: paper.Form, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(NotInstalled) as refused:
        form(brief())
    assert refused.value.remedy == 'Run `pip install "comity[brief]"`.'
