"""When an instrument was signed, and which years it covers."""

import re
from dataclasses import replace

from comity.findings import AgreementStatus
from comity.reading.agreements.above import governing
from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.scene import Scene
from comity.reading.agreements.status import own_clauses
from comity.reading.dates import looks_back, moment_for, told_before
from comity.reading.mentions import Moment, When

_OF_YEAR = re.compile(
    r"^\W{0,3}(?:\((?:[A-Za-z]+,? )?|of (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?)((?:19|20)\d\d)\b(?![-–]\d)"
)
_ENDING = re.compile(r"\bof ((?:19|20)\d\d)$")
_LEADING = re.compile(r"^((?:19|20)\d\d)\s")
_COVERED = re.compile(r"\b(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)\b")


def year(scene: Scene, candidate: Candidate, status: AgreementStatus | None) -> tuple[int | None, bool]:
    """Its year of signature, and whether it was reckoned; None where it is not told."""
    if status == "planned":
        return None, False
    told = _in_title(scene, candidate) or _in_own_clause(scene, candidate) or _dating_from(scene, candidate)
    if told is not None:
        return told, False
    if (back := _anniversary(scene, candidate)) is not None:
        return back, True
    above = [token for token, _ in governing(scene, candidate.anchor)]
    awaiting = any("ratified" in scene.words.acts.of(t.lower_) or t.lemma_ == "ratify" for t in above)
    return _of_act(scene, candidate) if status == "signed" and not awaiting else (None, False)


def _in_title(scene: Scene, candidate: Candidate) -> int | None:
    first, last = scene.page.chars(candidate.start, candidate.end)
    text = scene.page.report.text
    after = text[scene.page.chars(candidate.noun, candidate.noun + 1)[1] :][:30]
    title = text[first:last]
    for match in (
        _OF_YEAR.match(text[last : last + 40]), _OF_YEAR.match(after), _LEADING.match(title), _ENDING.search(title)
    ):  # fmt: skip
        if match:
            return int(match[1])
    return None


def _in_own_clause(scene: Scene, candidate: Candidate) -> int | None:
    """ "signed in March 2022" after the noun; when it took effect does not count."""
    for clause in own_clauses(scene, candidate):
        if scene.words.verbs.of(clause.lemma)[:1] == ("signed",) or clause.lemma in ("date",):
            head = scene.page.doc[clause.predicate]
            told = scene.when.moments_in(head.i, head.right_edge.i + 1)
            forms = ("point", "period", "since") if clause.lemma == "date" else ("point", "period")
            dated = next((m for m in told if m.form in forms), None)
            if dated is not None:
                return int(dated.value[:4])
    return None


def _dating_from(scene: Scene, candidate: Candidate) -> int | None:
    """ "The agreement dates from 2017", "goes back to 2017"."""
    clause = scene.clauses.by_predicate.get(scene.page.doc[candidate.anchor].head.i)
    if clause is None or candidate.anchor not in clause.subjects or clause.lemma not in _DATING:
        return None
    head = scene.page.doc[clause.predicate]
    told = scene.when.moments_in(head.i, head.right_edge.i + 1)
    return int(told[0].value[:4]) if told else None


_DATING = frozenset({"date", "date back", "go back"})


def _anniversary(scene: Scene, candidate: Candidate) -> int | None:
    sentence = scene.page.sentence_of(candidate.noun)
    for moment in scene.when.moments_in(sentence.start, sentence.end):
        if moment.form == "anniversary" and _concerns(scene, candidate, moment):
            return looks_back(scene.page, moment)
    return None


def _concerns(scene: Scene, candidate: Candidate, moment: Moment) -> bool:
    """The anniversary hangs on the instrument, or the instrument on it; or it is that "whose" anniversary is told."""
    doc = scene.page.doc
    noun, day = doc[candidate.noun], doc[moment.end - 1]
    if noun in day.ancestors or day in noun.ancestors or _whose(scene, candidate, moment):
        return True
    return any(above == day for above, _ in governing(scene, noun.i))


def _whose(scene: Scene, candidate: Candidate, moment: Moment) -> bool:
    """Whether the anniversary is the instrument's by a "whose" with no verb before it: "the treaty, whose 25th
    anniversary we mark"; parsers often hang such a clause elsewhere."""
    between = scene.page.doc[candidate.noun + 1 : moment.end]
    whose = next((token.i for token in between if token.lower_ == "whose"), None)
    return whose is not None and not any(token.pos_ in ("VERB", "AUX") for token in between if token.i < whose)


def _of_act(scene: Scene, candidate: Candidate) -> tuple[int | None, bool]:
    """The year told for the act of signing, else that of the report."""
    near = next((above.i for above, _ in governing(scene, candidate.anchor) if above.pos_ == "VERB"), candidate.anchor)
    moment = moment_for(scene.page, _without_others(scene, candidate), near, ("point",))
    now = scene.when.now
    if moment is not None and (now is None or moment.value[:4] <= now[:4]):
        return int(moment.value[:4]), moment.inferred and scene.when.now_inferred
    before = told_before(scene.page, scene.when, candidate.noun)
    if moment is None and before is not None:
        return int(before.value[:4]), True
    return (int(now[:4]), scene.when.now_inferred) if now else (None, False)


def _without_others(scene: Scene, candidate: Candidate) -> When:
    """The times told but those of other things: "a loan of 1987", "replacing that of 2002"."""
    sentence = scene.page.sentence_of(candidate.anchor)
    own = range(candidate.start, candidate.end + 1)
    told = scene.when.moments_in(sentence.start, sentence.end)
    kept = (m for m in told if m.start in own or not (_is_of_noun(scene, m) or _is_in_aside(scene, candidate, m)))
    return replace(scene.when, moments=tuple(kept))


def _is_of_noun(scene: Scene, moment: Moment) -> bool:
    return moment.start > 0 and scene.page.doc[moment.start - 1].lower_ == "of"


def _is_in_aside(scene: Scene, candidate: Candidate, moment: Moment) -> bool:
    """Whether a relative clause behind the title tells it of another act: "which they had reckoned in 2004"."""
    head = scene.page.doc[moment.start : moment.end].root
    verb = next((t for t in (head, *head.ancestors) if t.pos_ == "VERB"), None)
    if verb is None or verb.dep_ != "acl:relcl" or verb.i < candidate.end:
        return False
    return not scene.words.verbs.of(verb.lemma_.lower())


def period(scene: Scene, candidate: Candidate) -> tuple[int, int] | None:
    """First and last year it covers, told in or right after its title."""
    sentence = scene.page.sentence_of(candidate.noun)
    stretch = min(candidate.end + 8, sentence.end)
    for moment in scene.when.moments_in(candidate.start, stretch):
        if moment.last is not None and len(moment.value) == 4 and len(moment.last) == 4:
            return int(moment.value), int(moment.last)
    return _spelled(scene, candidate)


def _spelled(scene: Scene, candidate: Candidate) -> tuple[int, int] | None:
    first, last = scene.page.chars(candidate.start, candidate.end)
    match = _COVERED.search(scene.page.report.text[first : last + 30])
    if match is None:
        return None
    one, other = re.split(r"\s?[-–—/]\s?", match[0])
    return int(one), int(other if len(other) == 4 else one[:2] + other)
