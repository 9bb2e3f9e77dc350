"""What the model is: version, hash, classes and figures, as `model/manifest.json` tells."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from comity.errors import BadModel

FOLDER = Path(__file__).with_name("model")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Classes of each task in the model's order, and what tells this model from another.

    version: of the model, e.g. "1.0.0"
    sha256:  of encoder.onnx, 64 hexadecimal digits
    """

    version: str
    sha256: str
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]


def read_manifest(folder: Path = FOLDER) -> Manifest:
    """The manifest in a model's folder; `BadModel` where it is missing or lacks an entry."""
    path = folder / "manifest.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        classes = {task: tuple(told["classes"][task]) for task in ("upos", "xpos", "labels", "names")}
        return Manifest(version=told["version"], sha256=told["sha256"], **classes)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadModel(f"{path} cannot be used ({type(error).__name__}).") from error


def read_encoder(manifest: Manifest, folder: Path = FOLDER) -> bytes:
    """The encoder's bytes, once they prove to be what the manifest says."""
    path = folder / "encoder.onnx"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadModel(f"{path} cannot be read.") from error
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise BadModel(f"{path} is not the file that its manifest describes.")
    return content
