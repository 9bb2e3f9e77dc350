"""Pledges: what states, or their officials for them, commit to do.

A pledge is a clause that lies ahead ("will", "agreed to", "is ready to", "promised that"), or the
thing promised ("pledged 30 million euros"); its text is the shortest that says what is to be done,
without the deadline.
"""

from comity.reading.pledges.proposing import propose

__all__ = ["propose"]
