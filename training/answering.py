"""Cases to batches of numbers, and the loss of their questions."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from comity.language.appraisal import EVENT_CLASSES, TOLD, TOPICS
from comity.language.pieces import Pieces, WordPieces
from comity.language.questions import MOST_SLOTS, around
from training.appraiser import Appraiser, Marks
from training.batches import IGNORED
from training.cases import Asked, Case
from training.encoder import Encoder

LONGEST = 150
# Now and then the appraiser is not told what the rules believe, so that it learns to do without.
SILENT = 0.3
GROUPS = 4
SMOOTH = {"right": 0.03, "event": 0.08}
WEIGHTS = {"right": 1.0, "event": 1.0, "mode": 0.2, "told": 0.3, "topics": 0.5}
BELIEFS = ("belief=", "vouched", "unvouched")


@dataclass(frozen=True)
class Texts:
    """Sentences of several cases: ids, shapes (sentences, pieces); words (sentences, 1 + words); and for every
    sentence the openings shown beside it: `beside` (sentences, openings) numbers of sentences, with `distances`
    (sentences, 1 + words + openings), -1 at padding. `order` (sentences,) sorts the sentences by length, and `parts`
    gives of each group of like length how many sentences, pieces and 1 + words it has."""

    ids: Tensor
    shapes: Tensor
    words: Tensor
    beside: Tensor
    distances: Tensor
    order: Tensor
    parts: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Marked:
    """Questions: `own` sentence (questions,), slots as (questions, slots) sentence, first and last word and role,
    kinds (questions,), claims (questions, claims)."""

    own: Tensor
    sentences: Tensor
    first: Tensor
    last: Tensor
    roles: Tensor
    kinds: Tensor
    claims: Tensor


@dataclass(frozen=True)
class Answers:
    """The right answers, in the order of the questions: `weight` and `right` (questions,), the latter -1 where it is
    not known, `events` (questions, classes) True at each right class, none where not known; `mode` and by head `told`
    (questions,), IGNORED where not known. Of topics, by case whose topics are known: `sentences` (cases, sentences)
    their numbers, -1 at padding, and `topics` (cases, topics)."""

    weight: Tensor
    right: Tensor
    events: Tensor
    mode: Tensor
    told: dict[str, Tensor]
    sentences: Tensor
    topics: Tensor


@dataclass(frozen=True)
class CaseBatch:
    """Texts, questions, and the right answers."""

    texts: Texts
    marked: Marked
    answers: Answers


def batch(
    cases: Sequence[Case], pieces: WordPieces, chance: random.Random | None = None, groups: int = GROUPS
) -> CaseBatch:
    """One padded batch; with `chance` the beliefs of the rules are sometimes kept back. The sentences of a report
    differ so much in length that half of a common padding would be reckoned in vain: they make so many `groups`."""
    sentences: list[Pieces] = []
    beside: list[list[tuple[int, int]]] = []
    asked: list[Asked] = []
    own: list[int] = []
    topics: list[tuple[list[int], tuple[int, ...] | None]] = []
    for case in cases:
        offset, count = len(sentences), len(case.sentences)
        sentences += [pieces.sentence(words, spaces) for words, spaces in case.sentences]
        beside += [[(offset + n, far) for n, far in around(at, count)] for at in range(count)]
        asked += case.asked
        own += [offset] * len(case.asked)
        topics.append((list(range(offset, offset + count)), case.topics))
    words = padded([s.words for s in sentences])
    ids = padded([s.ids for s in sentences])
    shown = padded([[n for n, _ in row] for row in beside]) if beside else words[:, :0]
    far = padded([[distance for _, distance in row] for row in beside], -1)
    inside = torch.where((words == 0) & (torch.arange(words.shape[1]) > 0), -1, 0)
    shapes, distances = padded([s.shapes for s in sentences]), torch.cat([inside, far], 1)
    texts = Texts(ids, shapes, words, shown, distances, *by_length(ids, words, groups))
    return CaseBatch(texts, marked(asked, own, chance), answers(asked, topics))


def by_length(ids: Tensor, words: Tensor, groups: int) -> tuple[Tensor, tuple[tuple[int, int, int], ...]]:
    """`order` and `parts` of Texts."""
    lengths = (ids != 0).sum(1)
    order = torch.argsort(lengths)
    sizes = [
        (len(rows), int(lengths[rows].max()), int((words[rows] != 0).sum(1).max()) + 1)
        for rows in order.chunk(min(groups, len(order)))
    ]
    return order, tuple(sizes)


def answers(asked: Sequence[Asked], topics: Sequence[tuple[list[int], tuple[int, ...] | None]]) -> Answers:
    """What is known of the answers as numbers."""
    events = torch.zeros(len(asked), len(EVENT_CLASSES), dtype=torch.bool)
    for row, one in enumerate(asked):
        events[row, list(one.events or ())] = True
    known = [(rows, told) for rows, told in topics if told is not None]
    found = torch.zeros(len(known), len(TOPICS))
    for row, (_, told) in enumerate(known):
        found[row, list(told)] = 1.0

    def classes(numbers: Iterable[int | None]) -> Tensor:
        return torch.tensor([IGNORED if number is None else number for number in numbers], dtype=torch.long)

    return Answers(
        torch.tensor([one.weight for one in asked]),
        torch.tensor([-1.0 if one.right is None else float(one.right) for one in asked]),
        events,
        classes(one.mode for one in asked),
        {head: classes(one.told.get(head) for one in asked) for head in TOLD},
        padded([rows for rows, _ in known], -1),
        found,
    )


def marked(asked: Sequence[Asked], offsets: Sequence[int], chance: random.Random | None) -> Marked:
    """The questions as numbers."""
    questions = [one.question for one in asked]

    def slots(part: str) -> Tensor:
        add = 0 if part == "sentence" else 1
        rows = [[getattr(slot, part) + add for slot in q.slots] for q in questions]
        if part == "sentence":
            rows = [[number + offset for number in row] for row, offset in zip(rows, offsets, strict=True)]
        return padded(rows, width=MOST_SLOTS)

    return Marked(
        torch.tensor([q.sentence + offset for q, offset in zip(questions, offsets, strict=True)], dtype=torch.long),
        slots("sentence"),
        slots("first"),
        slots("last"),
        padded([q.role_numbers for q in questions], width=MOST_SLOTS),
        torch.tensor([q.kind_number for q in questions], dtype=torch.long),
        padded([claims(one, chance) for one in asked], width=12),
    )


def claims(asked: Asked, chance: random.Random | None) -> list[int]:
    """What the rules claim, now and then without their belief."""
    numbers = asked.question.claim_numbers
    if chance is None or chance.random() >= SILENT:
        return numbers
    told = zip(asked.question.claims, numbers, strict=True)
    return [number for claim, number in told if not claim.startswith(BELIEFS)]


def padded(rows: Sequence[Sequence[int]], fill: int = 0, width: int = 0) -> Tensor:
    """Rows of numbers as one tensor, at least `width` wide."""
    width = max([width, *map(len, rows)])
    return torch.tensor([[*row, *(fill,) * (width - len(row))] for row in rows], dtype=torch.long).view(
        len(rows), width
    )


def weighed(appraiser: Appraiser, words: Tensor, given: CaseBatch) -> tuple[dict[str, Tensor], Tensor]:
    """Scores of the questions by head, and of topics by sentence (sentences, topics), from the vectors of the batch's
    sentences, (sentences, 1 + words, width)."""
    asked = given.marked
    memory = torch.cat([words, words[:, 0][given.texts.beside]], 1)
    first, last = words[asked.sentences, asked.first], words[asked.sentences, asked.last]
    marks = Marks(asked.own, first, last, asked.roles, asked.kinds, asked.claims)
    return appraiser(memory, given.texts.distances, marks), appraiser.topics(words[:, 0])


def word_vectors(encoder: Encoder, texts: Texts) -> Tensor:
    """Vectors of all sentences (sentences, 1 + words, width), reckoned in groups of like length."""
    found = []
    for rows, (_, pieces, words) in zip(texts.order.split([part[0] for part in texts.parts]), texts.parts, strict=True):
        part = encoder.words(texts.ids[rows, :pieces], texts.shapes[rows, :pieces], texts.words[rows, :words])
        found.append(functional.pad(part, (0, 0, 0, texts.words.shape[1] - words)))
    return torch.cat(found)[torch.argsort(texts.order)]


def loss(found: dict[str, Tensor], topics: Tensor, given: CaseBatch) -> Tensor:
    """Weighted sum of the heads' mean losses."""
    told = given.answers
    parts = {
        "right": right_loss(found["right"], told),
        "event": event_loss(found["event"], told),
        "mode": class_loss(found["mode"], told.mode),
        "told": torch.stack([class_loss(found[head], gold) for head, gold in told.told.items()]).sum(),
        "topics": topic_loss(topics, told),
    }
    return torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()


def right_loss(found: Tensor, told: Answers) -> Tensor:
    """Of proposals: log loss of being right."""
    known = (told.right >= 0).float()
    soft = told.right.clamp(min=0) * (1 - 2 * SMOOTH["right"]) + SMOOTH["right"]
    each = functional.binary_cross_entropy_with_logits(found.float(), soft, reduction="none")
    return (each * told.weight * known).sum() / known.sum().clamp(min=1)


def event_loss(found: Tensor, told: Answers) -> Tensor:
    """Of pairs of actors: any of the right classes will do."""
    weight = told.weight * told.events.any(1)
    chances = functional.log_softmax(found.float(), 1)
    each = -torch.logsumexp(chances.masked_fill(~told.events, -1e4), 1) * (1 - SMOOTH["event"])
    each = each - SMOOTH["event"] * chances.mean(1)
    return (each * weight).sum() / weight.sum().clamp(min=1e-6)


def class_loss(found: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy where the class is known."""
    each = functional.cross_entropy(found.float(), gold, ignore_index=IGNORED, label_smoothing=0.03, reduction="sum")
    return each / (gold != IGNORED).sum().clamp(min=1)


def topic_loss(found: Tensor, told: Answers) -> Tensor:
    """Of reports: a topic is told where some sentence tells it."""
    if not len(told.topics):
        return found.sum() * 0.0
    missing = (told.sentences < 0).unsqueeze(2)
    pooled = pool(found[told.sentences.clamp(min=0)].float().masked_fill(missing, -1e4))
    return functional.binary_cross_entropy_with_logits(pooled, told.topics)


def pool(found: Tensor) -> Tensor:
    """A report's scores (..., topics) from those of its sentences (..., sentences, topics): a smooth highest."""
    return torch.logsumexp(found, -2) - 1.0


Numbered = tuple[Case, int]


def epoch(cases: Sequence[Numbered], size: int, chance: random.Random) -> Iterator[list[Numbered]]:
    """All cases, each with its number, once in batches of about `size` words, single sentences together by length,
    reports shuffled."""
    single = [one for one in cases if len(one[0].sentences) == 1]
    whole = [one for one in cases if len(one[0].sentences) > 1]
    single.sort(key=lambda one: one[0].size + chance.random() * 6)
    chance.shuffle(whole)
    groups: list[list[Numbered]] = []
    for part in (single, whole):
        begun = len(groups)
        for one in part:
            fits = len(groups) > begun and sum(case.size for case, _ in groups[-1]) + one[0].size <= size
            if fits:
                groups[-1].append(one)
            else:
                groups.append([one])
    chance.shuffle(groups)
    yield from groups
