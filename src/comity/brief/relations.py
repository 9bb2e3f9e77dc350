"""Where relations stand, encounters held and planned, agreements with what became of them, the chronology."""

from collections.abc import Iterator, Sequence

from comity.brief import phrases
from comity.brief.grounds import Grounds
from comity.brief.model import Clause, Paragraph, Section
from comity.dossier import wording
from comity.dossier.page import AgreementEntry, Dossier, Entry, PromiseEntry, Step

# How many of each a body of two to four pages has room for.
_HELD, _PLANNED, _AGREEMENTS, _CHRONOLOGY = 4, 3, 7, 12


def standing(page: Dossier, grounds: Grounds) -> Section:
    """The dossier's own sentences on where things stand, with the words they rest on."""
    told = [grounds.on_findings(one.text, one.findings) for one in page.standing]
    empty = tuple(one.text for one in page.standing if not one.findings)
    return Section(title="State of relations", paragraphs=phrases.items(told), remarks=empty)


def encounters(page: Dossier, grounds: Grounds) -> Section:
    """The last encounters held, those planned next, and those planned of which nothing more is told."""
    sure = [one for one in page.timeline if one.kind == "encounter" and not one.doubtful]
    held = [one for one in sure if one.status == "held" and one.date and one.date <= page.day]
    held.sort(key=lambda one: (one.date or "", one.sources, one.matter), reverse=True)
    ahead = [one for one in sure if one.standing in ("open", "progressed")]
    missed = [one for one in sure if one.standing == "overdue"]
    none_ahead = () if ahead else (f"The record tells of no encounter planned after {wording.when(page.day)}.",)
    return Section(
        title="Last and next encounters",
        paragraphs=(
            *phrases.paragraph(*_held(held[:_HELD], grounds)),
            *phrases.items(
                grounds.clause(_ahead(one, at), one.evidence) for at, one in enumerate(_soonest(ahead)[:_PLANNED])
            ),
            *phrases.items(grounds.clause(_missed(one), one.evidence) for one in missed[:_PLANNED]),
        ),
        remarks=(
            *none_ahead,
            *phrases.left_out(len(ahead) - _PLANNED, "further encounter", "planned"),
            *phrases.left_out(len(missed) - _PLANNED, "further encounter", "that was planned"),
            *phrases.left_out(len(held) - _HELD, "earlier encounter"),
        ),
    )


def _soonest(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: (one.date is None, one.date or "", one.matter))


def _held(entries: Sequence[Entry], grounds: Grounds) -> Iterator[Clause | None]:
    for place, entry in enumerate(entries):
        opening = "The last encounter told was" if place == 0 else "before it came" if place == 1 else "then"
        end = "." if place == len(entries) - 1 else ";"
        yield grounds.clause(f"{opening} {_the(entry)}{phrases.dated(entry.date)}{end}", entry.evidence)


def _the(entry: Entry) -> str:
    return f"the {phrases.lowered(entry.title)}"


def _ahead(entry: Entry, place: int) -> str:
    opening = "Also planned" if place else "Planned next"
    return f"{opening} is {_the(entry)}{phrases.dated(entry.date, ', for which no day is told')}."


def _missed(entry: Entry) -> str:
    return f"{wording.opened(_the(entry))} was planned{_for(entry)}; no report tells that it took place."


def _for(entry: Entry) -> str:
    return f" for {entry.when}" if entry.date else ""


def agreements(page: Dossier, grounds: Grounds) -> Section:
    """Each agreement with the stages told and, where it was announced, what became of it."""
    sure = [one for one in page.agreements if not one.doubtful]
    doubtful = len(page.agreements) - len(sure)
    fates = {one.matter: one for one in page.promises}
    paragraphs = (_agreement(one, fates.get(one.matter), grounds) for one in sure[:_AGREEMENTS])
    return Section(
        title="Agreements and what became of them",
        paragraphs=tuple(found for told in paragraphs for found in told),
        remarks=(
            *(() if page.agreements else ("The record tells of no agreement of the two alone.",)),
            *phrases.left_out(len(sure) - _AGREEMENTS, "further agreement"),
            *phrases.left_out(doubtful, "agreement", "read with doubt"),
        ),
    )


def _agreement(entry: AgreementEntry, fate: PromiseEntry | None, grounds: Grounds) -> tuple[Paragraph, ...]:
    stages = [grounds.on_findings(_stage(step), [step.finding]) for step in entry.history]
    return phrases.paragraph(
        *stages, _covers(entry, grounds), _became(fate, grounds), item=True, lead=f"{entry.title}."
    )


def _covers(entry: AgreementEntry, grounds: Grounds) -> Clause | None:
    """The years covered, where the title does not tell them."""
    years = (entry.period or "").split("/")
    if all(year in entry.title for year in years):
        return None
    return grounds.clause(f"It covers {' to '.join(years)}.", entry.evidence)


def _stage(step: Step) -> str:
    when = f" in {step.year}" if step.year and step.status in _DATED else ""
    return f"{_STAGES.get(step.status, step.status)}{when}, as told on {wording.when(step.day)}."


# A year told is that of signature.
_DATED = ("signed",)
_STAGES = {
    "planned": "Planned", "signed": "Signed", "ratified": "Ratified", "in_force": "In force", "rejected": "Rejected",
    "terminated": "Ended",
}  # fmt: skip


def _became(fate: PromiseEntry | None, grounds: Grounds) -> Clause | None:
    said = _FATES.get(fate.standing or "") if fate else None
    return grounds.on_outcomes(said, fate.outcomes) if fate and said else None


_FATES = {
    "kept": "What was announced came about.",
    "progressed": "There has been progress.",
    "broken": "What was announced did not come about.",
    "superseded": "It was replaced by something else.",
}


def chronology(page: Dossier, grounds: Grounds) -> Section:
    """The latest dated happenings, the newest first, a line each."""
    sure = [one for one in page.timeline if one.date and not one.doubtful and one.date <= page.day and _happened(one)]
    shown = sure[:_CHRONOLOGY]
    told = (phrases.paragraph(_line(one, grounds), item=True, lead=f"{one.when}:") for one in shown)
    return Section(
        title="Chronology",
        paragraphs=tuple(found for one in told for found in one),
        remarks=phrases.left_out(len(sure) - len(shown), "earlier happening"),
    )


def _happened(entry: Entry) -> bool:
    return entry.status != "planned"


def _line(entry: Entry, grounds: Grounds) -> Clause | None:
    status = (entry.status or "").replace("_", " ")
    # What was held happened: it needs no saying.
    said = f", {status}" if status not in ("", "held") else ""
    return grounds.clause(f"{entry.title}{said}.", entry.evidence)
