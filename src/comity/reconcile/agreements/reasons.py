"""What speaks for and against two reports telling of one instrument; a weight of 1 about triples the odds."""

from comity.reconcile.agreements.papers import Paper
from comity.reconcile.days import MONTH
from comity.reconcile.kinds import Reason
from comity.reconcile.wording import likeness

# Reports within these days tell of the same signing, if of one at all.
DAYS = 10
# "To be signed" is seldom for longer than this.
SOON = 400


def _unusual_mix(a: Paper, b: Paper) -> bool:
    """Reporters call a treaty an agreement, seldom a memorandum or a protocol so."""
    return a.kind != b.kind and {a.kind, b.kind} != {"treaty", "agreement"}


def _likeness(a: Paper, b: Paper) -> float:
    return likeness(a.subject, b.subject)


def _same_title(a: Paper, b: Paper) -> bool:
    return bool(a.subject) and a.subject == b.subject


def _like_title(a: Paper, b: Paper) -> bool:
    return not _same_title(a, b) and _likeness(a, b) >= 0.6 and len(a.subject & b.subject) > 1


def _one_word(a: Paper, b: Paper) -> bool:
    """All that one title says is a word of the other."""
    return not _same_title(a, b) and _likeness(a, b) >= 0.6 and len(a.subject & b.subject) == 1


def _some_title(a: Paper, b: Paper) -> bool:
    return not _same_title(a, b) and 0 < _likeness(a, b) < 0.6


def _like_clauses(a: Paper, b: Paper) -> bool:
    """The titles share a word, and so do the words around them, twice."""
    return (_one_word(a, b) or _some_title(a, b)) and len(a.around & b.around - a.subject - b.subject) > 1


def _other_title(a: Paper, b: Paper) -> bool:
    return bool(a.subject and b.subject) and not a.subject & b.subject and not _renamed(a, b)


def _renamed(a: Paper, b: Paper) -> bool:
    """One tells another name it has or had, which is what the other is called."""
    return not a.subject & b.subject and any(x.subject and x.subject <= y.names for x, y in ((a, b), (b, a)))


def _same_matter(a: Paper, b: Paper) -> bool:
    """One is told without a subject, but its clause and the other's speak of the same."""
    return _half_bare(a, b) and bool((a.subject or a.around) & b.around | (b.subject or b.around) & a.around)


def _half_bare(a: Paper, b: Paper) -> bool:
    return bool(a.subject) != bool(b.subject)


def _together(a: Paper, b: Paper) -> bool:
    """Both tell of a signing, done or near, in the same days."""
    return abs(a.told - b.told) <= DAYS and all(
        seen.fresh or seen.step == 0 or seen.year == seen.told_year for seen in (a, b)
    )


def _other_days(a: Paper, b: Paper) -> bool:
    return a.fresh and b.fresh and abs(a.told - b.told) > 2 * MONTH


def _followed(a: Paper, b: Paper) -> bool:
    """Planned first and signed within the time such plans take."""
    return any(x.step == 0 and y.step == 1 and 0 <= y.told - x.told <= SOON for x, y in ((a, b), (b, a)))


REASONS: tuple[Reason[Paper], ...] = (
    Reason("kind", 1.0, "Both are told as a {a.kind}.", lambda a, b: a.kind == b.kind),
    Reason("kin", -0.5, "One is told as a {a.kind}, the other as a {b.kind}.", _unusual_mix),
    Reason("parties", 1.0, "The parties are the same.", lambda a, b: a.countries == b.countries),
    Reason("title", 3.5, "The titles say the same.", _same_title),
    Reason("like title", 3.0, "One title says most of what the other does.", _like_title),
    Reason("one word", 2.5, "All that one title says is a word of the other.", _one_word),
    Reason("some title", 1.0, "The titles share a word.", _some_title),
    Reason("renamed", 3.0, "One tells the name of the other as another name it has.", _renamed),
    Reason("words", 2.0, "The words around the titles speak of the same.", _same_matter),
    Reason("clauses", 1.0, "The titles share a word, and the words around them do.", _like_clauses),
    Reason("other title", -3.0, "The titles share nothing.", _other_title),
    Reason("bare title", -0.5, "One is told without a subject.", _half_bare),
    Reason(
        "year", 1.5, "Both were signed in {a.signing}.", lambda a, b: a.signing is not None and a.signing == b.signing
    ),
    Reason(
        "period",
        3.0,
        "Both cover {a.period[0]}-{a.period[1]}.",
        lambda a, b: a.period is not None and a.period == b.period,
    ),
    Reason("level", 1.5, "Both are between the same level of bodies.", lambda a, b: bool(a.levels & b.levels)),
    Reason(
        "count", 2.0, "Both tell of {a.number} of them.", lambda a, b: a.number is not None and a.number == b.number
    ),
    Reason("days", 1.5, "They are told in the same days.", _together),
    Reason("open", 0.5, "Both are still to be signed.", lambda a, b: a.step == b.step == 0),
    Reason("other days", -1.0, "They are told as just signed, months apart.", _other_days),
    Reason("followed", 1.0, "One was planned when the other was signed.", _followed),
)
