"""From tellings of one encounter to its finding."""

from collections import Counter
from collections.abc import Iterator, Sequence

from comity.findings import Encounter, Person
from comity.reading.encounters import joining
from comity.reading.encounters.candidate import Scene, Telling
from comity.reading.encounters.filling import Draft
from comity.reading.mentions import Mention, Page
from comity.reading.proposals import Proposed

STEP = "encounters"
MOST_EVIDENCE = 2


def of(group: Sequence[Telling]) -> Draft:
    """One encounter from its tellings: the fullest date, the first place, everybody named."""
    main = max(group, key=lambda t: (not t.points_back, bool(t.people), bool(t.date), bool(t.host), -t.trigger.start))
    dated = _dated(main, group)
    return Draft(
        main.kind, main.status, main.countries, next((t.host for t in (main, *group) if t.host), None),
        dated.date if dated else None, bool(dated and dated.inferred), _people(main, group), tuple(group), main,
    )  # fmt: skip


def _dated(main: Telling, group: Sequence[Telling]) -> Telling | None:
    """Whose date is the encounter's: the fullest that does not contradict the main telling's own."""
    own = main.date or ""
    fitting = [t for t in group if t.date and (t.date.startswith(own) or own.startswith(t.date))]
    return max(fitting, key=lambda t: (len(t.date or ""), t is main), default=None)


def vouched(scene: Scene, told: Sequence[Draft]) -> Iterator[Proposed[Encounter]]:
    """The drafts as proposals that the rules vouch for; several of one word are no rivals."""
    shared = Counter(draft.main.trigger.start for draft in told)
    for draft in told:
        alone = shared[draft.main.trigger.start] == 1
        yield proposal(scene, draft, rival_of(draft.main) if alone else None, True)


def proposal(scene: Scene, draft: Draft, rival: str | None, vouched: bool) -> Proposed[Encounter]:
    """The draft as a proposal: its word of encounter is the anchor, it rests on those of its states near it."""
    trigger = draft.main.trigger
    return Proposed(
        _encounter(scene.page, draft),
        Mention(trigger.start, trigger.end),
        tuple(_rests_on(scene, draft)),
        rival,
        vouched,
    )


def rival_of(telling: Telling) -> str:
    """Where other readings of the same word compete with it: a journey with those to the same state."""
    group = joining.GROUPS[telling.kind]
    return f"{telling.trigger.start} {telling.host if group == 'visit' else 'together'}"


def _rests_on(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Who of the sentence, states and people, takes part."""
    start, end = draft.main.trigger.sentence.start, draft.main.trigger.sentence.end
    who, codes = scene.who, draft.countries
    yield from (Mention(m.start, m.end) for m in who.people_in(start, end) if m.person.country in codes)
    yield from (Mention(m.start, m.end) for m in who.parties_in(start, end) if codes & set(m.codes))
    yield from (Mention(m.start, m.end) for m in who.states_in(start, end) if m.code in codes or m.code == draft.host)


def _encounter(page: Page, draft: Draft) -> Encounter:
    main = draft.main
    told = (main, *(t for t in draft.tellings if set(t.people) - set(main.people)))[:MOST_EVIDENCE]
    return Encounter.found(
        page.report, page.evidence(*(t.trigger.start for t in told)), STEP, max(t.weight for t in draft.tellings),
        kind=draft.kind, status=draft.status, countries=tuple(sorted(draft.countries)), host=draft.host,
        date=draft.date, people=draft.people, inferred=("date",) if draft.date and draft.inferred else (),
    )  # fmt: skip


def _people(main: Telling, group: Sequence[Telling]) -> tuple[Person, ...]:
    """Everybody named by the tellings; one that only points back adds nobody in another's place."""
    trusted = [t for t in (main, *group) if t is main or t.adds or not joining.at_odds(main, t)]
    ordered = sorted(trusted, key=lambda t: t.trigger.start)
    named = (p for t in ordered for p in t.people if p.name and (p.country is None or p.country in main.countries))
    return tuple(dict.fromkeys(named))
