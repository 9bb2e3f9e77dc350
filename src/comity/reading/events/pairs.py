"""Events that the appraiser reads off a sentence: of each two actors, what the one does to the other."""

from collections.abc import Iterator
from itertools import permutations
from typing import cast

from comity.findings import EventType
from comity.language.appraiser import Answer
from comity.language.questions import Question
from comity.reading import asking
from comity.reading.acts import mode_of
from comity.reading.events.happening import SYMMETRIC, Happening, News
from comity.reading.mentions import Mention, Page, Who
from comity.terms.plover import Plover

# A sentence that names more actors tells of a gathering; who does what to whom is then the verbs' to tell.
_MOST_ACTORS = 5
# Less likely types are not even proposed.
LEAST = 0.15
_NONE = "NONE"


def from_pairs(news: News) -> Iterator[Happening]:
    """Every type that is likely enough between two actors of a sentence, the likelier direction of a joint one."""
    page = news.page
    if page.appraiser is None:
        return
    asked = list(_pairs(page, news.actors.who))
    answers = page.appraiser.answer(page.vectors, [question for *_, question in asked])
    told = {(number, one, other): answer for (number, one, other, _), answer in zip(asked, answers, strict=True)}
    for (number, source, target), answer in told.items():
        back = told[number, target, source]
        for kind in likely(answer):
            joint = kind in SYMMETRIC or (kind == "SUPPORT" and back.events[kind] >= LEAST)
            if not joint or source < target:
                yield _happening(page, number, (source, target), kind, answer, joint=joint)


def _pairs(page: Page, who: Who) -> Iterator[tuple[int, str, str, Question]]:
    for number, sentence in enumerate(page.sentences):
        mentions: dict[str, Mention] = asking.actors_in(who, sentence.start, sentence.end)
        if len(mentions) <= _MOST_ACTORS:
            for one, other in permutations(mentions, 2):
                yield number, one, other, asking.relation(page, number, mentions[one], mentions[other])


def likely(answer: Answer) -> list[EventType]:
    """The types that the answer holds likely enough."""
    return [cast(EventType, kind) for kind, chance in answer.events.items() if kind != _NONE and chance >= LEAST]


def _happening(
    page: Page, number: int, pair: tuple[str, str], kind: EventType, answer: Answer, *, joint: bool
) -> Happening:
    sentence = page.sentences[number]
    spans = (page.chars(sentence.start, sentence.end),)
    mode = mode_of(answer, kind, page.terms.table(Plover))
    return Happening(*pair, kind, spans, answer.events[kind], mode=mode, joint=joint, clue="sentence pair")
