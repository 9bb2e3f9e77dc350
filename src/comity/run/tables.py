"""The flat tables of the record, with what official statistics say of claimed figures."""

from comity.exchange.columns import TABLES, Tables, checks
from comity.run.checking import of_record
from comity.terms import Terms

KINDS = (*TABLES, "checks")


def tables(terms: Terms) -> Tables:
    """Every table by its name."""
    return {**TABLES, "checks": checks(lambda db, scope: of_record(db, scope, terms))}
