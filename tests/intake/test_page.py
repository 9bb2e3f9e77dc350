import pytest

from comity.errors import NoArticle
from comity.intake.given import Draft, Given
from comity.intake.page import decoded_page, drafts
from comity.settings import Settings
from tests.intake.made import ENGLISH, page

HEAD = (
    '<meta charset="utf-8"><title>Kenya and Uganda sign | Nile Courier</title>'
    '<meta property="og:site_name" content="Nile Courier">'
    '<meta property="og:title" content="Kenya and Uganda sign">'
    '<meta property="article:published_time" content="2024-03-18T23:30:00+03:00">'
    '<meta name="author" content="Jane Achieng">'
    '<link rel="canonical" href="https://www.nilecourier.example/sign">'
)
QUOTE = "“This is a day of joy,” the Minister said. “We will begin in June, and 'soon' is no word for it.”"


def article(content: bytes, url: str | None = None) -> Draft:
    draft = next(drafts(Given("a.html", content, url), Settings()))
    assert isinstance(draft, Draft)
    return draft


def markup(body: str) -> bytes:
    return f"<html><body><article><p>{ENGLISH}</p>{body}<p>{QUOTE}</p></article></body></html>".encode()


def test_what_a_page_tells_of_itself_is_read() -> None:
    draft = article(page(ENGLISH, QUOTE, head=HEAD))
    assert (draft.title, draft.outlet, draft.author) == ("Kenya and Uganda sign", "Nile Courier", "Jane Achieng")
    assert (draft.published, draft.url) == ("2024-03-18", "https://www.nilecourier.example/sign")


def test_paragraphs_are_parted_by_blank_lines_and_quotes_unharmed() -> None:
    assert article(page(ENGLISH, QUOTE, ENGLISH.upper())).text == f"{ENGLISH}\n\n{QUOTE}\n\n{ENGLISH.upper()}"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>The <b>Foreign\n Minister</b>, <a href='/x'>A. B.</a>, spoke.</p>", "The Foreign Minister, A. B., spoke."),
        ("<p>Trade was $1.2&nbsp;billion &mdash; up 12%.</p>", "Trade was $1.2 billion — up 12%."),
        ("<h2>Next steps</h2><p>They meet in May.</p>", "Next steps\n\nThey meet in May."),
        ("<ul><li>A road of 200 km.</li><li>A bridge.</li></ul>", "A road of 200 km.\n\nA bridge."),
        ("<blockquote><p>It is a line for the people.</p></blockquote>", "It is a line for the people."),
        ("<p>He said <q lang=en>we will sign it</q> and left.</p>", "He said “we will sign it” and left."),
        ("<p>They met on Monday.<br>They agreed.</p>", "They met on Monday.\nThey agreed."),
    ],
    ids=["inline tags", "entities", "heading", "list", "quotation", "quotation inside", "line break"],
)  # fmt: skip
def test_blocks_read_as_a_browser_shows_them(body: str, told: str) -> None:
    assert article(markup(body)).text == f"{ENGLISH}\n\n{told}\n\n{QUOTE}"


def test_readers_comments_and_menus_stay_out() -> None:
    around = (
        f"<nav><a href='/'>Home</a></nav>{'{}'}<section class='comments'><p>I hate trains, said a reader.</p></section>"
    )
    text = article(around.format(markup("").decode()).encode()).text
    assert "trains" not in text
    assert "Home" not in text


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (None, "https://www.nilecourier.example/sign"),
        ("https://nilecourier.example/sign?utm=1", "https://www.nilecourier.example/sign"),
        ("https://elsewhere.example/copy", "https://elsewhere.example/copy"),
    ],
)
def test_a_page_names_its_address_within_its_own_site_only(url: str | None, kept: str) -> None:
    assert article(page(ENGLISH, QUOTE, head=HEAD), url).url == kept


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("Türkiye".encode(), None),
        ("Türkiye".encode("utf-16"), None),
        (b"T\xfcrkiye", None),
        (b"T\xfcrkiye", "iso-8859-9"),
        (b'<meta charset="iso-8859-9">T\xfcrkiye', None),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1254">T\xfcrkiye', None),
        (b'<?xml version="1.0" encoding="iso-8859-9"?>T\xfcrkiye', None),
        (b"T\xfcrkiye", "x-nowhere"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(content: bytes, charset: str | None) -> None:
    assert decoded_page(Given("a.html", content, charset=charset)).endswith("Türkiye")


def test_a_bad_byte_of_a_declared_encoding_is_shown_as_such() -> None:
    assert decoded_page(Given("a.html", b'<meta charset="utf-8">T\xfcrkiye')).endswith("T\ufffdrkiye")


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"<html><nav><a href='/'>Home</a></nav></html>"])
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    with pytest.raises(NoArticle):
        article(content)


def test_a_date_amid_the_text_is_not_taken_for_the_date_of_publication() -> None:
    assert article(markup("<p>The treaty was signed on 3 May 1999.</p>")).published is None


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "base64", "rot13", "\u0131\x00"])
def test_a_name_of_no_encoding_of_texts_is_an_unknown_one(name: str) -> None:
    content = f'<meta charset="{name}">T\\xfcrkiye and T'.encode() + b"\xfcrkiye"
    assert decoded_page(Given("a.html", content)).endswith("T\\xfcrkiye and Türkiye")
    assert decoded_page(Given("a.html", content, charset=name)).endswith("T\\xfcrkiye and Türkiye")
