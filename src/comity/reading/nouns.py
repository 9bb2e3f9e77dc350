"""Which noun a number counts: its head in the grammar, the phrase behind it, or the clause's subject."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from comity.reading.amounts import Amount
from comity.reading.mentions import Page, When, Who

_SKIPPED = frozenset("of the other additional new more further such these those their its his her our".split())
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

    def of(self, amount: Amount) -> int | None:
        """The position of the counted noun; for money none."""
        if amount.kind == "money":
            return None
        behind = self.behind(amount)
        return self.before(amount) if behind is None and amount.kind == "bare" and self._stands_alone(amount) else behind

    def _stands_alone(self, amount: Amount) -> bool:
        """"The two" and "both three" are no counts of the subject."""
        before = self.page.doc[amount.start - 1].lower_ if amount.start else ""
        return amount.value > 10 or before not in ("the", "these", "those", "both", "all", "between")

    def behind(self, amount: Amount) -> int | None:
        """The noun that follows: the number's head, else the end of the noun phrase behind it."""
        number = self.page.doc[amount.end - 1]
        head = number.head
        if number.dep_.startswith("nummod") and head.i >= amount.end and self._names(head):
            return int(head.i)
        last = None
        for token in self._phrase(amount.end):
            last = token.i if self._names(token) else last
        return last

    def before(self, amount: Amount) -> int | None:
        """"The number of students reached 9,400", "drivers, of whom 50,000 crossed": the noun told before."""
        number = self.page.doc[amount.end - 1]
        sentence = self.page.sentence_of(amount.start)
        for above in (number, *number.ancestors):
            if above.dep_ == "acl:relcl" and above.head.pos_ == "NOUN" and above.head.i < amount.start:
                return int(above.head.i)
            told = [c for c in above.lefts if c.dep_.startswith(("nsubj", "obj")) and c.i < amount.start]
            told = [c for c in told if sentence.start <= c.i] or [
                c for c in above.rights if c.dep_ == "obj" and c.i < amount.start
            ]
            if told:
                return _innermost(told[-1])
        return None

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


def _innermost(noun: Token) -> int | None:
    """"The number of students" is about students."""
    if noun.lemma_ in ("number", "total", "amount", "quota", "share", "volume", "count"):
        inner = [c for c in noun.children if c.dep_.startswith("nmod") and c.pos_ == "NOUN"]
        return int(inner[0].i if inner else noun.i)
    return int(noun.i) if noun.pos_ == "NOUN" else None
