import threading
from ipaddress import ip_address

import httpcore2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import ForbiddenAddress, Unreachable
from comity.intake.addresses import Deadline, Guard, is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "100.100.100.200",
        "169.254.169.254", "169.254.170.2", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "192.88.99.1",
        "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::127.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1",
        "2002:7f00:1::", "2002:a9fe:a9fe::", "2001:0:1234::1", "2001:db8::1", "3fff::1", "5f00::1", "100::1",
    ],
)  # fmt: skip
def test_an_address_inside_a_network_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::", "2606:4700::1"])
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_no_way_of_carrying_a_private_address_makes_it_public(address: object) -> None:
    number = int(address)  # type: ignore[call-overload]
    carriers = ("::ffff:0:0", "64:ff9b::", "::")
    assert not any(is_public(ip_address(int(ip_address(carrier)) + number)) for carrier in carriers)
    assert not is_public(ip_address((0x2002 << 112) + (number << 80)))


def guard(addresses: list[str], seconds: float = 5) -> Guard:
    return Guard(Deadline(seconds), is_public, lambda host, port, left: addresses)


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:169.254.169.254"]])
def test_no_connection_is_tried_where_any_address_of_a_name_is_private(addresses: list[str]) -> None:
    with pytest.raises(ForbiddenAddress, match=addresses[-1]):
        guard(addresses).connect_tcp("rebound.example", 80)


def test_the_name_is_resolved_once_for_check_and_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def connect(self: object, host: str, *told: object) -> None:
        tried.append(host)
        raise httpcore2.ConnectError("refused")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    with pytest.raises(Unreachable):
        guard(["8.8.8.8", "8.8.4.4"]).connect_tcp("name.example", 80)
    assert tried == ["8.8.8.8", "8.8.4.4"]


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "127.1", "0x7f000001"])
def test_a_loopback_address_is_known_however_it_is_written(host: str) -> None:
    assert resolve(host, 80, 5) == ["127.0.0.1"]


@pytest.mark.parametrize("host", ["a" * 300, "no such name"])
def test_what_is_no_name_is_unreachable(host: str) -> None:
    with pytest.raises(Unreachable):
        resolve(host, 80, 5)


def test_a_resolver_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *told, **more: [()] * asked.wait(0.2))
    with pytest.raises(Unreachable, match="not resolved within"):
        resolve("slow.example", 80, 0.01)


def test_a_deadline_that_has_passed_is_told() -> None:
    with pytest.raises(Unreachable):
        Deadline(0).left()
