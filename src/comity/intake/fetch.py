"""The network client, the only one of Comity: one address, one bounded answer.

Every request, also each after a redirect and each for a robots.txt, goes the same way: the address is
checked, robots.txt is asked, the connection is made to a checked address, and time and size are bounded
over all of it. Proxies of the environment are not used: behind one, the address could not be checked.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from ssl import SSLContext

import httpcore2
import httpx2
from protego import Protego

from comity.errors import BadResponse, ComityError, ForbiddenAddress, ForbiddenByRobots, UnknownFormat, Unreachable
from comity.intake.addresses import Address, Deadline, Guard, Resolve, is_public, resolve
from comity.intake.bodies import ACCEPTED, body
from comity.intake.given import Answer
from comity.settings import Settings
from comity.version import __version__

AGENT = f"Comity/{__version__} (reads reports on relations between states)"
# The name by which robots.txt files address the program.
_NAME = "Comity"
# RFC 9309: a reader takes in at least this much, and need not take more.
_ROBOTS_BYTES = 512_000
NO_REFUSALS: Mapping[int, type[ComityError]] = {}
# Servers that know no better type for a download.
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")


class Fetcher:
    """Fetches one address after the other; what a site's robots.txt allows is remembered.

    ``allows`` and ``resolve`` are the seams for tests: which addresses may be connected to, and which
    a name has.
    """

    def __init__(
        self,
        settings: Settings,
        allows: Callable[[Address], bool] = is_public,
        resolve: Resolve = resolve,
    ) -> None:
        self._settings = settings
        self._allows = _everything if settings.allow_private else allows
        self._resolve = resolve
        self._robots: dict[str, Protego | None] = {}
        self._tls = httpx2.create_ssl_context(trust_env=False)

    def fetched(
        self, address: str, media: tuple[str, ...] = (), refusals: Mapping[int, type[ComityError]] = NO_REFUSALS
    ) -> Answer:
        """What the address answers, in one of the ``media`` types where any are named; ``refusals`` names what a
        status means there, where it means more than that the answer is bad.

        Raises ``ForbiddenAddress``, ``ForbiddenByRobots``, ``Unreachable``, ``BadResponse``,
        ``UnknownFormat`` for another media type, or ``TooLarge``.
        """
        deadline = Deadline(self._settings.fetch_timeout)
        with _named_problems(), self._client(deadline) as client:
            url = _checked(address)
            for _ in range(self._settings.fetch_redirects + 1):
                self._require_robots_allow(client, url)
                answer = self._one(client, url, media, refusals)
                if isinstance(answer, Answer):
                    return answer
                url = answer
        raise BadResponse(f"The address redirects more than {self._settings.fetch_redirects} times.")

    def _client(self, deadline: Deadline) -> httpx2.Client:
        return httpx2.Client(
            transport=Transport(self._tls, Guard(deadline, self._allows, self._resolve)),
            headers={"User-Agent": AGENT, "Accept-Encoding": ACCEPTED, "Accept-Language": "en"},
            follow_redirects=False,
            trust_env=False,
        )

    def _one(
        self, client: httpx2.Client, url: httpx2.URL, media: tuple[str, ...], refusals: Mapping[int, type[ComityError]]
    ) -> Answer | httpx2.URL:
        """The answer of one request, or the address that it redirects to."""
        with client.stream("GET", url) as response:
            if response.has_redirect_location:
                return _redirected(url, response)
            if not response.is_success:
                refusal = refusals.get(response.status_code, BadResponse)
                raise refusal(f"The server answers {response.status_code} {response.reason_phrase}.")
            kind = _media(response)
            if media and kind not in (*media, *_UNTOLD):
                raise UnknownFormat(f"The server answers with {kind}.")
            content = body(response.iter_raw(), response.headers.get("Content-Encoding", ""), self._settings)
            return Answer(content, str(url), kind, response.charset_encoding)

    def _require_robots_allow(self, client: httpx2.Client, url: httpx2.URL) -> None:
        site = str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        if site not in self._robots:
            self._robots[site] = self._rules(client, httpx2.URL(site))
        rules = self._robots[site]
        if rules is not None and not rules.can_fetch(str(url), _NAME):
            raise ForbiddenByRobots(f"{site} asks programs not to read {url}.")

    def _rules(self, client: httpx2.Client, url: httpx2.URL) -> Protego | None:
        """A site's robots.txt; None, which allows everything, where the site has none (RFC 9309, 2.3.1.3)."""
        for _ in range(self._settings.fetch_redirects + 1):
            with client.stream("GET", url) as response:
                if response.has_redirect_location:
                    url = _redirected(url, response)
                    continue
                if response.is_client_error:
                    return None
                if not response.is_success:
                    raise Unreachable(f"{url} answers {response.status_code}, so that nothing may be fetched.")
                content = body(response.iter_raw(), response.headers.get("Content-Encoding", ""), self._settings)
                return Protego.parse(content[:_ROBOTS_BYTES].decode("utf-8", "replace"))
        return None


class Transport(httpx2.BaseTransport):
    """Sends requests over connections that a guard makes; the client's own transport takes no guard."""

    def __init__(self, tls: SSLContext, guard: Guard) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=tls, network_backend=guard)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to one request, its body yet to be read."""
        url = request.url
        response = self._pool.handle_request(
            httpcore2.Request(
                request.method,
                httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(response.status, headers=response.headers, stream=Body(response))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class Body(httpx2.SyncByteStream):
    """A response's body as it comes in."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self._response.close()


@contextmanager
def _named_problems() -> Iterator[None]:
    try:
        yield
    except (httpcore2.TimeoutException, httpx2.TimeoutException) as problem:
        raise Unreachable("The answer was not complete in time.") from problem
    except (httpcore2.NetworkError, httpx2.NetworkError) as problem:
        raise Unreachable(f"The connection failed: {problem}.") from problem
    except (httpcore2.ProtocolError, httpx2.HTTPError, httpx2.StreamError) as problem:
        raise BadResponse(f"The answer breaks the protocol: {problem}.") from problem


def _checked(address: str) -> httpx2.URL:
    """The address, where it is one of the web without a name or password in it."""
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as problem:
        raise ForbiddenAddress(f"{address} is no address: {problem}.") from problem
    if url.scheme not in ("http", "https") or not url.host:
        raise ForbiddenAddress(f"{address} is no http or https address.")
    if url.userinfo:
        raise ForbiddenAddress("The address holds a user's name or password.", "Leave the name and password out.")
    return url


def _redirected(url: httpx2.URL, response: httpx2.Response) -> httpx2.URL:
    location = response.headers["Location"]
    try:
        return _checked(str(url.join(location)))
    except httpx2.InvalidURL as problem:
        raise BadResponse(f"The server redirects to {location!r}, which is no address.") from problem


def _media(response: httpx2.Response) -> str:
    told: str = response.headers.get("Content-Type", "")
    return told.partition(";")[0].strip().lower()


def _everything(address: Address) -> bool:
    return True
