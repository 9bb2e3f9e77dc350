"""A record served for real, on a free port of this machine."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import uvicorn

from comity import web
from comity.record.db import Record
from comity.settings import Settings


class Served(NamedTuple):
    """Where the pages are, and the word by which one may judge."""

    address: str
    word: str


@contextmanager
def served(record: Record) -> Iterator[Served]:
    """The pages of a record, until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port, judges = door.getsockname()[1], web.Judges()
        server = uvicorn.Server(uvicorn.Config(web.app(record, Settings(), port, judges), log_level="warning"))
        running = threading.Thread(target=server.run, args=([door],))
        running.start()
        try:
            yield Served(f"http://127.0.0.1:{port}", judges.start_word)
        finally:
            server.should_exit = True
            running.join()
