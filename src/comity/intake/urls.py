"""Addresses as reports and pages tell them, which need not be addresses at all."""

from urllib.parse import SplitResult, urlsplit

_NONE = urlsplit("")


def split(address: str) -> SplitResult:
    """The parts of an address; all empty where it is none, such as ``https://[``."""
    try:
        return urlsplit(address)
    except ValueError:
        return _NONE


def host(address: str) -> str:
    """The host of an address; empty where it names none."""
    return split(address).hostname or ""
