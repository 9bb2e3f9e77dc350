"""Time the reader on this machine: ``make bench`` writes bench/results/<date>.json.

Every figure is the median of several runs; ratios compare figures of the same run, since machines
are shared and noisy. Texts are the composed reports of examples/ and tests/cases/, repeated.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from comity import intake, language
from comity.intake import Skipped
from comity.run.reading import ReportReader, read_all
from comity.settings import Settings
from comity.version import __version__

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
# The length of a report in the figures, in words.
REPORT_WORDS = 350
RUNS = 5
MANY = 240


def reports() -> list[dict[str, Any]]:
    """The composed reports, as given to the reader."""
    paths = sorted([*ROOT.glob("examples/kazarm/*.json"), *ROOT.glob("tests/cases/dev/*.json")])
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def words(texts: Sequence[str]) -> int:
    """Words parted by white space."""
    return sum(len(text.split()) for text in texts)


def seconds(action: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of an action, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def command(*arguments: str) -> Callable[[], object]:
    """A run of the command in a process of its own."""
    line = [sys.executable, *arguments]
    return lambda: subprocess.run(line, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def throughput(workers: int) -> float:
    """Reports of 350 words a second over many reports, start of the processes left out."""
    given = list(intake.from_values(islice(cycle(reports()), MANY), Settings()))
    texts = [item.text for item in given if not isinstance(item, Skipped)]
    results = read_all(given, Settings(workers=workers))
    warm = workers * 20
    for _ in range(warm):
        next(results)
    start = time.perf_counter()
    for _ in results:
        pass
    return words(texts[warm:]) / REPORT_WORDS / (time.perf_counter() - start)


def one_process() -> dict[str, float]:
    """Words a second of the encoder with its trees alone, and of the whole reader, in one process."""
    given = [item for item in intake.from_values(reports(), Settings()) if not isinstance(item, Skipped)]
    parser, reader = language.load(), ReportReader(Settings())
    count = words([report.text for report in given])
    parsing = count / seconds(lambda: [parser.parse(report.text, report.skipped) for report in given])
    reading = count / seconds(lambda: [reader.read(report) for report in given])
    return {
        "parser_words_per_second": parsing,
        "reader_words_per_second": reading,
        "reader_to_parser": reading / parsing,
    }


def cold() -> dict[str, float]:
    """Seconds from a cold start: an empty Python, the help, the findings of one report."""
    bare = seconds(command("-c", "pass"))
    told = seconds(command("-m", "comity", "--help"))
    one = seconds(command("-m", "comity", "read", "examples/kazarm/K-01-nurtleu-yerevan-release.json"))
    return {"python_seconds": bare, "help_seconds": told, "one_report_seconds": one, "one_report_to_python": one / bare}


def machine() -> dict[str, Any]:
    """What this machine is."""
    cpu = [
        line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    ]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"cpu": cpu[0], "cores": os.cpu_count(), "memory_gib": round(memory), "python": platform.python_version()}


def main() -> None:
    """Measure, print and keep the figures."""
    one, two = throughput(1), throughput(2)
    figures = {
        **cold(),
        **one_process(),
        "reports_per_second_one_process": one,
        "reports_per_second_two_processes": two,
        "two_processes_to_one": two / one,
    }
    result = {
        "date": date.today().isoformat(),
        "comity": __version__,
        "machine": machine(),
        "figures": {name: round(value, 3) for name, value in figures.items()},
    }
    told = json.dumps(result, indent=2)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{result['date']}.json").write_text(told + "\n", encoding="utf-8")
    sys.stdout.write(told + "\n")


if __name__ == "__main__":
    main()
