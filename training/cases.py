"""What the appraiser learns from: sentences of one text, questions asked of them, and the right answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.language.appraisal import EVENT_CLASSES
from comity.language.questions import Question, Slot
from training.relations import SYMMETRIC, Relation


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what is known of its answer; None where nothing is.

    right:  whether the proposal is a finding
    events: the right classes among EVENT_CLASSES, equally good
    told:   by head of TOLD, the number of the right class
    weight: what the question counts in the loss
    """

    question: Question
    right: bool | None = None
    events: tuple[int, ...] | None = None
    mode: int | None = None
    told: dict[str, int] = field(default_factory=dict)
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """One text: its sentences as words and whether a space stands before each, what is asked, its topics."""

    source: str
    sentences: tuple[tuple[tuple[str, ...], tuple[bool, ...]], ...]
    asked: tuple[Asked, ...]
    topics: tuple[int, ...] | None = None

    @property
    def size(self) -> int:
        """Words in all."""
        return sum(len(words) for words, _ in self.sentences)


def of_relations(relations: Sequence[Relation], turned: float = 0.5) -> list[Case]:
    """A case for each event sentence; where the type is known to have a direction, the other way round is NONE
    (counting `turned`), where it has none, the same."""
    return [_case(relation, turned) for relation in relations]


def _case(relation: Relation, turned: float) -> Case:
    asked = [Asked(_question(relation.source, relation.target), events=relation.types, mode=relation.mode)]
    symmetric = {EVENT_CLASSES[kind] for kind in relation.types} <= SYMMETRIC
    directed = relation.mode is not None and relation.types != (0,)
    if relation.source and relation.target and (symmetric or directed):
        other = _question(relation.target, relation.source)
        asked.append(Asked(other, events=relation.types if symmetric else (0,), weight=1.0 if symmetric else turned))
    return Case(relation.group, ((relation.words, relation.spaces),), tuple(asked))


def _question(source: tuple[int, int] | None, target: tuple[int, int] | None) -> Question:
    marks = (("source", source), ("target", target))
    return Question("event", 0, tuple(Slot(0, *place, role) for role, place in marks if place))
