"""A web server on loopback that answers as a test says, hostile ways included."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """One answer: ``write`` sends the body where ``body`` is not enough."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/plain"})
    write: Callable[[Callable[[bytes], object]], None] | None = None


@dataclass
class Served:
    """A running server: its address, its replies by path, and the paths that were asked for."""

    address: str
    replies: dict[str, Reply]
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


@contextmanager
def serving(**replies: Reply) -> Iterator[Served]:
    """A server of these replies; ``robots`` stands for /robots.txt, which is missing otherwise."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    paths = {"/robots.txt" if name == "robots" else f"/{name}": reply for name, reply in replies.items()}
    served = Served(f"http://127.0.0.1:{server.server_port}", paths)
    server.daemon_threads = True
    server.served = served  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    """Answers from the table of the server."""

    def do_GET(self) -> None:
        served: Served = self.server.served  # type: ignore[attr-defined]
        served.asked.append(self.path)
        served.agents.add(self.headers["User-Agent"])
        reply = served.replies.get(self.path, Reply(status=404))
        try:
            self._send(reply)
        except OSError:
            return  # The client hung up, as it should.

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if reply.write:
            reply.write(self.wfile.write)
        else:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *told: object) -> None:
        """Say nothing."""
