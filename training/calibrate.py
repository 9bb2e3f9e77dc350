"""Beliefs to probabilities, and the probability from which a proposal is a finding: by reports kept for choosing.

Probabilities are those of logistic regression, as Platt's (1999): per kind of finding a weight for each thing that
speaks for it, fitted by Newton's method to what is right. The least probability of a finding is chosen for each kind
apart for what the rules alone would have and what they would not, by F1 and F1 of what is right in full together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from comity.findings import Event, Finding
from comity.language.appraisal import KINDS
from comity.language.appraiser import Answer
from comity.language.manifest import Calibration, log_odds
from comity.reading import topics
from comity.reading.choosing import chances_of, each_chance, sides
from comity.reading.choosing import told as told_of
from comity.reading.proposals import Proposed
from tests.quality import score
from training.reports import MEASURE, PLURALS, Gold, answers, written

Array = npt.NDArray[np.float64]
# The least probabilities that are tried: every one the rules alone would have is told, none that they would not.
VOUCHED = (0.0, 0.06, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.36, 0.42, 0.5)
DOUBTED = (1.01, 0.9, 0.8, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28, 0.22)

# What the rules alone decide: to leave out quotations whose speaker is in doubt gained on the reports kept for choosing
# and lost on others.
RULED = ("statement",)
BINS = 10
OF_PROPOSALS = ("appraiser", "vouched", "bias")
# The appraiser's word as it is: what a calibration starts from.
PLAIN = Calibration(
    proposals={kind: {"appraiser": 1.0, "vouched": 0.0, "bias": 0.0} for kind in KINDS},
    least={kind: {"vouched": VOUCHED[0], "doubted": DOUBTED[0]} for kind in (*KINDS, "topic")},
    event_temperature=1.0,
    events={"rule": 0.5, "pair": 0.5, "ruled": 0.0, "paired": 0.0, "bias": 0.0},
    topics={"words": 0.5, "score": 0.5, "told": 0.0, "bias": 0.0},
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The proposals of one kind in one report, their answers, whether each is right, and the gold."""

    proposals: Sequence[Proposed[Finding]]
    answers: Sequence[Answer]
    right: Sequence[bool]
    gold: Gold


def weighed(have: dict[str, Any], gold: Gold) -> dict[str, Weighed]:
    """By kind, what the steps proposed of one report and what the appraiser of its page holds of it."""
    page, who, found = have["page"], have["who"], {}
    for kind, plural in PLURALS.items():
        proposals = have[f"proposed_{plural}"]
        asked = answers(page, who, proposals, gold)
        given = page.appraiser.answer(page.vectors, [one.question for one in asked])
        found[kind] = Weighed(proposals, given, [bool(one.right) for one in asked], gold)
    return found


def fit(made: Calibration, reports: Sequence[dict[str, Weighed]], told: Sequence[tuple[Array, Array]]) -> Calibration:
    """The calibration by all reports; `told` are the topics of each: what speaks for each and whether it is told."""
    made = replace(made, proposals={kind: weights_of([report[kind] for report in reports]) for kind in KINDS})
    made = replace(made, events=events_weights(made, [report["event"] for report in reports]))
    features, gold = (np.concatenate(parts) for parts in zip(*told, strict=True))
    names = ("words", "score", "told", "bias")
    made = replace(made, topics=dict(zip(names, map(float, logistic(features, gold)), strict=True)))
    least = {kind: least_of(kind, made, [report[kind] for report in reports]) for kind in KINDS}
    return replace(made, least=least | {"topic": least_of_topics(made, told)})


def weights_of(reports: Iterable[Weighed]) -> dict[str, float]:
    """What the appraiser says of a proposal and whether the rules would have it, weighed together."""
    rows, right = [], []
    for report in reports:
        for proposed, answer, ok in zip(report.proposals, report.answers, report.right, strict=True):
            told = [log_odds(answer.right), float(proposed.vouched), 1.0]
            if proposed.vouched or not isinstance(proposed.finding, Event):
                rows.append(told)
                right.append(ok)
    return dict(zip(OF_PROPOSALS, map(float, logistic(np.array(rows), np.array(right))), strict=True))


def events_weights(made: Calibration, reports: Iterable[Weighed]) -> dict[str, float]:
    """What rules and appraiser each say of a triple, weighed together."""
    rows, right = [], []
    for report in reports:
        by_rule, by_pair = sides(report.proposals, each_chance(made, report.proposals, report.answers))
        correct = {p.rival: ok for p, ok in zip(report.proposals, report.right, strict=True)}
        for triple, ok in correct.items():
            rule, pair = by_rule.get(triple), by_pair.get(triple)
            told = [0.0 if rule is None else log_odds(rule), 0.0 if pair is None else log_odds(pair)]
            rows.append([*told, float(rule is not None), float(pair is not None), 1.0])
            right.append(ok)
    names = ("rule", "pair", "ruled", "paired", "bias")
    return dict(zip(names, map(float, logistic(np.array(rows), np.array(right))), strict=True))


def chances(made: Calibration, report: Weighed) -> Sequence[float]:
    """The probability of each proposal of a report."""
    return chances_of(made, report.proposals, report.answers) if report.proposals else []


def logistic(told: Array, right: npt.NDArray[np.bool_], rounds: int = 50, ridge: float = 1e-3) -> Array:
    """Weights of logistic regression with the least log loss, drawn a little towards nought."""
    weights = np.zeros(told.shape[1])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (chance - right) + ridge * len(told) * weights
        bend = (told * (chance * (1 - chance))[:, None]).T @ told + ridge * len(told) * np.eye(told.shape[1])
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def least_of(kind: str, made: Calibration, reports: Sequence[Weighed]) -> dict[str, float]:
    """The least probabilities with which the findings of a kind are best."""
    if kind in RULED:
        return dict(PLAIN.least[kind])
    ready = [(report, chances(made, report)) for report in reports]
    return best(lambda vouched, doubted: goodness(kind, ready, {True: vouched, False: doubted}))


def best(worth: Callable[[float, float], float]) -> dict[str, float]:
    """Of the pairs of least probabilities that are worth most, the one that leaves most to the rules."""
    pairs = {(i, j): worth(one, other) for i, one in enumerate(VOUCHED) for j, other in enumerate(DOUBTED)}
    most = max(pairs.values())
    i, j = min((pair for pair, value in pairs.items() if value == most), key=lambda pair: (sum(pair), pair))
    return {"vouched": VOUCHED[i], "doubted": DOUBTED[j]}


def goodness(kind: str, reports: Iterable[tuple[Weighed, Sequence[float]]], least: Mapping[bool, float]) -> float:
    """F1 of a kind's findings and F1 of those right in full, added up."""
    plural, right, whole, found, gold = PLURALS[kind], 0, 0, 0, 0
    match, extra = MEASURE[plural]
    for report, chance in reports:
        usual = [least[one.vouched] for one in report.proposals]
        enough = [one >= another for one, another in zip(chance, usual, strict=True)]
        kept = [report.proposals[at].finding for at in told_of(report.proposals, chance, usual, enough)]
        pairs, _, _ = score.pair(match, report.gold[plural], [written(one) for one in kept], extra)
        good = [(a, b) for a, b in pairs if all(extra[name](a, b) for name in score.STRICT[plural])]
        right += len(good)
        whole += sum(
            all(extra[name](a, b) for name in score.FULL[plural]) and score.located(a, b) >= 0.5 for a, b in good
        )
        found, gold = found + len(kept), gold + len(report.gold[plural])
    return 2 * (right + whole) / max(1, found + gold)


def topics_told(have: dict[str, Any], gold: Gold) -> tuple[Array, Array]:
    """For each topic what speaks for it in a report, (topics, 4), and whether it is told, (topics,)."""
    page, findings = have["page"], [*have["agreements"], *have["pledges"], *have["encounters"]]
    speaks = topics.speaking(page, findings, told=bool(findings and have["who"].pair))
    rows = [[words, points, float(told), 1.0] for words, points, told in speaks.values()]
    return np.array(rows), np.array([topic in gold["topics"] for topic in speaks])


def least_of_topics(made: Calibration, told: Sequence[tuple[Array, Array]]) -> dict[str, float]:
    """The least probabilities with which topics are best."""
    weights = np.array([made.topics[name] for name in ("words", "score", "told", "bias")])
    features, gold = (np.concatenate(parts) for parts in zip(*told, strict=True))
    chance = 1 / (1 + np.exp(-features @ weights))
    by_rule = np.array([topics.vouched(row[0], told=bool(row[2])) for row in features])

    def f1(vouched: float, doubted: float) -> float:
        kept = chance >= np.where(by_rule, vouched, doubted)
        return float(2 * (kept & gold).sum() / max(1, kept.sum() + gold.sum()))

    return best(f1)


def rounded(told: Any) -> Any:
    """Numbers to four decimals, as the manifest holds them, in whatever they stand."""
    if isinstance(told, dict):
        return {name: rounded(value) for name, value in told.items()}
    return round(told, 4)


def bins(chance: Array, right: npt.NDArray[np.generic]) -> list[tuple[float, float, int]]:
    """Ten bins of equal width, less the empty ones: mean probability, share that is right, how many."""
    number = np.minimum((chance * BINS).astype(int), BINS - 1)
    held = [number == n for n in sorted(set(number.tolist()))]
    return [(float(chance[one].mean()), float(right[one].mean()), int(one.sum())) for one in held]


def calibration_error(chance: Array, right: npt.NDArray[np.generic]) -> float:
    """Expected calibration error in ten bins of equal width (Naeini and others 2015)."""
    return sum(count * abs(told - true) for told, true, count in bins(chance, right)) / len(chance)
