import gzip
import io
import sys
from pathlib import Path

import pytest
from fastwarc.stream_io import ZstdWriter

from comity.findings import Report
from comity.intake import Arrival, Skipped, arrivals, count, gather
from comity.settings import Settings
from tests.intake.made import ENGLISH, answer, docx, page, paragraph, warc_record

FIRST, SECOND = "https://a.example/first", "https://a.example/second"
PAGE = page(ENGLISH, ENGLISH)
TWO = warc_record(FIRST, answer(PAGE)) + warc_record(SECOND, answer(PAGE))


def read(folder: Path, content: bytes, name: str = "pages.warc", **told: int) -> list[str]:
    """What comes of an archive: a report's address, or a refusal's name."""
    path = folder / name
    path.write_bytes(content)
    came = gather([path], Settings(**told))  # type: ignore[arg-type]
    return [one.refusal.name if isinstance(one, Skipped) else str(one.url) for one in came]


def zstd(content: bytes, path: Path) -> bytes:
    with path.open("wb") as out:
        writer = ZstdWriter(out)
        writer.write(content)
        writer.close()
    return path.read_bytes()


def test_each_page_of_an_archive_is_a_report_with_its_address(tmp_path: Path) -> None:
    assert read(tmp_path, TWO) == [FIRST, SECOND]


def test_an_archive_may_be_packed(tmp_path: Path) -> None:
    by_record = b"".join(gzip.compress(warc_record(one, answer(PAGE))) for one in (FIRST, SECOND))
    assert read(tmp_path, by_record, "pages.warc.gz") == [FIRST, SECOND]
    assert read(tmp_path, zstd(TWO, tmp_path / "made"), "PAGES.WARC.ZST") == [FIRST, SECOND]


def test_a_page_is_kept_as_if_it_had_been_fetched(tmp_path: Path) -> None:
    (tmp_path / "pages.warc").write_bytes(warc_record(FIRST, answer(PAGE)))
    (only,) = arrivals([tmp_path / "pages.warc"], Settings())
    assert isinstance(only, Arrival)
    assert (only.origin, only.content) == (FIRST, PAGE)
    assert isinstance(only.report, Report)
    assert ENGLISH in only.report.text


def test_answers_may_be_packed_or_in_chunks(tmp_path: Path) -> None:
    packed = answer(gzip.compress(PAGE), Content_Encoding="gzip")
    chunks = answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), Transfer_Encoding="chunked")
    joined = answer(PAGE, Transfer_Encoding="chunked")
    assert read(tmp_path, b"".join(warc_record(FIRST, one) for one in (packed, chunks, joined))) == [FIRST] * 3


def test_word_files_are_read_beside_pages(tmp_path: Path) -> None:
    word = answer(docx(paragraph(ENGLISH)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    assert read(tmp_path, warc_record(FIRST, word)) == [FIRST]


def test_what_is_no_answered_page_is_passed_over(tmp_path: Path) -> None:
    others = (
        warc_record(FIRST, b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n", "request"),
        warc_record(FIRST, answer(PAGE, status=404)),
        warc_record(FIRST, answer(b"\x89PNG", "image/png")),
        warc_record("dns:a.example", answer(PAGE)),
        warc_record("javascript:alert(1)", answer(PAGE)),
    )
    assert read(tmp_path, b"".join(others)) == []


def test_a_page_without_an_article_is_refused_by_its_address_and_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "pages.warc").write_bytes(warc_record(FIRST, answer(b"<html><body>Menu</body></html>")) + TWO)
    first, *others = gather([tmp_path / "pages.warc"], Settings())
    assert isinstance(first, Skipped)
    assert (first.origin, first.refusal.name) == (FIRST, "no_article")
    assert len(others) == 2


def test_a_page_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    long = warc_record(FIRST, answer(b"x" * 5000))
    assert read(tmp_path, long + TWO, max_bytes=4000) == ["too_large", FIRST, SECOND]


def test_a_page_that_unpacks_to_a_bomb_is_refused(tmp_path: Path) -> None:
    bomb = answer(gzip.compress(b"0" * 5_000_000), Content_Encoding="gzip")
    assert read(tmp_path, warc_record(FIRST, bomb) + TWO) == ["too_large", FIRST, SECOND]


@pytest.mark.parametrize(
    "content", [b"", b"garbage" * 30, b"WARC/1.0\r\n", TWO[:60]], ids=["empty", "garbage", "begun", "head"]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == ["broken_archive"]


@pytest.mark.parametrize("cut", [20, 100, len(PAGE) + 20])
def test_what_stands_before_a_cut_is_read_and_the_cut_is_told(tmp_path: Path, cut: int) -> None:
    assert read(tmp_path, TWO[:-cut]) == [FIRST, "broken_archive"]
    assert read(tmp_path, gzip.compress(TWO[:-cut]), "pages.warc.gz") == [FIRST, "broken_archive"]


def test_how_many_reports_an_archive_holds_is_not_known_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "pages.warc").write_bytes(TWO)
    assert count([str(tmp_path / "pages.warc")]) is None


def test_an_archive_may_come_through_a_pipe_and_each_page_keeps_its_own_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TWO)))
    came = [one for one in arrivals(["-"], Settings()) if isinstance(one, Arrival)]
    assert [(one.origin, one.content) for one in came] == [(FIRST, PAGE), (SECOND, PAGE)]


@pytest.mark.parametrize("cut", [20, 60, 100])
def test_a_packed_archive_that_is_cut_off_is_told(tmp_path: Path, cut: int) -> None:
    by_record = b"".join(gzip.compress(warc_record(one, answer(PAGE))) for one in (FIRST, SECOND))
    assert read(tmp_path, by_record[:-cut], "pages.warc.gz") == [FIRST, "broken_archive"]
