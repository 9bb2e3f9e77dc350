"""Vocabulary as data: states, bodies, offices, instruments, measures, currencies, topics, PLOVER."""

from comity.terms.table import Meta, Table, Terms, load

__all__ = ["Meta", "Table", "Terms", "load"]
