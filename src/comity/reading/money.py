"""Which currency a word or sign means: "Rs" by the states in sight, "dollars" American unless told otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from comity.reading.numerals import one_of
from comity.terms.currencies import Currencies


@dataclass(frozen=True)
class Purse:
    """The currencies' words and signs as patterns and lookups."""

    currencies: Currencies

    @cached_property
    def by_sign(self) -> dict[str, list[str]]:
        """Codes by sign, with its case ("R$", "Tk", "kr")."""
        return _gathered((sign, code) for code, c in self.currencies.currencies.items() for sign in c.signs)

    @cached_property
    def by_word(self) -> dict[str, list[str]]:
        """Codes by word in lower case, singular and plural."""
        pairs = [(word.casefold(), code) for code, c in self.currencies.currencies.items() for word in c.words]
        plurals = [(f"{word}s", code) for word, code in pairs if not word.endswith("s")]
        return _gathered([*pairs, *plurals])

    @cached_property
    def signs(self) -> str:
        """Signs that stand before a number."""
        return one_of(self.by_sign)

    @cached_property
    def codes(self) -> str:
        """Signs that may stand behind a number: codes and signs of more than one letter."""
        return one_of(sign for sign in self.by_sign if len(sign) > 2 or not sign.isascii())

    @cached_property
    def words(self) -> str:
        """Names of currencies, without case."""
        return one_of(self.by_word)

    def meant(self, text: str, near: Sequence[str]) -> str | None:
        """The ISO 4217 code that a sign or word means beside such states, the nearest first; None if unknown.

        A sign of one letter ("R", "K") means a currency only where its state is in sight.
        """
        told = " ".join(text.split())
        codes = self.by_sign.get(told) or self.by_word.get(told.casefold()) or []
        singular = told.casefold().removesuffix("s")
        fixed = {told, told.casefold(), singular} & set(self.currencies.fixed)
        if len(codes) == 1 and not (len(told) == 1 and told.isalpha()):
            return codes[0]
        local = [] if fixed else [c for state in near for c in codes if state in self.currencies.currencies[c].states]
        default = next(
            (self.currencies.defaults[w] for w in (told, told.casefold(), singular) if w in self.currencies.defaults),
            None,
        )
        return local[0] if local else default

    def of_state(self, word: str, states: Sequence[str]) -> str | None:
        """The currency of that word in those states ("Australian" dollars), whatever its default."""
        codes = self.by_word.get(word.casefold(), [])
        local = (c for state in states for c in codes if state in self.currencies.currencies[c].states)
        return next(local, None) or self.meant(word, states)


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, code in pairs:
        if code not in found.setdefault(word, []):
            found[word].append(code)
    return found
