"""Whether an encounter is told as news or only recalled, so that the day of the report is not its day."""

from spacy.tokens import Token

from comity.reading.encounters.candidate import Scene, Trigger
from comity.reading.mentions import Moment

# So many sentences back the time of a story told in the same paragraph holds.
BACK = 2
POINTS = ("point", "period")


def told_before(scene: Scene, trigger: Trigger) -> Moment | None:
    """The past month or day that the sentences right before tell, in the same paragraph: the story goes on there."""
    number = scene.page.sentence_numbers[trigger.start]
    for earlier in range(number - 1, max(number - 1 - BACK, -1), -1):
        sentence = scene.page.sentences[earlier]
        if "\n" in scene.doc[sentence.start : trigger.start].text:
            return None
        told = [m for m in scene.when.moments_in(sentence.start, sentence.end) if m.form in POINTS]
        if told:
            return told[-1] if _is_past(scene, told[-1]) else None
    return None


def looks_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether its verb, or one above, stands in the past perfect: "had agreed when he visited".

    Of a guest "who had arrived" news may be told.
    """
    token = scene.doc[trigger.start]
    verbs = [t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")][:2]
    return any(_had(verb) for verb in verbs)


def _had(verb: Token) -> bool:
    relative = verb.dep_ == "acl:relcl"
    return not relative and any(t.lower_ in ("had", "'d") and t.dep_.startswith("aux") for t in verb.children)


def _is_past(scene: Scene, moment: Moment) -> bool:
    """Whether it lies before the month of the report."""
    now = scene.page.report.published
    return now is not None and len(moment.date) >= len("YYYY-MM") and moment.date[:7] < now[:7]
