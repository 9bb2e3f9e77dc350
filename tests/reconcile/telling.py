"""Told findings for tests, made of a few words."""

import hashlib
from collections.abc import Sequence
from typing import Any

from comity.findings import Agreement, Encounter, Person, Report
from comity.matters import Judgement, Subject, Told


def person(told: str) -> Person:
    """``"Murat Nurtleu, Foreign Minister, KAZ"``; a name of "-" is none."""
    name, office, country = (part.strip() for part in told.split(","))
    return Person(name=None if name == "-" else name, office=office or None, country=country or None)


def encounter(report: str, published: str, words: str = "They met.", **fields: Any) -> Told:
    """An encounter of KAZ and ARM told by a report of a day."""
    people = tuple(person(one) for one in fields.pop("people", ()))
    given = {"kind": "meeting", "status": "held", "countries": ("ARM", "KAZ"), "people": people} | fields
    return _told(Encounter, report, published, words, given)


def agreement(report: str, published: str, title: str, words: str | None = None, **fields: Any) -> Told:
    """An agreement of KAZ and ARM told by a report of a day."""
    given = {"kind": "agreement", "status": "signed", "countries": ("ARM", "KAZ"), "title": title} | fields
    return _told(Agreement, report, published, words or f"The {title} was told of.", given)


def _told(kind: type[Encounter] | type[Agreement], report: str, published: str, words: str, given: Any) -> Told:
    text = Report(id=report, text=words, published=published)
    finding = kind.found(text, [(0, len(words))], "test", 1.0, **given)
    name = hashlib.sha256(f"{finding.id}{given}".encode()).hexdigest()[:16]
    return Told(name, finding, report, published, finding.countries, report)


def judged(verdict: Any, sides: Sequence[Sequence[str]], made: str = "2025-01-01T00:00:00Z") -> Judgement:
    """A judgement on the ids of each side."""
    subjects = tuple(Subject(one, side) for side, ids in enumerate(sides) for one in ids)
    return Judgement(id=f"{verdict}{sides}", verdict=verdict, subjects=subjects, reason="r", author="a", made=made)
