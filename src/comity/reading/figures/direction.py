"""From whom to whom a figure runs, and which states it concerns.

Policy as a table: each clue votes for a state as the source (+) or the goal (-) of the flow; the
sums decide. A state left without a counterpart takes the other state of the report's relation.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from comity.reading.figures.roles import Sighting, sightings, verbs
from comity.reading.mentions import Page, Quantity, Who
from comity.terms.measures import Measures, MeasureWords


@dataclass(frozen=True, slots=True)
class Flow:
    """Source and goal of a figure, None where it has no direction, and all states it concerns."""

    source: str | None
    goal: str | None
    countries: tuple[str, ...]

    @property
    def turned(self) -> "Flow":
        """The flow the other way."""
        return Flow(self.goal, self.source, self.countries)


@dataclass(frozen=True, slots=True)
class _View:
    """A state sighted, seen from the quantity."""

    page: Page
    quantity: Quantity
    measure: str
    seen: Sighting

    @property
    def words(self) -> MeasureWords:
        """The lists of words that the clues ask for."""
        return self.page.terms.table(Measures).lists

    @property
    def hangs_on(self) -> Token | None:
        """The word that the state hangs on."""
        return self.page.doc[self.seen.hangs_on] if self.seen.hangs_on is not None else None

    @property
    def owned(self) -> str:
        """The lemma of what the state owns, or empty."""
        return self.hangs_on.lemma_.lower() if self.seen.role == "owner" and self.hangs_on is not None else ""

    @property
    def way(self) -> str:
        """What the state's verb makes of its subject: give, take, stay, thank, say, or empty."""
        return _way(self.page, self.hangs_on) if self.hangs_on is not None else ""

    @property
    def noun(self) -> str:
        """The lemma of the counted noun, or empty."""
        return self.page.doc[self.quantity.noun].lemma_.lower() if self.quantity.noun is not None else ""

    @property
    def apart(self) -> int:
        """Words between state and number."""
        return max(self.seen.start - self.quantity.end, self.quantity.start - self.seen.end, 0)


def _way(page: Page, verb: Token) -> str:
    ways = verbs(page.terms).ways
    told = ways.get(verb.lemma_.lower()) or ways.get(verb.lower_, "")
    below = [ways.get(c.lemma_.lower()) for c in _complements(verb)]
    told = told if told not in ("", "say") or not below else next((w for w in below if w in ("give", "take")), told)
    passive = any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children)
    return "take" if passive and told == "give" else told


def _complements(verb: Token) -> Iterator[Token]:
    """What the subject is told to do itself: "says it is prepared to deliver", not "says Chile will deliver"."""
    for child in verb.children:
        others = any(c.dep_.startswith("nsubj") and c.pos_ == "PROPN" for c in child.children)
        if child.dep_ in ("xcomp", "ccomp") and not others:
            yield child
            yield from _complements(child)


def _led_by_from(view: _View) -> float:
    """As in "from X", "by X"; scholarships given by X bring people to it."""
    if view.seen.role == "agent" and view.measure == "people" and view.noun in view.words.study_places:
        return -1.5
    return {"source": 2.0, "agent": 1.5}.get(view.seen.role, 0.0)


def _led_by_to(view: _View) -> float:
    """As in "To X", "for X", "into X"; a scholarship for X's students brings people from X."""
    if view.seen.role != "goal":
        return 0.0
    return 2.0 if view.noun in view.words.study_places and view.measure == "people" else -2.0


def _led_by_in(view: _View) -> float:
    """As in "In X": where companies work, people go, money is put."""
    if view.seen.role == "place":
        return -1.2
    return -0.8 if view.seen.role == "partner" and view.measure == "finance" else 0.0


def _names_counted(view: _View) -> bool:
    """Whether the state names what is counted: "Bangladeshi workers", "Rwandans", "citizens of X"."""
    noun, seen = view.quantity.noun, view.seen
    return noun is not None and (
        seen.start <= noun < seen.end or (seen.role in ("owner", "source") and seen.hangs_on == noun)
    )


def _counted(view: _View) -> float:
    """The state whose people or things are counted is where they come from, or go home to."""
    if not _names_counted(view):
        return 0.0
    if _sent_home(view):
        return -3.0
    return -1.0 if view.noun in view.words.study_places and view.measure == "people" else 3.0


def _sent_home(view: _View) -> bool:
    """People deported or gone home run to the state whose people they are."""
    near = view.page.doc[max(0, view.quantity.start - 6) : view.quantity.end + 6]
    home = any(t.lower_ == "home" for t in near) and any(t.lemma_ in ("send", "go", "return", "come") for t in near)
    return view.measure == "people" and (home or any(t.lemma_.lower() in view.words.homeward for t in near))


def _owner(view: _View) -> float:
    """As in "X's exports", "Korean companies" come from the owner; "X's imports", "X's debt" go to it."""
    if not view.owned:
        return 0.0
    if view.owned in view.words.to_owner:
        return -1.6
    if view.measure == "people" and view.owned in view.words.persons:
        return 1.6
    number = view.page.doc[view.quantity.end - 1]
    flows = view.owned in view.words.flowing or (view.hangs_on is not None and view.hangs_on in number.ancestors)
    return 1.4 if flows else 0.2


def _owed(view: _View) -> float:
    """As in "The debt of Tajikistan to China", "owed to China": what is owed came from there."""
    if view.seen.role != "goal" or view.measure != "finance":
        return 0.0
    sentence = view.page.sentence_of(view.quantity.start)
    return 4.0 if any(t.lemma_.lower() in ("debt", "owe", "arrears", "repay", "indebted") for t in sentence) else 0.0


def _remitted(view: _View) -> float:
    """What workers abroad send home runs from where they work to where they are from."""
    near = {t.lemma_.lower() for t in _around(view.page, view.quantity, 8)}
    if view.measure != "other" or not ("remittance" in near or {"send", "home"} <= near):
        return 0.0
    return {"place": 3.0, "source": 1.0, "subject": -3.0, "owner": -3.0}.get(view.seen.role, 0.0)


def _subject(view: _View) -> float:
    """The subject of giving is the source, that of taking the goal, whatever is bought runs to the buyer."""
    if view.seen.role != "subject":
        return 0.0
    if view.measure in ("exports", "imports") and view.way in ("give", "take"):
        return 1.6 if view.measure == "exports" and view.way == "give" else -1.6
    if view.measure == "people" and view.noun in view.words.study_places:
        # Who grants, raises or reserves places of study takes the people in; who asks for them sends them.
        return {"give": -1.6, "": -1.2, "take": 1.2, "thank": 1.0}.get(view.way, 0.0)
    if view.measure == "people" and view.way == "give" and view.noun in _TRAINED:
        return 0.5
    usual = 0.6 if view.measure == "finance" else 0.3
    return {"give": 1.6, "take": -1.6, "stay": 1.0, "thank": -1.0, "say": 0.0}.get(view.way, usual)


_TRAINED = frozenset(("trainee", "officer", "cadet", "specialist"))


def _object(view: _View) -> float:
    """As in "Gave Ukraine", "sold China copper"; "thanked Japan" for what came from it."""
    if view.seen.role != "object":
        return 0.0
    if view.way == "thank":
        return -1.5 if view.noun in view.words.study_places else 1.5
    return -1.5 if view.way == "give" else 0.0


CLUES: tuple[Callable[[_View], float], ...] = (
    _led_by_from, _led_by_to, _led_by_in, _counted, _owner, _owed, _remitted, _subject, _object,
)  # fmt: skip


def flow_of(page: Page, who: Who, quantity: Quantity, measure: str) -> Flow | None:
    """The figure's direction and states; None where it concerns no two states."""
    sentence = page.sentence_of(quantity.start)
    seen = sightings(page, who, sentence.start, sentence.end)
    states = tuple(dict.fromkeys(code for s in seen for code in s.codes))
    views = [_View(page, quantity, measure, s) for s in seen]
    if any(holds(views, page, quantity, measure) for holds in UNDIRECTED):
        return _between(states, who)
    votes = _votes(views)
    if measure == "finance":
        votes = _with_donors(page, who, votes, states)
    if measure in ("exports", "imports") and who.ours in who.pair and not any(abs(v) > 0.25 for v in votes.values()):
        votes = {**votes, who.ours or "": 0.4 if measure == "exports" else -0.4}
    return _directed(votes, states, who, seen)


def sold_by_owner(page: Page, who: Who, quantity: Quantity, flow: Flow) -> bool:
    """As in "China bought $3 billion of Zambian copper": told of Zambia's goods, these are its exports."""
    sentence = page.sentence_of(quantity.start)
    if any(t.lemma_.lower().startswith("import") for t in sentence):
        return False
    seen = sightings(page, who, sentence.start, sentence.end)
    return any(s.role == "owner" and s.codes == (flow.source,) for s in seen)


Undirected = Callable[[Sequence[_View], Page, Quantity, str], bool]


def _both_ways(views: Sequence[_View], page: Page, quantity: Quantity, measure: str) -> bool:
    """Turnover runs both ways."""
    del views, page, quantity
    return measure == "trade"


def _held(views: Sequence[_View], page: Page, quantity: Quantity, measure: str) -> bool:
    """People held, freed or gathered go nowhere, nor expelled diplomats, nor the employed without a state."""
    if measure != "people":
        return False
    lists = page.terms.table(Measures).lists
    near = {w for t in page.doc[max(0, quantity.start - 6) : quantity.end + 6] for w in (t.lemma_.lower(), t.lower_)}
    if "diplomat" in near:
        return bool(near & (lists.homeward | {"leave", "order", "home"}))
    held = near & lists.held
    return bool(held - {"employ", "exchange"}) or bool(held and not any(_names_counted(v) for v in views))


def _no_gift(views: Sequence[_View], page: Page, quantity: Quantity, measure: str) -> bool:
    """Shares, capacities and lengths run nowhere; goods only where somebody gives, sends or buys them."""
    if measure != "other":
        return False
    near = {t.lemma_.lower() for t in _around(page, quantity, 8)}
    if "remittance" in near or {"send", "home"} <= near:
        return False
    words = page.terms.table(Measures).lists
    if quantity.unit == "percent":
        return not near & words.levied
    given = any(v.seen.role in ("subject", "agent") and v.way == "give" for v in views) or any(
        v.way == "thank" for v in views
    )
    return not (given or any(v.seen.role == "source" for v in views) or near & (words.gifts | words.ordered))


def _around(page: Page, quantity: Quantity, words: int) -> Span:
    """So many words on either side of the number, within its sentence."""
    sentence = page.sentence_of(quantity.start)
    return page.doc[max(sentence.start, quantity.start - words) : min(sentence.end, quantity.end + words)]


_JOINT = frozenset(("each", "jointly", "shared", "equal", "equally"))


def _borne_together(views: Sequence[_View], page: Page, quantity: Quantity, measure: str) -> bool:
    """Money that both put up has no giver."""
    del views
    return measure == "finance" and any(t.lower_ in _JOINT for t in _around(page, quantity, 8))


UNDIRECTED: tuple[Undirected, ...] = (_both_ways, _held, _no_gift, _borne_together)


def _with_donors(page: Page, who: Who, votes: dict[str, float], states: tuple[str, ...]) -> dict[str, float]:
    """The votes with a weak one for those who mostly give."""
    donors = page.terms.table(Measures).donors
    known = {**dict.fromkeys(donors.other, 0.3), **dict.fromkeys(donors.large, 0.6)}
    return {code: votes.get(code, 0.0) + known.get(code, -0.2) for code in dict.fromkeys((*states, *who.pair))}


def _other_flow(view: _View) -> bool:
    """Whether the state hangs on exports where the number is of imports, or the other way round."""
    if view.measure not in ("exports", "imports") or view.seen.role not in ("owner", "source", "goal"):
        return False
    told = _flow_word(view)
    return told is not None and told != view.measure


def _flow_word(view: _View) -> str | None:
    """The flow that the state's phrase names: the word it hangs on, else the nearest before it."""
    doc, start = view.page.doc, view.page.sentence_of(view.quantity.start).start
    before = [doc[i] for i in range(view.seen.start - 1, max(start, view.seen.start - 8) - 1, -1)]
    hung = [view.hangs_on] if view.hangs_on is not None else []
    for token in (*hung, *before):
        lemma = token.lemma_.lower()
        if lemma in view.words.exported | view.words.imported:
            return "exports" if lemma in view.words.exported else "imports"
    return None


def _votes(views: Sequence[_View]) -> dict[str, float]:
    """How much speaks for each state as source; nearer words weigh more."""
    votes: dict[str, float] = {}
    for view in views:
        if len(view.seen.codes) != 1:
            continue
        told = sum(clue(view) for clue in CLUES) / (1 + view.apart / 15)
        told = -told if _other_flow(view) else told
        code = view.seen.codes[0]
        if abs(told) > abs(votes.get(code, 0.0)):
            votes[code] = told
    return votes


def _between(states: tuple[str, ...], who: Who) -> Flow | None:
    countries = states if len(states) == 2 else _completed(states, who)
    return Flow(None, None, tuple(sorted(countries))) if len(countries) >= 2 else None


def _completed(states: tuple[str, ...], who: Who) -> tuple[str, ...]:
    """The report's relation, unless the sentence names a state outside it."""
    pair = who.pair
    outside = [s for s in states if s not in pair]
    if not pair:
        return states[:2]
    if not outside or set(pair) <= set(states):
        return pair
    inside = [s for s in states if s in pair]
    home = inside[0] if inside else (who.ours if who.ours in pair else pair[0])
    return (home or pair[0], outside[0])


def _side_by_side(seen: Sequence[Sighting], goals: Sequence[str]) -> bool:
    """As in "for Dominica and Grenada": several goals in one breath."""
    at = sorted(s.start for s in seen if s.codes[:1] and s.codes[0] in goals)
    return bool(at) and at[-1] - at[0] <= 3 * (len(goals) - 1)


def _directed(votes: dict[str, float], states: tuple[str, ...], who: Who, seen: Sequence[Sighting] = ()) -> Flow | None:
    ranked = sorted(votes, key=lambda code: -votes[code])
    source = ranked[0] if ranked and votes[ranked[0]] > 0.25 else None
    goal = ranked[-1] if ranked and votes[ranked[-1]] < -0.15 else None
    if source is None and goal is None:
        countries = _completed(states, who)
        return Flow(None, None, tuple(sorted(countries))) if len(countries) >= 2 else None
    goals = [code for code in ranked if votes[code] < -0.8 and code != source]
    if source and len(goals) > 1 and _side_by_side(seen, goals):
        return Flow(source, None, tuple(sorted({source, *goals})))
    source = source or _other(goal, states, who, votes)
    goal = goal or _other(source, states, who, votes)
    countries = tuple(sorted({code for code in (source, goal) if code}))
    return Flow(source, goal, countries) if len(countries) >= 2 else None


def _other(known: str | None, states: tuple[str, ...], who: Who, votes: dict[str, float]) -> str | None:
    """The counterpart: the other state of the sentence, else of the relation."""
    named = [s for s in states if s != known and s in who.pair] or [
        s for s in states if s != known and abs(votes.get(s, 0)) < 0.3
    ]
    if len(named) == 1 or (named and known in who.pair):
        return named[0]
    others = [code for code in who.pair if code != known]
    if known not in who.pair and who.ours in others:
        return who.ours
    return others[0] if others else None
