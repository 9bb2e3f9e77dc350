"""From a promise to the finding: its words without the deadline, and the deadline."""

from spacy.tokens import Doc, Span

from comity.findings import Pledge
from comity.reading.extents import BEFORE_TIME, without_deadline
from comity.reading.mentions import Moment
from comity.reading.pledges.scene import Promise, Scene

_FEWEST_WORDS = 2


def words(scene: Scene, promise: Promise) -> tuple[int, int]:
    """The tokens that tell what is to be done, without the deadline."""
    return without_deadline(scene.page, promise.start, promise.end, _deadline(scene, promise))


def finding(scene: Scene, promise: Promise) -> Pledge | None:
    """The pledge, unless one word or none is left of what is to be done ("will respond")."""
    deadline = _deadline(scene, promise)
    start, end = words(scene, promise)
    if end - start < _FEWEST_WORDS:
        return None
    first, last = scene.page.chars(start, end)
    return Pledge.found(
        scene.page.report,
        scene.page.evidence(promise.head),
        step="pledges",
        confidence=promise.weight,
        inferred=("deadline",) if deadline is not None and deadline.inferred and scene.when.now_inferred else (),
        by=tuple(sorted(set(promise.by))),
        text=scene.page.report.text[first:last],
        deadline=_until(scene.page.doc, deadline) if deadline is not None else None,
    )


def _deadline(scene: Scene, promise: Promise) -> Moment | None:
    """The time told within the pledge's words, right after them, or before its verb in the same clause."""
    doc = scene.page.doc
    sentence = scene.page.sentence_of(promise.head)
    now = scene.when.now
    for moment in scene.when.moments_in(sentence.start, sentence.end):
        ahead = now is None or moment.date >= now[: len(moment.date)] or (moment.last or "") >= now[:4]
        if ahead and moment.form in _DEADLINES and _belongs(doc, promise, moment):
            return moment
    return None


_DEADLINES = frozenset({"deadline", "point", "period", "fiscal", "since"})


def _belongs(doc: Doc, promise: Promise, moment: Moment) -> bool:
    if promise.start <= moment.start < promise.end:
        return True
    if moment.start >= promise.end:
        return _follows(doc[promise.end : moment.start])
    if any(t.text in _DASHES and t.whitespace_ for t in doc[moment.end : promise.start]):
        return False  # the day of a dateline
    head = doc[moment.start : moment.end].root
    return any(above.i == promise.head for above in head.ancestors)


_DASHES = frozenset({"-", "–", "—", "--"})
_ASIDE = 14


def _follows(gap: Span) -> bool:
    """Whether a time follows what is to be done: at once ("by the end of"), or after an aside ("(MTCP)", ", at a
    cost of 28 million, by the end of")."""
    if len(gap) <= 9 and all(t.lower_ in BEFORE_TIME for t in gap):
        return True
    aside = len(gap) <= _ASIDE and gap[0].text in (",", "(", "–") and gap[-1].lower_ in BEFORE_TIME
    return aside and not any(t.pos_ in ("VERB", "AUX", "CCONJ") or t.text in ".;:" for t in gap)


def _until(doc: Doc, moment: Moment) -> str:
    """A deadline as one date: of a stretch of years its last, of "the end of the year" its last month."""
    if moment.last is not None and len(moment.last) == 4:
        return moment.last
    before = [t.lower_ for t in doc[max(0, moment.start - 3) : moment.start + 1]]
    ends = len(moment.date) == 4 and any(before[i : i + 2] == ["end", "of"] for i in range(len(before)))
    return f"{moment.date}-12" if ends and moment.form != "fiscal" else moment.date
