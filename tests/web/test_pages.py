import re

import pytest
from starlette.testclient import TestClient

from comity.web.templating import web_address

PAGES = [
    "/", "/ARM/KAZ", "/ARM/GEO", "/promises", "/conflicts", "/search", "/search?q=trade", "/reports/hostile", "/review",
    "/judge",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_shown_and_holds_no_script(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script" not in answer.text
    assert " style=" not in answer.text
    assert not re.search(r"<[^>]+\son\w+=", answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_links_within_lead_somewhere(client: TestClient, path: str) -> None:
    links = set(re.findall(r'href="(/[^"#]*)', client.get(path).text))
    assert all(client.get(link.replace("&amp;", "&")).status_code == 200 for link in links)


@pytest.mark.parametrize("path", PAGES)
def test_notes_lead_to_the_words_they_rest_on(client: TestClient, path: str) -> None:
    for report, finding in set(re.findall(r'href="/reports/([^"#]+)#f-([^"]+)"', client.get(path).text)):
        assert f'id="f-{finding}"' in client.get(f"/reports/{report}").text


def test_the_first_page_lists_relations_and_what_is_urgent(client: TestClient) -> None:
    told = client.get("/").text
    assert "Armenia and Kazakhstan" in told
    assert "overdue" in told
    assert "cannot all be right" in told


def test_a_relation_tells_where_things_stand_with_its_sources(client: TestClient) -> None:
    told = client.get("/ARM/KAZ").text
    for words in ("The last encounter told", "Promises", "Agreements", "Figures", "Timeline", "People", "Sources"):
        assert words in told
    assert "Kazakhstan counts 103.7 million USD" in told


def test_the_other_order_and_names_lead_to_the_one_address(client: TestClient) -> None:
    answer = client.get("/KAZ/ARM", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/ARM/KAZ?us=KAZ")
    assert client.get("/armenia/kazakhstan", follow_redirects=False).headers["location"] == "/ARM/KAZ"


def test_the_timeline_is_filtered_by_its_address(client: TestClient) -> None:
    whole, part = client.get("/ARM/KAZ").text, client.get("/ARM/KAZ?kind=agreement").text
    assert part.count('<li id="t-') < whole.count('<li id="t-')
    assert 'value="agreement" checked' in part


def test_a_past_day_is_shown_as_it_was(client: TestClient) -> None:
    assert "As of <time>31 December 2019" in client.get("/ARM/KAZ?as_of=2019-12-31").text


def test_promises_are_shown_by_how_they_stand(client: TestClient) -> None:
    told = client.get("/promises?standing=overdue").text
    assert 'class="mark overdue"' in told
    assert 'class="mark open"' not in told


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/Kazakhstann/ARM", 404, "Kazakhstan (KAZ)"),
        ("/ARM/ARM", 422, "are the same"),
        ("/ARM/KAZ?as_of=yesterday", 422, "is no day"),
        ("/reports/nothing", 404, "Not in the record"),
        ("/promises?standing=sad", 422, "standing"),
        ("/no/such/page", 404, "There is no page"),
    ],
)
def test_what_is_not_there_is_said_with_a_way_on(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert 'href="/"' in answer.text


def test_hostile_words_are_shown_as_words(client: TestClient) -> None:
    for path in ("/reports/hostile", "/ARM/GEO", "/search?q=friendship"):
        told = client.get(path).text
        assert "<script>" not in told
        assert "<img" not in told
        assert "javascript:" not in told
    assert "&lt;script&gt;" in client.get("/reports/hostile").text


@pytest.mark.parametrize(
    "told", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://", "http://[", None]
)
def test_links_lead_to_the_web_alone(told: str | None) -> None:
    assert web_address(told) == ""


def test_an_address_of_the_web_is_kept() -> None:
    assert web_address("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_a_person_is_reached_from_the_relation(client: TestClient) -> None:
    people = re.findall(r'href="(/people/[^"]+)">([^<]+)<', client.get("/ARM/KAZ").text)
    assert people
    path, name = people[0]
    told = client.get(path).text
    assert f"<h1>{name}</h1>" in told
    assert "/matters/" in told


def test_somebody_unknown_is_told_so(client: TestClient) -> None:
    assert client.get("/people/p0000000000000000").status_code == 404
