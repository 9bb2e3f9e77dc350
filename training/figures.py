"""What is measured of a run: the learning curve, the model on what was held out, the readers on reports kept apart."""

import json
import platform
import random
from importlib.metadata import version
from pathlib import Path

import numpy as np

from comity.language.manifest import FOLDER
from tests.quality import score
from tests.quality.measure import read_as_dict
from training import calibrate, curve, learning, loop, pictures, reports, shipped
from training.batches import Batcher
from training.data import Split
from training.measure import Model, measure
from training.sources import base_pieces
from training.stages import Given, language_model, read_cases, read_whole, trained, validated

PICTURES = Path(__file__).parents[1] / "docs/pictures"


def draw_curve(given: Given) -> None:
    """The learning curve of the appraiser, asked about the reports kept for choosing."""
    encoder, _ = language_model(given)
    cases = [case for case in read_cases(given) if len(case.sentences) > 1]
    tune = list(reports.cases(reports.own(given.own / "reports", reports.TUNE)))
    read = learning.read(encoder, [*cases, *tune], base_pieces())
    numbers = list(range(len(cases)))
    random.Random(given.seed).shuffle(numbers)
    told = {}
    for share in curve.SHARES:
        part = numbers[: int(share * len(cases))]
        appraiser = learning.learnt(read, part, curve.STEPS, given.seed)
        told[len(part)] = curve.precision(appraiser, read, range(len(cases), len(read.cases)))
    (given.work / "curve.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    drawn = pictures.curve({reports: found["all"] for reports, found in told.items()}, low=0.5)
    (PICTURES / "learning-curve.svg").write_text(drawn, encoding="utf-8")


def measure_model(split: Split, given: Given) -> None:
    """Figures on what was held out, of the trained network and of the packaged one, into the manifest."""
    pair, classes = trained(given)
    before = loop.Predictor(pair.encoder, Batcher(base_pieces(), classes), classes)
    packages = ("torch", "onnx", "onnxruntime", "spacy", "tokenizers")
    cost = json.loads((given.work / "cost.json").read_text())
    shipped.change_manifest(
        FOLDER,
        training={"cost": cost, "processor": platform.processor(), **{name: version(name) for name in packages}},
        figures=figures(shipped.Shipped(FOLDER), split),
        figures_before_quantization=figures(before, split),
        lemmas=shipped.lemma_accuracy(split.held_out),
        events=validated(given)["table"],
    )


def measure_readers(given: Given) -> None:
    """Figures of the readers on the project's own reports that were kept apart, and how far probabilities hold."""
    apart = list(reports.own(given.own / "reports", reports.APART))
    chances: list[float] = []
    right: list[bool] = []
    for have, gold in read_whole(apart):
        for one in calibrate.weighed(have, gold).values():
            chances += calibrate.chances(have["page"].appraiser.calibration, one)
            right += one.right
    readings = {reading["report"]["id"]: reading for reading in read_as_dict(apart)}
    result = score.score(apart, readings)
    held = calibrate.bins(np.array(chances), np.array(right))
    shipped.change_manifest(
        FOLDER,
        readers={
            "reports": len(apart),
            "headline": round(result["headline"], 3),
            "right_in_full": round(sum(result["full"].values()) / len(result["full"]), 3),
            "f1": {kind: round(row[2], 3) for kind, row in result["rows"].items()},
            "calibration_error": round(calibrate.calibration_error(np.array(chances), np.array(right)), 4),
        },
    )
    (PICTURES / "reliability.svg").write_text(pictures.reliability(held), encoding="utf-8")


def figures(model: Model, split: Split) -> dict[str, dict[str, float]]:
    """Of the language heads, per held-out set."""
    return {
        "gum-news, six documents": measure(model, split.held_out),
        "crossner-politics-test, names": measure(model, split.held_out_names),
    }
