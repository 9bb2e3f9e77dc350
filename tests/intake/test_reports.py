import io
import json
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.errors import BadSetting, NotFound
from comity.findings import Report
from comity.intake import Arrival, Fetches, Skipped, arrivals, gather
from comity.intake.given import Answer
from comity.settings import Settings
from tests.intake import made
from tests.intake.made import ENGLISH

RECORD = json.dumps({"text": ENGLISH}).encode()
PARAGRAPHS = f"{ENGLISH}\n\n{ENGLISH}"
FILES = {
    "a.txt": ENGLISH.encode(),
    "a.md": ENGLISH.encode(),
    "a.html": made.page(ENGLISH),
    "a.htm": made.page(ENGLISH),
    "a.pdf": made.pdf(made.lines(ENGLISH)),
    "a.docx": made.docx(made.paragraph(ENGLISH)),
    "a.json": RECORD,
    "a.jsonl": RECORD,
}
BAD = {
    "empty_report": ("a.txt", b" \n"),
    "binary_file": ("a.txt", b"\x00\x01\x02"),
    "bad_encoding": ("a.txt", b"caf\xe9"),
    "unknown_format": ("a.xyz", b"text"),
    "no_article": ("a.html", b"<html><body></body></html>"),
    "nested_too_deep": ("a.html", b"<div>" * 200_000),
    "unsafe_markup": ("a.docx", made.docx("", "<!DOCTYPE a>")),
    "scanned_pdf": ("a.pdf", made.pdf([])),
    "encrypted_pdf": ("a.pdf", (Path(__file__).parent / "locked.pdf").read_bytes()),
    "broken_file": ("a.pdf", b"%PDF-"),
    "bad_record": ("a.jsonl", b'{"txt": "a"}'),
    "not_english": ("a.txt", "Министр прибыл в Астану".encode()),
    "bad_date": ("a.json", b'{"text": "Accord signed", "published": "May"}'),
    "too_large": ("a.txt", bytes(20_000_001)),
}


def read(*paths: Path | str, published: str | None = None, outlet: str | None = None) -> list[Report | Skipped]:
    return list(gather(paths, Settings(), published, outlet))


def names(items: list[Report | Skipped]) -> list[str]:
    return [item.refusal.name if isinstance(item, Skipped) else "read" for item in items]


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    def pipe(content: bytes) -> list[Report | Skipped]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return read("-")

    return pipe  # type: ignore[return-value]


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (report,) = read(tmp_path / name)
    assert isinstance(report, Report)
    assert report.text == ENGLISH


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_read_from_standard_input(name: str, piped: object) -> None:
    (report,) = piped(FILES[name])  # type: ignore[operator]
    assert isinstance(report, Report)
    assert report.text == ENGLISH


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_by_name_and_the_others_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text(ENGLISH)
    (tmp_path / BAD[name][0]).write_bytes(BAD[name][1])
    (tmp_path / "z.txt").write_text(ENGLISH)
    items = read(tmp_path)
    assert names(items) == ["read", name, "read"]
    assert isinstance(items[1], Skipped)
    assert items[1].origin == str(tmp_path / BAD[name][0])


def test_lines_of_standard_input_are_read_as_they_come(piped: object) -> None:
    items = piped(RECORD + b'\n{"txt": 1}\n' + RECORD)  # type: ignore[operator]
    assert names(items) == ["read", "bad_record", "read"]


def test_a_pretty_printed_record_of_standard_input_is_read(piped: object) -> None:
    assert names(piped(json.dumps([{"text": ENGLISH}] * 2, indent=1).encode())) == ["read", "read"]  # type: ignore[operator]


def test_an_empty_standard_input_is_refused(piped: object) -> None:
    assert names(piped(b"")) == ["empty_report"]  # type: ignore[operator]


def test_the_line_of_a_refused_record_is_told_whatever_it_is_refused_for(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_bytes(RECORD + b'\n{"text": "a", "published": "May"}\n')
    (_, bad) = read(lines)
    assert isinstance(bad, Skipped)
    assert (bad.line, bad.refusal.name) == (2, "bad_date")


def test_the_same_file_has_the_same_id_wherever_it_is_read_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    monkeypatch.chdir(tmp_path)
    assert read("a.txt") == read(tmp_path / "a.txt")


def test_what_the_user_tells_holds_for_every_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (report,) = read(tmp_path, published="2024-03-18", outlet="Nile Courier")
    assert isinstance(report, Report)
    assert (report.published, report.outlet) == ("2024-03-18", "Nile Courier")


def arrived(*paths: Path | str, fetcher: Fetches | None = None) -> list[Arrival]:
    return [item for item in arrivals(paths, Settings(), fetcher=fetcher) if isinstance(item, Arrival)]


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_come_as_they_are(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (arrival,) = arrived(tmp_path / name)
    assert (arrival.content, arrival.report) == (FILES[name], read(tmp_path / name)[0])


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.json"])
def test_a_file_of_one_report_is_its_origin(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    (one,), (other,) = arrived(tmp_path / name), arrived(f"../{name}")
    assert one.origin == other.origin == f"file:{tmp_path / name}"


def test_each_line_and_each_object_of_a_list_has_its_own_bytes(tmp_path: Path) -> None:
    one = json.dumps({"text": ENGLISH, "id": "é"}, ensure_ascii=False).encode()
    (tmp_path / "a.jsonl").write_bytes(one + b"\r\n\n" + RECORD + b"\n")
    (tmp_path / "b.json").write_bytes(b"[\n" + one + b" ,\n" + RECORD + b"]")
    assert [arrival.content for arrival in arrived(tmp_path)] == [one, RECORD] * 2


@pytest.mark.parametrize(
    ("fields", "origin"),
    [
        ({"url": "https://a.example/b#c", "id": "x"}, "https://a.example/b"),
        ({"url": "#c", "id": "x"}, "id:x"),
        ({"url": "http://[#", "id": "x"}, "http://["),
        ({"id": "x"}, "id:x"),
        ({}, "input:"),
    ],
)
def test_a_record_among_others_is_named_by_what_it_declares(fields: dict[str, str], origin: str, piped: object) -> None:
    (report,) = piped(json.dumps({"text": ENGLISH, **fields}).encode())  # type: ignore[operator]
    sys.stdin.seek(0)
    assert arrived("-")[0].origin == origin + (report.id if origin == "input:" else "")


def test_new_text_in_a_file_has_the_same_origin_and_another_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (one,) = arrived(tmp_path)
    (tmp_path / "a.txt").write_text(ENGLISH + " It rained.")
    (other,) = arrived(tmp_path)
    assert one.origin == other.origin
    assert one.report.id != other.report.id


def test_what_stops_the_run_stops_it_before_the_first_report(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        gather([tmp_path / "missing"], Settings())
    with pytest.raises(BadSetting):
        gather(["-"], Settings(), published="May")


def test_reports_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    with lines.open("wb") as stream:
        for _ in range(2_000):
            stream.write(json.dumps({"text": ENGLISH + " " * 10_000}).encode() + b"\n")
    tracemalloc.start()
    assert names([next(gather([lines], Settings()))]) == ["read"]
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("name", ["pipe", "pipe.txt", "pipe.jsonl"])
def test_a_pipe_by_name_is_refused_without_waiting(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert names(read(tmp_path / name, tmp_path)) == ["no_access", "read"]


def test_a_file_whose_name_is_not_utf8_is_read(tmp_path: Path) -> None:
    (tmp_path / "caf\udce9.txt").write_text(ENGLISH)
    (tmp_path / "d.\udce9").write_text(ENGLISH)
    read_one, refused = read(tmp_path)
    assert isinstance(read_one, Report)
    assert isinstance(refused, Skipped)
    assert f"{refused.origin} {refused.refusal}".encode()


class Web:
    """Stands in for the network: the bytes of one page and their media type."""

    def __init__(self, content: bytes, media: str) -> None:
        self.answer = Answer(content, "https://nilecourier.example/final", media)

    def fetched(self, address: str, media: tuple[str, ...] = ()) -> Answer:
        return self.answer


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.html", "text/html"),
        ("a.html", ""),
        ("a.txt", "text/plain"),
        ("a.pdf", "application/pdf"),
        ("a.pdf", "application/octet-stream"),
        ("a.docx", "application/octet-stream"),
        ("a.json", "application/json"),
        ("a.jsonl", "application/x-ndjson"),
    ],
)
def test_an_address_is_read_by_what_it_answers(name: str, media: str) -> None:
    (report,) = gather(["https://nilecourier.example/a"], Settings(), fetcher=Web(FILES[name], media))
    assert isinstance(report, Report)
    assert report.text == ENGLISH
    assert report.url == (None if "json" in name else "https://nilecourier.example/final")


@pytest.mark.parametrize(
    ("canonical", "origin"),
    [
        ("https://nilecourier.example/kept", "https://nilecourier.example/kept"),
        ("https://other.example/kept", "https://nilecourier.example/final"),
        ("https://nilecourier.example/", "https://nilecourier.example/final"),
        ("https://nilecourier.example", "https://nilecourier.example/final"),
    ],
)
def test_a_page_is_named_by_the_address_that_is_its_own(canonical: str, origin: str) -> None:
    page = made.page(ENGLISH).replace(b"<head>", f'<head><link rel="canonical" href="{canonical}">'.encode())
    (arrival,) = arrived("https://nilecourier.example/a#b", fetcher=Web(page, "text/html"))
    assert (arrival.origin, arrival.report.url, arrival.content) == (origin, origin, page)


def test_lines_of_json_at_an_address_are_read_whatever_their_type() -> None:
    web = Web(RECORD + b"\n" + RECORD, "application/json")
    assert names(list(gather(["https://nilecourier.example/a"], Settings(), fetcher=web))) == ["read", "read"]


def test_a_forbidden_address_is_told_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert names(read("http://127.0.0.1:9/", tmp_path)) == ["forbidden_address", "read"]


def test_reading_text_imports_no_library_of_another_format() -> None:
    code = (
        "import sys; from comity.intake import gather; from comity.settings import Settings;"
        "print(next(gather(['-'], Settings())).id,"
        " sorted({'trafilatura', 'pypdfium2', 'httpx2', 'py3langid', 'lxml', 'protego'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=ENGLISH.encode(), capture_output=True, check=True)
    assert done.stdout.decode().split(" ", 1)[1].strip() == "[]"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<article>" + b"<p>The minister said that they agreed.</p>" * 19_000),
        ("a.html", b"<p>" + b"The minister said. " * 1_000_000),
        ("a.html", b"<p " + b" ".join(b"a%d=1" % at for at in range(1_000_000)) + b">"),
        ("a.html", (b"<p " + b" ".join(b"a%d=1" % at for at in range(200)) + b">The minister said so.") * 2_500),
        ("a.json", b"[" + b"{}," * 6_000_000 + b"{}]"),
        (
            "a.pdf",
            made.pdf(
                *[made.lines(*[f"The minister said {at} times {page}" for at in range(50)]) for page in range(200)]
            ),
        ),
        ("a.txt", b"a\n" * 240_000),
        ("a.txt", b"The minister said that " * 20_000),
    ],
    ids=["tags", "one paragraph", "attributes", "many attributes", "records", "pages", "lines", "one sentence"],
)
def test_no_input_takes_ten_seconds(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    begun = time.perf_counter()
    for _ in gather([tmp_path / name], Settings()):
        if time.perf_counter() - begun > 10:
            pytest.fail("ten seconds without an end")
        if name == "a.json":
            break
