"""A report's text with its findings marked: paragraphs of stretches, each with the findings that rest on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.findings import Finding


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that the same findings rest on; ``begins`` are the findings whose first words these are."""

    text: str
    findings: tuple[str, ...]
    kind: str
    begins: tuple[str, ...]


def paragraphs(text: str, findings: Sequence[Finding]) -> list[list[Stretch]]:
    """The text's lines that hold anything; a stretch never runs over a line's end."""
    found: list[list[Stretch]] = []
    at = 0
    begun: set[str] = set()
    for line in text.split("\n"):
        if line.strip():
            found.append(list(_stretches(text, at, at + len(line), findings, begun)))
        at += len(line) + 1
    return found


def _stretches(text: str, first: int, last: int, findings: Sequence[Finding], begun: set[str]) -> Iterator[Stretch]:
    here = [(max(start, first), min(end, last), one) for one in findings for start, end in one.spans]
    here = [(start, end, one) for start, end, one in here if start < end]
    edges = sorted({first, last, *(start for start, _, _ in here), *(end for _, end, _ in here)})
    for start, end in pairwise(edges):
        own = [one for begins, ends, one in here if begins <= start and end <= ends]
        ids = tuple(dict.fromkeys(one.id for one in own))
        new = tuple(one for one in ids if one not in begun)
        begun.update(new)
        yield Stretch(text[start:end], ids, own[0].KIND if own else "", new)
