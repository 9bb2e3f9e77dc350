"""Instruments between states: agreements, memoranda, programmes, declarations, contracts.

Found by their nouns (``terms.instruments``), named as in the text, given parties, status, year and
period; several mentions of one instrument become one finding.
"""

from comity.findings import Agreement
from comity.reading.actors import Actors
from comity.reading.agreements.candidates import candidates
from comity.reading.agreements.draft import drafted
from comity.reading.agreements.merging import merged
from comity.reading.agreements.scene import Scene
from comity.reading.mentions import Clauses, Page, When, Who
from comity.terms.instruments import Instruments


def read(page: Page, who: Who, clauses: Clauses, when: When) -> tuple[Agreement, ...]:
    """Every instrument of the report, once, in order of its first mention."""
    scene = Scene(page, Actors(page, who), clauses, when, page.terms.table(Instruments))
    found = [drafted(scene, candidate) for candidate in candidates(page)]
    return tuple(draft.finding(page) for draft in merged(found) if draft.holds)
