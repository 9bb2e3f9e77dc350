"""How well labels are found: tags, trees and names, against gold sentences."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from training.sentences import UNSURE, Sentence, spans


@dataclass(frozen=True, slots=True)
class Labels:
    """What a model says of one sentence, one entry per word, as in Sentence."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]


Model = Callable[[Sequence[Sentence]], Iterable[Labels]]


def measure(model: Model, gold: Sequence[Sentence]) -> dict[str, float]:
    """Percentages: upos, xpos, uas, las (all words), uas_words, las_words (without punctuation);
    names_precision, names_recall, names_f1 (exact span and type), and f1 by type."""
    found = list(model(gold))
    return trees(found, gold) | names(found, gold)


def trees(found: Sequence[Labels], gold: Sequence[Sentence]) -> dict[str, float]:
    """Accuracies over the sentences that carry a tree; labels compared with subtypes."""
    hits: dict[str, int] = dict.fromkeys(("upos", "xpos", "uas", "las", "uas_words", "las_words"), 0)
    every = words = 0
    for one, item in zip(found, gold, strict=True):
        if item.heads is None or item.labels is None or item.upos is None or item.xpos is None:
            continue
        for at in range(len(item.words)):
            head = one.heads[at] == item.heads[at]
            both = head and one.labels[at] == item.labels[at]
            counted = item.upos[at] != "PUNCT"
            every, words = every + 1, words + counted
            hits["upos"] += one.upos[at] == item.upos[at]
            hits["xpos"] += one.xpos[at] == item.xpos[at]
            hits["uas"] += head
            hits["las"] += both
            hits["uas_words"] += head and counted
            hits["las_words"] += both and counted
    return {k: percent(n, words if k.endswith("_words") else every) for k, n in hits.items() if every}


def names(found: Sequence[Labels], gold: Sequence[Sentence]) -> dict[str, float]:
    """Exact-match scores over sentences with names marked; found names that touch a word marked
    UNSURE are not counted."""
    right: dict[str, int] = {}
    said: dict[str, int] = {}
    there: dict[str, int] = {}
    for one, item in zip(found, gold, strict=True):
        if item.names is None:
            continue
        known = set(spans(item.names))
        guesses = {s for s in spans(one.names) if UNSURE not in item.names[s[0] : s[1]]}
        for counts, group in ((right, known & guesses), (said, guesses), (there, known)):
            for _, _, kind in group:
                counts[kind] = counts.get(kind, 0) + 1
    if not there:
        return {}
    totals = sum(right.values()), sum(said.values()), sum(there.values())
    result = {"names_precision": percent(totals[0], totals[1]), "names_recall": percent(totals[0], totals[2])}
    result["names_f1"] = f1(*totals)
    return result | {f"f1_{k.lower()}": f1(right.get(k, 0), said.get(k, 0), there[k]) for k in sorted(there)}


def f1(right: int, said: int, there: int) -> float:
    """Balanced F score in percent."""
    return percent(2 * right, said + there)


def percent(part: int, whole: int) -> float:
    """Two decimals; 0 of nothing is 0."""
    return round(100 * part / whole, 2) if whole else 0.0
