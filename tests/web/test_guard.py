import pytest
from starlette.testclient import TestClient

from comity.web.guard import hosts
from tests.web.conftest import PORT


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1:80", "localhost", ""])
def test_a_page_whose_name_was_pointed_here_gets_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "Relations" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_this_machines_names_are_taken(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": f"{host}:{PORT}"}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_not_taken(client: TestClient, method: str) -> None:
    answer = client.request(method, "/ARM/KAZ")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, POST")


@pytest.mark.parametrize("path", ["/", "/ARM/KAZ", "/reports/hostile", "/api/v1/relations", "/static/comity.css"])
def test_nothing_is_sent_to_what_is_there_to_be_read(client: TestClient, path: str) -> None:
    assert client.post(path, headers={"Origin": f"http://127.0.0.1:{PORT}"}).status_code == 405


def test_nothing_is_taken_without_an_origin(client: TestClient) -> None:
    assert client.post("/judge/begin", data={"word": "x", "author": "y"}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/comity.css", "/api/v1/relations"])
def test_every_answer_forbids_scripts_and_frames(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"])
def test_files_beside_the_looks_are_not_given(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_the_usual_port_need_not_be_told() -> None:
    assert "localhost" in hosts(80)
    assert "localhost" not in hosts(8642)
