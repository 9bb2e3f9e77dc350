"""Archives of web pages (WARC, ISO 28500, plain or packed with gzip or zstd): each answer that may hold a report.

Pages, PDF and Word files that were answered with status 200 are read as if they had just been fetched from their
address. All else is passed over: questions, pictures, redirects, what a site failed to answer.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from comity.errors import BrokenArchive, Refused, TooLarge
from comity.intake.bodies import body
from comity.intake.formats import DOCX, PAGE, PDF, Format, by_media
from comity.intake.given import Draft, Drafts, Given, Skipped
from comity.intake.places import shown
from comity.settings import Settings

_READ = (PAGE, PDF, DOCX)


def drafts(given: Given, settings: Settings) -> Drafts:
    """The reports of an archive that is held whole; raises as ``drafts_of_archive``."""
    yield from drafts_of_archive(BytesIO(given.content), settings)


def drafts_of_archive(stream: BinaryIO, settings: Settings) -> Drafts:
    """The reports of an archive, one answer after the other; a bad one does not stop the others.

    Raises ``BrokenArchive`` where the archive is damaged, after all that stands before the damage.
    """
    for record in _records(stream):
        known = _format_of(record)
        address = shown((record.headers.get("WARC-Target-URI") or "").strip("<>"))
        if known is None or not address.startswith(("http://", "https://")):
            continue
        try:
            given = Given(address, _content(record, settings), address, record.http_charset)
            for draft in known.reader()(given, settings):
                yield draft if isinstance(draft, Skipped) else _of_answer(draft, given)
        except BrokenArchive:
            raise
        except Refused as refusal:
            yield Skipped(address, None, refusal)


def _of_answer(draft: Draft, given: Given) -> Draft:
    """The draft with what is the answer's own: its address and its bytes, not those of the archive."""
    return replace(draft, url=draft.url or given.url, content=given.content, shared=True)


def _records(stream: BinaryIO) -> Iterator[WarcRecord]:
    records = iter(ArchiveIterator(stream, parse_http=True, auto_decode="none", fsspec_args=False))
    number = 0
    while True:
        try:
            record = next(records, None)
        except (OSError, ValueError) as problem:
            raise BrokenArchive(f"After {number} records: {problem}.") from problem
        if record is None:
            break
        number += 1
        if "Content-Length" not in record.headers:
            raise BrokenArchive("The head of a record is cut off.")
        yield record
    if not number:
        raise BrokenArchive("There is no record in it.")


def _format_of(record: WarcRecord) -> Format | None:
    """How to read what the record holds; None where it is no answer that may hold a report."""
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    if record.http_headers is None:
        raise BrokenArchive("A record is cut off in its head.")
    known = by_media(record.http_content_type or "")
    return known if record.http_headers.status_code == 200 and known in _READ else None


def _content(record: WarcRecord, settings: Settings) -> bytes:
    """The answer's bytes, unpacked; raises ``TooLarge``, ``BadResponse`` or ``BrokenArchive``."""
    if record.content_length > settings.max_bytes:
        raise TooLarge(f"The answer has {record.content_length:,} bytes; the limit is {settings.max_bytes:,}.")
    try:
        packed = record.reader.read(record.content_length)
    except OSError as problem:
        raise BrokenArchive(f"A record is damaged: {problem}.") from problem
    if len(packed) < record.content_length:
        raise BrokenArchive("A record is cut off.")
    headers = record.http_headers
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        packed = _joined(packed)
    return body([packed], headers.get("Content-Encoding") or "", settings)


def _joined(chunked: bytes) -> bytes:
    # What crawlers keep as it came over the wire; most join the chunks and leave the header.
    try:
        return ChunkedReader(BytesIO(chunked)).read() or chunked
    except OSError:
        return chunked
