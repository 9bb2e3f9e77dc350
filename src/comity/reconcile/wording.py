"""How like the words of two findings are: content words cut to their stems, and how many they share."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# The longest first: an ending is only cut where at least four letters stay.
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ements", "ations", "ation", "ating", "ement", "ments", "ment",
    "ates", "ated", "ings", "ate",
    "ions", "ing", "ion", "ies", "ied", "ers", "ive", "ed", "es", "er", "s", "e", "y",
)  # fmt: skip
# Words that carry grammar, not content; those of committing and saying are in every pledge and figure.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """a about above according after again against all almost already also although am among amount amounted an
        and announced another any are around as at be became because been before being between both but by came can
        come could did do does doing done down during each either ever every for from further given had has have
        having he her here him his how however i if in including into is it its itself last made make many may me
        might more most mr mrs ms much must my near nearly new no nor not now of off on once one only onto or other
        others our out over own per put reached said same say says shall she should since so some still such than
        that the their them themselves then there these they this those through thus to today together too total
        towards under until up upon us very via was we well were what when where whether which while who whom whose
        why will with within without would year years yet you your side sides party parties country countries two
        state states agree agreed ready plan plans planned commit committed promise promised pledge pledged intend
        intends continue month months number close hundred thousand million billion trillion per cent percent""",
    )
)


def stems(text: str, *, names: bool = True) -> frozenset[str]:
    """The content words of the text, cut to their stems; without ``names`` those in capitals are left out."""
    return frozenset(_stems(text, names))


def _stems(text: str, names: bool) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match[0]
        # What opens the text stands in capitals whether or not it is a name.
        if (names or match.start() == 0 or word[0].islower()) and word.casefold() not in _EMPTY:
            yield stem(word)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without case, accents, possessive and its ending, so that "cooperation" and "cooperate" are one."""
    plain = re.sub(r"['’]s?$", "", _plain(word))
    ending = next((end for end in _ENDINGS if plain.endswith(end) and len(plain) - len(end) >= 4), "")
    return plain[: len(plain) - len(ending)]


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """The share of the shorter's words that the longer has, too: 0 to 1; 0 where either has none.

    By the shorter, because one report tells in a clause what another spreads over a paragraph.
    """
    shorter, longer = sorted((set(one), set(other)), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0


def normal(text: str) -> str:
    """The text's words alone, without case, accents and marks, one space between."""
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", _plain(text))))


def _plain(text: str) -> str:
    """Without case and accents, letters in fancy forms as plain ones."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
