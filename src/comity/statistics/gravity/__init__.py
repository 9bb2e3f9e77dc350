"""Structural gravity: what two countries' other trade lets one expect of theirs; pure.

`panel` holds flows and what may explain them (`tables` reads them), `ppml` estimates with fixed `effects`, and
`potential` leaves a pair out and says how far off such expectations usually are.
"""
