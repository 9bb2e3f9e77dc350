"""Everybody a report mentions: states, people with office and state, parties, roles, pronouns."""

from comity.reading.mentions import Page, PersonMention, Who
from comity.reading.who import anaphora, offices, parties, people, placing, relation, sightings, states
from comity.reading.who.anaphora import Memory
from comity.reading.who.scene import Scene

__all__ = ["read"]


def read(page: Page) -> Who:
    """Everybody the page mentions, resolved over the whole report."""
    found = states.read(page)
    scene = Scene(page, found)
    told = offices.read(scene)
    seen = sightings.read(scene, told)
    somebodies = people.join(seen, scene.offices.gender)
    main = relation.pair(page, found, somebodies, states.codes_in(page, page.report.title))
    ours = relation.ours(page, found, somebodies, states.codes_in(page, page.report.outlet), main)
    placing.place(Memory(scene, somebodies, ours, main), seen)
    named = sightings.offices_named(told, seen)
    roles = anaphora.read(Memory(scene, somebodies, ours, main), told, named)
    names = (
        PersonMention(s.name.start, s.name.end, person, "name")
        for p, person in [(p, p.person) for p in somebodies]
        for s in p.sightings
    )
    mentions = tuple(sorted((*names, *roles), key=lambda m: (m.start, m.end)))
    cast = parties.Cast(scene, mentions, tuple(somebodies), main)
    return Who(found, mentions, parties.read(cast, told, named), main, ours)
