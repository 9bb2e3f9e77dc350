"""Which internet addresses are fetched from: public ones, checked where the connection is made.

A name is resolved once, every address it has is checked, and the connection goes to a checked address: a name
that resolves otherwise a moment later gains nothing, and a host written as one number or in octal is
refused for the address it means.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from queue import Empty, SimpleQueue
from typing import Any

import httpcore2

from comity.errors import ForbiddenAddress, Unreachable

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int, float], list[str]]

# Beyond what every Python 3.11 tells: protocol assignments (Oracle's metadata among them), Azure's wire server,
# 6to4 relays, IPv6 site-local, Teredo (its outer address says nothing of where it leads), local NAT64,
# segment routing, documentation.
_FORBIDDEN = tuple(
    ip_network(net)
    for net in (
        "192.0.0.0/24",
        "168.63.129.16/32",
        "192.88.99.0/24",
        "fec0::/10",
        "2001::/32",
        "64:ff9b:1::/48",
        "5f00::/16",
        "3fff::/20",
    )
)
_NAT64 = ip_network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether the address, and the IPv4 address that an IPv6 address may carry, is one of the open internet."""
    carried = _carried(address)
    if carried is not None:
        return is_public(carried)
    return (
        address.is_global
        and not (address.is_multicast or address.is_reserved or address.is_unspecified)
        and not any(address in net for net in _FORBIDDEN if net.version == address.version)
    )


def _carried(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


class Deadline:
    """The moment when a fetch must have ended, ``seconds`` from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises ``Unreachable`` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Unreachable(f"The answer was not complete within {self.seconds:g} seconds.")
        return left


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """The addresses that a name has; raises ``Unreachable`` where it has none, or none in time."""
    found: SimpleQueue[list[str] | str] = SimpleQueue()
    # The system's resolver cannot be interrupted, so it is waited for from outside.
    threading.Thread(target=lambda: found.put(_resolved(host, port)), daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except Empty as problem:
        raise Unreachable(f"The name {host} was not resolved within {seconds:.0f} seconds.") from problem
    if isinstance(answer, str):
        raise Unreachable(f"The name {host} was not resolved: {answer}.")
    return answer


def _resolved(host: str, port: int) -> list[str] | str:
    try:
        told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        return getattr(problem, "strerror", None) or "it is no host name"
    return list(dict.fromkeys(str(entry[4][0]) for entry in told))


class Guard(httpcore2.NetworkBackend):
    """Makes connections: only to addresses that ``allows`` lets pass, and none beyond the deadline."""

    def __init__(self, deadline: Deadline, allows: Callable[[Address], bool], resolve: Resolve) -> None:
        self._deadline = deadline
        self._allows = allows
        self._resolve = resolve
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the host's first address that answers; raises ``ForbiddenAddress`` or ``Unreachable``."""
        addresses = self._resolve(host, port, self._deadline.left())
        for address in addresses:
            if not self._allows(ip_address(address)):
                raise ForbiddenAddress(f"{host} leads to {address}, which is no public address.")
        for address in addresses:
            try:
                stream = self._network.connect_tcp(address, port, self._deadline.left(), local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
            return Timed(stream, self._deadline)
        raise Unreachable(f"{host} does not answer on port {port}.")


class Timed(httpcore2.NetworkStream):
    """A connection that ends at the deadline, however slowly the other side goes on sending."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Up to ``max_bytes`` bytes."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all bytes."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted."""
        return Timed(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection tells of itself."""
        return self._stream.get_extra_info(info)
