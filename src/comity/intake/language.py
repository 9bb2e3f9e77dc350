"""Whether a text is English, and if not, in which language it is.

Nearly every report is told to be English by the share of its words that are English function words:
that needs no model and no more than a millisecond. Only a text that fails this test is given to
py3langid, whose model takes a second to load; it names the language.
"""

import importlib
import re
from typing import Any

from comity.errors import NotEnglish
from comity.terms.languages import Languages

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# The lowest share among 521 English reports of every register was 0.13 (telegraphic headlines), the
# highest among texts in 19 other languages 0.05 (Frisian).
_ENGLISH_SHARE = 0.1
_FEWEST_WORDS = 20
_LONGEST = 20_000


def require_english(text: str, languages: Languages) -> None:
    """Raises ``NotEnglish`` that names the language of a text which is not English.

    Fewer than twenty words in Latin letters are taken as English: so little tells no language apart.
    """
    words = _WORD.findall(text[:_LONGEST].lower())
    if share_of_english(words, languages) >= _ENGLISH_SHARE or (len(words) < _FEWEST_WORDS and _is_latin(words)):
        return
    code = str(_identifier().classify(text[:_LONGEST])[0])
    if code != "en":
        name = languages.names.get(code, code)
        raise NotEnglish(f"The text is {name}.")


def share_of_english(words: list[str], languages: Languages) -> float:
    """The share of lower-case words that are English function words; 0 for no words."""
    return sum(word in languages.english for word in words) / max(len(words), 1)


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return 2 * sum(letter < "\u0250" for letter in letters) >= len(letters)


def _identifier() -> Any:
    return importlib.import_module("py3langid")
