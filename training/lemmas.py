"""The table of dictionary forms: what the treebanks say and the dictionary would get wrong."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from comity.language.lemmas import by_dictionary
from training.sentences import Sentence

# Numbers lose their commas in the treebank's lemmas, names their capitals now and then.
LEFT_OUT = frozenset(("CD", "NNP", "NNPS", "FW", "ADD", "LS", "SYM", "GW", "NFP"))


def make_table(sentences: Iterable[Sentence]) -> dict[str, dict[str, str]]:
    """By Penn tag and word in small letters; only where all its dictionary forms agree by majority
    and differ from the dictionary's."""
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for item in sentences:
        if item.lemmas is None or item.xpos is None or item.upos is None:
            continue
        for word, upos, xpos, form in zip(item.words, item.upos, item.xpos, item.lemmas, strict=True):
            if xpos not in LEFT_OUT and form != "_":
                seen[xpos, word.lower(), upos][form] += 1
    table: dict[str, dict[str, str]] = {}
    for (xpos, word, upos), forms in sorted(seen.items()):
        form, count = forms.most_common(1)[0]
        if form != by_dictionary(word, upos, xpos) and count * 2 > forms.total() and count > 1:
            table.setdefault(xpos, {})[word] = form
    return table


def write_table(sentences: Iterable[Sentence], path: Path) -> None:
    """Writes the table as JSON, one tag a line."""
    rows = (
        f"{json.dumps(tag)}: {json.dumps(words, ensure_ascii=False)}" for tag, words in make_table(sentences).items()
    )
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
