"""The stages of making the model, each from what the one before has left in the work folder."""

import json
import os
import pickle
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from comity import intake, language, settings, terms
from comity.language.encoder import batches, padded
from comity.language.manifest import FOLDER
from comity.reading import steps
from training import calibrate, crossval, events, folds, joint, loop, reports, shipped
from training.appraiser import Appraiser
from training.batches import Batcher, Inventory, inventory
from training.cases import Case, of_relations
from training.data import Split
from training.encoder import Encoder
from training.export import add_topics, export, export_appraiser
from training.lemmas import write_table
from training.quantize import Feed, quantize
from training.restore import restore
from training.sentences import Sentence
from training.sources import base_pieces, base_tokenizer, new_encoder

CALIBRATION = 600  # sentences


@dataclass(frozen=True)
class Given:
    """What a run is told: the shared folder, the folder of the project's own data, where to work, seed, threads, and
    the device of the networks that learn together ("cpu", or "cuda" for a GPU)."""

    shared: Path
    own: Path
    work: Path
    seed: int = 7
    threads: int = 2
    device: str = "cpu"

    @property
    def plan(self) -> joint.Plan:
        """How both networks learn together; a GPU is fed by two processes beside."""
        return joint.Plan(seed=self.seed, device=self.device, workers=0 if self.device == "cpu" else 2)


def train_language(split: Split, given: Given, epochs: int) -> None:
    """Grammar and names from the base: a checkpoint and dev figures of every epoch."""
    plan = replace(loop.Plan(), epochs=epochs, seed=given.seed)
    classes = inventory(split.train)
    torch.manual_seed(plan.seed)
    model, began = new_encoder(classes), time.process_time()
    loop.train(model, Batcher(base_pieces(), classes), (split.train, split.dev, classes), plan, given.work)
    tell_cost(given.work, "language", began)


def export_language(split: Split, given: Given) -> None:
    """The best epoch into the package, so that the readers by rule propose with it, beside an appraiser that knows
    nothing yet; with the table of dictionary forms."""
    model, classes = language_model(given)
    base_tokenizer().save(str(FOLDER / "tokenizer.json"), pretty=False)
    write_table(split.train, FOLDER / "lemmas.json")
    package(joint.Pair(model, Appraiser()), classes, split)


def package(pair: joint.Pair, classes: Inventory, split: Split) -> None:
    """Both networks into the package, the encoder in eight bits, with a manifest without figures."""
    single = FOLDER / "encoder-single.onnx"
    export(pair.encoder, single)
    quantize(single, FOLDER / "encoder.onnx", feeds(split.train))
    single.unlink()
    add_topics(FOLDER / "encoder.onnx", pair.appraiser)
    export_appraiser(pair.appraiser, FOLDER / "appraiser.onnx")
    shipped.write_manifest(FOLDER, asdict(classes), calibrate.PLAIN, {})


def write_cases(given: Given) -> None:
    """What the readers by rule propose of the annotated reports to learn from, with what of it is right."""
    kept = [*reports.read_reports(given.shared / "gold/train"), *reports.own(given.own / "reports", reports.TRAIN)]
    found = list(reports.cases(kept))
    given.work.mkdir(parents=True, exist_ok=True)
    (given.work / "cases.pkl").write_bytes(pickle.dumps(found))


def read_cases(given: Given) -> list[Case]:
    """What ``write_cases`` left."""
    found: list[Case] = pickle.loads((given.work / "cases.pkl").read_bytes())
    return found


def language_model(given: Given) -> tuple[Encoder, Inventory]:
    """What the first stage has left, else what the package holds."""
    if (given.work / "dev.jsonl").exists():
        return checkpoint(given.work / f"epoch-{best_epoch(given.work)}.pt")
    return restore(FOLDER)


def train_jointly(split: Split, given: Given) -> None:
    """Both networks together, from all there is to learn from, into the package."""
    began = time.process_time()
    encoder, material = to_learn_from(split, given)
    relations = of_relations(events.composed(given) + events.published(given))
    pair = joint.learn(encoder, replace(material, cases=[*material.cases, *relations]), given.plan)
    given.work.mkdir(parents=True, exist_ok=True)
    torch.save(pair.state_dict(), given.work / "joint.pt")
    tell_cost(given.work, "joint", began)
    package(pair, material.classes, split)


def to_learn_from(split: Split, given: Given) -> tuple[Encoder, joint.Material]:
    """The encoder to start from, and what to learn from but for event sentences."""
    encoder, classes = language_model(given)
    return encoder, joint.Material(split.train, read_cases(given), classes, base_pieces())


def trained(given: Given) -> tuple[joint.Pair, Inventory]:
    """What ``train_jointly`` has left."""
    encoder, classes = language_model(given)
    pair = joint.Pair(encoder, Appraiser())
    pair.load_state_dict(torch.load(given.work / "joint.pt", weights_only=True))
    return pair.eval(), classes


def cross_validate(split: Split, given: Given) -> None:
    """The event head on the published sentences, by folds: the table per type, and the temperature of its scores."""
    began = time.process_time()
    encoder, material = to_learn_from(split, given)
    published = events.published(given)
    cases = [*material.cases, *of_relations(events.composed(given))]
    chances = crossval.chances(encoder, replace(material, cases=cases), published, given.plan)
    found = [folds.likeliest(row) for row in chances]
    told = {
        "table": folds.table(folds.gold_types(published), found),
        "temperature": folds.temperature(published, chances),
    }
    (given.work / "events.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    tell_cost(given.work, "validate", began)


def validated(given: Given) -> dict[str, Any]:
    """What ``cross_validate`` has left; without it no table, and scores as they are."""
    path = given.work / "events.json"
    found: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {"table": {}, "temperature": 1.0}
    return found


def calibrate_readers(given: Given) -> None:
    """Thresholds and probabilities by the reports kept for choosing, into the manifest."""
    plain = replace(calibrate.PLAIN, event_temperature=validated(given)["temperature"])
    shipped.change_manifest(FOLDER, calibration=asdict(plain))
    weighed, told = [], []
    for have, gold in read_whole(reports.own(given.own / "reports", reports.TUNE)):
        weighed.append(calibrate.weighed(have, gold))
        told.append(calibrate.topics_told(have, gold))
    shipped.change_manifest(FOLDER, calibration=calibrate.rounded(asdict(calibrate.fit(plain, weighed, told))))


def read_whole(annotated: Iterable[reports.Gold]) -> Iterable[tuple[dict[str, Any], reports.Gold]]:
    """What every step gives for each report with the packaged model, and the report's annotation."""
    told = settings.read()
    parser, words, appraiser = (
        language.load(longest=told.max_sentence_words),
        terms.load(told.terms),
        language.appraiser(),
    )
    for gold in annotated:
        report = intake.report({key: gold[key] for key in reports.GIVEN}, told)
        yield steps.found(report, parser.parse(report.text, report.skipped), words, appraiser), gold


def best_epoch(work: Path) -> int:
    """The epoch with the highest sum of LAS and names F1 on the dev documents; the first of equals."""
    rows = [json.loads(line) for line in (work / "dev.jsonl").read_text().splitlines()]
    return int(max(rows, key=lambda row: row["las"] + row["names_f1"])["epoch"])


def checkpoint(path: Path) -> tuple[Encoder, Inventory]:
    """A trained encoder and its classes."""
    saved = torch.load(path, weights_only=True)
    classes = Inventory(**{task: tuple(names) for task, names in saved["classes"].items()})
    encoder = Encoder(classes.sizes())
    encoder.load_state_dict(saved["weights"])
    return encoder.eval(), classes


def feeds(items: list[Sentence]) -> list[Feed]:
    """Encoder inputs of training sentences, evenly from all sets, to find the scales of quantization by."""
    chosen = [item for item in items[:: max(1, len(items) // CALIBRATION)] if len(item.words) < 100]
    pieces = base_pieces()
    made = [pieces.sentence(item.words, item.spaces) for item in chosen]
    names = ("ids", "shapes", "words")
    return [
        {name: np.asarray(padded([getattr(made[i], name) for i in batch])) for name in names} for batch in batches(made)
    ]


def tell_cost(work: Path, stage: str, began: float) -> None:
    """Adds the stage's processor hours to cost.json."""
    path = work / "cost.json"
    told = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps(told | {f"{stage}_processor_hours": round((time.process_time() - began) / 3600, 2)}))
    os.sync()
