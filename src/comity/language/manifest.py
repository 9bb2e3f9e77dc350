"""What the model is: version, hash, classes and figures, as `model/manifest.json` tells."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from comity.errors import BadModel

FOLDER = Path(__file__).with_name("model")


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns beliefs into probabilities, and from where on a proposal becomes a finding.

    proposals:         by kind of finding, weights of what speaks for a proposal: how right the appraiser holds it
                       ("appraiser", log odds), that the rules alone would have it ("vouched"), "bias"
    least:             by kind ("topic" among them), the least probability of a finding that the rules alone would have
                       ("vouched"), and of one that they would not ("doubted"); above 1 for none
    event_temperature: what scores of event classes are divided by
    events:            weights of what speaks for an event: that rules read it ("ruled") and how right that
                       proposal is ("rule", log odds), that the appraiser reads it off a sentence itself ("paired") and
                       how surely ("pair", log odds), "bias"
    topics:            the same for a topic: the words of the rules ("words", their weight), the appraiser's score
                       ("score"), that there are findings which it may be the subject of ("told"), "bias"
    """

    proposals: Mapping[str, Mapping[str, float]]
    least: Mapping[str, Mapping[str, float]]
    event_temperature: float
    events: Mapping[str, float]
    topics: Mapping[str, float]

    def usual(self, kind: str, *, vouched: bool) -> float:
        """The least probability at which a finding is told unless another is asked for."""
        return self.least[kind]["vouched" if vouched else "doubted"]

    def proposal(self, kind: str, appraiser: float, *, vouched: bool) -> float:
        """The chance that a proposal is right which the appraiser holds so right."""
        weights = self.proposals[kind]
        told = weights["appraiser"] * log_odds(appraiser)
        return sigmoid(told + weights["vouched"] * vouched + weights["bias"])

    def event(self, rule: float | None, pair: float | None) -> float:
        """The chance of an event which rules read with one probability and the appraiser with the other; None: not."""
        told = self.events["bias"]
        if rule is not None:
            told += self.events["ruled"] + self.events["rule"] * log_odds(rule)
        if pair is not None:
            told += self.events["paired"] + self.events["pair"] * log_odds(pair)
        return sigmoid(told)

    def topic(self, words: float, score: float, told: bool) -> float:
        """The chance of a topic whose words weigh so much (see ``reading.topics``) and whose score is such."""
        weights = self.topics
        return sigmoid(weights["words"] * words + weights["score"] * score + weights["told"] * told + weights["bias"])


def sigmoid(x: float) -> float:
    """1 / (1 + exp(-x))."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def log_odds(probability: float) -> float:
    """The inverse of ``sigmoid``, no farther than a thousandth from 0 and 1."""
    kept = min(0.999, max(0.001, probability))
    return math.log(kept / (1 - kept))


@dataclass(frozen=True, slots=True)
class Manifest:
    """Classes of each task in the model's order, and what tells this model from another.

    version:   of the model, e.g. "1.0.0"
    sha256:    of encoder.onnx, 64 hexadecimal digits
    appraiser: of appraiser.onnx
    """

    version: str
    sha256: str
    appraiser: str
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    calibration: Calibration


def read_manifest(folder: Path = FOLDER) -> Manifest:
    """The manifest in a model's folder; `BadModel` where it is missing or lacks an entry."""
    path = folder / "manifest.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        classes = {task: tuple(told["classes"][task]) for task in ("upos", "xpos", "labels", "names")}
        return Manifest(
            version=told["version"],
            sha256=told["sha256"],
            appraiser=told["appraiser"],
            calibration=Calibration(**told["calibration"]),
            **classes,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadModel(f"{path} cannot be used ({type(error).__name__}).") from error


def read_model(folder: Path, name: str, sha256: str) -> bytes:
    """The bytes of one file of the model, once they prove to be what the manifest says."""
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadModel(f"{path} cannot be read.") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BadModel(f"{path} is not the file that its manifest describes.")
    return content
