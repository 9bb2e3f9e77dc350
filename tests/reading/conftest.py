"""A report read step by step, with the shipped grammar and vocabulary."""

from collections.abc import Callable
from typing import Any

import pytest

from comity import language, terms
from comity.findings import Report
from comity.reading.bearing import Bearing
from comity.reading.mentions import Page
from comity.reading.steps import STEPS


class Notes(dict[str, Any]):
    """What each step gives for a page, by the step's name, made when it is asked for."""

    def __missing__(self, name: str) -> Any:
        step = next(step for step in STEPS if step.name == name)
        self[name] = step.function(*(self[need] for need in step.needs))
        return self[name]


def read_page(text: str, published: str | None = None, title: str | None = None, outlet: str | None = None) -> Page:
    report = Report(id="test", text=text, published=published, title=title, outlet=outlet)
    doc = language.load().parse(text)
    return Page(report, doc, tuple(language.sentences(doc)), terms.load())


@pytest.fixture(scope="session")
def page_of() -> Callable[..., Page]:
    return read_page


@pytest.fixture(scope="session")
def notes() -> Callable[..., Notes]:
    """Notes of a text that counts as bearing on relations of states, however short it is."""
    bearing = Bearing(officials_of=2, together=2, words=2, sentences=9)
    return lambda text, **about: Notes(page=read_page(text, **about), bearing=bearing)
