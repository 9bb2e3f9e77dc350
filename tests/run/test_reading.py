"""What a reading says depends on the report alone, and nothing accepted is lost on the way."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import EmptyReport, WorkerLost
from comity.findings import Reading, Report
from comity.intake import Skipped
from comity.run.reading import ReportReader, read_all
from comity.settings import Settings
from tests.reports import RELEASE, annotated

REPORTS = [
    Report(id=case["id"], text=case["text"], title=case["title"], published=case["published"])
    for case in annotated("examples/kazarm")
]


def told(results: Sequence[Reading | Skipped]) -> list[str]:
    return [result.model_dump_json(by_alias=True) for result in results if isinstance(result, Reading)]


@pytest.fixture(scope="module")
def alone() -> dict[str, str]:
    reader = ReportReader(Settings())
    return {report.id: reader.read(report).model_dump_json(by_alias=True) for report in REPORTS}


def test_any_number_of_processes_gives_the_same_bytes(alone: dict[str, str]) -> None:
    assert told(list(read_all(REPORTS, Settings(workers=2)))) == list(alone.values())


@settings(max_examples=3, deadline=None)
@given(st.permutations(REPORTS[:6]))
def test_any_order_gives_the_same_bytes(alone: dict[str, str], order: list[Report]) -> None:
    assert told(list(read_all(order, Settings(workers=1)))) == [alone[report.id] for report in order]


def test_what_was_refused_keeps_its_place() -> None:
    refused = Skipped("empty.txt", None, EmptyReport("empty.txt holds nothing."))
    results = list(read_all([REPORTS[0], refused, REPORTS[1]], Settings()))
    assert [isinstance(result, Skipped) for result in results] == [False, True, False]


def workers() -> list[int]:
    told = [path.parent for path in Path("/proc").glob("[0-9]*/cmdline") if b"popen_loky" in path.read_bytes()]
    return [int(folder.name) for folder in told if f"PPid:\t{os.getpid()}\n" in (folder / "status").read_text()]


def test_a_reading_process_that_dies_stops_the_run_by_name() -> None:
    results = read_all([*REPORTS, *REPORTS, *REPORTS], Settings(workers=2))
    next(results)
    for process in workers():
        os.kill(process, signal.SIGKILL)
    with pytest.raises(WorkerLost):
        list(results)


def test_a_sentence_that_is_too_long_is_refused_and_the_rest_is_read() -> None:
    text = " ".join(["word"] * 2000) + ".\n\n" + RELEASE
    reading = ReportReader(Settings(max_sentence_words=300)).read(Report(id="long", text=text))
    assert "sentence_too_long" in [refusal.reason for refusal in reading.refusals]
    assert len(reading.statements) == 2


def test_a_report_without_any_date_says_so() -> None:
    text = "Foreign Minister Ana Kova of Croatia met her Norwegian counterpart in Split on Tuesday."
    reading = ReportReader(Settings()).read(Report(id="undated", text=text))
    assert [refusal.reason for refusal in reading.refusals] == ["undated_report"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = ReportReader(Settings()).read(Report(id="odd", text=text))
    assert reading.report.text == text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(RELEASE.split(" ")), max_size=120))
def test_no_jumble_of_a_reports_words_breaks_the_reader(words: list[str]) -> None:
    text = " ".join(words)
    reading = ReportReader(Settings()).read(Report(id="odd", text=text, published="2023-05-02"))
    found = (*reading.encounters, *reading.statements, *reading.agreements, *reading.figures, *reading.events)
    assert all(finding.evidence == tuple(text[start:end] for start, end in finding.spans) for finding in found)
