"""Makes the model: python -m training [train] [export] [measure] --shared ../shared --work build/training.

Steps in order, all by default:
    train    fine-tunes the base on all sets, a checkpoint and dev figures per epoch in --work
    export   the best epoch by dev figures to ONNX, quantized, into the package's model folder
    measure  on held-out documents: the trained network and the shipped one, into manifest.json
"""

import argparse
import json
import logging
import platform
import time
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path

import numpy as np
import torch

from comity.language.encoder import batches, padded
from comity.language.manifest import FOLDER
from training.batches import Batcher, Inventory, inventory
from training.data import Split, load
from training.encoder import Encoder
from training.export import export
from training.lemmas import write_table
from training.loop import Plan, Predictor, train
from training.measure import Model, measure
from training.quantize import Feed, quantize
from training.sentences import Sentence
from training.shipped import Shipped, lemma_accuracy, write_manifest
from training.sources import base_pieces, base_tokenizer, new_encoder

STEPS = ("train", "export", "measure")
CALIBRATION = 600  # sentences


def main() -> None:
    """Runs the steps asked for."""
    given = arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(given.threads)
    split = load(given.shared)
    for step in given.steps or STEPS:
        STEP_FUNCTIONS[step](split, given)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], help="default: all")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ and gold/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--start", type=Path, help="checkpoint to go on from, with the rates of Plan.again")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def step_train(split: Split, given: argparse.Namespace) -> None:
    """Checkpoints and dev figures of every epoch; processor seconds in cost.json."""
    plan = replace(Plan(), epochs=given.epochs, seed=given.seed)
    classes = inventory(split.train)
    torch.manual_seed(plan.seed)
    model, began = new_encoder(classes), time.process_time()
    if given.start:
        model.load_state_dict(torch.load(given.start, weights_only=True)["weights"])
        plan = plan.again()
    train(model, Batcher(base_pieces(), classes), (split.train, split.dev, classes), plan, given.work)
    cost = {"processor_hours": round((time.process_time() - began) / 3600, 2), "processor": platform.processor()}
    (given.work / "cost.json").write_text(json.dumps(cost))


def step_export(split: Split, given: argparse.Namespace) -> None:
    """encoder.onnx, tokenizer.json and lemmas.json in the package, and a manifest without figures."""
    model, classes, _ = checkpoint(given.work, best_epoch(given.work))
    single = given.work / "encoder-single.onnx"
    export(model, single)
    quantize(single, FOLDER / "encoder.onnx", calibration(split.train))
    base_tokenizer().save(str(FOLDER / "tokenizer.json"), pretty=False)
    write_table(split.train, FOLDER / "lemmas.json")
    write_manifest(FOLDER, asdict(classes), {})


def step_measure(split: Split, given: argparse.Namespace) -> None:
    """Figures on what was held out, of the trained network and of the shipped one, into the manifest."""
    epoch = best_epoch(given.work)
    model, classes, plan = checkpoint(given.work, epoch)
    trained = Predictor(model, Batcher(base_pieces(), classes), classes)
    told = {
        "training": {"plan": plan, "epoch": epoch, "words": sum(len(item.words) for item in split.train)}
        | json.loads((given.work / "cost.json").read_text())
        | {package: version(package) for package in ("torch", "onnx", "onnxruntime", "spacy", "tokenizers")},
        "figures": figures(Shipped(FOLDER), split),
        "figures_before_quantization": figures(trained, split),
        "lemmas": lemma_accuracy(split.held_out),
    }
    write_manifest(FOLDER, asdict(classes), told)


def figures(model: Model, split: Split) -> dict[str, dict[str, float]]:
    """Per held-out set."""
    return {
        "gum-news, six documents": measure(model, split.held_out),
        "crossner-politics-test, names": measure(model, split.held_out_names),
    }


def best_epoch(work: Path) -> int:
    """The epoch with the highest sum of LAS and names F1 on the dev documents; the first of equals."""
    rows = [json.loads(line) for line in (work / "dev.jsonl").read_text().splitlines()]
    return int(max(rows, key=lambda row: row["las"] + row["names_f1"])["epoch"])


def checkpoint(work: Path, epoch: int) -> tuple[Encoder, Inventory, dict[str, object]]:
    """The trained network of one epoch, its classes and its plan."""
    saved = torch.load(work / f"epoch-{epoch}.pt", weights_only=True)
    classes = Inventory(**{task: tuple(names) for task, names in saved["classes"].items()})
    model = Encoder(classes.sizes())
    model.load_state_dict(saved["weights"])
    return model.eval(), classes, saved["plan"]


def calibration(items: list[Sentence]) -> list[Feed]:
    """Encoder inputs of training sentences, evenly from all sets."""
    chosen = [item for item in items[:: max(1, len(items) // CALIBRATION)] if len(item.words) < 100]
    pieces = base_pieces()
    made = [pieces.sentence(item.words, item.spaces) for item in chosen]
    names = ("ids", "shapes", "words")
    return [
        {name: np.asarray(padded([getattr(made[i], name) for i in batch])) for name in names} for batch in batches(made)
    ]


STEP_FUNCTIONS = {"train": step_train, "export": step_export, "measure": step_measure}

if __name__ == "__main__":
    main()
