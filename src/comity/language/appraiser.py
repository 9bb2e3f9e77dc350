"""Runs the appraiser: questions about marked words of one report in, probabilities out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from comity.language.appraisal import EVENT_CLASSES, MODES
from comity.language.encoder import padded, session
from comity.language.manifest import FOLDER, Calibration, read_manifest, read_model, sigmoid
from comity.language.questions import MOST_SLOTS, Question, around

Array = npt.NDArray[np.float32]

# Questions in one run; those of one report only, so that a reading depends on its report alone.
BATCH = 96
# The appraiser reads its answer off the query and two stretches, be they missing.
FEWEST_SLOTS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What the appraiser holds of one question.

    right:  how right it holds the proposal, 0 to 1; ``Calibration.proposal`` makes a probability of it
    events: probability of each of EVENT_CLASSES
    mode:   the likeliest of MODES, "" for none
    """

    right: float
    events: Mapping[str, float]
    mode: str


class Appraiser:
    """The shipped model in an inference session of `threads` threads."""

    def __init__(self, threads: int = 1, folder: Path = FOLDER) -> None:
        manifest = read_manifest(folder)
        self.calibration: Calibration = manifest.calibration
        self._session = session(read_model(folder, "appraiser.onnx", manifest.appraiser), threads)
        self._outputs = ("right", "event", "mode")

    def answer(self, sentences: Sequence[Array], questions: Sequence[Question]) -> list[Answer]:
        """An answer to each question, in order.

        `sentences` are the word vectors of all sentences of the report that were read, the opening first,
        (1 + words, width) each; the numbers in the questions count these.
        """
        found: dict[int, Answer] = {}
        # Questions with few marked stretches go together: what pads them is reckoned, too.
        order = sorted(range(len(questions)), key=lambda at: len(questions[at].slots))
        for begin in range(0, len(order), BATCH):
            places = order[begin : begin + BATCH]
            asked = [questions[at] for at in places]
            arrays = self._session.run(list(self._outputs), _fed(sentences, asked))
            scores = dict(zip(self._outputs, arrays, strict=True))
            found.update(zip(places, self._answers(asked, scores), strict=True))
        return [found[at] for at in range(len(questions))]

    def _answers(self, asked: Sequence[Question], scores: Mapping[str, Array]) -> Iterator[Answer]:
        events = softmax(scores["event"] / self.calibration.event_temperature)
        for row in range(len(asked)):
            yield Answer(
                right=sigmoid(float(scores["right"][row])),
                events=dict(zip(EVENT_CLASSES, map(float, events[row]), strict=True)),
                mode=MODES[int(scores["mode"][row].argmax())],
            )


def _fed(sentences: Sequence[Array], asked: Sequence[Question]) -> dict[str, npt.NDArray[np.generic]]:
    numbers = sorted({question.sentence for question in asked})
    memory, distances = texts(sentences, numbers)
    slots = [[*question.slots[:MOST_SLOTS]] for question in asked]
    most = max(FEWEST_SLOTS, *map(len, slots))
    empty = np.zeros(sentences[0].shape[1], np.float32)

    def vectors(part: str) -> Array:
        rows = [[sentences[slot.sentence][1 + getattr(slot, part)] for slot in row] for row in slots]
        return np.array([row + [empty] * (most - len(row)) for row in rows], dtype=np.float32)

    widest = max(1, *(len(question.claims) for question in asked)) if asked else 1
    return {
        "memory": memory,
        "distances": distances,
        "own": np.array([numbers.index(question.sentence) for question in asked], dtype=np.int64),
        "first": vectors("first"),
        "last": vectors("last"),
        "roles": padded([[*q.role_numbers[:most], *(0,) * (most - len(q.slots))] for q in asked]),
        "kinds": np.array([question.kind_number for question in asked], dtype=np.int64),
        "claims": padded([[*q.claim_numbers, *(0,) * (widest - len(q.claims))] for q in asked]),
    }


def texts(sentences: Sequence[Array], numbers: Sequence[int]) -> tuple[Array, npt.NDArray[np.int64]]:
    """For each of the numbered sentences its word vectors and the openings around it, (sentences, places, width),
    and how far off each stands, -1 at padding."""
    rows, far = [], []
    for number in numbers:
        beside = around(number, len(sentences))
        openings = [sentences[n][:1] for n, _ in beside]
        rows.append(np.concatenate([sentences[number], *openings]))
        far.append([0] * len(sentences[number]) + [distance for _, distance in beside])
    widest = max(map(len, far))
    memory = np.zeros((len(rows), widest, rows[0].shape[1]), np.float32)
    distances = np.full((len(rows), widest), -1, np.int64)
    for at, (row, distance) in enumerate(zip(rows, far, strict=True)):
        memory[at, : len(row)], distances[at, : len(row)] = row, distance
    return memory, distances


def softmax(scores: Array) -> Array:
    """(rows, classes) scores -> probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Array = raised / raised.sum(axis=1, keepdims=True)
    return result
