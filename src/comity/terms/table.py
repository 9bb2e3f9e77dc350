"""Vocabulary tables: TOML files, checked at load, a user's own folder laid over them."""

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from comity.errors import BadTerms

T = TypeVar("T", bound="Table")


class Meta(BaseModel):
    """Where a table's entries come from; ``version`` is a date, YYYY-MM-DD."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = Field(min_length=1)
    licence: str = Field(min_length=1)
    version: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")


class Table(BaseModel):
    """A vocabulary file as a frozen value; each table is a subclass that names its ``FILE``.

    ``PARTS`` are further files whose entries belong to the table; their metas are its ``parts``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    FILE: ClassVar[str]
    PARTS: ClassVar[tuple[str, ...]] = ()

    meta: Meta
    parts: dict[str, Meta] = {}

    @classmethod
    def from_content(cls, content: dict[str, Any], files: Mapping[str, str] | None = None) -> Self:
        """The table of the files' content; ``files`` tells for each section the file it comes from.

        Raises ``BadTerms`` that names file and entry.
        """
        try:
            return cls.model_validate(content)
        except ValidationError as problem:
            first = problem.errors()[0]
            where = [str(step) for step in first["loc"]]
            file = (files or {}).get(where[0] if where else "", f"{cls.FILE}.toml")
            raise BadTerms(f"{file}, entry {'.'.join(where) or 'of the table'}: {first['msg']}.") from problem


class Terms:
    """All vocabulary of a run: the package's tables, with those of ``folder`` laid over them.

    A file in the folder has the name of a package's file and need hold only what differs: its
    entries are added and replace those of the same key; a list replaces the list, and a list
    whose key begins with "+" is added to it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._tables: dict[type[Table], Table] = {}

    def table(self, kind: type[T]) -> T:
        """The table of that kind, read once; raises ``BadTerms`` where an entry does not fit."""
        if kind not in self._tables:
            self._tables[kind] = kind.from_content(*self._gathered(kind))
        table = self._tables[kind]
        assert isinstance(table, kind)
        return table

    @property
    def version(self) -> str:
        """Eight hex digits that change whenever any vocabulary file changes."""
        digest = hashlib.sha256()
        for name, content in sorted(_package_files().items()):
            digest.update(name.encode() + content)
        for path in _own_files(self.folder):
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()[:8]

    def _gathered(self, kind: type[Table]) -> tuple[dict[str, Any], dict[str, str]]:
        content, homes = self._content(kind.FILE)
        for part in kind.PARTS:
            entries, part_homes = self._content(part)
            content.setdefault("parts", {})[part] = entries.pop("meta", {})
            content |= entries
            homes = part_homes | homes
        return content, homes

    def _content(self, name: str) -> tuple[dict[str, Any], dict[str, str]]:
        """The file's content with the user's laid over it, and for each section whose it is."""
        content = _parsed(f"{name}.toml", _package_files()[f"{name}.toml"])
        homes = dict.fromkeys(content, f"{name}.toml")
        own = self.folder / f"{name}.toml" if self.folder else None
        if not own or not own.is_file():
            return content, homes
        over = _parsed(str(own), own.read_bytes())
        return _laid_over(content, over), homes | dict.fromkeys((k.removeprefix("+") for k in over), str(own))


@cache
def load(folder: Path | None = None) -> Terms:
    """The vocabulary, with a user's own folder laid over it.

    Raises ``BadTerms`` where the folder is missing or holds a file that is no vocabulary's.
    """
    if folder and not folder.is_dir():
        raise BadTerms(f"{folder} is no folder.", "Give the folder that holds your .toml files.")
    for path in _own_files(folder):
        if path.name not in _package_files():
            known = ", ".join(sorted(_package_files()))
            raise BadTerms(f"{path} is laid over no vocabulary.", f"Name the file as one of: {known}.")
    return Terms(folder)


def _own_files(folder: Path | None) -> list[Path]:
    return sorted(folder.glob("*.toml")) if folder else []


@cache
def _package_files() -> dict[str, bytes]:
    data = files("comity.terms") / "data"
    return {entry.name: entry.read_bytes() for entry in data.iterdir() if entry.name.endswith(".toml")}


def _parsed(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadTerms(f"{name}: {problem}.") from problem


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        known = merged.get(key.removeprefix("+"))
        if isinstance(value, dict) and isinstance(known, dict):
            merged[key] = _laid_over(known, value)
        elif key.startswith("+") and isinstance(value, list):
            merged[key[1:]] = [*(known or []), *value]
        else:
            merged[key] = value
    return merged
