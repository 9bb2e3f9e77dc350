"""Words that look like a time and are none: "May" the verb or the name, "2000 people", "Russia Today"."""

from collections.abc import Callable

from spacy.tokens import Span

from comity.reading.dates import absolute, relative
from comity.reading.dates.grammar import Match, Reckon, Rule

_LEADS = frozenset(
    [
        "in",
        "on",
        "of",
        "since",
        "by",
        "until",
        "till",
        "from",
        "to",
        "during",
        "for",
        "before",
        "after",
        "last",
        "next",
        "this",
        "and",
        "between",
        "through",
        "early",
        "late",
        "mid",
        "throughout",
        "with",
        "as",
        "past",
        "than",
        "over",
        "around",
        "ending",
        "ended",
    ]
)


# "The April visit": a month before these dates them.
_DATED = frozenset(
    ["visit", "trip", "meeting", "summit", "session", "round", "talk", "negotiation", "consultation", "forum",
     "conference", "agreement", "accord", "deal", "memorandum", "declaration", "statement"]
)  # fmt: skip


def _no_month(match: Match, stretch: Span) -> bool:
    """A bare month word that is a person's name, or "May" and "March" without a word that leads to a time."""
    if match["year"] or len(stretch) > 1:
        return False
    token = stretch[0]
    before = token.nbor(-1).lower_ if token.i else ""
    if token.dep_ == "compound" and token.head.lemma_.lower() in _DATED and not token.is_sent_start:
        return False
    short = len(match["m"].rstrip(".")) <= 4 and match["m"].rstrip(".") not in ("May", "June", "July")
    return (
        token.ent_type_ == "PERSON"
        or (short and not match["m"].endswith("."))
        or (
            match["m"] in ("May", "March", "MAY", "MARCH", "August", "April", "June")
            and before not in _LEADS | {"-", "–", "("}
        )
    )


def _no_year(match: Match, stretch: Span) -> bool:
    """A number of four digits that counts a plural noun, or is an amount."""
    token = stretch[0]
    counted = (
        token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS" and token.head.i - token.i < 4
    )
    before = token.nbor(-1) if token.i else None
    dated = before is not None and before.lower_ in ("in", "since", "by", "of", "for", "during")
    plain = token.text[:4].isdigit() and match["year"] == token.text[:4]
    return (
        not plain
        or (counted and not dated)
        or (before is not None and before.lower_ in ("no.", "no", "$", "€", "£", "#", "rs", "usd", "eur"))
    )


def _no_day(match: Match, stretch: Span) -> bool:
    """A name that ends in "Today"."""
    return (
        match[0][0].isupper() and not (stretch[0].is_sent_start or stretch[0].i == 0) and match[0] == match[0].title()
    )


DOUBTS: dict[Reckon, Callable[[Match, Span], bool]] = {
    absolute.month: _no_month,
    absolute.year: _no_year,
    relative.soon: _no_day,
}


def doubtful(match: Match, rule: Rule, stretch: Span) -> bool:
    """Whether a doubt speaks against what the rule took for a time."""
    doubt = DOUBTS.get(rule.reckon)
    return doubt is not None and doubt(match, stretch)
