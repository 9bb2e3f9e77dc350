"""The event sentences: composed ones, of the shared folder and the project's own, and the published ones."""

from pathlib import Path
from typing import Protocol

from training.relations import Relation, read_composed, read_published


class Folders(Protocol):
    """Where data lie: `shared` beside the project, `own` in it."""

    @property
    def shared(self) -> Path: ...  # noqa: D102

    @property
    def own(self) -> Path: ...  # noqa: D102


def composed(given: Folders) -> list[Relation]:
    """All composed sentences."""
    theirs = (given.shared / "data/events" / name for name in ("composed-general.tsv", "composed-contrasts.tsv"))
    return [one for path in (*theirs, given.own / "events/composed-rare.tsv") for one in read_composed(path)]


def published(given: Folders) -> list[Relation]:
    """The published sentences of training."""
    return read_published(given.shared / "data/events/plv-train.tsv")
