"""What clauses rest on: from the dossier's findings, evidence and outcomes to notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity.brief.model import Clause, Note
from comity.dossier.page import Dossier, Evidence, SourceEntry
from comity.findings import Span
from comity.matters import FollowUp

# The words of outcomes that stand in a passage only: by report and span.
Passages = Mapping[tuple[str, Span], str]
# More tellings of one thing than this convince nobody further.
_MOST = 3


class Grounds:
    """The evidence of a dossier, by finding; ``passages`` are the words that outcomes rest on."""

    def __init__(self, page: Dossier, passages: Passages) -> None:
        self._passages = passages
        self._sources: dict[str, SourceEntry] = {one.report: one for one in page.sources}
        self._known = {one.finding: one for one in _evidence(page)}

    def clause(self, text: str, evidence: Iterable[Evidence]) -> Clause | None:
        """A clause with a note on up to three reports, copies passed over; None where nothing says so."""
        notes = [_note(one) for one in _of_different_reports(evidence)]
        return self._noted(text, notes)

    def on_findings(self, text: str, findings: Iterable[str]) -> Clause | None:
        """A clause on findings by id; None where the dossier has the words of none."""
        return self.clause(text, [self._known[one] for one in findings if one in self._known])

    def on_outcomes(self, text: str, outcomes: Iterable[FollowUp]) -> Clause | None:
        """A clause on what became of something, with the words that tell it."""
        notes = [note for one in outcomes if (note := self._outcome(one))]
        return self._noted(text, list(dict.fromkeys(notes)))

    def _noted(self, text: str, notes: Sequence[Note]) -> Clause | None:
        if not notes:
            return None
        return Clause(text=text, notes=tuple(notes[:_MOST]), more=max(len(notes) - _MOST, 0))

    def _outcome(self, told: FollowUp) -> Note | None:
        words = self._passages.get((told.report, told.span))
        source = self._sources.get(told.report)
        if not words or not source:
            return None
        outlet = _outlet(source.outlet, source.title, source.report)
        return Note(report=told.report, outlet=outlet, day=told.published, words=(words,))


def _evidence(page: Dossier) -> Iterator[Evidence]:
    for entry in (*page.timeline, *page.agreements, *page.promises, *page.joint):
        yield from entry.evidence
    for quotation in page.statements:
        yield from quotation.evidence
    for figure in page.figures:
        yield from (claim.evidence for claim in figure.claims)


def _of_different_reports(evidence: Iterable[Evidence]) -> list[Evidence]:
    """What people have confirmed first, of each report one telling, copies only where there is nothing else."""
    found = sorted(evidence, key=lambda one: not one.confirmed)
    chosen = [one for one in found if not one.copy_of] or found
    return list({one.report: one for one in reversed(chosen)}.values())[::-1]


def _note(one: Evidence) -> Note:
    return Note(report=one.report, outlet=_outlet(one.outlet, one.title, one.report), day=one.day, words=one.words)


def _outlet(outlet: str | None, title: str | None, report: str) -> str:
    return outlet or title or report
