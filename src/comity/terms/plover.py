"""PLOVER 0.8: event types with quad class, CAMEO codes and Goldstein values, as data."""

from functools import cached_property
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from comity.findings import EventType, Quad
from comity.terms.table import Table


class PloverType(BaseModel):
    """An event type: its quad class, and the CAMEO code that stands for it where none is closer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quad: Quad
    cameo: str = Field(pattern=r"^\d{2,4}$")


class CameoCode(BaseModel):
    """What a CAMEO code says in PLOVER; ``goldstein`` lies between -10 (conflict) and 10 (cooperation)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    goldstein: float = Field(ge=-10, le=10)

    @model_validator(mode="before")
    @classmethod
    def _from_row(cls, row: Any) -> Any:
        if not isinstance(row, list) or len(row) != 4 or not isinstance(row[2], str):
            return row
        kind, mode, contexts, goldstein = row
        return {"type": kind, "mode": mode or None, "contexts": tuple(contexts.split()), "goldstein": goldstein}


class Plover(Table):
    """The sixteen types, and the cross-walk from every CAMEO code of roots 03 to 20.

    All methods raise ``KeyError`` for a type or code that is none.
    """

    FILE: ClassVar[str] = "plover"

    types: dict[EventType, PloverType]
    cameo: dict[str, CameoCode]

    @model_validator(mode="after")
    def _codes_exist(self) -> "Plover":
        for name, kind in self.types.items():
            if kind.cameo not in self.cameo:
                raise ValueError(f"type {name} names the CAMEO code {kind.cameo}, which is not in the table")
        return self

    def quad(self, kind: EventType) -> Quad:
        """The type's quad class."""
        return self.types[kind].quad

    def cameo_root(self, kind: EventType) -> str:
        """The type's CAMEO root, two digits; CONCEDE and RETREAT share 08."""
        return self.types[kind].cameo[:2]

    def goldstein(self, kind: EventType, cameo: str | None = None) -> float:
        """The Goldstein value of the CAMEO code, or of the one that stands for the type."""
        return self.cameo[cameo or self.types[kind].cameo].goldstein

    def type_of(self, cameo: str) -> EventType:
        """The PLOVER type that the cross-walk gives a CAMEO code."""
        return self.cameo[cameo].type

    def mode_of(self, cameo: str) -> str | None:
        """The PLOVER mode of a CAMEO code, if it has one."""
        return self.cameo[cameo].mode

    def contexts_of(self, cameo: str) -> tuple[str, ...]:
        """The PLOVER contexts of a CAMEO code; most have one or none."""
        return self.cameo[cameo].contexts

    def cameo_of(self, kind: EventType, mode: str | None = None, context: str | None = None) -> str:
        """The most general CAMEO code with that type, mode and context; else the type's own."""
        fitting = (code for code, row in self.cameo.items() if row.type == kind and len(code) > 2)
        closest = (c for c in fitting if self._fits(c, mode, context))
        return min(closest, key=lambda code: (len(code), code), default=self.types[kind].cameo)

    @cached_property
    def modes(self) -> dict[EventType, tuple[str, ...]]:
        """The modes that each type knows, in alphabetical order."""
        return {
            kind: tuple(sorted({row.mode for row in self.cameo.values() if row.type == kind and row.mode}))
            for kind in self.types
        }

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        """All contexts, in alphabetical order."""
        return tuple(sorted({context for row in self.cameo.values() for context in row.contexts}))

    def _fits(self, code: str, mode: str | None, context: str | None) -> bool:
        row = self.cameo[code]
        return (row.mode == mode) and (context in row.contexts if context else not row.contexts)
