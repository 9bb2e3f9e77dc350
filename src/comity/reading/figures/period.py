"""When a figure was counted or is to be reached, and whether it is a count or an aim."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from comity.findings import FigureStatus
from comity.reading.dates.choice import distance
from comity.reading.mentions import Clause, Clauses, Moment, Page, Quantity, When
from comity.terms.measures import Measures, Status


@dataclass(frozen=True, slots=True)
class _Sight:
    """A quantity with its clause and time."""

    page: Page
    quantity: Quantity
    clause: Clause | None
    moment: Moment | None
    now: str | None
    words: Status
    reaching: frozenset[str]

    @property
    def above(self) -> list[Token]:
        """The words above the number, the nearest first."""
        return list(self.page.doc[self.quantity.end - 1].ancestors)[:5]


def _base(sight: _Sight) -> FigureStatus | None:
    """As in "Up from 120", "instead of 200": what was before."""
    before = [t.lower_ for t in sight.page.doc[max(0, sight.quantity.start - 3) : sight.quantity.start]]
    return (
        "reported"
        if before and (before[-1] in ("from", "against", "than") or before[-2:] == ["instead", "of"])
        else None
    )


def _done(sight: _Sight) -> FigureStatus | None:
    """A fact of the past in the number's own clause."""
    clause = sight.clause
    return "reported" if clause and clause.status in ("fact", "recalled") and clause.tense == "past" else None


def _ahead(sight: _Sight) -> FigureStatus | None:
    """A time ahead."""
    if sight.moment is None or sight.now is None or sight.moment.form == "since":
        return None
    last = sight.moment.last or sight.moment.value
    return "target" if last[: len(sight.now)] > sight.now[: len(last)] else None


def _behind(sight: _Sight) -> FigureStatus | None:
    """A time that has passed right behind the number: "900,000 last year"."""
    moment = sight.moment
    if moment is None or sight.now is None or not 0 <= moment.start - sight.quantity.end <= 1:
        return None
    last = moment.last or moment.value
    return "reported" if last[: len(sight.now)] < sight.now[: len(last)] else None


def _outcome(sight: _Sight) -> FigureStatus | None:
    """As in "grew by 5 % to reach 53 million": an outcome, unless what leads to it lies ahead itself."""
    above = sight.above
    verb = next((t for t in above if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in sight.reaching or verb.tag_ != "VB":
        return None
    led = verb.head
    helpers = {c.lower_ for c in led.children if c.dep_[:3] in ("aux", "mar")}
    aimed = led.lemma_.lower() in sight.words.verbs or helpers & set(sight.words.auxiliaries)
    return None if aimed or led == verb or led.pos_ != "VERB" else "reported"


def _planned(sight: _Sight) -> FigureStatus | None:
    """A clause that plans, wishes or asks."""
    clause = sight.clause
    planned = clause and (
        clause.status in ("planned", "wished", "requested", "conditional") or clause.tense == "future"
    )
    return "target" if planned else None


def _aimed(sight: _Sight) -> FigureStatus | None:
    """A verb or noun of aiming above the number, or an auxiliary of the future beside its verb."""
    words = sight.words
    for token in sight.above:
        helped = any(c.lower_ in words.auxiliaries and c.dep_[:3] in ("aux", "mar") for c in token.children)
        if token.pos_ == "VERB" and (token.lemma_.lower() in words.verbs or helped):
            return "target"
        if token.pos_ == "NOUN" and token.lemma_.lower() in words.nouns:
            return "target"
    return None


CLUES: tuple[Callable[[_Sight], FigureStatus | None], ...] = (_base, _ahead, _behind, _done, _outcome, _planned, _aimed)


def status_of(page: Page, clauses: Clauses, quantity: Quantity, moment: Moment | None, now: str | None) -> FigureStatus:
    """What the first clue that speaks says, "reported" where none does."""
    measures = page.terms.table(Measures)
    clause = clauses.of(page.doc[quantity.end - 1])
    sight = _Sight(page, quantity, clause, moment, now, measures.status, measures.lists.reaching)
    return next((told for clue in CLUES if (told := clue(sight))), "reported")


def moment_of(
    page: Page, when: When, quantity: Quantity, measure: str, others: Sequence[Quantity] = ()
) -> Moment | None:
    """The time told in the sentence that belongs to the number, if any is near enough.

    Flows of a year take years and runs of months; counts of people and firms mostly stand as of now,
    and take a time only from their own clause.
    """
    sentence = page.sentence_of(quantity.start)
    every = [m for m in when.moments_in(sentence.start, sentence.end) if m.form != "anniversary"]
    every = [m for m in every if len(m.value) < 10 or m.form == "deadline"]
    if _is_compared(page, quantity):
        return next((m for m in every if 0 <= m.start - quantity.end <= 3), None)
    told = [m for m in every if not _is_base(page, m) or m.start == sentence.start]
    right_behind = [m for m in told if 0 <= m.start - quantity.end <= 2]
    if right_behind:
        return right_behind[0]
    rise = _end_of_rise(page, quantity) is not None
    told = [m for m in told if (rise and m.last) or not any(0 <= m.start - other.end <= 2 for other in others)]
    near = page.doc[quantity.end - 1]
    ranked = sorted(((distance(page, m, near), m.start, m) for m in told), key=lambda row: row[:2])
    reach = _REACH.get(measure, 1.5)
    return ranked[0][2] if ranked and ranked[0][0] <= reach else None


def _is_compared(page: Page, quantity: Quantity) -> bool:
    """As in "against 46.9 bcm in 2023", "up from $387 million a year earlier": a level of another time."""
    sentence = page.sentence_of(quantity.start)
    before = [t.lower_ for t in page.doc[max(sentence.start, quantity.start - 3) : quantity.start]]
    against = set(before) & {"against", "versus", "compared"}
    return bool(against) or before[-2:] in (["up", "from"], ["down", "from"], ["instead", "of"])


_REACH = {"trade": 5.0, "exports": 5.0, "imports": 5.0, "investment": 3.0}


def _end_of_rise(page: Page, quantity: Quantity) -> str | None:
    """As in "grew from 13 to 53 million between 2019 and 2023": "from" at its first year, "to" at its last."""
    sentence = page.sentence_of(quantity.start)
    before = [t.lower_ for t in page.doc[max(sentence.start, quantity.start - 3) : quantity.start]]
    led = next((word for word in reversed(before) if word in ("from", "to")), None)
    farther = page.doc[max(sentence.start, quantity.start - 10) : quantity.start]
    return led if led != "to" or any(t.lower_ == "from" for t in farther) else None


def _is_base(page: Page, moment: Moment) -> bool:
    """As in "Than in 2022", "compared to the same period": the time of comparison."""
    before = [t.lower_ for t in page.doc[max(0, moment.start - 4) : moment.start]]
    text = page.doc[moment.start : moment.end].text.lower()
    compared = any(w in ("than", "against", "compared", "comparison", "versus") for w in before)
    return compared or text.startswith(
        ("than", "with", "over the same", "on the same", "the same period", "a year earlier", "the year before")
    )


def period_text(page: Page, quantity: Quantity, moment: Moment | None, now: str | None) -> str | None:
    """The guide's period: "2023-01/2023-11", "2021/2022", since a year up to now, a deadline's year."""
    if moment is None:
        return None
    end = _end_of_rise(page, quantity)
    if end and moment.form in ("period", "since") and len(moment.value) == 4:
        return moment.value if end == "from" else (moment.last or (now and now[:4]))
    if moment.form == "since" and now:
        first, last = moment.value, now[: len(moment.value)]
        return f"{first}/{last}" if first < last else first
    if moment.form == "deadline" and len(moment.value) == 7 and moment.value.endswith("-12"):
        return moment.value[:4]
    return moment.reach
