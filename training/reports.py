"""Annotated reports as cases: what the readers propose of each, and which of it is right."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from comity import intake, language, settings, terms
from comity.findings import Finding
from comity.language.appraisal import EVENT_CLASSES, TOLD, TOPICS
from comity.reading import asking, steps
from comity.reading.mentions import Page, Who
from comity.reading.proposals import Proposed
from tests.quality import score
from training.cases import Asked, Case
from training.relations import SYMMETRIC

PLURALS = {
    "encounter": "encounters", "statement": "statements", "agreement": "agreements", "figure": "figures",
    "pledge": "pledges", "event": "events",
}  # fmt: skip
Test = Callable[[Any, Any], Any]
# By kind in the plural, what makes a finding match the gold's, and tests of its attributes.
MEASURE: dict[str, tuple[Test, dict[str, Test]]] = dict(score.KINDS)
# What a proposal must agree in beside what makes it match: the measure's own strictness, but for the status,
# which the appraiser tells apart.
STRICT = {kind: [name for name in names if name != "status"] for kind, names in score.STRICT.items()}
# A pair of actors without an event in a report is told so often that it would drown the others.
NO_EVENT = 0.3
Gold = dict[str, Any]
# What a reader is given of an annotated report.
GIVEN = ("id", "url", "outlet", "published", "title", "text")
# How the project's own reports are divided: by the number in the name, divided by five.
APART, TUNE, TRAIN = frozenset({0}), frozenset({1}), frozenset({2, 3, 4})


def read_reports(folder: Path) -> Iterator[Gold]:
    """The annotated reports of a folder, in order of name."""
    return (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))


def own(folder: Path, part: frozenset[int]) -> Iterator[Gold]:
    """The project's own annotated reports of one part: APART, TUNE or TRAIN."""
    return (gold for gold in read_reports(folder) if int(gold["id"].split("-")[1]) % 5 in part)


def cases(reports: Iterable[Gold]) -> Iterator[Case]:
    """A case for each report."""
    told = settings.read()
    parser, words = language.load(longest=told.max_sentence_words), terms.load(told.terms)
    for gold in reports:
        report = intake.report({key: gold[key] for key in GIVEN}, told)
        have = steps.found(report, parser.parse(report.text, report.skipped), words)
        yield case(have, gold)


def case(have: dict[str, Any], gold: Gold) -> Case:
    """The questions of one report whose steps have run, with their answers."""
    page, who = have["page"], have["who"]
    asked = [one for plural in PLURALS.values() for one in answers(page, who, have[f"proposed_{plural}"], gold)]
    sentences = tuple(page.written(number) for number in range(len(page.sentences)))
    topics = tuple(TOPICS.index(topic) for topic in gold["topics"])
    return Case(gold["id"], sentences, (*asked, *pairs(page, who, gold)), topics)


def answers(page: Page, who: Who, proposals: Sequence[Proposed[Finding]], gold: Gold) -> list[Asked]:
    """The questions to all proposals of one kind, with their answers.

    A proposal in doubt is not right where those that the rules vouch for tell all there is of its like.
    """
    known = [alike(one, gold) for one in proposals]
    vouched = [(one.rival, like) for one, like in zip(proposals, known, strict=True) if one.vouched]
    given = []
    for one, like in zip(proposals, known, strict=True):
        taken = sum(_meet(like, other) for rival, other in vouched if rival is None or rival != one.rival)
        right = bool(like) and (one.vouched or len(like) > taken)
        given.append(Asked(asking.question(page, who, one), right=right, told=_told(one.finding, gold)))
    return given


def alike(proposed: Proposed[Finding], gold: Gold) -> list[Gold]:
    """The findings of the gold that a proposal may stand for."""
    match, extra = MEASURE[PLURALS[proposed.finding.KIND]]
    found = written(proposed.finding)
    strict = STRICT[PLURALS[proposed.finding.KIND]]
    return [
        one
        for one in gold[PLURALS[proposed.finding.KIND]]
        if match(one, found) and all(extra[name](one, found) for name in strict)
    ]


def written(finding: Finding) -> dict[str, Any]:
    """The finding as the measure takes it."""
    told: dict[str, Any] = json.loads(finding.model_dump_json(by_alias=True))
    return told


def _meet(one: Sequence[Gold], other: Sequence[Gold]) -> bool:
    return any(a is b for a in one for b in other)


def _told(finding: Finding, gold: Gold) -> dict[str, int]:
    """What the gold tells of a finding that it matches."""
    plural, found = PLURALS[finding.KIND], written(finding)
    match, _ = MEASURE[plural]
    best = max((one for one in gold[plural] if match(one, found)), key=lambda g: score.located(g, found), default=None)
    return told(finding.KIND, best) if best else {}


def told(kind: str, gold: Gold) -> dict[str, int]:
    """The classes of the gold finding by head of TOLD."""
    heads = {name: name.partition("_") for name in TOLD}
    return {name: TOLD[name].index(gold[part]) for name, (of, _, part) in heads.items() if of == kind}


def pairs(page: Page, who: Who, gold: Gold) -> Iterator[Asked]:
    """Each two actors of a sentence: what the one does to the other there, NONE for nothing."""
    events = gold["events"]
    for number, sentence in enumerate(page.sentences):
        mentions = asking.actors_in(who, sentence.start, sentence.end)
        here = [event for event in events if _within(event["evidence"], sentence.text)]
        for source, target in permutations(mentions, 2):
            classes = _classes(here, source, target)
            elsewhere = _classes(events, source, target)
            if classes or not elsewhere:
                question = asking.relation(page, number, mentions[source], mentions[target])
                yield Asked(question, events=classes or (0,), weight=1.0 if classes else NO_EVENT)


def _within(evidence: str | Sequence[str], sentence: str) -> bool:
    """Whether the sentence is part of the evidence, or holds it."""
    parts = [evidence] if isinstance(evidence, str) else evidence
    return any(part.strip() in sentence or sentence.strip() in part for part in parts)


def _classes(events: Iterable[Gold], source: str, target: str) -> tuple[int, ...]:
    found = {
        EVENT_CLASSES.index(event["type"])
        for event in events
        if (event["source"], event["target"]) == (source, target)
        or ((event["target"], event["source"]) == (source, target) and event["type"] in SYMMETRIC)
    }
    return tuple(sorted(found))
