"""Currencies: ISO 4217 codes with the words and signs that reports use for them."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from comity.terms.table import Table


class Currency(BaseModel):
    """One currency: the states (alpha-3 codes) where it circulates, its words, its signs beside a number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    states: list[str]
    words: list[str]
    signs: list[str]


class Currencies(Table):
    """All currencies by ISO 4217 code; ``defaults`` says what a shared word means where no state in sight has it.

    Words in ``fixed`` keep their default whatever states are in sight: "$" is a US dollar in a
    report about Canada, too, unless it says otherwise.
    """

    FILE: ClassVar[str] = "currencies"

    fixed: list[str]
    defaults: dict[str, str]
    currencies: dict[str, Currency]
