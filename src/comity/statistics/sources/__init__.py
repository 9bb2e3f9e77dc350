"""One file for each form in which official statistics come; ``read`` tells the form from the bytes."""

from comity.errors import BrokenAnswer, UnknownTable
from comity.statistics.maps import Map
from comity.statistics.sources import answers, comtrade, imts, tables, worldbank
from comity.statistics.taken import Release, Taken
from comity.terms.states import States

_MARKUP, _OBJECTS = (b"<",), (b"{", b"[")
# Workbooks of Excel, old and new.
_WORKBOOKS = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read(content: bytes, states: States, release: Release, described: Map | None = None) -> Taken:
    """The observations of a table or an answer, whatever its form; a table by the map given or by its header.

    Raises the refusals of ``BadTable`` and ``NoFigures``, and those of files.
    """
    bare = content.removeprefix(_BYTE_ORDER_MARK).lstrip()
    if bare.startswith(_WORKBOOKS):
        raise UnknownTable("A workbook of Excel: save the sheet of figures as CSV in UTF-8.")
    if bare.startswith(_MARKUP):
        return imts.read_markup(content, states, release)
    if bare.startswith(_OBJECTS):
        return _answer(content, states, release)
    if described is None:
        header = {name.replace("_", "").casefold() for name in tables.parsed(content)[0]}
        if header >= comtrade.NEEDED:
            return comtrade.read_rows(content, states, release)
        if header >= {name.replace("_", "").casefold() for name in imts.NEEDED}:
            return imts.read_rows(content, states, release)
    return tables.read(content, states, release, described)


def _answer(content: bytes, states: States, release: Release) -> Taken:
    told = answers.parsed(content)
    if isinstance(told, list):
        return worldbank.read(content, states, release)
    if not isinstance(told, dict):
        raise BrokenAnswer("Neither an object nor a list.")
    reader = comtrade.read if {"count", "error"} & set(told) else imts.read
    return reader(content, states, release)
