"""Where the words of a clause or noun phrase end, for the texts of pledges."""

from spacy.tokens import Token

from comity.reading.mentions import Moment, Page

_STOPS = frozenset({".", ";", ":", "!", "?", "”", '"', "“", "(", ")", "–", "—", "--", "''"})
_DASHES = frozenset({"–", "—"})
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_JOINING = frozenset(
    {"and", "but", "or", "while", "although", "because", "if", "once", "when", "provided", "unless", "after", "so"}
)
# Words that may stand between a pledge and its deadline.
BEFORE_TIME = frozenset(
    {"by", "before", "until", "till", "from", "in", "on", "within", "during", "as", "of", "starting", "start", "no",
     "not", "later", "than", "the", "at", "end", "close", "course", "early", "late", "beginning", "since", "with",
     "effect", "over", "next", "coming", "this", "first", "second", "half", "quarter", "already", "after", "to",
     "middle", "for", "and", ",", "throughout"}
)  # fmt: skip


def words_of(head: Token, start: int) -> tuple[int, int]:
    """The tokens [start, end) from ``start`` to where the phrase of ``head`` ends."""
    last = head.sent.end
    end = max(head.i, start) + 1
    first = _past_aside(head)
    for position in range(first, last):
        token = head.doc[position]
        if _ends(token, head):
            break
        end = position + 1
    while end - 1 > head.i and head.doc[end - 1].pos_ in ("PUNCT", "CCONJ", "SCONJ", "ADP", "SPACE"):
        end -= 1
    return start, end


def _past_aside(head: Token) -> int:
    """Where to go on after an aside between a verb and its object: "release, in exchange, 330 million"."""
    doc, start = head.doc, head.i + 1
    if head.pos_ != "VERB" or start >= head.sent.end or doc[start].text != ",":
        return start
    closing = next((t.i for t in doc[start + 1 : min(start + 9, head.sent.end)] if t.text == ","), None)
    goes_on = closing is not None and any(c.i > closing and c.dep_ in ("obj", "obl") for c in head.children)
    return closing + 1 if closing is not None and goes_on else start


def _ends(token: Token, head: Token) -> bool:
    if token.text in _DASHES and not token.whitespace_ and not token.nbor(-1).whitespace_:
        return False  # between two names: "Rome–Astana"
    if token.text in _STOPS or "\n" in token.text:
        return True
    if token.text == ",":
        return not _is_inside_list(token) or _tells_speaker(token)
    if token.lower_ in _RELATIVE and token.dep_ not in ("det",):
        return True
    if token.lower_ in _JOINING:
        return _opens_clause(token, head)
    return False


def _is_inside_list(token: Token) -> bool:
    """A comma between the members of a list of nouns or adjectives."""
    following = token.doc[token.i + 1 : min(token.i + 8, token.sent.end)]
    if len(following) < 2 or following[0].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    for other in following:
        if other.text == "," or other.lower_ in ("and", "or"):
            return True
        if other.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
            return False
    return False


def _tells_speaker(token: Token) -> bool:
    """A comma before who says it: ", Kenya and Japan said."."""
    return any(other.dep_ == "root" and other.pos_ == "VERB" for other in token.doc[token.i + 1 : token.sent.end])


def _opens_clause(token: Token, head: Token) -> bool:
    if token.lower_ not in ("and", "but", "or"):
        return token.dep_ in ("mark", "advmod", "cc", "case") and token.lower_ != "so"
    following = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
    if not following:
        return True
    first = following[0]
    if first.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "PART") or first.lower_ in ("to", "that", "also"):
        return True
    if first.pos_ == "ADV" and len(following) > 1 and following[1].pos_ in ("VERB", "AUX", "PART"):
        return True
    conjunct = next((t for t in head.children if t.dep_ == "conj" and t.i > token.i), None)
    return conjunct is not None and conjunct.left_edge.i <= first.i and conjunct.pos_ in ("VERB", "AUX")


def without_deadline(page: Page, start: int, end: int, deadline: Moment | None) -> tuple[int, int]:
    """The stretch without a time told at its end or right at its beginning."""
    if deadline is None or deadline.end < start or deadline.start > end:
        return start, end
    doc = page.doc
    if deadline.end >= end - 1 and deadline.start > start:
        cut = deadline.start
        while cut - 1 > start and doc[cut - 1].lower_ in BEFORE_TIME:
            cut -= 1
        return start, cut
    return start, end
