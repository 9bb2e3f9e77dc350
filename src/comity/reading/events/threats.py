"""Threats: the harm that a state says will follow if another does something, or does not."""

from collections.abc import Iterator

from comity.reading.clauses import threat_of
from comity.reading.events.happening import Happening, News
from comity.reading.events.verbs import quoted_source
from comity.terms.modality import Modality


def from_threats(news: News) -> Iterator[Happening]:
    """THREATEN from who would do harm to whom the condition is set ("if Greece builds it, Turkey will close ...")."""
    words = news.page.terms.table(Modality)
    for clause in news.clauses.items:
        told = clause.predicate in news.page.sentence_numbers and clause.status in ("planned", "conditional")
        if not told or clause.passive or clause.negated:
            continue
        condition = threat_of(news.clauses, clause, news.page.doc[clause.predicate], words)
        sources = news.actors.subjects(clause) or quoted_source(news, clause)
        warned = news.actors.subjects(condition) if condition is not None else ()
        for target in [code for code in warned if code not in sources][:1]:
            for source in sources:
                yield Happening(source, target, "THREATEN", news.page.evidence(clause.predicate), 0.65)
