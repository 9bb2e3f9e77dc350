"""From a draft to a report: what every report is checked for, whatever its format."""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from comity.errors import BadSetting, EmptyReport, Refused, TooLarge
from comity.findings import Report
from comity.intake.boilerplate import heading_of, marked
from comity.intake.dates import day
from comity.intake.given import Draft
from comity.intake.language import require_english
from comity.intake.places import shown
from comity.intake.stamps import stamped_day
from comity.settings import Settings
from comity.terms import load
from comity.terms.boilerplate import Boilerplate
from comity.terms.languages import Languages

_HASHED = re.compile("[0-9a-f]{16}")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Known:
    """What the user says of the reports: ``published`` (YYYY-MM-DD) and ``outlet``.

    It stands above what is read off a page, and below what a record of JSON declares.
    """

    published: str | None = None
    outlet: str | None = None

    @classmethod
    def told(cls, published: str | None, outlet: str | None) -> "Known":
        """What the user says, checked; raises ``BadSetting`` where the date is no date."""
        try:
            return cls(published and day(published), outlet)
        except Refused as refusal:
            raise BadSetting(f"published: {refusal.detail}", refusal.remedy) from refusal


def finished(draft: Draft, name: str, known: Known, settings: Settings) -> Report:
    """The report of a draft; ``name`` is its origin's lasting name where it has no address.

    Raises ``EmptyReport``, ``TooLarge``, ``BadDate`` or ``NotEnglish``.
    """
    _require_size(draft.text, settings)
    vocabulary = load(settings.terms)
    outlet = _chosen(draft, draft.outlet, known.outlet)
    skipped = marked(draft.text, vocabulary.table(Boilerplate), outlet)
    require_english(draft.text, vocabulary.table(Languages))
    url = draft.url and (draft.url.partition("#")[0] or None)
    return Report(
        id=draft.id or report_id(url or name, draft.text),
        url=url,
        outlet=outlet,
        author=draft.author,
        title=draft.title or heading_of(draft.text, skipped),
        published=_published(draft, known) or stamped_day(draft.text, skipped),
        language="en",
        text=draft.text,
        skipped=skipped,
    )


def report_id(origin: str, text: str) -> str:
    """A report's lasting name, 16 hex digits of its origin and its text.

    The text stands for the bytes: a page's bytes change with every visit, its article does not. A file's
    name need not be UTF-8: its other bytes, which Python holds as halves of surrogate pairs, are written
    with backslashes.
    """
    return hashlib.sha256(f"{origin}\x00{text}".encode("utf-8", "backslashreplace")).hexdigest()[:16]


def lasting(report: Report) -> Report:
    """The report under the id by which the record keeps it, which no other text can have.

    An id that was hashed here stays; a given one goes on with ``~`` and 8 hex digits of its text, so that
    two versions under one given id are told apart.
    """
    if _HASHED.fullmatch(report.id) or report.id.endswith(_mark(report.text)):
        return report
    return suffixed(report)


def suffixed(report: Report) -> Report:
    """The report with a mark of its text behind its id."""
    return report.model_copy(update={"id": report.id + _mark(report.text)})


def origin_of(draft: Draft, report: Report, path: Path | None = None) -> str:
    """The lasting name of where a report came from, as ``Arrival`` has it; ``path`` is its file's."""
    if report.url:
        return report.url
    if draft.id:
        return f"id:{draft.id.removesuffix(_mark(report.text))}"
    if path and not draft.shared:
        # Links are not followed: what is kept behind one may move with every change.
        return f"file:{shown(os.path.normpath(path.absolute()))}"
    return f"input:{report.id}"


def _mark(text: str) -> str:
    return "~" + hashlib.sha256(text.encode()).hexdigest()[:8]


def _require_size(text: str, settings: Settings) -> None:
    if not _LETTER_OR_DIGIT.search(text):
        raise EmptyReport("There is no letter and no digit in it.")
    if len(text) > settings.max_characters:
        raise TooLarge(f"The text has {len(text):,} characters; the limit is {settings.max_characters:,}.")


def _published(draft: Draft, known: Known) -> str | None:
    told = _chosen(draft, draft.published, known.published)
    return told and day(told)


def _chosen(draft: Draft, own: str | None, known: str | None) -> str | None:
    first, second = (own, known) if draft.declared else (known, own)
    return first or second
