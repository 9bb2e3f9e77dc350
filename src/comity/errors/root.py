"""What all refusals share, and their two levels: skip this one, stop the run."""

import re
from typing import ClassVar


class ComityError(Exception):
    """Root of everything Comity refuses; ``detail`` says what was met, ``remedy`` what to do."""

    REMEDY: ClassVar[str] = "Report this as a defect of Comity."

    def __init__(self, detail: str, remedy: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.remedy = remedy or self.REMEDY

    @property
    def name(self) -> str:
        """The refusal's name in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def __str__(self) -> str:
        return f"{self.name}: {self.detail} {self.remedy}"


class Refused(ComityError):
    """Skip this report and go on with the others."""


class Stop(ComityError):
    """Stop the run."""
