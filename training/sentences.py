"""One sentence of training data, with what is known of it; None where a set tells nothing."""

from dataclasses import dataclass

NAME_TYPES = ("PERSON", "ORG", "PLACE", "NATION", "EVENT")
NAME_TAGS = ("O", *(f"{side}-{kind}" for kind in NAME_TYPES for side in "BI"))
UNSURE = "?"  # a word whose name tag is not known; it is left out of the loss


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and labels of one sentence; all lists have one entry per word.

    spaces: whether a space stands before the word
    heads:  1-based head of each word, 0 for the root
    names:  tags of NAME_TAGS or UNSURE
    source: file stem and document, e.g. "gum-news/GUM_news_korea"
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    source: str
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    labels: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None


def spans(tags: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """(first, end, type) of every name in a sequence of BIO tags; an I- without B- begins one."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        if tag in ("O", UNSURE):
            continue
        kind = tag[2:]
        if tag[0] == "I" and found and found[-1][1] == at and found[-1][2] == kind:
            found[-1] = (found[-1][0], at + 1, kind)
        else:
            found.append((at, at + 1, kind))
    return found


def tag_spans(length: int, found: list[tuple[int, int, str]], fill: str = "O") -> list[str]:
    """BIO tags of `length` words from spans (first, end, type or UNSURE)."""
    tags = [fill] * length
    for first, end, kind in found:
        for at in range(first, end):
            tags[at] = UNSURE if kind == UNSURE else f"{'B' if at == first else 'I'}-{kind}"
    return tags
