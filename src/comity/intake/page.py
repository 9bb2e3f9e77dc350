"""Web pages: the article's text and what the page tells of it, extracted by trafilatura.

Paragraphs, headings, list items and table rows come out parted by blank lines; readers' comments stay out.
"""

import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from comity.errors import NoArticle
from comity.intake import urls
from comity.intake.given import Draft, Drafts, Given
from comity.intake.markup import require_harmless
from comity.intake.text import encoding_of, known_encoding
from comity.settings import Settings

_DECLARED = re.compile(
    rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.:-]+)"""
)
_DECLARED_WITHIN = 4096
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "ab", "code", "list", "table"))


def drafts(given: Given, settings: Settings) -> Drafts:
    """The one article of a page.

    Raises ``NoArticle`` where the page has no main text, ``NestedTooDeep``, ``UnsafeMarkup`` or
    ``TooLarge`` where it is no page for people.
    """
    page = decoded_page(given)
    require_harmless(page)
    page = _quoted(page)
    article = _extracted(page, given.url)
    told = list(paragraphs(article.body)) if article is not None else []
    if not any(map(_is_sentence, told)):
        raise NoArticle("The page holds no article.")
    yield Draft(
        "\n\n".join(told),
        url=_address(article.url, given.url),
        outlet=article.sitename,
        author=article.author,
        title=article.title,
        published=article.date,
    )


def _quoted(page: str) -> str:
    # A browser shows the marks of a quotation element; what extracts the article knows none inside a sentence.
    return re.sub(r"(?i)<q(?:\s[^<>]*)?>", "“", re.sub(r"(?i)</q\s*>", "”", page))


def _is_sentence(paragraph: str) -> bool:
    # Menus and lists of headlines, which are all that some pages hold, have no full stops.
    return len(paragraph.split(maxsplit=5)) >= 5 and paragraph.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", ":"))


def decoded_page(given: Given) -> str:
    """The page's text in the encoding that its mark, its server or itself declares.

    As in browsers, a page that declares none is read as UTF-8 where it is that, else as Windows-1252,
    and a byte that does not fit becomes U+FFFD.
    """
    mark, encoding = encoding_of(given.content, given.charset or _declared(given.content))
    try:
        return given.content[len(mark) :].decode(
            known_encoding(encoding or "utf-8"), "replace" if encoding else "strict"
        )
    except (LookupError, UnicodeError):
        return given.content.decode("windows-1252", "replace")


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def _extracted(page: str, url: str | None) -> Any:
    # htmldate's extensive search takes any date in the text for the date of publication.
    return trafilatura.bare_extraction(
        page,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def paragraphs(body: Any) -> Iterator[str]:
    """The blocks of an extracted article (an lxml element) in order, white space as a browser shows it."""
    run: list[str] = []
    for kind, piece in _pieces(body):
        if kind == "text":
            run.append(piece)
        elif run:
            yield from _shown(run)
            run = []
    yield from _shown(run)


def _shown(run: list[str]) -> Iterator[str]:
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(run).split("\x00"))
    if shown := "\n".join(line for line in lines if line):
        yield shown


def _pieces(element: Any) -> Iterator[tuple[str, str]]:
    """Texts and block edges in document order; a line break is a NUL, which no page can hold."""
    edge = element.tag in _BLOCKS
    if edge:
        yield "edge", ""
    if element.text:
        yield "text", element.text
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield "text", child.tail
    if element.tag == "lb":
        yield "text", "\x00"
    elif element.tag == "cell":
        yield "text", " "
    if edge:
        yield "edge", ""


def _address(canonical: str | None, fetched: str | None) -> str | None:
    """The address that the page gives itself, believed of a fetched page only within its own site.

    Some sites name their front page on every page, which is then no name of this one.
    """
    canonical = canonical if canonical and urls.split(canonical).path.strip("/") else None
    if fetched and canonical and _site(canonical) != _site(fetched):
        return fetched
    return canonical or fetched


def _site(address: str) -> str:
    return urls.host(address).removeprefix("www.")
