from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from comity.web.feeds import _NO_XML
from tests.web.conftest import PORT, SCRIPT

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: TestClient, path: str) -> ElementTree.Element:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    return ElementTree.fromstring(answer.content)


@pytest.mark.parametrize("path", ["/ARM/KAZ/feed.atom", "/ARM/GEO/feed.atom", "/search.atom?q=trade"])
def test_a_feed_has_what_rfc_4287_asks_for(client: TestClient, path: str) -> None:
    told = feed(client, path)
    entries = told.findall(f"{ATOM}entry")
    for one in (told, *entries):
        assert all(len(one.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
    days = [one.findtext(f"{ATOM}updated", "") for one in entries]
    assert days == sorted(days, reverse=True)
    assert told.findtext(f"{ATOM}updated") == days[0]
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == len(entries) > 0


def test_entries_lead_to_their_pages(client: TestClient) -> None:
    for entry in feed(client, "/ARM/KAZ/feed.atom").findall(f"{ATOM}entry"):
        (link,) = [one.get("href", "") for one in entry.findall(f"{ATOM}link")]
        assert link.startswith(f"http://127.0.0.1:{PORT}/matters/")
        assert client.get(link).status_code == 200


def test_words_of_a_report_are_words_in_a_feed(client: TestClient) -> None:
    assert SCRIPT in "".join(feed(client, "/ARM/GEO/feed.atom").itertext())


def test_a_feed_of_nothing_is_a_feed(client: TestClient) -> None:
    assert feed(client, "/FRA/DEU/feed.atom").findall(f"{ATOM}entry") == []


def test_what_xml_cannot_hold_is_taken_out() -> None:
    assert _NO_XML.sub("?", "a\x00\x08\ud800\ufffe\U0001f600\tb") == "a????\U0001f600\tb"
