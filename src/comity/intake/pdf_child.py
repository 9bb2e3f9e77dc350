"""The lines of a PDF and where they stand on its pages; runs as a process of its own.

PDFium is a C++ library that takes bytes from strangers. In its own process it can be stopped when it takes too
long, holds at most a gigabyte, and takes nothing down with it when it crashes. This file imports nothing of
Comity, so that the process starts quickly. The PDF's bytes come on standard input; the answer, a JSON object,
goes to standard output: ``{"fault": name}``, or ``{"pages", "pictures", "lines"}`` where a line is
[page, left, right, bottom, size, text] in points from the page's lower left corner, and ``pictures`` counts
the pages that hold one.
"""

import ctypes
import json
import sys
from typing import Any

import pypdfium2
from pypdfium2 import raw

if sys.platform != "win32":
    import resource

MEMORY = 1_000_000_000
# PDFium's own signs: a line's end, and a hyphen that it takes for one of word division.
_LINE_ENDS = (0x0A, 0x0D)
_DIVIDED = (0x02, 0xFFFE)
SOFT_HYPHEN = "\u00ad"


def answer(content: bytes, most_characters: int) -> dict[str, Any]:
    """All lines of a PDF, up to about ``most_characters``, or the name of what is wrong with it."""
    try:
        document = pypdfium2.PdfDocument(content)
        lines: list[list[Any]] = []
        pictures = characters = 0
        for number in range(len(document)):
            page = document[number]
            pictures += any(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2))
            found = _lines(page.get_textpage(), number)
            characters += sum(len(line[-1]) for line in found)
            lines += found
            if characters > most_characters:
                break
    except pypdfium2.PdfiumError as problem:
        locked = problem.err_code == raw.FPDF_ERR_PASSWORD
        return {"fault": "encrypted" if locked else "broken"}
    return {"pages": len(document), "pictures": pictures, "lines": lines}


def _lines(page: Any, number: int) -> list[list[Any]]:
    lines: list[list[Any]] = []
    codes: list[int] = []
    told = [raw.FPDFText_GetUnicode(page, index) for index in range(page.count_chars())]
    for index, code in enumerate([*told, _LINE_ENDS[0]]):
        if code not in _LINE_ENDS:
            codes.append(code)
        # PDFium writes no line end after a hyphen that divides a word.
        if code in _LINE_ENDS or code in _DIVIDED:
            first = index + (code in _DIVIDED) - len(codes)
            lines += _line(page, number, first, codes)
            codes = []
    return lines


def _line(page: Any, number: int, first: int, codes: list[int]) -> list[list[Any]]:
    seen = [first + at for at, code in enumerate(codes) if code > 0x20 or code in _DIVIDED]
    if not seen:
        return []
    left, _, bottom = _box(page, seen[0])
    _, right, _ = _box(page, seen[-1])
    size = raw.FPDFText_GetFontSize(page, seen[0])
    return [[number, left, right, bottom, size, _text(codes)]]


def _box(page: Any, index: int) -> tuple[float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, index, origin_x, origin_y)
    return round(left.value, 1), round(right.value, 1), round(origin_y.value, 1)


def _text(codes: list[int]) -> str:
    characters = (SOFT_HYPHEN if code in _DIVIDED else chr(code) for code in codes if code)
    return "".join(characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


def main() -> None:
    """Answer for the PDF on standard input; the one argument is the most characters wanted."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    told = answer(sys.stdin.buffer.read(), int(sys.argv[1]))
    sys.stdout.buffer.write(json.dumps(told).encode())


if __name__ == "__main__":
    main()
