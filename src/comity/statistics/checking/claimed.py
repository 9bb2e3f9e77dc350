"""A claimed figure on trade, as it is to be compared."""

from dataclasses import dataclass

from comity.findings import Code, Day
from comity.rounding import Value
from comity.series import months

MEASURES = frozenset({"trade", "exports", "imports"})


@dataclass(frozen=True, slots=True)
class Claimed:
    """What is said of trade.

    measure:         trade, exports or imports; of other measures no series are held
    source, target:  whence and whither goods go, where both are told
    countries:       all states it concerns
    value, growth:   as told, the growth as a factor (1.23, 2.4) with one unit of its last digit
    yearly:          whether the growth is from the same time a year before
    unit:            ISO 4217 code of the value
    period:          YYYY, YYYY-Qn, YYYY-MM or first/last of them; None where not told
    goods, summed:   whether only some goods are counted, or several years
    status:          "reported", or "target" of what is aimed at
    published:       day of the report; ``first_told`` that of the first report of the same claim
    by, via:         whose statistics, and the person or institution that told it
    """

    measure: str
    source: Code | None
    target: Code | None
    countries: tuple[Code, ...]
    value: Value | None
    growth: Value | None
    yearly: bool
    unit: str | None
    period: str | None
    goods: bool
    summed: bool
    status: str
    published: Day
    first_told: Day
    by: Code | None = None
    via: str | None = None

    @property
    def assumed(self) -> bool:
        """Whether the year is not told but taken to be the last full one before publication."""
        return self.period is None

    @property
    def year(self) -> str:
        """The period, told or assumed."""
        return self.period or f"{int(self.first_told[:4]) - 1:04}"

    @property
    def months(self) -> tuple[str, ...]:
        """The months of the period, YYYY-MM."""
        return months(self.year)

    @property
    def reporters(self) -> tuple[Code, ...]:
        """Who may have counted it: the claimant, where it is told and one of the states; else each of them."""
        return (self.by,) if self.by in self.countries else self.countries

    def partners(self, reporter: Code) -> tuple[Code, ...]:
        """Its partners in what is claimed."""
        return tuple(code for code in self.countries if code != reporter)
