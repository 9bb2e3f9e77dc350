"""Who may ask, and what a browser may do with the answer: before any page is made.

The server is for this machine alone. A page of another site can have its own name point to this machine (DNS
rebinding), so that the Host header must be one of this machine's names with the served port. What is sent (POST) must
come from a page of this server by its Origin header, and be short. Every answer forbids scripts, frames and foreign
content.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

LOCAL = ("127.0.0.1", "localhost", "[::1]")
METHODS = frozenset({"GET", "HEAD", "POST"})
# The longest form that is taken, in bytes.
LONGEST = 64_000
HEADERS = (
    ("content-security-policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
     "base-uri 'none'; frame-ancestors 'none'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
)  # fmt: skip

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Guard:
    """Passes on what may be asked; ``hosts`` are the values of the Host header that are taken."""

    def __init__(self, app: App, hosts: tuple[str, ...]) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1").lower() for name, value in scope["headers"]}
        host, length = headers.get(b"host", ""), headers.get(b"content-length", "")
        if host not in self._hosts:
            await _refused(send, 421, "This server answers to its own address alone.")
        elif scope["method"] not in METHODS:
            await _refused(send, 405, "This server takes GET, HEAD and POST.", ("allow", "GET, HEAD, POST"))
        elif scope["method"] == "POST" and headers.get(b"origin") != f"http://{host}":
            await _refused(send, 403, "A form is taken from this server's own pages alone.")
        elif scope["method"] == "POST" and not (length.isdecimal() and int(length) <= LONGEST):
            await _refused(send, 413, f"A form has at most {LONGEST} bytes, and says how many.")
        else:
            await self._app(scope, receive, _guarded(send))


def hosts(port: int) -> tuple[str, ...]:
    """The names of this machine with the port, and without it where it is the usual one."""
    return tuple(f"{name}:{port}" for name in LOCAL) + (LOCAL if port == 80 else ())


def _guarded(send: Send) -> Send:
    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            own = [(name.encode(), value.encode()) for name, value in HEADERS]
            message = {**message, "headers": [*message.get("headers", []), *own]}
        await send(message)

    return sent


async def _refused(send: Send, status: int, words: str, *more: tuple[str, str]) -> None:
    headers = [("content-type", "text/plain; charset=utf-8"), *HEADERS, *more]
    told = [(name.encode(), value.encode()) for name, value in headers]
    await send({"type": "http.response.start", "status": status, "headers": told})
    await send({"type": "http.response.body", "body": f"{words}\n".encode()})
