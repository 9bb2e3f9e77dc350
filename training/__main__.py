"""Makes the model: python -m training [STAGE ...] --shared ../shared --work build/training.

Stages in order, all by default:
    language   fine-tunes the base on grammar and names, and packages it so that the readers can propose
    cases      what the readers by rule propose of the annotated reports to learn from
    curve      what more annotated reports are worth
    joint      both networks together on all there is to learn from, into the package
    calibrate  probabilities, and from where on a proposal is a finding, by the reports kept for choosing
    measure    figures on what was held out, into manifest.json: grammar and names, then the readers

    validate   only where it is named: the event head by five-fold cross-validation on the published event sentences,
               which takes five times as long as `joint`

Without `language` the model that is packaged now is what the rest starts from.
"""

import argparse
import logging
from collections.abc import Callable
from pathlib import Path

import torch

from training import figures, stages
from training.data import Split, load

LANGUAGE_EPOCHS = 7


def main() -> None:
    """Runs the stages asked for."""
    told = arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(told.threads)
    own = Path(__file__).with_name("data")
    given = stages.Given(told.shared, own, told.work, told.seed, told.threads, told.device)
    split = load(told.shared)
    for name, stage in STAGES.items():
        if name in (told.stages or set(STAGES) - ASIDE):
            logging.getLogger("training").info("stage %s", name)
            stage(split, given)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stages", nargs="*", choices=[*STAGES, []], help="all when none is named")
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/ and gold/")
    parser.add_argument("--work", type=Path, required=True, help="checkpoints and figures of this run")
    parser.add_argument("--seed", type=int, default=stages.Given.seed)
    parser.add_argument("--threads", type=int, default=stages.Given.threads)
    parser.add_argument("--device", default=stages.Given.device, help="of the networks: cpu, or cuda for a GPU")
    return parser.parse_args()


def language(split: Split, given: stages.Given) -> None:
    """Trains and packages the language heads."""
    stages.train_language(split, given, LANGUAGE_EPOCHS)
    stages.export_language(split, given)


def measure(split: Split, given: stages.Given) -> None:
    """Figures of the language heads and of the readers."""
    figures.measure_model(split, given)
    figures.measure_readers(given)


STAGES: dict[str, Callable[[Split, stages.Given], None]] = {
    "language": language,
    "cases": lambda _, given: stages.write_cases(given),
    "curve": lambda _, given: figures.draw_curve(given),
    "validate": stages.cross_validate,
    "joint": stages.train_jointly,
    "calibrate": lambda _, given: stages.calibrate_readers(given),
    "measure": measure,
}

# Stages that run only where they are named.
ASIDE = {"validate"}

if __name__ == "__main__":
    main()
