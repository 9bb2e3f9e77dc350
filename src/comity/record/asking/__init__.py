"""Questions to the record: lists of matters, a pair's account, people, promises, and why it says so.

Every question takes a transaction first and walks an index; none loads more than it gives back.
"""

from comity.record.asking.lists import Listed, Wanted, counts, matters_like, statuses, topics
from comity.record.asking.pairs import (
    Held,
    Source,
    between,
    contradicted,
    earlier_versions,
    figures_of,
    people_in,
    sources_of,
)  # fmt: skip
from comity.record.asking.persons import PersonFound, like, person, persons
from comity.record.asking.relations import Relation, relations
from comity.record.asking.standings import Promise, deciding, promises, standing_of
from comity.record.asking.who import Who, who
from comity.record.asking.why import Ground, Judged, Tie, Why, why

__all__ = [
    "Ground", "Held", "Judged", "Listed", "PersonFound", "Promise", "Relation", "Source", "Tie", "Wanted", "Who", "Why",
    "between", "contradicted", "counts", "deciding", "earlier_versions", "figures_of", "like",
    "matters_like", "people_in", "person", "persons", "promises",
    "relations", "sources_of", "standing_of", "statuses", "topics", "who", "why",
]  # fmt: skip
