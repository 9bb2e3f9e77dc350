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


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_is_written_from_the_web(client: TestClient, method: str) -> None:
    answer = client.request(method, "/ARM/KAZ")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/comity.css", "/api/v1/relations"])
def test_every_answer_forbids_scripts_and_frames(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"])
def test_files_beside_the_looks_are_not_given(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_the_usual_port_need_not_be_told() -> None:
    assert "localhost" in hosts(80)
    assert "localhost" not in hosts(8642)
