"""What speaks for a finding, in codes that last: what made it, and what the appraiser weighed it by.

``CODES`` is the whole list. A code with a number behind it, such as ``rules 0.80``, tells how much.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from comity.findings import Event
from comity.reading.proposals import Proposed

CODES: Mapping[str, str] = {
    "verb": "an event: a verb of the vocabulary tells it",
    "threat": "an event: a threat is told",
    "crowd": "an event: people in the street act",
    "encounter": "an event: it follows from an encounter of the reading",
    "agreement": "an event: it follows from an agreement of the reading",
    "pledge": "an event: it follows from a pledge of the reading",
    "figure": "an event: it follows from a figure of the reading",
    "sentence pair N": "an event: the appraiser reads it off a sentence that names both, so surely",
    "rules N": "the rules alone would have it, and hold it so sure",
    "rules in doubt N": "the rules alone would not have it; they hold it so sure",
    "no rule": "no rule proposed it",
    "appraiser N": "the appraiser, who sees the sentence and what the rules hold of it, finds it so likely",
    "words N": "a topic: its words weigh so much; 1 is enough for the rules",
    "no words": "a topic: none of its words stands in the report",
    "encoder N": "a topic: the sentences, as the encoder sees them, make it so likely",
    "main relation": "its parties are those of the relation that the report is mainly about",
    "one of the main relation": "one of its parties belongs to the relation that the report is mainly about",
    "another relation": "none of its parties belongs to the relation that the report is mainly about",
    "parties in the sentence": "every party is named, or meant, in the sentence that tells it",
    "party elsewhere": "a party is named elsewhere in the report",
    "speaker named": "a statement: who speaks is told by name",
    "speaker by office": "a statement: who speaks is told by office or institution alone",
    "speaker unnamed": "a statement: neither name nor office is told",
}

# What the appraiser was told of a proposal (see ``reading.asking``) and is of use to people, too.
_CLAIMS: Mapping[str, str] = {
    "main": "main relation",
    "crossing": "one of the main relation",
    "foreign": "another relation",
    "absent=0": "parties in the sentence",
    "absent=1": "party elsewhere",
    "absent=2": "party elsewhere",
    "absent=3": "party elsewhere",
    "named": "speaker named",
    "office": "speaker by office",
    "nobody": "speaker unnamed",
}


def graded(code: str, chance: float) -> str:
    """A code with how much behind it."""
    return f"{code} {chance:.2f}"


def of_rules(proposed: Proposed[Any]) -> tuple[str, ...]:
    """What the rules found, and how sure they are."""
    belief, own = proposed.finding.confidence, proposed.finding.clues
    if proposed.vouched:
        return (*own, graded("rules", belief))
    # What no rule proposed was read off a sentence, with a belief of its own.
    if isinstance(proposed.finding, Event):
        return (graded("sentence pair", belief), "no rule")
    return (*own, graded("rules in doubt", belief))


def read_off(proposals: Iterable[Proposed[Any]]) -> dict[str | None, str]:
    """The clue of each event that the appraiser reads off a sentence, by rival: it speaks for the rules' one, too."""
    found = (one for one in proposals if isinstance(one.finding, Event) and not one.vouched)
    return {one.rival: graded("sentence pair", one.finding.confidence) for one in found}


def of_claims(claims: Iterable[str]) -> tuple[str, ...]:
    """How the finding lies to its sentence and its report; of a finding without parties nothing on these."""
    told = set(claims)
    kept = told if any(claim.startswith("parties=") for claim in told) else {c for c in told if "absent" not in c}
    return tuple(code for claim, code in _CLAIMS.items() if claim in kept)
