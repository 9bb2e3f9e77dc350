"""Whether official statistics bear a claimed figure out: verdicts, each with its arithmetic; pure.

The story: a ``Claimed`` is compared with every ``Count`` of the ``Ledger`` that counts the same thing
(`counts.py`), level, growth and base apart (`parts.py`); who counted what decides the verdict (`verdicts.py`);
`wording.py` tells the arithmetic.
"""

from comity.statistics.checking.claimed import Claimed
from comity.statistics.checking.counts import Count, Ledger, Release
from comity.statistics.checking.verdicts import Check, Part, check

__all__ = ["Check", "Claimed", "Count", "Ledger", "Part", "Release", "check"]
