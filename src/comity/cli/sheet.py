"""A sheet of text for a terminal: headings, sentences and rows, at most 100 columns wide, plain when piped."""

import re
import shutil
import textwrap
from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from comity.cli.writing import harmless

_WIDEST = 100
_LEFT = 12
# A blank at which no line is broken.
_UNBROKEN = "\u00a0"
_BLANKS = re.compile(r"[^\S\u00a0]+")
_SHORT = 45


class Sheet:
    """Gathers lines; ``styled`` gives a terminal's quiet styles. Whatever reports hold is made harmless."""

    def __init__(self, styled: bool) -> None:
        self._told = StringIO()
        self.width = max(40, min(shutil.get_terminal_size().columns, _WIDEST))
        self._console = Console(
            file=self._told, width=self.width, highlight=False, force_terminal=styled, no_color=None if styled else True
        )

    @property
    def text(self) -> str:
        """All that was put on the sheet."""
        return self._told.getvalue().rstrip("\n")

    def title(self, text: str, right: str = "") -> None:
        """The sheet's own title, with a word at the right edge where there is room, else below."""
        room = self.width - len(text) - len(right)
        if room > 1:
            self._line(Text(harmless(text), style="bold").append(harmless(f"{' ' * room}{right}"), "dim"))
        else:
            self._wrapped(text, "", "", "bold")
            if right:
                self._wrapped(right, "", "", "dim")
        self._line(Text("─" * self.width, style="dim"))

    def heading(self, text: str, count: int | None = None) -> None:
        """A section's heading, with how many there are."""
        self._line(Text("\n" + harmless(text), style="bold cyan").append(f"  {count}" if count else "", "dim"))

    def sentence(self, text: str, style: str = "", indent: int = 2) -> None:
        """A sentence, wrapped."""
        self._wrapped(text, " " * indent, " " * indent, style)

    def row(self, left: str, text: str, notes: Iterable[str | None] = (), style: str = "") -> None:
        """A row: a word or date in the left column, the text beside it, quiet notes below the text."""
        self._wrapped(text, f"  {harmless(left)[:_LEFT]:<{_LEFT}} ", " " * (_LEFT + 3), style)
        self.notes(notes)

    def columns(self, text: str, style: str = "") -> None:
        """A line of a table, its blanks as they are."""
        self._line(Text(f"  {harmless(text)}", style=style))

    def notes(self, notes: Iterable[str | None]) -> None:
        """Quiet notes below a row, in one line where they fit."""
        # A note is not broken, unless it is as long as a sentence.
        told = " · ".join(note.replace(" ", _UNBROKEN) if len(note) < _SHORT else note for note in notes if note)
        if told:
            self._wrapped(told, " " * (_LEFT + 3), " " * (_LEFT + 3), "dim")

    def words(self, text: str) -> None:
        """A report's own words below a row."""
        self._wrapped(f"“{' '.join(text.split())}”", " " * (_LEFT + 3), " " * (_LEFT + 4), "italic dim")

    def marked(self, text: str, marks: Iterable[tuple[int, int]]) -> None:
        """A stretch of text with words in it marked: in bold on a terminal, in [brackets] else."""
        told = harmless(text)
        if self._console.is_terminal:
            line = Text(told, style="dim")
            for start, end in marks:
                line.stylize("bold not dim", start, end)
        else:
            for start, end in sorted(marks, reverse=True):
                told = f"{told[:start]}[{told[start:end]}]{told[end:]}"
            line = Text(told)
        for part in line.wrap(self._console, self.width - _LEFT - 3):
            self._line(Text(" " * (_LEFT + 3)) + part)

    def _wrapped(self, text: str, first: str, later: str, style: str) -> None:
        plain = harmless(_BLANKS.sub(" ", text).strip())
        lines = textwrap.wrap(
            plain, self.width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
        )  # fmt: skip
        for line in lines or [first.rstrip()]:
            self._line(Text(line.replace(_UNBROKEN, " "), style=style))

    def _line(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line, soft_wrap=True)
