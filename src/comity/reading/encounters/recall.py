"""Whether an encounter is told as news or only recalled, so that the day of the report is not its day."""

from spacy.tokens import Token

from comity.reading.encounters.candidate import Scene, Trigger


def looks_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether its verb, or one above, stands in the past perfect: "had agreed when he visited".

    Of a guest "who had arrived" news may be told.
    """
    token = scene.doc[trigger.start]
    verbs = [t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")][:2]
    return any(_had(verb) for verb in verbs) or participle(scene, trigger) is not None


def participle(scene: Scene, trigger: Trigger) -> Token | None:
    """The participle beside a noun that the encounter hangs on: "the treaty signed during X's visit"."""
    token = scene.doc[trigger.start]
    first = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX") or t.dep_ == "acl:relcl"), None)
    told = first is not None and first.dep_ == "acl" and first.tag_ == "VBN"
    told = told and (not trigger.verb or trigger.phrase in scene.words.lists.joint_acts)
    return first if told else None


def _had(verb: Token) -> bool:
    relative = verb.dep_ == "acl:relcl"
    return not relative and any(t.lower_ in ("had", "'d") and t.dep_.startswith("aux") for t in verb.children)
