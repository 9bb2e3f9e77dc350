"""The people of the other side, with the offices that reports give them."""

from collections.abc import Iterator

from comity.brief import phrases
from comity.brief.grounds import Grounds
from comity.brief.model import Clause, Section
from comity.dossier import wording
from comity.dossier.page import Dossier, Evidence
from comity.findings import Code
from comity.matters import PersonAccount

_PEOPLE = 8


def section(page: Dossier, them: Code, grounds: Grounds) -> Section:
    """Who acts for them, the latest told first; people without an office are passed over."""
    found = [one for one in page.people if one.country == them and one.offices]
    found.sort(key=lambda one: (max(office.last_told for office in one.offices), one.id), reverse=True)
    told = [_person(one, page, grounds) for one in found]
    grounded = [one for one in told if one]
    return Section(
        title=f"People of {page.names.get(them, them)}",
        paragraphs=phrases.items(grounded[:_PEOPLE]),
        remarks=(
            *(() if grounded else ("The record names nobody of theirs with an office.",)),
            *phrases.left_out(len(grounded) - _PEOPLE, "further name"),
        ),
    )


def _person(person: PersonAccount, page: Dossier, grounds: Grounds) -> Clause | None:
    offices = sorted(person.offices, key=lambda one: (one.last_told, one.reports, one.office), reverse=True)
    last = offices[0]
    until = f" to {wording.when(last.last_told[:7])}" if last.first_told[:7] != last.last_told[:7] else ""
    earlier = wording.listed(one.office for one in offices[1:3])
    also = f"; before, or in other words: {earlier}" if earlier else ""
    said = f"{person.name}: {last.office}, as told {_from(last.first_told, until)}{also}."
    names = (person.name, *person.names)
    return grounds.clause(said, _naming(page, names, last.office))


def _from(first: str, until: str) -> str:
    return f"{'from' if until else 'in'} {wording.when(first[:7])}{until}"


def _naming(page: Dossier, names: tuple[str, ...], office: str) -> list[Evidence]:
    """The one telling that names the person best: with the office, else the name, the latest of them."""
    surnames = tuple(name.split()[-1] for name in names)
    found = [one for one in _tellings(page, names) if any(name in " ".join(one.words) for name in surnames)]
    told = sorted(found, key=lambda one: (office.lower() in " ".join(one.words).lower(), one.day, one.finding))
    return told[-1:]


def _tellings(page: Dossier, names: tuple[str, ...]) -> Iterator[Evidence]:
    for entry in (*page.timeline, *page.joint):
        if any(person.name in names for person in entry.people):
            yield from entry.evidence
    for quotation in page.statements:
        if quotation.speaker.name in names:
            yield from quotation.evidence
