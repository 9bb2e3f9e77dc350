"""What an encounter's own sentence does not tell, taken from the encounters around it.

The talks of a visit take place where the visit does; an ambassador is received in the host state;
"the same day" is the day told before; what a report tells as news happened in its month.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from comity.findings import EncounterKind, EncounterStatus, Person
from comity.reading import dates
from comity.reading.encounters import recall
from comity.reading.encounters.candidate import Scene, Telling, Trigger

WEEK = 7
# So many encounters before and after one may tell what it leaves open.
NEAREST = 60


@dataclass(frozen=True)
class Draft:
    """An encounter as its joined tellings tell it, before the gaps are filled."""

    kind: EncounterKind
    status: EncounterStatus
    countries: frozenset[str]
    host: str | None
    date: str | None
    inferred: bool
    people: tuple[Person, ...]
    tellings: tuple[Telling, ...]
    main: Telling

    @cached_property
    def start(self) -> int:
        """Where it is first told."""
        return min(t.trigger.start for t in self.tellings)


@dataclass(frozen=True)
class Neighbours:
    """A draft among those around it in its report."""

    scene: Scene
    draft: Draft
    others: Sequence[Draft]

    @property
    def text(self) -> str:
        """The main telling's sentence in lower case."""
        return self.draft.main.trigger.sentence.text.lower()

    @cached_property
    def related(self) -> list[Draft]:
        """Other drafts of the same states and status, the nearest in the text first."""
        same = [
            d
            for d in self.others
            if d is not self.draft and d.countries & self.draft.countries and d.status == self.draft.status
        ]
        return sorted(same, key=lambda d: (d.countries != self.draft.countries, abs(d.start - self.draft.start)))


def received_at(near: Neighbours) -> str | None:
    """The state of whoever receives, or is called on."""
    for telling in near.draft.tellings:
        words, lists = telling.trigger, near.scene.words.lists
        after = near.scene.low(words.start, words.end + 4)
        sides = [p.country for p in telling.people if p.country]
        if len(sides) < 2:
            continue
        if any(after.startswith(guest) for guest in lists.guests):
            return sides[-1]
        if words.phrase in lists.receivers:
            guest = _first_after(near.scene, words) if words.phrase.endswith("ing") else None
            if guest in sides:
                return next((side for side in sides if side != guest), None)
            return sides[-1] if _is_passive(near.scene, words) else sides[0]
    return None


def _first_after(scene: Scene, trigger: Trigger) -> str | None:
    """The state of whom a participle takes as object: "receiving X, Y said"."""
    after = scene.who.people_in(trigger.end, trigger.sentence.end)
    return next((mention.person.country for mention in after), None)


def _is_passive(scene: Scene, trigger: Trigger) -> bool:
    """Whether the guest is the subject: "was also received by"."""
    before = scene.low(max(trigger.sentence.start, trigger.start - 3), trigger.start).split()
    return bool({"was", "were", "be", "been", "being", "is", "are"} & set(before))


def ambassador(near: Neighbours) -> str | None:
    """An ambassador is met where posted: in the other state."""
    for person in near.draft.people:
        posted = person.office and any(word in person.office.lower() for word in near.scene.words.lists.posted)
        rest = near.draft.countries - {person.country or ""}
        if posted and len(rest) == 1 and len(near.draft.countries) == 2:
            return next(iter(rest))
    return None


def visit(near: Neighbours) -> str | None:
    """Where the visit of the same states takes place."""
    return next(
        (d.host for d in near.related if d.kind == "visit" and d.host and d.countries == near.draft.countries), None
    )


def beside(near: Neighbours) -> str | None:
    """Where the nearest encounter of these states takes place."""
    return next((d.host for d in near.related if d.host and d.countries == near.draft.countries), None)


def dateline(near: Neighbours) -> str | None:
    """The state whose town stands in the report's dateline, if it takes part."""
    first = near.scene.page.sentences[0] if near.scene.page.sentences else None
    told = near.scene.who.states_in(first.start, min(first.end, first.start + 6)) if first else ()
    return next((m.code for m in told if m.form in ("capital", "place") and m.code in near.draft.countries), None)


def side(near: Neighbours) -> str | None:
    """The side the report takes, if it takes part."""
    return near.scene.who.ours if near.scene.who.ours in near.draft.countries else None


HostClue = Callable[[Neighbours], str | None]
HOSTS: tuple[HostClue, ...] = (received_at, ambassador, visit, beside, dateline, side)


def day_before(near: Neighbours) -> str | None:
    """The day of the encounter told before: "on the same day", "after the talks"."""
    if not any(phrase in near.text for phrase in near.scene.words.lists.same_day):
        return None
    earlier = [d for d in near.related if d.date and d.start <= near.draft.start and len(d.date) == 10]
    return earlier[0].date if earlier else None


def month_of_visit(near: Neighbours) -> str | None:
    """The month of a dated encounter of the same states."""
    dated = [d for d in near.related if d.date and len(d.date) >= 7 and d.countries == near.draft.countries]
    published = near.scene.page.report.published
    close = [d for d in dated if not published or (d.date or "")[:7] == published[:7]]
    return (close[0].date or "")[:7] if close else None


def month_of_report(near: Neighbours) -> str | None:
    """The month the report was published in, or what its own text fixes."""
    now = near.scene.page.report.published or near.scene.when.now
    return now[:7] if now else None


def day_of_news(near: Neighbours) -> str | None:
    """The day the report's first sentences tell, within the week before it was published.

    The day of a dateline counts only where no other is told; a stay's further meetings have no day.
    """
    published = near.scene.page.report.published
    lists = near.scene.words.lists
    if near.draft.kind == "visit" and not any(phrase in near.text for phrase in lists.one_day):
        return None
    if any(phrase in near.text for phrase in lists.any_day) or not published:
        return None
    fresh = [d for d in near.scene.opening_days if d <= published and _days_between(d, published) <= WEEK]
    return next((d for d in fresh if d != published), fresh[0] if fresh else None)


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def same_past(near: Neighbours) -> str | None:
    """The day or month of what the sentences right before tell of these states."""
    told = dates.told_before(near.scene.page, near.scene.when, near.draft.main.trigger.start)
    earlier = [d for d in near.related if d.date and d.start < near.draft.start and d.countries == near.draft.countries]
    if told is None or not any(told.date.startswith((d.date or "")[:7]) for d in earlier[:1]):
        return None
    return told.date[:7]


def heading(near: Neighbours) -> str | None:
    """The year that heads its part of a chronology."""
    position = near.scene.doc[near.draft.main.trigger.start].idx
    return near.scene.headings.year_at(position)


DateClue = Callable[[Neighbours], str | None]
DATES: tuple[DateClue, ...] = (day_before, day_of_news, month_of_visit, month_of_report)


def fill(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with places and dates filled in where a neighbour tells them; those reckoned are marked."""
    placed = [replace(near.draft, host=near.draft.host or _host(near)) for near in _among(scene, drafts)]
    return [_dated(near) for near in _among(scene, placed)]


def fill_one(scene: Scene, draft: Draft, told: Sequence[Draft]) -> Draft:
    """A draft that is proposed beside those ``told``, its gaps filled as theirs were."""
    near = Neighbours(scene, draft, told)
    return _dated(replace(near, draft=replace(draft, host=draft.host or _host(near))))


def _among(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Neighbours]:
    """Each draft among the nearest others."""
    for number, draft in enumerate(drafts):
        yield Neighbours(scene, draft, drafts[max(0, number - NEAREST) : number + NEAREST + 1])


def _host(near: Neighbours) -> str | None:
    if near.draft.kind == "call":
        return None
    if near.draft.status == "planned":
        return visit(near) if near.draft.kind in ("meeting", "talks") and near.draft.people else None
    return next((host for clue in HOSTS if (host := clue(near))), None)


def _dated(near: Neighbours) -> Draft:
    draft = near.draft
    trigger = draft.main.trigger
    beside = near.scene.low(max(trigger.sentence.start, trigger.start - 6), min(trigger.sentence.end, trigger.end + 5))
    recalled = bool(near.scene.words.lists.ago & set(beside.split()))
    if draft.date or draft.status != "held":
        return draft
    if year := heading(near):
        return replace(draft, date=year)
    if draft.kind == "call" or recalled:
        return draft
    before = dates.told_before(near.scene.page, near.scene.when, trigger.start)
    clues = (same_past,) if before or recall.looks_back(near.scene, trigger) else DATES
    day = next((day for clue in clues if (day := clue(near))), None)
    return replace(draft, date=day, inferred=day is not None)
