"""Where an encounter took place, when, and whether it did."""

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.findings import EncounterStatus
from comity.reading import dates
from comity.reading.encounters import lasting, recall
from comity.reading.encounters.candidate import Scene, Trigger
from comity.reading.mentions import Clause, Moment, StateMention

CITY = ("capital", "place")
NEAR = 14
AHEAD = ("planned", "requested", "wished", "conditional")
POINTS = ("point", "period", "fiscal")
FUTURE = frozenset(("will", "to", "would", "shall", "should", "be", "may", "might", "can", "could", "if", "'ll"))
# A bare year farther off dates something else.
YEAR_NEAR = 14
HALF_YEAR = 6
FIXED = re.compile(r"^[^,;]*,? (?:planned|scheduled|due|expected|slated|set|foreseen|fixed) (?:for|in|on|next|this)\b")
RECORD = re.compile(r"\b(?:first|last|only)\b[^,;]*\bto$")
ORDER = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|next|previous|last|inaugural|new)\b"
)


def host(scene: Scene, trigger: Trigger) -> str | None:
    """The state where it takes place: a town or state after "in", "at" or "to", nearest to the word."""
    if trigger.kind == "call":
        return None
    told = [
        (m, weight)
        for m in scene.who.states_in(trigger.sentence.start, trigger.sentence.end)
        if (weight := _place_weight(scene, trigger, m))
    ]
    return max(told, key=lambda pair: pair[1])[0].code if told else None


def _place_weight(scene: Scene, trigger: Trigger, mention: StateMention) -> float:
    """How likely the mention tells the place; 0 if it does not."""
    if mention.start in scene.quoted:
        return 0.0
    before = scene.doc[mention.start - 1].lower_ if mention.start > trigger.sentence.start else ""
    if before == "the" and mention.start - 1 > trigger.sentence.start:
        before = scene.doc[mention.start - 2].lower_
    distance = min(abs(mention.start - trigger.end), abs(trigger.start - mention.end))
    closeness = max(0.0, 1 - distance / 40)
    if scene.low(mention.start - 2, mention.start) in ("hosted by", "hosted in"):
        return 1.2
    linked = before in ("in", "at", "to", "near", "into", "for")
    if mention.form in CITY:
        return (1.5 if linked else 0.6) * closeness
    return (
        0.8 * closeness
        if linked and before in ("in", "to") and mention.form == "name" and mention.start >= trigger.end
        else 0.0
    )


def date(scene: Scene, trigger: Trigger, ahead: bool) -> tuple[str | None, bool]:
    """The first day as far as the sentence tells it, and whether it was reckoned."""
    told = moment(scene, trigger, ahead)
    return _first_day(scene, trigger, told) if told else (None, False)


def moment(scene: Scene, trigger: Trigger, ahead: bool) -> Moment | None:
    """The time told in the sentence that fits best; of what lies ahead a deadline, too."""
    forms = ("point", "period", "fiscal", "deadline") if ahead else POINTS
    told = dates.moment_for(scene.page, scene.when, trigger.start, forms)
    if told is None and trigger.kind == "visit":
        told = dates.moment_for(scene.page, scene.when, trigger.start, ("since",))
    if told is None or _of_years(told) or (len(told.date) == 4 and _apart(trigger, told) > YEAR_NEAR):
        return None
    if _dates_what_came_of_it(scene, trigger, told):
        return None
    again = told.date == scene.page.report.published and "same day" in trigger.sentence.text
    return None if again else told


def _dates_what_came_of_it(scene: Scene, trigger: Trigger, moment: Moment) -> bool:
    """Whether the time is that of the main verb: "the treaty, signed during the visit, was ratified in May"."""
    beside = recall.participle(scene, trigger)
    head = scene.doc[moment.start : moment.end].root
    return beside is not None and beside not in (head, *head.ancestors)


def _of_years(moment: Moment) -> bool:
    """Whether it is a stretch of years, as programmes have: an encounter lasts days."""
    return moment.last is not None and len(moment.value) == 4 and moment.last != moment.value


def _first_day(scene: Scene, trigger: Trigger, moment: Moment) -> tuple[str, bool]:
    """The first day; of a visit only its month where the day is that of something else."""
    day, inferred = lasting.first_day(scene, trigger, moment)
    if trigger.kind != "visit" or day != moment.date or len(day) < len("YYYY-MM-DD"):
        return day, inferred
    text = trigger.sentence.text.lower()
    before = scene.low(max(trigger.sentence.start, trigger.start - 8), trigger.start)
    apart = moment.end <= trigger.start or "," in scene.low(trigger.end, moment.start)
    apart = apart and not any(word in text for word in scene.words.lists.one_day[:1])
    return (day[:7], True) if apart and _underway(trigger, before) else (day, inferred)


def _underway(trigger: Trigger, before: str) -> bool:
    """Whether somebody is told to be on a visit, whatever the day tells: "Z, who is on a visit, said today"."""
    told = f"{before} {trigger.phrase} "
    return any(f" {who} is " in f" {told}" for who in ("who", "which"))


def _apart(trigger: Trigger, moment: Moment) -> int:
    """Tokens between the word of encounter and the time."""
    return max(moment.start - trigger.end, trigger.start - moment.end, 0)


def status(scene: Scene, trigger: Trigger) -> EncounterStatus | None:
    """Held, planned or cancelled; None where it is denied to have taken place, or a signing lies ahead."""
    clause = scene.clauses.of(scene.doc[trigger.start])
    joint = trigger.phrase in scene.words.lists.joint_acts
    if scene.words.status_patterns["cancelled"].search(_near(scene, trigger, 10)) or (
        clause and clause.status == "cancelled"
    ):
        return None if joint else "cancelled"
    if clause and clause.status == "denied" and (trigger.verb or clause.lemma in scene.words.lists.happening):
        return None
    if any(sign(scene, trigger) for sign in HAVE_BEEN) or not _is_ahead(scene, trigger, clause):
        return "held"
    return None if joint else "planned"


def _is_ahead(scene: Scene, trigger: Trigger, clause: Clause | None) -> bool:
    """Whether its clause or the words around it set it ahead."""
    if clause and clause.status in AHEAD:
        return True
    if _is_fixed(scene, trigger):
        return True
    told = clause is not None and clause.tense == "past" and not trigger.verb
    near = scene.low(trigger.start - 6, trigger.end + 1) if told else _near_but_for_others(scene, trigger)
    return bool(scene.words.status_patterns["planned"].search(near))


def _is_fixed(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words right after tell what it was fixed for: "a visit planned for April 2020"."""
    after = scene.low(trigger.end, min(trigger.end + 12, trigger.sentence.end))
    return not trigger.verb and bool(FIXED.search(after))


def agreed(
    scene: Scene, trigger: Trigger, status: EncounterStatus, day: str | None, inferred: bool
) -> tuple[EncounterStatus, str | None]:
    """Status and date that go together: what is dated after the report is to come, what before it is past.

    Of a date without a year the year may have been taken wrong: the verb or the nearer year decides.
    """
    now = scene.page.report.published
    if day is None or now is None or len(day) < len("YYYY-MM"):
        return status, day
    if status == "held" and day > now[: len(day)]:
        return ("held", _years_on(day, -1)) if inferred and _in_past(scene, trigger) else ("planned", day)
    if status == "planned" and day < now[: len(day)]:
        if inferred and _months(now) - _months(day) > HALF_YEAR:
            return "planned", _years_on(day, 1)
        return ("planned" if _is_fixed(scene, trigger) else "held"), day
    if status == "cancelled" and inferred and _months(day) - _months(now) > HALF_YEAR:
        return status, _years_on(day, -1)
    return status, day


def _in_past(scene: Scene, trigger: Trigger) -> bool:
    clause = scene.clauses.of(scene.doc[trigger.start])
    return clause is not None and clause.tense == "past"


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _years_on(day: str, years: int) -> str:
    return f"{int(day[:4]) + years}{day[4:]}"


def _near(scene: Scene, trigger: Trigger, after: int) -> str:
    start, end = trigger.sentence.start, trigger.sentence.end
    return scene.low(max(start, trigger.start - NEAR), min(end, trigger.end + after))


def _told_after(scene: Scene, trigger: Trigger) -> bool:
    """Whether something was said or done after it: "if it rains, X said after a meeting with Y"."""
    before = scene.low(max(trigger.sentence.start, trigger.start - 3), trigger.start).split()
    if not {"after", "following"} & set(before):
        return False
    verb = next((t for t in scene.doc[trigger.start].ancestors if t.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.tag_ == "VBD"


def _of_record(scene: Scene, trigger: Trigger) -> bool:
    """ "became the first president to visit", "the last one to come to Lima was": told of what has been."""
    before = scene.low(max(trigger.sentence.start, trigger.start - 8), trigger.start)
    return trigger.verb and bool(RECORD.search(before))


def _near_but_for_others(scene: Scene, trigger: Trigger) -> str:
    """The words around, without what stands after the word of encounter and tells of another: "the next round"."""
    before, after = _near(scene, trigger, 0), scene.low(trigger.end, min(trigger.end + 10, trigger.sentence.end))
    others = " ".join(word for word in after.split() if word not in scene.words.lists.coming)
    return f"{before} {others}"


def _is_past(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb itself stands in the past: "met", "was received", not "will be received"; who was
    invited has not come yet."""
    if not trigger.verb or trigger.phrase in scene.words.lists.inviting:
        return False
    if scene.words.status_patterns["planned"].search(trigger.phrase):
        return False
    verb = next((t for t in scene.doc[trigger.start : trigger.end] if t.tag_ in ("VBD", "VBN")), None)
    helpers = {t.lower_ for t in scene.doc[max(trigger.sentence.start, trigger.start - 4) : trigger.start]}
    return verb is not None and not helpers & FUTURE


def order(scene: Scene, trigger: Trigger) -> str | None:
    """The ordinal told right before or after the word: "9th session"."""
    if trigger.verb:
        return None
    before = scene.low(trigger.start - 6, trigger.start)
    found = ORDER.findall(before)
    return (found[-1][0] or found[-1][1]) if found else None


def points_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words speak of an encounter already told: "after the talks", "during the visit"."""
    if trigger.verb or scene.low(trigger.end, trigger.end + 1) in ("to", "with", "between", "of"):
        return False
    before = scene.low(max(trigger.sentence.start, trigger.start - 5), trigger.start)
    return any(
        before.endswith((f"{word} the", f"{word} his", f"{word} her", f"{word} their"))
        for word in scene.words.lists.pointers
    )


def is_placed(scene: Scene, trigger: Trigger) -> bool:
    """Whether its place follows at once, which tells one from another: "at their meeting in Santiago"."""
    linked = scene.low(trigger.end, trigger.end + 1) == "in"
    return linked and bool(scene.who.states_in(trigger.end + 1, trigger.end + 3))


def dates_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words only date a visit already told: "on that visit, in June 2023"."""
    before = scene.low(trigger.start - 1, trigger.start)
    return before in ("that", "this", "the") and bool(scene.when.moments_in(trigger.end, trigger.end + 5))


def further(scene: Scene, trigger: Trigger) -> Iterator[Trigger]:
    """Where the sentence tells, after the word of encounter, of another like it: "and again on", "and in Rome in"."""
    end = trigger.sentence.end
    for token in scene.doc[trigger.end : end]:
        if token.lower_ != "and" or token.i + 1 >= end:
            continue
        ranked = token.i + 1 + 2 * bool(ORDER.fullmatch(scene.low(token.i + 2, token.i + 3)))
        again = trigger.verb and scene.low(token.i + 1, token.i + 2) == "again"
        placed = scene.low(ranked, ranked + 1) == "in" and scene.who.states_in(ranked + 1, ranked + 4)
        if again or (placed and scene.when.moments_in(trigger.end, token.i)) or _two_times(scene, trigger, token.i):
            yield replace(trigger, start=token.i + 1, end=token.i + 2)


def _two_times(scene: Scene, trigger: Trigger, joined: int) -> bool:
    """Whether "and" joins two years or months: "travelled to Georgia in 2013 and 2017"."""
    before = [m for m in scene.when.moments_in(trigger.end, joined) if m.end == joined]
    after = scene.when.moments_in(joined + 1, min(joined + 4, trigger.sentence.end))
    if not before or not after or trigger.kind not in ("visit", "meeting", "talks"):
        return False
    return len(before[0].date) == len(after[0].date) < len("YYYY-MM-DD") and before[0].form == after[0].form == "point"


def is_private(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is told as one apart from the delegations: "a tête-à-tête", "in a narrow format"."""
    near = scene.low(max(trigger.sentence.start, trigger.start - 6), min(trigger.sentence.end, trigger.end + 6))
    return trigger.kind in ("meeting", "talks") and any(word in near for word in scene.words.lists.private)


def is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words point back: "the meeting", "during the talks"."""
    return not trigger.verb and scene.low(trigger.start - 1, trigger.start) in (
        "the",
        "this",
        "that",
        "these",
        "his",
        "her",
        "their",
    )


# Signs that it has taken place, whatever stands around it.
HAVE_BEEN = (points_back, _is_past, _of_record, _told_after)
