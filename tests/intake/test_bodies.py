import gzip
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadResponse, TooLarge
from comity.intake.bodies import body
from comity.settings import Settings


def in_chunks(content: bytes, size: int = 7) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("", bytes), ("identity", bytes), ("gzip", gzip.compress), (" GZIP ", gzip.compress), ("deflate", zlib.compress)],
)
@given(st.binary())
def test_a_body_is_unpacked_whatever_its_chunks(encoding: str, pack: type[bytes], content: bytes) -> None:
    assert body(in_chunks(pack(content)), encoding, Settings()) == content


def test_a_bomb_is_given_up_long_before_it_is_unpacked() -> None:
    bomb = gzip.compress(bytes(200_000_000))
    with pytest.raises(TooLarge, match="more than 200 times"):
        body(in_chunks(bomb, 65_536), "gzip", Settings())


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_a_body_beyond_the_limit_is_given_up(encoding: str) -> None:
    content = bytes(range(256)) * 10
    chunks = in_chunks(gzip.compress(content) if encoding else content)
    with pytest.raises(TooLarge, match="1,000 bytes"):
        body(chunks, encoding, Settings(max_bytes=1000))


@pytest.mark.parametrize(
    ("content", "encoding", "told"),
    [
        (b"abc", "br", "br, which was not asked for"),
        (b"abc", "gzip, gzip", "not asked for"),
        (b"not packed at all", "gzip", "cannot be unpacked"),
        (gzip.compress(b"abc" * 100)[:-9], "gzip", "cut off"),
    ],
)
def test_a_broken_body_is_refused(content: bytes, encoding: str, told: str) -> None:
    with pytest.raises(BadResponse, match=told):
        body([content], encoding, Settings())
