"""Names of languages, and the function words by which English is told."""

from typing import ClassVar

from comity.terms.table import Table


class Languages(Table):
    """``english`` are lower-case function words, ``names`` English names by ISO 639-1 or -3 code."""

    FILE: ClassVar[str] = "languages"

    english: frozenset[str]
    names: dict[str, str]
