"""Score the reader on annotated reports: ``python -m tests.quality.measure FOLDER...``.

A folder is one of reports (or holds such folders); each is told apart, then the composed ones together.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import comity
from comity.findings import Reading
from tests.quality import score

CASES = Path(__file__).parents[1] / "cases"
EXAMPLES = Path(__file__).parents[2] / "examples"
# Sets that are measured on; what is learnt from (train) is told only when asked for by name.
MEASURED = ("dev", "kazarm", "wikinews")


@dataclass(frozen=True)
class Measured:
    """Figures of one set: F1 per kind, their mean, right in full, findings where there is nothing."""

    headline: float
    full: float
    kinds: dict[str, float]
    noise_per_report: float
    table: str


def gold_of(folders: Sequence[Path]) -> list[dict[str, Any]]:
    """The annotated reports of the folders."""
    gold: list[dict[str, Any]] = score.load([str(folder) for folder in folders])
    return gold


def read_as_dict(reports: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The readings of annotated reports, read without their annotation."""
    keys = ("id", "url", "outlet", "published", "title", "text")
    for reading in comity.read_many({key: report[key] for key in keys} for report in reports):
        if isinstance(reading, Reading):
            yield json.loads(reading.model_dump_json(by_alias=True))


def measured(folders: Sequence[Path]) -> Measured:
    """What the reader gets right on the reports of the folders."""
    gold = gold_of(folders)
    readings = {reading["report"]["id"]: reading for reading in read_as_dict(gold)}
    result = score.score(gold, readings)
    noise, silent = result["noise"]
    return Measured(
        headline=result["headline"],
        full=sum(result["full"].values()) / len(result["full"]),
        kinds={kind: row[2] for kind, row in result["rows"].items()},
        noise_per_report=noise / silent if silent else 0.0,
        table=_table(len(gold), result),
    )


def _table(reports: int, result: dict[str, Any]) -> str:
    lines = [f"{'':11} precision  recall      F1"]
    lines += [f"{kind:11}     {p:.3f}   {r:.3f}   {f:.3f}" for kind, (p, r, f) in result["rows"].items()]
    people = "  ".join(f"{value:.3f}" for value in result["people"])
    full = "  ".join(f"{kind} {value:.3f}" for kind, value in result["full"].items())
    noise, silent = result["noise"]
    return "\n".join(
        [
            f"{reports} reports, headline {result['headline']:.3f}",
            *lines,
            f"people of encounters (precision, recall, F1)  {people}",
            f"right in full  {full}  mean {sum(result['full'].values()) / len(result['full']):.3f}",
            f"right among matched  {result['attributes']}",
            f"{noise} findings on the {silent} reports that hold none",
        ]
    )


def _sets(folder: Path) -> list[Path]:
    inner = [folder / name for name in MEASURED if (folder / name).is_dir()]
    return inner or [folder]


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each set, and of dev and kazarm together."""
    sets = [inner for argument in arguments for inner in _sets(Path(argument))] or [CASES / "dev", EXAMPLES / "kazarm"]
    composed = [folder for folder in sets if folder.name in ("dev", "kazarm")]
    for folders in [*([folder] for folder in sets), *([composed] if len(composed) > 1 else [])]:
        sys.stdout.write(f"\n{' + '.join(folder.name for folder in folders)}: {measured(folders).table}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
