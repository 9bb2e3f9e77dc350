"""Lines of a text that are no part of the report: what a page puts around it, left in by whoever stored it.

``RULES`` is the policy: each row a sentence and a function of one line; one that holds is enough. A line is
judged by its words and by whether running text comes before and after it: what may be a heading in the
midst of a report is a section's name above it. When in doubt a line stays, for a line left out is not read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from comity.findings import Span
from comity.terms.boilerplate import Boilerplate

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_PARTS = re.compile(r"\s*[|›»>•·]\s*|\s{2,}|\s+[/–—]\s+")
_TRAIL = re.compile(r"[^|›»>]{1,40}(?:\s*[›»>]\s*[^|›»>]{1,150})+")
_LETTER = re.compile(r"[^\W\d_]")
_DATED = re.compile(r"\d{4}|\d{1,2}:\d{2}")
_DATELINE = re.compile(r"\d{1,2}:\d{2}|,\s(?:\d{1,2}\s[^\W\d]+|[^\W\d]+\s\d{1,2}\b)")
_CODE = re.compile(r"[A-Za-z]{1,4}(?:[/.][A-Za-z]{1,12})+\s*(?:\(.{0,30}\))?|[A-Z]{2,5} \d{6} .{0,12}N{4}")
_CONTACT = re.compile(
    r"(?:\S{0,8}tel\S{0,8}\s[\d\s()+-]*)?\S+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+", re.IGNORECASE
)
# A hashtag may hold blanks where a page shows it as a button.
_HASHTAGS = re.compile(r"#\w[^#]*(?:\s#\w[^#]*)*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s\d{4}|copyright\s*(?:©|\(c\)|\d|:|by\b))|.{0,150}\ball rights reserved\b", re.IGNORECASE
)
_BYLINE = re.compile(r"by\s+(?P<who>.+)", re.IGNORECASE)
_CASE_EDGE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ARROWS = frozenset("→►▶➤»›")
_AROUND = "-–—*#:<>()[]{}<> \t\u00a0←→▶…"
_MORE = re.compile(r"(?:more|latest|most|related|other|popular)\s(?:from|on|in|read|news|stories|about)\b")
_JOINING = frozenset(("and", "in", "for", "de", "da", "van", "von", "der", "al", "bin", "the"))
_LONGEST = 400
# A text of more lines than this is a table, and judging them would take seconds.
_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; ``above`` and ``below`` say that all running text comes after or before it."""

    text: str
    start: int
    words: tuple[str, ...]
    above: bool = False
    below: bool = False

    @property
    def end(self) -> int:
        """Where the line ends, in code points of the report's text."""
        return self.start + len(self.text)

    @property
    def outside(self) -> bool:
        """Whether the line stands before or after the running text."""
        return self.above or self.below


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the page: the vocabulary, and the report's outlet in lower case, or nothing."""

    terms: Boilerplate
    outlet: str


def marked(text: str, terms: Boilerplate, outlet: str | None = None) -> tuple[Span, ...]:
    """The spans of the lines that are no part of the report, in order; ``outlet`` is the report's, if known."""
    page = Page(terms, (outlet or "").lower())
    lines = list(_lines(text))
    if len(lines) > _MOST_LINES:
        return ()
    lines = _placed(lines, page)
    skipped = [any(rule(line, page) for _, rule in RULES) for line in lines]
    for at in _listed(lines, skipped, page):
        skipped[at] = True
    return tuple((line.start, line.end) for line, is_skipped in zip(lines, skipped, strict=True) if is_skipped)


def _lines(text: str) -> Iterator[Line]:
    for found in _LINE.finditer(text):
        line = found.group().strip()
        if line:
            yield Line(line, found.start() + found.group().index(line[0]), tuple(_WORD.findall(line)))


def _placed(known: Sequence[Line], page: Page) -> list[Line]:
    running = [at for at, line in enumerate(known) if is_running(line) and not _is_apart(line, page)]
    first, last = (running[0], running[-1]) if running else (0, len(known))
    return [replace(line, above=at < first, below=at > last) for at, line in enumerate(known)]


def is_running(line: Line) -> bool:
    """Whether a line is running text: a long one, or a sentence of nine words or more."""
    return len(line.words) >= 25 or (len(line.words) >= 9 and bool(_FINAL.search(line.text)))


def _is_apart(line: Line, page: Page) -> bool:
    return any(rule(line, page) for rule in (_is_notice, _is_pointer, _is_credit, _is_copyright))


def _is_short(line: Line) -> bool:
    return len(line.text) <= _LONGEST and len(line.words) <= 45


def _is_buttons(line: Line, page: Page) -> bool:
    # Amid the text a single word may be an answer ("No.") or a heading.
    may_be = line.outside or len(line.words) > 1
    return may_be and _is_short(line) and bool(page.terms.row_of_buttons.fullmatch(line.text))


def _is_known_parts(line: Line, page: Page) -> bool:
    if not line.outside or not _is_short(line):
        return False
    text = _CASE_EDGE.sub(" ", _byline_taken_out(line.text))
    if _DATED.search(text):
        text = re.sub(r"\b[A-Z]{2,5}(?:/\w{1,5})?\b", "", text)
    # An outlet with a comma is an office and its seat: with a date, the head of its press release.
    if page.outlet and "," not in page.outlet:
        text = re.sub(re.escape(page.outlet), "", text, flags=re.IGNORECASE)
    return bool(page.terms.row_of_parts.fullmatch(text) or (_DATED.search(text) and not _LETTER.search(text)))


def _byline_taken_out(text: str) -> str:
    return re.sub(r"\b(?:by|author:?)\s+(?:[^\W\d_a-z][\w.'’-]*\s*){1,4}", "", text, flags=re.NOFLAG)


def _is_trail(line: Line, page: Page) -> bool:
    return line.outside and _is_short(line) and not _FINAL.search(line.text) and bool(_TRAIL.fullmatch(line.text))


def _is_menu(line: Line, page: Page) -> bool:
    parts = [part for part in _PARTS.split(line.text) if part.strip()]
    is_row = len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts)
    return line.outside and is_row and not re.search(r"\d", line.text) and not _FINAL.search(line.text)


def _is_outlet(line: Line, page: Page) -> bool:
    if not line.outside or len(line.words) > 9 or _FINAL.search(line.text):
        return False
    if page.outlet and page.outlet in line.text.lower():
        return not _DATED.search(line.text) and len(line.words) <= len(_WORD.findall(page.outlet)) + 5
    words = _CASE_EDGE.sub(" ", line.text).split()
    named = all(word[:1].isupper() or word in _JOINING for word in words)
    return named and 1 < len(words) <= 4 and words[-1].lower() in page.terms.outlets


def _is_byline(line: Line, page: Page) -> bool:
    if not line.outside or len(line.words) > 10:
        return False
    told = _BYLINE.fullmatch(line.text)
    if told and all(word[:1].isupper() or word in _JOINING for word in _WORD.findall(told["who"])):
        return True
    return bool(page.terms.office.fullmatch(line.text)) and not _FINAL.search(line.text)


def _is_credit(line: Line, page: Page) -> bool:
    # A longer caption tells who stands in the picture and why.
    text = line.text.lstrip(_AROUND)
    return bool(page.terms.worker.match(text)) or (len(line.words) <= 7 and bool(page.terms.credit.match(text)))


def _is_pointer(line: Line, page: Page) -> bool:
    # "Latest: ..." with a whole sentence after it is a report's own line.
    text = line.text.lstrip(_AROUND)
    points = page.terms.aside.match(text) or (page.terms.pointer.match(text) and not is_running(line))
    return _is_short(line) and bool(points)


def _is_arrow_led(line: Line, page: Page) -> bool:
    return line.outside and line.text[0] in _ARROWS and not is_running(line) and _is_short(line)


def _is_notice(line: Line, page: Page) -> bool:
    return _is_short(line) and bool(page.terms.notice.match(line.text.lstrip(_AROUND)))


def _is_copyright(line: Line, page: Page) -> bool:
    return _is_short(line) and bool(_COPYRIGHT.match(line.text))


def _is_mark(line: Line, page: Page) -> bool:
    return line.outside and line.text.strip(_AROUND + ".").lower() in page.terms.marks


def _is_code(line: Line, page: Page) -> bool:
    return line.below and bool(_CODE.fullmatch(line.text))


def _is_contact(line: Line, page: Page) -> bool:
    return _is_short(line) and bool(_CONTACT.fullmatch(line.text))


def _is_hashtags(line: Line, page: Page) -> bool:
    return line.outside and _is_short(line) and bool(_HASHTAGS.fullmatch(line.text))


def _is_list_heading(line: Line, page: Page) -> bool:
    told = line.text.strip(_AROUND).lower()
    return told in page.terms.lists or (len(line.words) <= 6 and bool(_MORE.match(told)))


Rule = Callable[[Line, Page], bool]
RULES: tuple[tuple[str, Rule], ...] = (
    ("nothing but what can be pressed: Share, Print, Back to top", _is_buttons),
    ("outside the running text, nothing but section names, time stamps and the outlet's name", _is_known_parts),
    ("outside the running text, a trail of sections to this page: Home > News > Politics", _is_trail),
    ("outside the running text, a row of three or more short names", _is_menu),
    ("outside the running text, the outlet's name alone or with little beside it", _is_outlet),
    ("outside the running text, who wrote it", _is_byline),
    ("who edited, translated or photographed, without more", _is_credit),
    ("points to other stories or labels what a machine added: Read also:, Tags:", _is_pointer),
    ("outside the running text, led to by an arrow as links are", _is_arrow_led),
    ("speaks to the page's reader: cookies, subscriptions, mistakes found", _is_notice),
    ("who holds the copyright", _is_copyright),
    ("a mark of the text's kind or end: (END), Check against delivery", _is_mark),
    ("initials or a number by which an agency files its stories", _is_code),
    ("nothing but an e-mail or web address", _is_contact),
    ("nothing but hashtags", _is_hashtags),
    ("a heading over a list of other stories", _is_list_heading),
)


def _listed(lines: Sequence[Line], skipped: Sequence[bool], page: Page) -> Iterator[int]:
    """The short lines under a heading over a list of other stories."""
    under = False
    for at, line in enumerate(lines):
        if skipped[at]:
            under = under or _is_list_heading(line, page)
            continue
        under = under and not is_running(line) and len(line.words) <= 18 and not line.text.endswith(".")
        if under:
            yield at


def heading_of(text: str, skipped: Sequence[Span]) -> str | None:
    """The report's own heading, or None where its text begins without one.

    It is the first line that is part of the report, if it is short, ends without a stop, is no
    "Brussels, 5 December 2023", and running text follows.
    """
    starts = {start for start, _ in skipped}
    own = [line for line in _lines(text) if line.start not in starts][:8]
    if not own or is_running(own[0]) or not any(map(is_running, own)):
        return None
    first = own[0].text.lstrip("# ")
    is_heading = 3 <= len(own[0].words) <= 25 and not first.endswith((".", ",", ":", ";"))
    return first if is_heading and not _DATELINE.search(first) else None
