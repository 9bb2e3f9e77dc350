"""Whatever comes in at any door is taken, or refused by name: a few hundred tries here, an hour's by `make fuzz`."""

import json
import os
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import comity
from comity.errors import ComityError
from comity.findings import Reading
from comity.intake import Skipped, arrivals
from comity.run.adding import kept_report
from comity.settings import Settings
from comity.statistics.sources import read
from comity.statistics.taken import Release
from comity.terms import load
from comity.terms.states import States
from tests.intake.made import answer, docx, lines, page, paragraph, pdf, warc_record
from tests.reports import ROOT

LONG = os.environ.get("COMITY_FUZZ") == "long"
TOLD = "Foreign Ministers Arman Petrosyan of Armenia and Lado Beridze of Georgia met in Tbilisi on 3 May 2024."
RECORD = {"id": "one", "published": "2024-05-03", "title": "Ministers meet", "text": TOLD, "url": "https://a.example/1"}
SAMPLES = {
    "report.html": page(TOLD, TOLD, head='<title>Meet</title><meta property="article:published_time" content="2024">'),
    "report.docx": docx(paragraph(TOLD) * 3),
    "report.pdf": pdf(lines(TOLD, TOLD)),
    "reports.jsonl": f"{json.dumps(RECORD)}\n{json.dumps(RECORD)}\n".encode(),
    "pages.warc": warc_record("https://a.example/1", answer(page(TOLD, TOLD))) * 2,
    "report.json": json.dumps(RECORD).encode(),
    "report.txt": f"Ministers meet\n3 May 2024\n\n{TOLD}".encode(),
}
DATA = ROOT / "tests" / "statistics" / "data"
TABLES = [(DATA / name).read_bytes()[:2000] for name in ("kz_bns_armenia.csv", "armstat_kazakhstan_vintages.csv")]
STATES = load(None).table(States)
# What breaks readers: ends of structures, numbers too long, marks of other encodings and directions.
HARM = st.sampled_from([
    b"", b"\x00", b"\xff\xfe", b"<", b"</", b"<![CDATA[", b"&#x110000;", b"{", b"[" * 200, b'"', b"\\ud800", b"9" * 400,
    b"1e999", b"-", b"\r", b"\xe2\x80\xae", b"endobj", b"PK\x03\x04", b"2024-13-45", b",,,,", b"\xc3",
])  # fmt: skip


def tries(many: int) -> settings:
    """How hard to try: every door a few times, or for long, when nothing may take over ten seconds."""
    return settings(
        max_examples=many * 450 if LONG else many,
        derandomize=not LONG,
        deadline=timedelta(seconds=10) if LONG else None,
        suppress_health_check=list(HealthCheck),
    )


@st.composite
def spoilt(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes with some stretches cut out, doubled, or replaced."""
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        harm = draw(HARM | st.binary(max_size=12) | st.just(content[start:end] * 3))
        content = content[:start] + harm + content[end:]
    return content


@pytest.mark.parametrize("name", SAMPLES)
@tries(25)
@given(data=st.data())
def test_a_spoilt_file_is_a_report_or_refused(name: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / name
        place.write_bytes(data.draw(spoilt(SAMPLES[name])))
        for one in arrivals([place], Settings()):
            if isinstance(one, Skipped):
                assert one.refusal.remedy
            else:
                assert kept_report(one, "2024-05-04T00:00:00Z").report == one.report


@pytest.mark.parametrize("table", TABLES, ids=["kz", "armstat"])
@tries(60)
@given(data=st.data())
def test_a_spoilt_table_is_taken_or_refused(table: bytes, data: st.DataObject) -> None:
    content = data.draw(spoilt(table))
    with suppress(ComityError):
        assert all(one.value >= 0 for one in read(content, STATES, Release("2024-05-04")).observations)


WORDS = (
    "on in by from to between of the 31 29 February May 2024 2023-02-30 99 first half quarter Q5 year years last next "
    "million billion trillion USD $ € dram tenge tons percent % times 1,5 1.234,56 0 -7 ½ twice doubled fell grew "
    "about over minus and Armenia Georgia Kazakhstan Yerevan visit met signed agreement trade minister said that will "
    "deadline end “ ” , . ; ( ) — ’ 12/13/14 III AD BC 1e400 ١٢٣ 二〇二四 30th 0th hundred thousand dozen"
)


@tries(120)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join))
def test_any_sentence_of_dates_and_quantities_is_read(words: str) -> None:
    reading = comity.read(f"{TOLD} Trade {words}.", published="2024-05-03")
    assert Reading.model_validate_json(reading.model_dump_json(by_alias=True)) == reading
