"""Names of people: where they stand and what belongs to them."""

import re
from dataclasses import dataclass

from comity.reading.who.scene import HYPHENS, Scene

JOINED = re.compile(
    r"(?:al|el|ar|as|an|at|ad|az|ed|es|ash|ul|ur|ibn|bin|d|l|dell|de)[-‑'’ʼ‘`]\S*[A-ZÀ-Þ]", re.IGNORECASE
)
MOST_WORDS = 8
# Parts of a form of address that are none alone: "the Most Hon.", "His Royal Highness".
QUALIFIERS = frozenset(("the", "his", "her", "their", "most", "right", "royal"))


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in the tokens [start, end), without forms of address; ``gender`` where they tell it."""

    start: int
    end: int
    words: tuple[str, ...]
    text: str
    gender: str | None = None
    addressed: bool = False


def starting_at(scene: Scene, position: int, ceiling: int, bold: bool = False) -> Name | None:
    """The name that starts at the token, forms of address passed over.

    ``bold`` reads any capitalised run as a name, as after an office; without it, the encoder or
    a form of address must vouch for it.
    """
    at, gender, addressed = _address(scene, position, ceiling)
    end = run_end(scene, at, ceiling)
    if end == at + 1 and scene.one_of(end, scene.offices.lists.bodies) and scene.doc[end].text[0].isupper():
        return None
    if end == at or not (bold or addressed or any(i in scene.person_at for i in range(at, end))):
        return None
    return made(scene, at, end, gender, addressed)


def made(scene: Scene, start: int, end: int, gender: str | None = None, addressed: bool = False) -> Name:
    """The name in the tokens [start, end)."""
    words = tuple(w for w in scene.low[start:end] if any(c.isalpha() for c in w))
    return Name(start, end, words, scene.text(start, end), gender, addressed)


def run_end(scene: Scene, start: int, ceiling: int) -> int:
    """One past the last token of the run of name words that starts at ``start``."""
    at = end = start
    while at < min(ceiling, start + MOST_WORDS):
        if is_name_word(scene, at) or (at > start and _hyphened(scene, at, start)) or _is_town(scene, at, at == start):
            at += 1
            end = at
        elif end > start and _inner(scene, at) and at + 1 < ceiling:
            at += 1
        else:
            break
    return end


def _hyphened(scene: Scene, at: int, start: int) -> bool:
    """Whether the word is the second half of a compound name ("Hyung-hwan", "Al-Sabah")."""
    return (
        at > start + 1 and scene.low[at - 1] in HYPHENS and not scene.doc[at - 1].whitespace_ and scene.doc[at].is_alpha
    )


def is_name_word(scene: Scene, at: int) -> bool:
    """Whether the token can be a word of a person's name."""
    text, low = scene.doc[at].text, scene.low[at]
    if JOINED.match(text):
        return True
    if not (first := next((c for c in text if c.isalpha()), "")) or not first.isupper():
        return False
    if at in scene.person_at:
        begun, end = scene.person_at[at]
        titles = low in scene.offices.lists.honorifics or low in scene.offices.heads
        # "Ludwig van Dyke Monday": the day that ends what the encoder takes for a name is none of it.
        day = low in scene.weekdays and begun < at == end - 1
        return not day and (not titles or at > begun)
    lists = scene.offices.lists
    plain = (
        at not in scene.state_at
        and low not in lists.never_names
        and not (low in lists.small_words and starts_sentence(scene, at))
    )
    return (
        plain
        and not (low in lists.fields or low in lists.bodies or low in lists.modifiers)
        and low not in scene.offices.heads
    )


def starts_sentence(scene: Scene, at: int) -> bool:
    """Whether the token is capitalised because a sentence, quotation or heading begins there."""
    return bool(scene.doc[at].is_sent_start) or scene.one_of(at - 1, ('"', "“", ":", "–", "—", ".", "•", "'", "‘", "«"))


def _is_town(scene: Scene, at: int, first: bool) -> bool:
    """Whether a town's name may be part of a person's: at its end ("Vuong Dinh Hue") or before a name."""
    mention = scene.state_at.get(at)
    if mention is None or mention.form not in ("place", "capital") or mention.end - mention.start > 1:
        return False
    return not first or (at + 1 < len(scene.low) and at + 1 in scene.person_at and at + 2 in scene.person_at)


def _inner(scene: Scene, at: int) -> bool:
    """Whether the token may stand inside a name: a particle, a hyphen without blanks, an initial's stop."""
    token = scene.doc[at]
    if scene.low[at] in HYPHENS or scene.low[at] == "'":
        return not scene.doc[at - 1].whitespace_ and not token.whitespace_
    if scene.low[at] == ".":
        return len(scene.low[at - 1]) <= 2 and not scene.doc[at - 1].whitespace_
    return scene.low[at] in scene.offices.lists.particles and not scene.doc[at].is_sent_start


def _address(scene: Scene, position: int, ceiling: int) -> tuple[int, str | None, bool]:
    """Where the name begins after forms of address, the gender they tell, whether there were any."""
    at, gender, addressed = position, None, False
    while at < ceiling and _is_address(scene, at):
        gender = gender or scene.offices.gender.get(scene.low[at])
        addressed = True
        at += 1
    return at, gender, addressed


def _is_address(scene: Scene, at: int) -> bool:
    low = scene.low[at]
    if low in (".", ",") and scene.one_of(at - 1, scene.offices.lists.honorifics):
        return low == "."
    if low in QUALIFIERS:
        return scene.one_of(at + 1, scene.offices.lists.honorifics - {"the", "his", "her"})
    return low in scene.offices.lists.honorifics and scene.doc[at].text[0].isupper()
