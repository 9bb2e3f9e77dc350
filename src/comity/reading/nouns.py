"""Which noun a number counts: its head in the grammar, the phrase behind it, or the clause's subject."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from comity.reading.amounts import Amount
from comity.reading.mentions import Page, When, Who

_SKIPPED = frozenset(
    [
        "of",
        "the",
        "other",
        "additional",
        "new",
        "more",
        "further",
        "such",
        "these",
        "those",
        "their",
        "its",
        "his",
        "her",
        "our",
    ]
)
_PEOPLES = ("demonym", "adjective")


@dataclass(frozen=True)
class Nouns:
    """The counted nouns of one report."""

    page: Page
    who: Who
    when: When

    @cached_property
    def _timed(self) -> frozenset[int]:
        return frozenset(i for m in self.when.moments for i in range(m.start, m.end))

    @cached_property
    def _peoples(self) -> frozenset[int]:
        """Tokens that name a people: "Rwandans"."""
        return frozenset(m.end - 1 for m in self.who.states if m.form in _PEOPLES)

    def untimed(self, start: int, end: int) -> list[Token]:
        """The tokens [start, end) that are no part of a time."""
        return [token for token in self.page.doc[start:end] if token.i not in self._timed]

    def of(self, amount: Amount) -> int | None:
        """The position of the counted noun; for money none."""
        if amount.kind == "money":
            return None
        behind = self.behind(amount)
        return (
            self.before(amount) if behind is None and amount.kind == "bare" and self._stands_alone(amount) else behind
        )

    def _stands_alone(self, amount: Amount) -> bool:
        """As in "The two" and "both three" are no counts of the subject."""
        before = self.page.doc[amount.start - 1].lower_ if amount.start else ""
        return amount.value > 10 or before not in ("the", "these", "those", "both", "all", "between")

    def behind(self, amount: Amount) -> int | None:
        """The noun that follows: a people, the number's head, else the end of the noun phrase behind it."""
        people = self._people_behind(amount.end)
        if people is not None:
            return people
        number = self.page.doc[amount.end - 1]
        head = number.head
        if number.dep_.startswith("nummod") and head.i >= amount.end and self._names(head):
            return int(head.i)
        last = None
        for token in self._phrase(amount.end):
            last = token.i if self._names(token) else last
        return last

    def before(self, amount: Amount) -> int | None:
        """As in "the number of students reached 9,400", "drivers, of whom 50,000 crossed": the noun told before."""
        number = self.page.doc[amount.end - 1]
        for above in (number, *number.ancestors):
            if above.i < amount.start and above.pos_ == "NOUN":
                return _innermost(above)
            if above.dep_ == "acl:relcl" and above.head.pos_ == "NOUN" and above.head.i < amount.start:
                return int(above.head.i)
            told = [
                c for c in above.children if c.pos_ == "NOUN" and c.i < amount.start and c.dep_[:3] in ("nsu", "obj")
            ]
            if told:
                return _innermost(max(told, key=lambda c: (c.dep_ == "obj", c.i)))
        return None

    def _people_behind(self, end: int) -> int | None:
        """As in "4,900 New Zealanders": a people, whatever the parser makes of the word behind it."""
        return next(
            (
                m.end - 1
                for m in self.who.states
                if m.form == "demonym" and m.start == end and _plural(self.page.doc[m.end - 1])
            ),
            None,
        )

    def _names(self, token: Token) -> bool:
        following = token.nbor(1).pos_ if token.i + 1 < len(token.doc) else ""
        people = token.i in self._peoples and following != "NOUN"
        return (token.pos_ == "NOUN" or people) and token.i not in self._timed

    def _phrase(self, start: int) -> Iterator[Token]:
        """Tokens of the noun phrase that begins here: until anything else than noun, adjective, participle."""
        for token in self.page.doc[start : start + 6]:
            fits = token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBN", "VBG") or token.text == "-"
            if token.i in self._timed or not (fits or token.lower_ in _SKIPPED):
                return
            yield token


def _plural(token: Token) -> bool:
    return token.text.endswith("s") or token.tag_ in ("NNPS", "NNS")


def _innermost(noun: Token) -> int | None:
    """As in "The number of students" is about students."""
    if noun.lemma_ in ("number", "total", "amount", "quota", "share", "volume", "count"):
        inner = [c for c in noun.children if c.dep_.startswith("nmod") and c.pos_ == "NOUN"]
        return int(inner[0].i if inner else noun.i)
    return int(noun.i) if noun.pos_ == "NOUN" else None
