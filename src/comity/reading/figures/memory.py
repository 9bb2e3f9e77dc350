"""What the figures told before lend to the next one: its measure, its direction, its period."""

from dataclasses import dataclass, field

from comity.reading.figures.direction import Flow

_FLOWING = frozenset(("exports", "imports", "investment", "finance"))
_RETURN = {"exports": "imports", "imports": "exports"}
_PERIODIC = frozenset(("trade", "exports", "imports", "investment"))
_NEXT_SENTENCE, _TWO_SENTENCES = 1, 2


@dataclass
class Memory:
    """The last measure by family of quantity, the last flow by measure, the last period of a yearly flow.

    Each is kept with the number of its sentence, as all of them fade.
    """

    _measures: dict[str, tuple[int, str]] = field(default_factory=dict)
    _flows: dict[str, Flow] = field(default_factory=dict)
    _people: tuple[int, Flow] | None = None
    _period: tuple[int, str] | None = None

    def measure(self, family: str, sentence: int) -> str | None:
        """The measure of the quantity of this family told in this sentence or the one before."""
        at, measure = self._measures.get(family, (-9, ""))
        return measure if sentence - at <= _NEXT_SENTENCE else None

    def keep_measure(self, family: str, sentence: int, measure: str) -> None:
        """Remember a measure."""
        self._measures[family] = sentence, measure

    def flow(self, measure: str, told: Flow) -> Flow:
        """The direction told, or for the same states that of before: exports one way, imports the other."""
        if measure not in _FLOWING:
            return told
        known = self._flows.get(measure)
        flow = known if told.source is None and known and set(known.countries) == set(told.countries) else told
        if flow.source is not None:
            self._flows[measure] = flow
            if measure in _RETURN:
                self._flows[_RETURN[measure]] = flow.turned
        return flow

    def same_people(self, sentence: int, told: Flow, elliptic: bool) -> Flow:
        """The direction told, or that of the people counted before in the sentence.

        "52,000 citizens live there, of whom 14,300 are students" speaks of the same people.
        """
        known = self._people[1] if self._people and self._people[0] == sentence else None
        if elliptic and known:
            return known
        if told.source is not None and known is None:
            self._people = sentence, told
        return told

    def period(self, measure: str, sentence: int, told: str | None) -> str | None:
        """The period told, or for a yearly flow that of at most two sentences before."""
        if told is not None or measure not in _PERIODIC or self._period is None:
            return told
        return self._period[1] if sentence - self._period[0] <= _TWO_SENTENCES else None

    def keep_period(self, measure: str, sentence: int, told: str | None) -> None:
        """Remember the period of a yearly flow."""
        if told is not None and measure in _PERIODIC:
            self._period = sentence, told
