"""One cheap pass over a page's tags before it is parsed: how deep, how many, their attributes, declared entities.

What extracts an article walks the page's tree many times over: a page of 200,000 tags costs it half a
minute. This pass costs a second for the largest page that is read.
"""

import re

from comity.errors import NestedTooDeep, TooLarge, UnsafeMarkup

# Newspapers' pages measure 20 to 60. libxml2 drops what lies deeper than 256, without a word.
DEEPEST = 200
# A long article with all its menus has 5,000 elements, and 20,000 of the costliest kind take 5 seconds.
MOST_ELEMENTS = 20_000
# Tags of pages have up to 30. The parser compares each attribute of a tag with all others.
MOST_ATTRIBUTES = 200
# 20,000 elements have some 100,000 altogether, and this many take 3 seconds.
MOST_ALTOGETHER = 500_000

# What stands in comments and scripts is no markup. Each unclosed one runs to the end of the page, so
# that no page makes the pattern look at a stretch twice.
_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\b|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-z][a-z0-9:-]*)"
    r"|(?P<entity><!entity\b)",
    re.IGNORECASE | re.DOTALL,
)
# The HTML standard's attribute: a name, which may hold quotes and even begin with "=", and a value or none.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>]*+))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAGS_WITH_ATTRIBUTES = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|</?(?:(?P<raw>(?:script|style)\b)|[a-z][^\s/>]*+)"
    rf"(?P<told>(?:{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES}}}+)(?P<crowded>{_ATTRIBUTE})?(?(raw).*?(?:</(?P=raw)\b|\Z))",
    re.IGNORECASE | re.DOTALL,
)
# Tags without an end, and those whose end may be left out: the parser closes them itself.
_ENDLESS = (
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
)
_OPEN = (
    "html",
    "head",
    "body",
    "p",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "tfoot",
    "option",
    "rp",
    "rt",
)
_UNCOUNTED = frozenset(_ENDLESS + _OPEN)


def require_harmless(page: str) -> None:
    """Raises ``UnsafeMarkup``, ``NestedTooDeep`` or ``TooLarge`` for a page that nobody wrote for readers."""
    depth = 0
    for tag in _TAGS.finditer(page):
        if tag["entity"]:
            raise UnsafeMarkup("The page declares entities.")
        if tag["name"] and tag["name"].lower() not in _UNCOUNTED:
            depth = max(depth - 1, 0) if tag["close"] else depth + 1
        if depth > DEEPEST:
            raise NestedTooDeep(f"Tags are nested more than {DEEPEST} deep.")
    tags = page.count("<")
    if tags > 2 * MOST_ELEMENTS:
        raise TooLarge(f"The page has {tags // 2:,} elements; the limit is {MOST_ELEMENTS:,}.")
    _require_few_attributes(page)


def _require_few_attributes(page: str) -> None:
    altogether = 0
    for tag in _TAGS_WITH_ATTRIBUTES.finditer(page):
        if tag["crowded"]:
            raise UnsafeMarkup(f"A tag has more than {MOST_ATTRIBUTES} attributes.", NestedTooDeep.REMEDY)
        altogether += len(_ATTRIBUTES.findall(tag["told"] or ""))
        if altogether > MOST_ALTOGETHER:
            raise TooLarge(f"The page has more than {MOST_ALTOGETHER:,} attributes.")
