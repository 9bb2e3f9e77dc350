"""How long answers take: each question is asked of a full record many times, each time of something else.

Times are inside the process, of a warm record: every question was asked once before. By the clock, and the
processor time of this process, since machines are shared; SQLite works in this process, PostgreSQL in its own.
"""

import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, text

from comity.cli.dossier import text_of
from comity.dossier import dossier, query
from comity.record import asking
from comity.record.asking import Wanted
from comity.record.db import Record
from comity.record.search import search
from comity.run import asking as run_asking
from comity.settings import Settings
from comity.terms import load

SEED = 7
TIMES = 30
DAY = "2026-11-26"
SAMPLE = 300
Pair = tuple[str, str]
Answer = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Arguments:
    """What is asked for: pairs of states at random and those with most matters, words, phrases, people."""

    pairs: Sequence[Pair]
    fullest: Sequence[Pair]
    states: Sequence[str]
    frequent: Sequence[str]
    rare: Sequence[str]
    phrases: Sequence[str]
    people: Sequence[str]
    topics: Sequence[str]


def times(record: Record, many: int = TIMES) -> dict[str, dict[str, float]]:
    """The median, the 95th percentile and the most of each question, in milliseconds."""
    with record.asking() as db:
        arguments = _arguments(db, many)
    return {name: _timed(actions) for name, actions in _questions(record, arguments, many)}


def _timed(actions: Sequence[Answer]) -> dict[str, float]:
    actions[0]()
    taken, worked = [], []
    for action in actions:
        start, began = time.perf_counter(), time.process_time()
        action()
        worked.append((time.process_time() - began) * 1000)
        taken.append((time.perf_counter() - start) * 1000)
    last = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
    told = {"median_ms": statistics.median(taken), "p95_ms": last, "most_ms": max(taken)}
    told["cpu_median_ms"] = statistics.median(worked)
    return {name: round(value, 1) for name, value in told.items()}


def _arguments(db: Connection, many: int) -> Arguments:
    chance = random.Random(SEED)
    counted = "SELECT pair, count(*) FROM matters WHERE pair IS NOT NULL GROUP BY pair ORDER BY 2 DESC, 1"
    pairs = [tuple(pair.split("-")) for (pair, _) in db.execute(text(counted))]
    texts = [told for (told,) in db.execute(text(f"SELECT text FROM reports ORDER BY id LIMIT {SAMPLE}"))]
    words = Counter(word for told in texts for word in set(re.findall(r"[a-z]{4,}", told.lower())))
    names = [name for (name,) in db.execute(text("SELECT name FROM people ORDER BY id LIMIT 1000")) if " " in name]
    return Arguments(
        pairs=[*_some(chance, pairs, many)],
        fullest=[*_some(chance, pairs[:many], many)],
        states=[*_some(chance, sorted({code for pair in pairs for code in pair}), many)],
        frequent=[word for word, _ in words.most_common(many)],
        rare=[*_some(chance, [name.split()[-1] for name in names], many)],
        phrases=[*_some(chance, [*_phrases(texts)], many)],
        people=[*_some(chance, names, many)],
        topics=["trade", "energy", "culture", "transport", "space"],
    )


def _some(chance: random.Random, all: Sequence[Any], many: int) -> Iterator[Any]:
    yield from chance.sample(all, min(many, len(all)))


def _phrases(texts: Sequence[str]) -> Iterator[str]:
    """Three words in a row out of the middle of each text."""
    for told in texts:
        words = told.split()
        middle = len(words) // 2
        yield '"' + " ".join(words[middle : middle + 3]).replace('"', "") + '"'


def _questions(record: Record, told: Arguments, many: int) -> Iterator[tuple[str, list[Answer]]]:
    """Each question with what it is asked of."""
    yield "show", [partial(shown, record, pair) for pair in told.pairs]
    yield "show, fullest pairs", [partial(shown, record, pair) for pair in told.fullest]
    asker = _Asker(record)
    yield from _lists(asker, told, many)
    yield "search, frequent words", [asker.asks(search, word) for word in told.frequent]
    pairs = zip(told.frequent, reversed(told.frequent), strict=True)
    yield "search, two frequent words", [asker.asks(search, f"{one} {other}") for one, other in pairs]
    yield "search, rare words", [asker.asks(search, word) for word in told.rare]
    yield "search, phrases", [asker.asks(search, phrase) for phrase in told.phrases]
    yield "promises of a pair", [asker.asks(asking.promises, DAY, pair) for pair in told.pairs]
    standings = (("open",), ("overdue",), ("kept",), ("broken",))
    yield (
        "promises of all by standing",
        [asker.asks(asking.promises, DAY, None, standings[at % 4]) for at in range(many)],
    )
    yield "conflicts, pages", [asker.asks(query.contradictions, DAY, 20, 20 * at) for at in range(many)]
    yield "person", [asker.asks(asking.persons, name) for name in told.people]
    yield "why, a matter", [asker.asks(asking.why, one) for one in _matters(record, many)]


def _lists(asker: "_Asker", told: Arguments, many: int) -> Iterator[tuple[str, list[Answer]]]:
    def listed(kind: str | None, wanted: Wanted, *page: int) -> Answer:
        return asker.asks(asking.matters_like, kind, wanted, *page)

    topics = [told.topics[at % len(told.topics)] for at in range(many)]
    yield "list encounters, pages", [listed("encounter", Wanted(), 50, 50 * at) for at in range(many)]
    yield "list agreements --with", [listed("agreement", Wanted((code,))) for code in told.states]
    yield "list encounters --between", [listed("encounter", Wanted(pair)) for pair in told.pairs]
    yield (
        "list events --between, a year",
        [listed("event", Wanted(pair, *_year(at))) for at, pair in enumerate(told.pairs)],
    )
    yield (
        "list figures --with --topic",
        [listed("figure", Wanted((code,), topic=topic)) for code, topic in zip(told.states, topics, strict=False)],
    )
    yield (
        "list agreements --status --topic --since",
        [listed("agreement", Wanted((), _year(at)[0], None, topic, "signed")) for at, topic in enumerate(topics)],
    )
    yield (
        "list of all kinds --with, a year",
        [listed(None, Wanted((code,), *_year(at))) for at, code in enumerate(told.states)],
    )


class _Asker:
    """Asks each question in a transaction of its own, as the command does."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def asks(self, question: Callable[..., object], *told: object) -> Answer:
        """The question with its arguments, to be asked later."""
        return partial(self._answer, question, told)

    def _answer(self, question: Callable[..., object], told: Sequence[object]) -> object:
        with self._record.asking() as db:
            return question(db, *told)


def shown(record: Record, pair: Pair) -> str:
    """The page of two states as ``comity show`` prints it."""
    return text_of(dossier(run_asking.account(record, pair, Settings()), load()), styled=False)


def _matters(record: Record, many: int) -> list[str]:
    with record.asking() as db:
        return [id for (id,) in db.execute(text(f"SELECT id FROM matters ORDER BY id LIMIT {many}"))]


def _year(at: int) -> tuple[str, str]:
    year = 2000 + at % 25
    return f"{year}-01-01", f"{year}-12-31"
