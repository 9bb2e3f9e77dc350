"""What the process from which others are forked loads, so that they need not."""

from comity.terms import load

load(None)
