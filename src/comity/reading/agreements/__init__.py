"""Instruments between states: agreements, memoranda, programmes, declarations, contracts.

Found by their nouns (``terms.instruments``), named as in the text, given parties, status, year and
period; several mentions of one instrument become one finding.
"""

from comity.reading.agreements.proposing import propose

__all__ = ["propose"]
