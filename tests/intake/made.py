"""Files of every format, made as tests need them."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from uuid import NAMESPACE_URL, uuid5

ENGLISH = (
    "The Foreign Minister of Kenya said on Monday that the two countries will open a border post "
    "at Malaba, and that trade between them had reached $1.2 billion."
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Placed = tuple[float, float, float, str]


def page(*paragraphs: str, head: str = "") -> bytes:
    """A web page with an article of these paragraphs."""
    told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{told}</article></body></html>".encode()


def docx(body: str, prolog: str = "", name: str = "word/document.xml") -> bytes:
    """A Word file whose document has this body of XML."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f'{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def paragraph(text: str) -> str:
    """A Word paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'


def lines(*texts: str, top: float = 720, pitch: float = 14, size: float = 12, left: float = 72) -> list[Placed]:
    """Lines of text one below the other: left edge, baseline, type size, text."""
    return [(left, top - pitch * at, size, text) for at, text in enumerate(texts)]


def answer(content: bytes, media: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> bytes:
    """What a web server answers, as an archive keeps it; a header's name is written with ``_`` for ``-``."""
    told = {"Content-Type": media} | {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status} Told\r\n{head}\r\n".encode() + content


def warc_record(address: str, answered: bytes, kind: str = "response") -> bytes:
    """A record of a WARC file."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, address)}>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(answered)}\r\n\r\n"
    )
    return head.encode() + answered + b"\r\n\r\n"


def pdf(*pages: Sequence[Placed], picture: bool = False) -> bytes:
    """A PDF with these lines on its pages, and a picture on each where ``picture`` says so."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, placed in enumerate(pages):
        objects += [_page(5 + 2 * at), _stream(_drawn(placed, picture))]
    return _assembled(objects)


def _page(content: int) -> str:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>"
    )


def _drawn(placed: Sequence[Placed], picture: bool) -> str:
    texts = [f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in placed]
    image = ["q 200 0 0 200 72 72 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"] if picture else []
    return "\n".join(texts + image)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assembled(objects: Iterable[str]) -> bytes:
    told, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(told))
        told += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(offsets) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(told)}\n%%EOF"
    return f"{told}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
