"""Cases to batches of numbers, and the loss of their questions."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from comity.language.appraisal import TOLD
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
    (sentences, 1 + words + openings), -1 at padding."""

    ids: Tensor
    shapes: Tensor
    words: Tensor
    beside: Tensor
    distances: Tensor


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
class CaseBatch:
    """Texts, questions, and the right answers in the order of the questions; topics by case."""

    texts: Texts
    marked: Marked
    asked: list[Asked]
    topics: list[tuple[list[int], tuple[int, ...] | None]]


def batch(cases: Sequence[Case], pieces: WordPieces, chance: random.Random | None = None) -> CaseBatch:
    """One padded batch; with `chance` the beliefs of the rules are sometimes kept back."""
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
    shown = padded([[n for n, _ in row] for row in beside]) if beside else words[:, :0]
    far = padded([[distance for _, distance in row] for row in beside], -1)
    inside = torch.where((words == 0) & (torch.arange(words.shape[1]) > 0), -1, 0)
    texts = Texts(
        padded([s.ids for s in sentences]),
        padded([s.shapes for s in sentences]),
        words,
        shown,
        torch.cat([inside, far], 1),
    )
    return CaseBatch(texts, marked(asked, own, chance), asked, topics)


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
    """Vectors of all sentences (sentences, 1 + words, width), reckoned in groups of like length: the sentences of a
    report differ so much that half of a common padding would be reckoned in vain."""
    lengths = (texts.ids != 0).sum(1)
    order = torch.argsort(lengths)
    parts = []
    for rows in order.chunk(min(GROUPS, len(order))):
        pieces, words = int(lengths[rows].max()), int((texts.words[rows] != 0).sum(1).max()) + 1
        found = encoder.words(texts.ids[rows, :pieces], texts.shapes[rows, :pieces], texts.words[rows, :words])
        parts.append(functional.pad(found, (0, 0, 0, texts.words.shape[1] - words)))
    return torch.cat(parts)[torch.argsort(order)]


def loss(found: dict[str, Tensor], topics: Tensor, given: CaseBatch) -> Tensor:
    """Weighted sum of the heads' mean losses."""
    weight = torch.tensor([one.weight for one in given.asked])
    parts = {
        "right": right_loss(found["right"], given.asked, weight),
        "event": event_loss(found["event"], given.asked, weight),
        "mode": class_loss(found["mode"], [one.mode for one in given.asked]),
        "told": sum(class_loss(found[head], [one.told.get(head) for one in given.asked]) for head in TOLD),
        "topics": topic_loss(topics, given),
    }
    return torch.stack([WEIGHTS[name] * torch.as_tensor(part) for name, part in parts.items()]).sum()


def right_loss(found: Tensor, asked: Sequence[Asked], weight: Tensor) -> Tensor:
    """Of proposals: log loss of being right."""
    known = torch.tensor([one.right is not None for one in asked])
    if not known.any():
        return found.sum() * 0.0
    gold = torch.tensor([float(bool(one.right)) for one in asked])
    soft = gold * (1 - 2 * SMOOTH["right"]) + SMOOTH["right"]
    each = functional.binary_cross_entropy_with_logits(found.float(), soft, reduction="none") * weight
    return each[known].mean()


def event_loss(found: Tensor, asked: Sequence[Asked], weight: Tensor) -> Tensor:
    """Of pairs of actors: any of the right classes will do."""
    known = torch.tensor([one.events is not None for one in asked])
    if not known.any():
        return found.sum() * 0.0
    gold = torch.zeros_like(found, dtype=torch.bool)
    for row, one in enumerate(asked):
        gold[row, list(one.events or (0,))] = True
    chances = functional.log_softmax(found.float(), 1)
    each = -torch.logsumexp(chances.masked_fill(~gold, -1e4), 1) * (1 - SMOOTH["event"])
    each = (each - SMOOTH["event"] * chances.mean(1)) * weight
    return each[known].sum() / weight[known].sum()


def class_loss(found: Tensor, gold: Sequence[int | None]) -> Tensor:
    """Cross entropy where the class is known."""
    numbers = torch.tensor([IGNORED if number is None else number for number in gold])
    if not (numbers != IGNORED).any():
        return found.sum() * 0.0
    return functional.cross_entropy(found.float(), numbers, ignore_index=IGNORED, label_smoothing=0.03)


def topic_loss(found: Tensor, given: CaseBatch) -> Tensor:
    """Of reports: a topic is told where some sentence tells it."""
    known = [(rows, topics) for rows, topics in given.topics if topics is not None]
    if not known:
        return found.sum() * 0.0
    pooled = torch.stack([pool(found[rows]) for rows, _ in known])
    gold = torch.zeros_like(pooled)
    for row, (_, topics) in enumerate(known):
        gold[row, list(topics or ())] = 1.0
    return functional.binary_cross_entropy_with_logits(pooled.float(), gold)


def pool(found: Tensor) -> Tensor:
    """Scores of a report's topics from those of its sentences: a smooth highest."""
    return torch.logsumexp(found, 0) - 1.0


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
