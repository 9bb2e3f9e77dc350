import gzip
import time
from collections.abc import Callable
from dataclasses import replace
from ipaddress import ip_address

import pytest

from comity.errors import (
    BadResponse,
    ForbiddenAddress,
    ForbiddenByRobots,
    Refused,
    TooLarge,
    UnknownFormat,
    Unreachable,
)
from comity.intake.addresses import Address, is_public, resolve
from comity.intake.fetch import AGENT, Fetcher
from comity.settings import Settings
from tests.intake.server import Reply, serving

SETTINGS = Settings(fetch_timeout=2.0, fetch_redirects=3)


def loopback_or_public(address: Address) -> bool:
    return address.is_loopback or is_public(address)


def fetcher(**changed: object) -> Fetcher:
    return Fetcher(replace(SETTINGS, **changed), loopback_or_public)  # type: ignore[arg-type]


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def page(body: bytes = b"<html>", kind: str = "text/html; charset=iso-8859-9", **headers: str) -> Reply:
    return Reply(body, headers={"Content-Type": kind, **headers})


def test_an_answer_has_its_bytes_address_type_and_charset() -> None:
    with serving(a=redirect("/b"), b=page(b"told")) as site:
        answer = fetcher().fetched(f"{site.address}/a", ("text/html",))
    assert (answer.content, answer.url) == (b"told", f"{site.address}/b")
    assert (answer.media, answer.charset) == ("text/html", "iso-8859-9")


def test_the_program_says_who_it_is() -> None:
    with serving(a=page()) as site:
        fetcher().fetched(f"{site.address}/a")
    assert site.agents == {AGENT}


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip"])
def test_a_packed_answer_is_unpacked(encoding: str) -> None:
    with serving(a=page(gzip.compress(b"told"), **{"Content-Encoding": encoding})) as site:
        assert fetcher().fetched(f"{site.address}/a").content == b"told"


def test_loopback_is_refused_unless_the_settings_allow_it() -> None:
    with serving(a=page(b"told")) as site:
        with pytest.raises(ForbiddenAddress):
            Fetcher(SETTINGS).fetched(f"{site.address}/a")
        assert site.asked == []
        assert Fetcher(replace(SETTINGS, allow_private=True)).fetched(f"{site.address}/a").content == b"told"


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://[::ffff:169.254.169.254]/",
        "http://10.0.0.1:8080/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://user:word@example.org/",
    ],
)
def test_a_redirect_is_checked_like_the_first_address(to: str) -> None:
    with serving(a=redirect(to)) as site, pytest.raises(ForbiddenAddress):
        fetcher().fetched(f"{site.address}/a")


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/a", "file:///etc/passwd", "http://", "http://u:p@example.org/", "http://[::1", "gopher://a.b/"],
)
def test_only_plain_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(ForbiddenAddress):
        fetcher().fetched(address)


def test_a_name_that_leads_to_a_private_address_is_refused() -> None:
    names: Callable[[str, int, float], list[str]] = lambda host, port, seconds: ["192.168.0.10"]  # noqa: E731
    with pytest.raises(ForbiddenAddress, match=r"intranet.example leads to 192.168.0.10"):
        Fetcher(SETTINGS, resolve=names).fetched("http://intranet.example/")


def test_a_name_that_resolves_otherwise_the_second_time_gains_nothing() -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    rebinding = Fetcher(SETTINGS, loopback_or_public, lambda host, port, seconds: next(answers))
    with serving(a=page()) as site, pytest.raises(ForbiddenAddress, match=r"10\.0\.0\.1"):
        rebinding.fetched(site.address.replace("127.0.0.1", "rebound.example") + "/a")


@pytest.mark.parametrize("to", ["/a", "/b"])
def test_redirects_end(to: str) -> None:
    with serving(a=redirect(to), b=redirect("/a")) as site, pytest.raises(BadResponse, match="more than 3 times"):
        fetcher().fetched(f"{site.address}/a")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 500, 503, 304])
def test_an_error_status_is_told(status: int) -> None:
    with serving(a=Reply(status=status)) as site, pytest.raises(BadResponse, match=str(status)):
        fetcher().fetched(f"{site.address}/a")


def drip(send: Callable[[bytes], object]) -> None:
    for _ in range(100):
        send(b".")
        time.sleep(0.05)


def pour(send: Callable[[bytes], object]) -> None:
    for _ in range(10_000):
        send(b"." * 10_000)


def test_a_body_that_drips_ends_with_the_time_limit() -> None:
    begun = time.monotonic()
    with serving(a=Reply(write=drip)) as site, pytest.raises(Unreachable):
        fetcher(fetch_timeout=0.5).fetched(f"{site.address}/a")
    assert time.monotonic() - begun < 2


def test_a_head_that_drips_ends_with_the_time_limit() -> None:
    begun = time.monotonic()
    with serving(a=Reply(write=drip, headers={"X": "y\r\n" * 5})) as site, pytest.raises(Refused):
        fetcher(fetch_timeout=0.5).fetched(f"{site.address}/a")
    assert time.monotonic() - begun < 2


def test_a_body_without_end_is_given_up_at_the_size_limit() -> None:
    with serving(a=Reply(write=pour)) as site, pytest.raises(TooLarge):
        fetcher(max_bytes=1_000_000).fetched(f"{site.address}/a")


def test_a_gzip_bomb_is_given_up() -> None:
    bomb = page(gzip.compress(bytes(100_000_000)), **{"Content-Encoding": "gzip"})
    with serving(a=bomb) as site, pytest.raises(TooLarge):
        fetcher().fetched(f"{site.address}/a")


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    with serving(a=page(b"x", **{"Content-Encoding": "br"})) as site, pytest.raises(BadResponse):
        fetcher().fetched(f"{site.address}/a")


def test_a_body_that_is_cut_off_is_refused() -> None:
    with serving(a=page(b"short", **{"Content-Length": "100"})) as site, pytest.raises(BadResponse):
        fetcher().fetched(f"{site.address}/a")


def test_another_media_type_is_refused_unread() -> None:
    with serving(a=page(b"GIF89a", "image/gif")) as site, pytest.raises(UnknownFormat, match="image/gif"):
        fetcher().fetched(f"{site.address}/a", ("text/html",))


@pytest.mark.parametrize("kind", ["application/octet-stream", ""])
def test_a_server_that_knows_no_type_is_believed_to_have_one(kind: str) -> None:
    with serving(a=page(b"told", kind)) as site:
        assert fetcher().fetched(f"{site.address}/a", ("text/html",)).content == b"told"


def robots(told: str) -> Reply:
    return Reply(told.encode())


@pytest.mark.parametrize(
    "told", ["User-agent: *\nDisallow: /", "User-agent: comity\nDisallow: /a", "User-agent: *\nDisallow: /*a$"]
)
def test_what_robots_txt_forbids_is_not_fetched(told: str) -> None:
    with serving(robots=robots(told), a=page()) as site, pytest.raises(ForbiddenByRobots):
        fetcher().fetched(f"{site.address}/a")
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "reply",
    [robots("User-agent: *\nAllow: /a\nDisallow: /"), robots("User-agent: other\nDisallow: /"), Reply(status=403)],
)
def test_what_robots_txt_allows_is_fetched(reply: Reply) -> None:
    with serving(robots=reply, a=page(b"told")) as site:
        assert fetcher().fetched(f"{site.address}/a").content == b"told"


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone() -> None:
    with serving(robots=Reply(status=503), a=page()) as site, pytest.raises(Unreachable, match="503"):
        fetcher().fetched(f"{site.address}/a")


def test_robots_txt_is_asked_of_the_site_that_a_redirect_leads_to() -> None:
    with serving(robots=robots("User-agent: *\nDisallow: /"), b=page()) as other:
        with serving(a=redirect(f"{other.address}/b")) as site, pytest.raises(ForbiddenByRobots):
            fetcher().fetched(f"{site.address}/a")
        assert other.asked == ["/robots.txt"]


def test_robots_txt_is_asked_once_for_a_site() -> None:
    with serving(a=page(), b=page()) as site:
        shared = fetcher()
        shared.fetched(f"{site.address}/a")
        shared.fetched(f"{site.address}/b")
    assert site.asked == ["/robots.txt", "/a", "/b"]


def test_a_port_that_nobody_listens_on_is_unreachable() -> None:
    with serving() as site:
        address = site.address
    with pytest.raises(Unreachable, match="does not answer"):
        fetcher().fetched(f"{address}/a")


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving(a=page(b"told")) as site:
        assert fetcher().fetched(f"{site.address}/a").content == b"told"


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with serving(a=page()) as site, pytest.raises(Unreachable):
        fetcher().fetched(site.address.replace("http://", "https://") + "/a")


def test_resolution_is_the_systems_own_by_default() -> None:
    assert ip_address(resolve("127.0.0.1", 80, 1)[0]).is_loopback
