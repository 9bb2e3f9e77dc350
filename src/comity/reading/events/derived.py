"""Events that follow from encounters, agreements, pledges and figures."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from comity.findings import Agreement, Encounter, EventType, Figure, Pledge, Span
from comity.reading.events.happening import Happening, News
from comity.reading.events.verbs import row_of

_RECENT_DAYS = 75
_MODES = {"call": "phone", "visit": "visit"}


def from_encounters(news: News, encounters: Iterable[Encounter]) -> Iterator[Happening]:
    """Held ones are CONSULT, planned ones AGREE, between each two of the states that take part."""
    for encounter in encounters:
        if encounter.status == "cancelled" or not _is_news(news, encounter.date):
            continue
        kind: EventType = "CONSULT" if encounter.status == "held" else "AGREE"
        mode = _MODES.get(encounter.kind) if kind == "CONSULT" else None
        for one, other in combinations(sorted(set(encounter.countries)), 2):
            yield Happening(one, other, kind, encounter.spans, 0.8, mode=mode, date=encounter.date, joint=True)


def _is_news(news: News, moment: str | None) -> bool:
    """Whether a date is recent or ahead, as far as told; long before the report it is background."""
    now = news.when.now
    if moment is None or now is None:
        return True
    if len(moment) < 10 or len(now) < 10:
        shared = min(len(moment), len(now))
        return moment[:shared] >= now[:shared]
    return (date.fromisoformat(now) - date.fromisoformat(moment)).days <= _RECENT_DAYS


def from_agreements(news: News, agreements: Iterable[Agreement]) -> Iterator[Happening]:
    """Signed or ratified now: SUPPORT; to be signed: AGREE."""
    this_year = int(news.when.now[:4]) if news.when.now else None
    for agreement in agreements:
        kind: EventType | None = None
        if agreement.status == "planned":
            kind = "AGREE"
        elif agreement.status == "signed" and agreement.year == this_year:
            kind = "SUPPORT"
        if kind is None or (kind == "AGREE" and _is_denied(news, agreement)):
            continue
        when = _told_day(news, agreement.spans) if kind == "SUPPORT" else None
        for one, other in combinations(sorted(set(agreement.countries)), 2):
            weight = min(0.85, agreement.confidence)
            yield Happening(one, other, kind, agreement.spans, weight, date=when, joint=True)


def _is_denied(news: News, agreement: Agreement) -> bool:
    """Whether the clause that tells of it says that it was not signed."""
    start = news.page.report.text.find(agreement.title, agreement.spans[0][0])
    titled = (t for t in news.page.doc if start <= t.idx < start + len(agreement.title))
    clauses = (news.clauses.of(token) for token in titled)
    clause = next((clause for clause in clauses if clause is not None), None)
    return clause is not None and clause.status == "denied"


def _told_day(news: News, spans: Iterable[Span]) -> str | None:
    """The first time told in stretches of the text that is not ahead of the report."""
    chars = news.page.chars
    for moment in news.when.moments:
        begin = chars(moment.start, moment.end)[0]
        past = news.when.now is None or moment.value <= news.when.now
        if moment.form == "point" and past and any(start <= begin < end for start, end in spans):
            return moment.value
    return None


def from_pledges(news: News, pledges: Iterable[Pledge]) -> Iterator[Happening]:
    """A commitment is AGREE, but for one not to do something or to do harm.

    Of several states it is made with each other, of one with the other side or whom its sentence names.
    """
    for pledge in pledges:
        if pledge.text.startswith(("not ", "never ")) or _is_hostile(news, pledge):
            continue
        by = sorted(set(pledge.by))
        pairs = (
            list(combinations(by, 2)) if len(by) > 1 else [(by[0], other) for other in _partners(news, pledge, by[0])]
        )
        for one, other in pairs:
            yield Happening(one, other, "AGREE", pledge.spans, 0.9 * pledge.confidence, joint=True)


_HOSTILE: frozenset[EventType] = frozenset(
    {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)


def _is_hostile(news: News, pledge: Pledge) -> bool:
    """Whether what is promised is a blow: "cancel its trade agreement"."""
    start = news.page.report.text.find(pledge.text, pledge.spans[0][0])
    end = start + len(pledge.text)
    told = (c for c in news.clauses.items if start <= news.page.doc[c.predicate].idx < end)
    rows = (row_of(news, clause) for clause in told if clause.predicate in news.page.sentence_numbers)
    return any(row is not None and row.type in _HOSTILE for row in rows)


def _partners(news: News, pledge: Pledge, by: str) -> tuple[str, ...]:
    """To whom a single state commits: the other of the report's pair, else who is named in the sentence."""
    others = news.actors.others((by,))
    named = [code for code in named_within(news, pledge.spans) if code != by]
    if others and set(others) & set(named):
        return others
    return tuple(named[:2]) or news.actors.counterparts((by,))


def named_within(news: News, spans: Iterable[Span]) -> tuple[str, ...]:
    """The states named or acting in stretches of the text, in order."""
    codes: list[str] = []
    for start, end in spans:
        for sentence in news.page.sentences:
            if start <= news.page.doc[sentence.start].idx < end:
                codes.extend(news.actors.who.codes_in(sentence.start, sentence.end))
    return tuple(dict.fromkeys(codes))


def from_figures(news: News, figures: Iterable[Figure]) -> Iterator[Happening]:
    """Aid that a figure tells of as given: AID from giver to taker."""
    for figure in figures:
        given = figure.measure == "finance" and figure.status == "reported" and _tells_aid(news, figure)
        if given and figure.source and figure.target and _is_news(news, figure.period and figure.period[:4]):
            yield Happening(figure.source, figure.target, "AID", figure.spans, 0.55)


def _tells_aid(news: News, figure: Figure) -> bool:
    """Whether the sentence speaks of aid, not of a loan or a sale."""
    words = set(re.findall(r"\w+", " ".join(figure.evidence).lower()))
    return bool(words & news.words.aid.words) and not words & news.words.aid.no_aid
