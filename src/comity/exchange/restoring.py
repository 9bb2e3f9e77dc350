"""Lines of an export, or plain readings, back into a record.

``restored`` takes them one by one: each is checked for its form, a reading for its evidence, and then
handed to whoever keeps the record (``Restores``). A line that does not pass is refused by its number,
the others go in.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from pydantic import ValidationError
from pydantic_core import from_json

from comity.errors import BadJudgement, BadLine, FalseEvidence, NewerExport, NotThere, Refused, TextLeftOut
from comity.exchange import shapes
from comity.exchange.moments import stretch
from comity.exchange.shapes import (
    ForgottenLine,
    JudgementLine,
    ReadingLine,
    RecordLine,
    ReportLine,
    SeriesLine,
    SourceLine,
)
from comity.findings import Agreement, Day, Figure, Finding, Reading, Report, Span, finding_id

# Words of a report may hold the character NUL, and come back; names and codes of ours never do.
_WORDS = frozenset({
    "text", "outlet", "author", "title", "evidence", "name", "office", "unit", "via", "mode", "context",
    "detail", "source",
})  # fmt: skip
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
# Beyond what a database's floats hold begins soon after.
_GREATEST = 1e300


@dataclass(frozen=True, slots=True)
class Restored:
    """A report to keep; what a plain reading does not tell (source, day, time added) is None."""

    report: Report
    origin: str
    content: bytes
    source: str | None = None
    day: Day | None = None
    added: str | None = None


class Restores(Protocol):
    """Who keeps the record that lines go into; all but ``report_of`` and ``lasting`` say whether it was new.

    Each may raise ``Refused``: the line is skipped then, as for a report that was forgotten here.
    """

    def lasting(self, report: Report) -> Report:
        """The report under the id by which the record keeps it."""

    def report_of(self, report_id: str) -> Report | None:
        """The report kept under an id."""

    def source(self, source: str, shows: str) -> bool:
        """Keep what others may see of a source."""

    def forgotten(self, line: ForgottenLine) -> bool:
        """Keep that a report was erased; erase it where it is there."""

    def series(self, line: SeriesLine) -> bool:
        """Keep a cell of official statistics."""

    def report(self, restored: Restored) -> bool:
        """Keep a report."""

    def reading(self, reading: Reading, made: str | None, until: str | None, held: tuple[str, ...]) -> bool:
        """Keep a reading; those of one report come in the order in which they were made."""

    def judgement(self, line: JudgementLine) -> bool:
        """Keep a judgement and what it holds of."""

    def finish(self) -> None:
        """All lines were given: find anew what is derived."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a line: ``new`` or already there, or why it was refused; lines count from 1."""

    line: int
    kind: str
    new: bool = False
    refusal: Refused | None = None


def restored(lines: BinaryIO, keeper: Restores, longest: int) -> Iterator[Taken]:
    """What became of each line that is not empty; ``longest`` is the most bytes a line may have.

    Raises ``NewerExport`` where the first line says that the form is newer than this Comity.
    """
    taking = _Taking(keeper)
    for number, raw in _numbered(lines, longest):
        try:
            if raw is None:
                raise BadLine(f"It has more than {longest:,} bytes.")
            kind, new = taking.take(raw)
            yield Taken(number, kind, new)
        except Refused as refusal:
            yield Taken(number, "", refusal=refusal)
    keeper.finish()


def _numbered(lines: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None in place of one that is too long, the rest of which is passed over."""
    number = 0
    while raw := lines.readline(longest + 1):
        number += 1
        if len(raw) > longest and not raw.endswith(b"\n"):
            while (rest := lines.readline(longest)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif raw.strip():
            yield number, raw


class _Taking:
    """Takes lines one by one; remembers only the report met last, whose readings follow it."""

    def __init__(self, keeper: Restores) -> None:
        self._keeper = keeper
        self._last: Report | None = None

    def take(self, raw: bytes) -> tuple[str, bool]:
        """The line's type, and whether what it holds is new. Raises ``Refused``."""
        line = _parsed(raw)
        if _NUL.search(raw) and not isinstance(line, SourceLine):
            _check_nul(line.model_dump(), "line")
        if isinstance(line, Reading):
            return "reading", self._plain(line)
        return line.type, self._typed(line)

    def _typed(self, line: shapes.Line) -> bool:
        match line:
            case ReportLine():
                return self._report(line)
            case ReadingLine():
                return self._reading(line)
            case JudgementLine():
                return self._judgement(line)
        return self._alone(line)

    def _alone(self, line: RecordLine | SourceLine | ForgottenLine | SeriesLine) -> bool:
        """A line that needs nothing that came before it."""
        match line:
            case RecordLine():
                return _known_form(line)
            case SourceLine():
                return self._keeper.source(line.id, line.shows)
            case ForgottenLine():
                return self._keeper.forgotten(line)
            case SeriesLine():
                return self._keeper.series(line)

    def _report(self, line: ReportLine) -> bool:
        if line.text is None or line.content is None:
            raise TextLeftOut(f"Report {line.id} is without its text.")
        if hashlib.sha256(line.content).hexdigest() != line.sha256:
            raise BadLine(f"The content of report {line.id} is not what sha256 says.")
        report = line.report()
        _check_skipped(report)
        _check_days((line.day, line.published), f"report {line.id}")
        if self._keeper.lasting(report).id != report.id:
            raise BadLine(f"The id of report {report.id} does not follow from its text.")
        return self._keep(Restored(report, line.origin, line.content, line.source, line.day, line.added))[1]

    def _keep(self, told: Restored) -> tuple[Report, bool]:
        """The report as it is kept now, and whether it is new."""
        new = self._keeper.report(told)
        kept = told.report if new else self._keeper.report_of(told.report.id)
        if kept is None or kept.text != told.report.text:
            raise BadLine(f"Another text is kept under {told.report.id}.")
        self._last = kept
        return kept, new

    def _reading(self, line: ReadingLine) -> bool:
        report = self._report_of(line.report)
        reading = line.reading(report)
        check(reading)
        if strange := set(line.held) - {finding.id for finding in shapes.findings(reading)}:
            raise BadLine(f"It holds finding {min(strange)}, which is not among its own.")
        return self._keeper.reading(reading, line.made, line.until, line.held)

    def _judgement(self, line: JudgementLine) -> bool:
        _check_judgement(line)
        try:
            return self._keeper.judgement(line)
        except BadJudgement as problem:
            # One that cannot be carried out stops people's own command, but not the lines after it.
            raise BadLine(problem.detail) from problem

    def _report_of(self, report_id: str) -> Report:
        if self._last and self._last.id == report_id:
            return self._last
        report = self._keeper.report_of(report_id)
        if report is None:
            raise NotThere(f"There is no report {report_id}.")
        self._last = report
        return report

    def _plain(self, reading: Reading) -> bool:
        """A reading as ``comity read`` prints it: its report comes with it, the text stands for the bytes."""
        check(reading)
        given = reading.report
        _check_skipped(given)
        _check_days((given.published,), f"report {given.id}")
        told = self._keeper.lasting(given)
        report, new = self._keep(Restored(told, given.url or given.id, told.text.encode("utf-8")))
        named = reading if report == given else _renamed(reading, report)
        return self._keeper.reading(named, None, None, ()) or new


def _parsed(raw: bytes) -> shapes.Line | Reading:
    try:
        told = from_json(raw)
        if not isinstance(told, dict):
            raise BadLine("It is no object of JSON.")
        return shapes.LINE.validate_python(told) if "type" in told else Reading.model_validate(told)
    except ValidationError as problem:
        raise BadLine(_first(problem)) from problem
    except ValueError as problem:
        raise BadLine(f"It is no JSON: {problem}.") from problem


def _check_nul(told: object, key: str) -> None:
    if isinstance(told, dict):
        for name, value in told.items():
            _check_nul(value, name)
    elif isinstance(told, list | tuple):
        for value in told:
            _check_nul(value, key)
    elif isinstance(told, str) and "\0" in told and key not in _WORDS:
        raise BadLine(f"The {key} holds the character NUL.")


def _first(problem: ValidationError) -> str:
    """The first thing that does not fit: where, and why."""
    error = problem.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, error['loc'])) or 'line'}: {error['msg']}."


def _known_form(line: RecordLine) -> bool:
    if line.version > shapes.VERSION:
        raise NewerExport(f"The lines are of version {line.version}; this Comity knows {shapes.VERSION}.")
    return False


def _check_judgement(line: JudgementLine) -> None:
    if len(line.applies) != len(line.subjects):
        raise BadLine(f"Judgement {line.id} does not say for each of its subjects what it holds of.")
    try:
        for _, value in line.amended:
            from_json(value)
    except ValueError as problem:
        raise BadLine(f"Judgement {line.id} amends to what is no JSON.") from problem


def check(reading: Reading) -> None:
    """Raise ``FalseEvidence`` where evidence or a name does not follow from the text, ``BadLine`` for a bad span."""
    for finding in shapes.findings(reading):
        _check_finding(finding, reading.report)
    _check_spans((span for refusal in reading.refusals for span in refusal.spans), reading.report, "a refusal")


def _check_finding(finding: Finding, report: Report) -> None:
    told = f"{finding.KIND} {finding.id}"
    _check_spans(finding.spans, report, told)
    if list(finding.spans) != sorted(set(finding.spans)):
        raise BadLine(f"The spans of {told} are not in order.")
    if finding.evidence != tuple(report.text[start:end] for start, end in finding.spans):
        raise FalseEvidence(f"The evidence of {told} is not what stands at its spans.")
    if finding.id != _name(finding, report):
        raise FalseEvidence(f"The id of {told} does not follow from its report, kind, spans and naming fields.")
    _check_numbers(finding, told)
    _check_days((getattr(finding, field, None) for field in ("date", "deadline")), told)


def _name(finding: Finding, report: Report) -> str:
    naming = [getattr(finding, field) for field in finding.NAMING]
    return finding_id(report.id, finding.KIND, finding.spans, naming)


def _check_spans(spans: Iterable[Span], report: Report, told: str) -> None:
    if any(not 0 <= start < end <= len(report.text) for start, end in spans):
        raise BadLine(f"A span of {told} lies outside the text of report {report.id}.")


def _check_skipped(report: Report) -> None:
    _check_spans(report.skipped, report, "what is skipped")


def _check_days(moments: Iterable[str | None], told: str) -> None:
    if any(moment is not None and stretch(moment) is None for moment in moments):
        raise BadLine(f"A date of {told} is none.")


def _check_numbers(finding: Finding, told: str) -> None:
    """No database holds numbers of any size."""
    years = (finding.year, *(finding.period or ())) if isinstance(finding, Agreement) else ()
    if any(year is not None and not 0 < year < 10_000 for year in years):
        raise BadLine(f"A year of {told} is none.")
    change = finding.change.value if isinstance(finding, Figure) and finding.change else None
    values = (finding.value, change) if isinstance(finding, Figure) else ()
    if any(value is not None and abs(value) > _GREATEST for value in values):
        raise BadLine(f"A number of {told} is too large.")


def _renamed(reading: Reading, report: Report) -> Reading:
    """The reading of the same text under the id by which the record keeps the report."""
    told = {
        kind: tuple(one.model_copy(update={"id": _name(one, report)}) for one in getattr(reading, kind))
        for kind in shapes.KINDS
    }
    return reading.model_copy(update={**told, "report": report})
