"""Mends what pandoc leaves open in a Word document: pictures for programs that show no SVG, and the day.

Word shows SVG (from 2019 on) only beside a picture that older programs show in its place. pandoc would make it
with rsvg-convert, which few machines have; without, it writes a picture that points at nothing. In its sandbox
it is not told the time either, and writes that of 1970.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime

_BLIP = "<a:blip>"
_RELATIONS = "word/_rels/document.xml.rels"
_CORE, _UNTOLD = "docProps/core.xml", rb"1970-01-01T00:00:00Z"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def mended(document: bytes, pixels: Sequence[bytes], moment: datetime) -> bytes:
    """The document with a picture of pixels beside each vector picture, in order, and the time told."""
    with zipfile.ZipFile(io.BytesIO(document)) as packed:
        parts = {info.filename: packed.read(info) for info in packed.infolist()}
    for number, picture in enumerate(pixels, 1):
        name = f"chart{number}"
        parts[f"word/media/{name}.png"] = picture
        _put(parts, "word/document.xml", _BLIP, f'<a:blip r:embed="{name}">')
        relation = f'<Relationship Type="{_KIND}" Id="{name}" Target="media/{name}.png" />'
        _put(parts, _RELATIONS, "</Relationships>", f"{relation}</Relationships>")
    _typed(parts, "png", "image/png")
    parts[_CORE] = re.sub(_UNTOLD, f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode(), parts[_CORE])
    return _packed(parts, moment)


def _put(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    parts[name] = parts[name].decode().replace(old, new, 1).encode()


def _typed(parts: dict[str, bytes], ending: str, kind: str) -> None:
    name = "[Content_Types].xml"
    if not re.search(rf'Extension="{ending}"', parts[name].decode()):
        _put(parts, name, "</Types>", f'<Default Extension="{ending}" ContentType="{kind}" /></Types>')


def _packed(parts: dict[str, bytes], moment: datetime) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, part)
    return out.getvalue()
