"""A report up to the step of encounters, as its parts take it."""

from comity import language, terms
from comity.findings import Report
from comity.reading import clauses, dates, quotations, who
from comity.reading.encounters.candidate import Scene, Trigger
from comity.reading.mentions import Page


def scene_of(text: str) -> Scene:
    """The scene of a text published on 7 May 2024."""
    report = Report(id="test", text=text, published="2024-05-07")
    doc = language.load().parse(text)
    page = Page(report, doc, tuple(language.sentences(doc)), terms.load())
    told = clauses.read(page)
    return Scene(page, who.read(page), told, dates.read(page, told), quotations.read(page))


def only(found: tuple[Trigger, ...]) -> Trigger:
    """The one trigger of a text."""
    (trigger,) = found
    return trigger
