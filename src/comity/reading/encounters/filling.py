"""What an encounter's own sentence does not tell, taken from the encounters around it.

The talks of a visit take place where the visit does; an ambassador is received in the host state;
"the same day" is the day told before; what a report tells as news happened in its month.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from comity.findings import EncounterKind, EncounterStatus, Person
from comity.reading.encounters.candidate import Scene, Telling

WEEK = 7


@dataclass(frozen=True, slots=True)
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

    @property
    def start(self) -> int:
        """Where it is first told."""
        return min(t.trigger.start for t in self.tellings)


@dataclass(frozen=True)
class Neighbours:
    """A draft among the others of its report."""

    scene: Scene
    draft: Draft
    others: Sequence[Draft]

    @property
    def text(self) -> str:
        """The main telling's sentence in lower case."""
        return self.draft.main.trigger.sentence.text.lower()

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
        before = [p for p in telling.people if p.country]
        if len(before) < 2:
            continue
        if any(after.startswith(guest) for guest in lists.guests):
            return before[-1].country
        if words.phrase in lists.receivers:
            return before[0].country
    return None


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
        (d.host for d in near.related() if d.kind == "visit" and d.host and d.countries == near.draft.countries), None
    )


def beside(near: Neighbours) -> str | None:
    """Where the nearest encounter of these states takes place."""
    return next((d.host for d in near.related() if d.host and d.countries == near.draft.countries), None)


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
    earlier = [d for d in near.related() if d.date and d.start <= near.draft.start and len(d.date) == 10]
    return earlier[0].date if earlier else None


def month_of_visit(near: Neighbours) -> str | None:
    """The month of a dated encounter of the same states."""
    dated = [d for d in near.related() if d.date and len(d.date) >= 7 and d.countries == near.draft.countries]
    published = near.scene.page.report.published
    close = [d for d in dated if not published or (d.date or "")[:7] == published[:7]]
    return (close[0].date or "")[:7] if close else None


def month_of_report(near: Neighbours) -> str | None:
    """The month the report was published in."""
    published = near.scene.page.report.published
    return published[:7] if published else None


def day_of_news(near: Neighbours) -> str | None:
    """The day the report's first sentences tell, within the week before it was published."""
    published = near.scene.page.report.published
    if near.draft.kind == "visit" and not any(phrase in near.text for phrase in near.scene.words.lists.one_day):
        return None
    end = near.scene.page.sentences[min(2, len(near.scene.page.sentences)) - 1].end
    days = [
        m.value
        for m in near.scene.when.moments
        if m.start < end and len(m.value) == 10 and m.form in ("point", "period")
    ]
    fresh = [
        d
        for d in days
        if published and d <= published and (date.fromisoformat(published) - date.fromisoformat(d)).days <= WEEK
    ]
    return fresh[0] if fresh else None


DateClue = Callable[[Neighbours], str | None]
DATES: tuple[DateClue, ...] = (day_before, day_of_news, month_of_visit, month_of_report)


def fill(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with places and dates filled in where a neighbour tells them; those reckoned are marked."""
    placed = [replace(d, host=d.host or _host(scene, d, drafts)) for d in drafts]
    return [_dated(Neighbours(scene, d, placed)) for d in placed]


def _host(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> str | None:
    if draft.kind == "call" or draft.status == "planned":
        return None
    near = Neighbours(scene, draft, drafts)
    return next((host for clue in HOSTS if (host := clue(near))), None)


def _dated(near: Neighbours) -> Draft:
    draft = near.draft
    recalled = bool(near.scene.words.lists.ago & set(near.text.split()))
    if draft.date or draft.status != "held" or recalled:
        return draft
    day = next((day for clue in DATES if (day := clue(near))), None)
    return replace(draft, date=day, inferred=day is not None)
