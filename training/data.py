"""All training data and how it is divided: by document, never by sentence."""

from dataclasses import dataclass, field
from pathlib import Path

from training.columns import read_columns
from training.composed import read_composed
from training.sentences import Sentence
from training.treebank import read_treebank

# Every fourth of the 24 gum-news documents in order of name, from the second on; not looked at
# while training or choosing anything.
HELD_OUT = frozenset(
    f"gum-news/GUM_news_{name}" for name in ("asylum", "election", "homeopathic", "korea", "sensitive", "warhol")
)
# For choosing between checkpoints and settings.
DEV = frozenset(("gum-news/GUM_news_crane", "gum-news/GUM_news_imprisoned", "gum-news/GUM_news_taxes"))
DEV_PER_GENRE = ("gum-bio", "gum-interview", "gum-academic")


@dataclass(slots=True)
class Split:
    """Sentences to train on, to choose by and to measure on."""

    train: list[Sentence] = field(default_factory=list)
    dev: list[Sentence] = field(default_factory=list)
    held_out: list[Sentence] = field(default_factory=list)
    held_out_names: list[Sentence] = field(default_factory=list)


def load(folder: Path) -> Split:
    """All sets under the shared folder: data/treebank, data/names and the reports of gold/train."""
    split = Split()
    for path in sorted((folder / "data/treebank").glob("*.conllu")):
        dev_documents: set[str] = set()
        for item in read_treebank(path):
            if path.stem in DEV_PER_GENRE and not dev_documents:
                dev_documents.add(item.source)
            if item.source in HELD_OUT:
                split.held_out.append(item)
            elif item.source in DEV or item.source in dev_documents:
                split.dev.append(item)
            else:
                split.train.append(item)
    for path in sorted((folder / "data/names").glob("*.txt")):
        items = list(read_columns(path))
        if path.stem == "crossner-politics-test":
            split.held_out_names.extend(items)
        elif path.stem == "crossner-politics-dev":
            split.dev.extend(items[::10])
            split.train.extend(item for at, item in enumerate(items) if at % 10)
        else:
            split.train.extend(items)
    split.train.extend(read_composed(folder / "gold/train"))
    return split
