"""The body of an answer, unpacked while it comes in, and given up as soon as it grows beyond the limits."""

import zlib
from collections.abc import Iterable

from comity.errors import BadResponse, TooLarge
from comity.settings import Settings

ACCEPTED = "gzip, deflate"
_STEP = 65_536
# A short page may be nothing but one repeated word; a bomb is not short.
_RATIO_FROM = 1_000_000
_WINDOWS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS | 32}


def body(chunks: Iterable[bytes], encoding: str, settings: Settings) -> bytes:
    """All bytes, unpacked; ``encoding`` is the answer's Content-Encoding.

    Raises ``TooLarge`` beyond the size or the ratio of the settings, ``BadResponse`` for an encoding
    that was not asked for or a packed body that is broken.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _Bounded(settings).all_of(chunks)
    if encoding not in _WINDOWS:
        raise BadResponse(f"The answer is packed with {encoding}, which was not asked for.")
    return _unpacked(chunks, zlib.decompressobj(_WINDOWS[encoding]), settings)


def _unpacked(chunks: Iterable[bytes], unpacker: "zlib._Decompress", settings: Settings) -> bytes:
    bounded = _Bounded(settings)
    try:
        for chunk in chunks:
            bounded.packed += len(chunk)
            waiting = chunk
            while waiting and not unpacker.eof:
                bounded.add(unpacker.decompress(waiting, _STEP))
                waiting = unpacker.unconsumed_tail
    except zlib.error as problem:
        raise BadResponse(f"The answer's body cannot be unpacked: {problem}.") from problem
    if not unpacker.eof:
        raise BadResponse("The answer's body is cut off.")
    return bytes(bounded.content)


class _Bounded:
    """Bytes that come in, held to the limits."""

    def __init__(self, settings: Settings) -> None:
        self.content = bytearray()
        self.packed = 0
        self._settings = settings

    def all_of(self, chunks: Iterable[bytes]) -> bytes:
        """All chunks together."""
        for chunk in chunks:
            self.packed += len(chunk)
            self.add(chunk)
        return bytes(self.content)

    def add(self, chunk: bytes) -> None:
        """One more chunk; raises ``TooLarge``."""
        self.content += chunk
        size = len(self.content)
        if size > self._settings.max_bytes:
            raise TooLarge(f"The answer has more than {self._settings.max_bytes:,} bytes.")
        if size > max(_RATIO_FROM, self._settings.max_ratio * self.packed):
            raise TooLarge(f"The answer unpacks to more than {self._settings.max_ratio} times its size.")
