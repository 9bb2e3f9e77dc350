"""Where the text tells of an encounter: words of visit, meeting, call, talks, summit, forum."""

from collections.abc import Iterator

from spacy.tokens import Span as Stretch

from comity.reading.encounters.candidate import Scene, Trigger


def read(scene: Scene) -> tuple[Trigger, ...]:
    """All triggers outside quotations, in order."""
    return tuple(t for sentence in scene.page.sentences for t in _in_sentence(scene, sentence) if _tells(scene, t))


def _in_sentence(scene: Scene, sentence: Stretch) -> Iterator[Trigger]:
    text = sentence.text.lower().replace("’", "'")
    for found in scene.words.pattern.finditer(text):
        span = sentence.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is None or span.start in scene.quoted:
            continue
        kind, verb = scene.words.kinds[found.group()]
        yield Trigger(span.start, span.end, kind, verb, found.group(), sentence)


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
    if not trigger.verb or trigger.kind != "meeting" or trigger.phrase not in scene.words.lists.receivers:
        return False
    head = scene.doc[trigger.start]
    people = {i for m in scene.who.people for i in range(m.start - 8, m.end)}
    after = range(trigger.end, min(trigger.end + 6, trigger.sentence.end))
    passive = any(t.lower_ == "by" for t in scene.doc[trigger.end : trigger.end + 3])
    return not passive and not any(i in people for i in after) and head.pos_ != "NOUN"


def _turns_a_corner(scene: Scene, trigger: Trigger) -> bool:
    """ "round" and "call" as other words."""
    after = scene.low(trigger.end, trigger.end + 1)
    return (trigger.phrase in ("round", "rounds") and after not in ("of",)) or (
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
    near = scene.low(max(trigger.sentence.start, trigger.start - 6), min(trigger.sentence.end, trigger.end + 10))
    return any(phrase in near for phrase in scene.words.lists.by_wire)


def _of_nobody(scene: Scene, trigger: Trigger) -> bool:
    """A body that is only named: its word must be followed by one of meeting."""
    return trigger.phrase in ("convene", "convened", "convenes", "will sit", "next sit", "to sit") and not any(
        body in scene.low(trigger.sentence.start, trigger.sentence.end) for body in scene.words.lists.bodies
    )


NOT_ONES = (_meets_a_need, _is_domestic, _reports_received, _turns_a_corner, _home_for_talks, _on_the_phone, _of_nobody)
