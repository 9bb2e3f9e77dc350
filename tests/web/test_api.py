import pytest
from starlette.testclient import TestClient

PATHS = ["/api/v1/relations", "/api/v1/relations/ARM/KAZ", "/api/v1/reports/hostile", "/api/v1/search?q=trade"]


@pytest.mark.parametrize("path", PATHS)
def test_an_unchanged_answer_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    assert first.status_code == 200
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_relations_are_given_in_parts(client: TestClient) -> None:
    first = client.get("/api/v1/relations?limit=1").json()
    assert (len(first["items"]), first["next_offset"]) == (1, 1)
    assert client.get("/api/v1/relations?limit=1000").json()["next_offset"] is None


def test_a_relation_is_the_dossier(client: TestClient) -> None:
    told = client.get("/api/v1/relations/Kazakhstan/ARM").json()
    assert told["pair"] == ["ARM", "KAZ"]
    verdicts = {claim["official"]["verdict"] for one in told["figures"] for claim in one["claims"] if claim["official"]}
    assert "outdated" in verdicts


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/api/v1/relations/XXX/ARM", 404, "unknown_country"),
        ("/api/v1/relations/ARM/KAZ?as_of=x", 422, "bad_range"),
        ("/api/v1/reports/nothing", 404, "no_such_report"),
        ("/api/v1/search?q=%21%21", 422, "nothing_to_search"),
        ("/api/v1/search", 422, "bad_request"),
        ("/api/v1/relations?limit=100000", 422, "bad_request"),
        ("/api/v1/nothing", 404, "no_page"),
    ],
)
def test_problems_are_told_as_rfc_9457_has_it(client: TestClient, path: str, status: int, title: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (answer.json()["title"], answer.json()["status"]) == (title, status)


def test_the_addresses_are_described(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/v1/relations",
        "/api/v1/relations/{one}/{other}",
        "/api/v1/reports/{report}",
        "/api/v1/search",
    }
