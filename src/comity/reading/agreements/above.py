"""What stands above an instrument in its sentence."""

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.agreements.candidates import Candidate
from comity.reading.agreements.scene import Scene


def governing(scene: Scene, position: int) -> Iterator[tuple[Token, Token]]:
    """From a noun upwards: each word above with the word below it that it governs."""
    token = scene.page.doc[position]
    for _ in range(5):
        if token.head == token:
            return
        yield token.head, token
        token = token.head


def verb_above(scene: Scene, candidate: Candidate) -> tuple[Token, Token] | None:
    """The predicate above what the instrument shares its fate with, and the word below it; None behind another word."""
    for above, below in governing(scene, candidate.anchor):
        if above.i in scene.clauses.by_predicate:
            return above, below
        if above.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            return None
    return None
