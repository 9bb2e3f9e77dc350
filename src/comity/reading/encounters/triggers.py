"""Where the text tells of an encounter: words of visit, meeting, call, talks, summit, forum."""

from collections.abc import Iterator

from spacy.tokens import Span as Stretch

from comity.reading.encounters import circumstances, counting, seating
from comity.reading.encounters.candidate import Scene, Trigger


def read(scene: Scene) -> tuple[Trigger, ...]:
    """All triggers outside quotations, in order."""
    told: list[Trigger] = []
    for sentence in scene.page.sentences:
        told += [t for t in _in_sentence(scene, sentence) if _tells(scene, t)]
        told += counting.read(scene, sentence, told)
    return tuple(sorted(told, key=lambda t: t.start))


def passed_over(scene: Scene) -> Iterator[Trigger]:
    """Words of encounter that by the rules tell of none: those of other meanings, and those inside quotations."""
    for sentence in scene.page.sentences:
        found = _in_sentence(scene, sentence, quoted=True)
        yield from (t for t in found if t.start in scene.quoted or not _tells(scene, t))


def _in_sentence(scene: Scene, sentence: Stretch, quoted: bool = False) -> Iterator[Trigger]:
    text = sentence.text.lower().replace("’", "'")
    for found in scene.words.pattern.finditer(text):
        span = sentence.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None or (span.start in scene.quoted and not quoted):
            continue
        kind, verb = scene.words.kinds[found.group()]
        verb = verb and not (found.group() in scene.words.twofold and _is_noun(scene, span.start))
        yield seating.seated(scene, Trigger(span.start, span.end, kind, verb, found.group(), sentence))


def _is_noun(scene: Scene, position: int) -> bool:
    """Whether a word that is noun and verb is a noun here: "the visit", not "will visit"."""
    before = scene.doc[position - 1] if position else None
    if before is not None and (
        before.pos_ in ("DET", "ADJ", "NUM") or before.lower_ in ("'s", "’s", "his", "her", "their", "its")
    ):
        return True
    return scene.doc[position].pos_ in ("NOUN", "PROPN")


def _tells(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words can tell of an encounter at all."""
    return not any(no(scene, trigger) for no in NOT_ONES)


def _meets_a_need(scene: Scene, trigger: Trigger) -> bool:
    after = scene.doc[trigger.end : trigger.end + 5]
    return trigger.verb and any(token.lower_ in scene.words.lists.needs for token in after)


def _is_domestic(scene: Scene, trigger: Trigger) -> bool:
    """ "a cabinet meeting", "a session of parliament"."""
    if trigger.verb or trigger.kind not in ("meeting", "talks"):
        return False
    before = scene.low(trigger.start - 2, trigger.start)
    after = scene.low(trigger.end, trigger.end + 4)
    return any(
        before.endswith(word) or after.startswith((f"of {word}", f"of the {word}"))
        for word in scene.words.lists.domestic
    )


def _reports_received(scene: Scene, trigger: Trigger) -> bool:
    """ "received 20 percent", "hosted refugees", "saw growth": verbs that need a person as object."""
    lists = scene.words.lists
    if not trigger.verb or trigger.phrase not in (*lists.receivers, "saw", "greeted", "receiving"):
        return False
    end = min(trigger.end + 30, trigger.sentence.end)
    if scene.low(trigger.end, trigger.end + 4).startswith(("by", "today by", "yesterday by")) or " by " in scene.low(
        trigger.end, trigger.end + 6
    ):
        return not any(m.how != "institution" for m in scene.who.people_in(trigger.sentence.start, trigger.start))
    person = next((m for m in scene.who.people_in(trigger.end, end) if m.how != "institution"), None)
    between = scene.doc[trigger.end : person.start] if person else ()
    return person is None or any(t.pos_ == "VERB" and t.dep_ != "amod" for t in between)


def _turns_a_corner(scene: Scene, trigger: Trigger) -> bool:
    """ "round" and "call" as other words."""
    after = scene.low(trigger.end, trigger.end + 1)
    counted = circumstances.order(scene, trigger) is not None
    return (trigger.phrase in ("round", "rounds") and after != "of" and not counted) or (
        trigger.phrase == "reached" and after in ("a", "an", "agreement", "us", "$")
    )


def _home_for_talks(scene: Scene, trigger: Trigger) -> bool:
    """ "recalled its ambassador for consultations"."""
    before = scene.low(trigger.sentence.start, trigger.start)
    return trigger.phrase.startswith("consultation") and (
        "recall" in before or "called" in before or "withdr" in before or "request" in before
    )


def _on_the_phone(scene: Scene, trigger: Trigger) -> bool:
    """A word of meeting where the sentence tells a call: "held talks by phone", "received a phone call"."""
    if trigger.kind not in ("meeting", "talks"):
        return False
    before = scene.low(max(trigger.sentence.start, trigger.start - 6), trigger.end)
    after = scene.low(trigger.end, min(trigger.sentence.end, trigger.end + 10)).split(",")[0]
    return any(phrase in f"{before} {after}" for phrase in scene.words.lists.by_wire)


def _of_nobody(scene: Scene, trigger: Trigger) -> bool:
    """A body that is only named: its word must be followed by one of meeting."""
    return trigger.phrase in ("convene", "convened", "convenes", "will sit", "next sit", "to sit") and not any(
        body in scene.low(trigger.sentence.start, trigger.sentence.end) for body in scene.words.lists.bodies
    )


def _calls_for_something(scene: Scene, trigger: Trigger) -> bool:
    """ "called on Russia to withdraw"."""
    if not trigger.phrase.endswith(" on") or "call" not in trigger.phrase:
        return False
    after = scene.doc[trigger.end : min(trigger.end + 14, trigger.sentence.end)]
    return not scene.who.people_in(trigger.end, after.end) or any(
        t.lower_ == "to" and t.i + 1 < after.end and scene.doc[t.i + 1].tag_ == "VB" for t in after
    )


def _only_wished(scene: Scene, trigger: Trigger) -> bool:
    """Talks that nobody has fixed: "stands ready for dialogue", "called for talks"."""
    if trigger.verb or trigger.kind != "talks":
        return False
    before = scene.low(max(trigger.sentence.start, trigger.start - 6), trigger.start)
    after = scene.low(trigger.end, min(trigger.end + 3, trigger.sentence.end))
    return any(word in before for word in scene.words.lists.wished) or "possible" in after


def _on_its_margins(scene: Scene, trigger: Trigger) -> bool:
    """A gathering beside which others meet: "on the sidelines of the 79th session of the UN General Assembly"."""
    before = scene.low(max(trigger.sentence.start, trigger.start - 7), trigger.start)
    told = max((before.rfind(f"{word} of") for word in scene.words.lists.margins), default=-1)
    gathers = trigger.kind in ("summit", "forum") or trigger.phrase in ("session", "sessions")
    return not trigger.verb and gathers and told >= 0 and "," not in before[told:]


def _agrees_elsewhere(scene: Scene, trigger: Trigger) -> bool:
    """ "agreed in principle": only those who agree in a town sit there together."""
    if trigger.phrase not in ("agreed in", "agreed at"):
        return False
    places = scene.who.states_in(trigger.end, trigger.end + 3)
    return not any(place.form in ("capital", "place") for place in places)


def _on_a_mountain(scene: Scene, trigger: Trigger) -> bool:
    """ "reached the summit": neither an arrival nor a gathering."""
    before = scene.low(max(trigger.sentence.start, trigger.start - 3), trigger.start)
    after = scene.low(trigger.end, trigger.end + 2)
    if trigger.phrase == "summit":
        return any(verb in before for verb in ("reach", "climb", "scale"))
    return trigger.phrase == "reached" and after == "the summit"


def _calls_names(scene: Scene, trigger: Trigger) -> bool:
    """ "called his plan a mistake": only a counterpart or colleague is called up."""
    after = scene.low(trigger.end, trigger.end + 4)
    return trigger.phrase in ("called his", "called her") and not any(
        word in after for word in ("counterpart", "colleague")
    )


def _leads_something_else(scene: Scene, trigger: Trigger) -> bool:
    """ "headed by" of a plant or party: only of a delegation, a side, a meeting."""
    if trigger.phrase not in (
        "headed by",
        "led by",
        "represented by",
        "attended by",
        "presided by",
        "was led",
        "were led",
    ):
        return False
    before = scene.low(max(trigger.sentence.start, trigger.start - 9), trigger.start)
    return not any(word in before for word in scene.words.lists.led)


NOT_ONES = (
    _meets_a_need,
    _is_domestic,
    _reports_received,
    _turns_a_corner,
    _home_for_talks,
    _on_the_phone,
    _of_nobody,
    _leads_something_else,
    _calls_for_something,
    _calls_names,
    _on_a_mountain,
    _agrees_elsewhere,
    _on_its_margins,
    _only_wished,
)
