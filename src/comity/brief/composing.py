"""From a dossier to a brief; pure."""

from collections.abc import Iterable, Iterator, Mapping

from comity.brief import people, promises, relations, trade
from comity.brief.grounds import Grounds, Passages
from comity.brief.model import Brief, Made, Official, Section, Source
from comity.dossier.page import Dossier
from comity.findings import Code


def compose(
    page: Dossier, us: Code, made: Made, passages: Passages | None = None, official: Official | None = None
) -> Brief:
    """The brief of a dossier for ``us``, one of its pair.

    ``passages`` are the words, by report and span, that tell what became of what was announced; an outcome
    without its words is not told. ``official`` adds statistics. Raises ``ValueError`` where ``us`` is not
    of the pair.
    """
    if us not in page.pair:
        raise ValueError(f"{us} is none of {page.pair}")
    them = next(code for code in page.pair if code != us)
    grounds, statistics = Grounds(page, passages or {}), official or Official()
    sections = (
        relations.standing(page, grounds),
        relations.encounters(page, grounds),
        relations.agreements(page, grounds),
        trade.section(page, us, grounds, statistics),
        *promises.sections(page, us, grounds),
        people.section(page, them, grounds),
        promises.points(page, us, grounds),
        relations.chronology(page, grounds),
    )
    return Brief(
        title=f"{page.names[us]}: relations with {page.names[them]}",
        us=us,
        them=them,
        day=page.day,
        sections=sections,
        sources=tuple(_cited(sections, {**_sources(page), **{one.report: one for one in statistics.sources}})),
        made=made,
    )


def _sources(page: Dossier) -> Mapping[str, Source]:
    return {
        one.report: Source(
            report=one.report,
            day=one.day,
            outlet=one.outlet or "outlet not told",
            title=one.title or "untitled",
            url=one.url,
            copy_of=one.copy_of,
        )
        for one in page.sources
    }


def _cited(sections: Iterable[Section], known: Mapping[str, Source]) -> Iterator[Source]:
    """The sources that notes refer to, in the dossier's order: the newest first."""
    cited = {note.report for section in sections for clause in section.clauses() for note in clause.notes}
    yield from (source for report, source in known.items() if report in cited)
