"""Docs with a grammar written by hand, so that tests of readers do not hang on a parser."""

import spacy
from spacy.tokens import Doc

from comity import terms
from comity.findings import Report
from comity.reading.mentions import Page

VOCABULARY = spacy.blank("en").vocab


def page(table: str, published: str | None = None) -> Page:
    """A page of one sentence; each row of the table: word, lemma, UPOS, Penn tag, head (1-based, 0 root), relation."""
    rows = [line.split() for line in table.strip().splitlines()]
    heads = [int(row[4]) - 1 if row[4] != "0" else number for number, row in enumerate(rows)]
    doc = Doc(
        VOCABULARY,
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        heads=heads,
        deps=[row[5] for row in rows],
    )
    return Page(Report(id="hand", text=doc.text, published=published), doc, (doc[:],), terms.load())
