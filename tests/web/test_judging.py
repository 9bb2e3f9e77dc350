import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from comity import web
from comity.intake import arrivals
from comity.record.db import Record, open_record
from comity.run.adding import add
from comity.settings import Settings
from comity.web.guard import LONGEST
from comity.web.judging import within
from tests.web.conftest import PORT

HERE = f"http://127.0.0.1:{PORT}"
MET = "Foreign Ministers Arman Petrosyan of Armenia and Lado Beridze of Georgia met in Tbilisi on 3 May 2024."
BEFORE = "The Foreign Ministers of Armenia and Georgia met in Yerevan on 9 April 2024."
TALKED = "The ministers discussed trade and energy."
REPORTS = [
    {"id": "one", "published": "2024-05-03", "title": "Ministers meet", "text": f"{MET} They signed a visa agreement."},
    {"id": "two", "published": "2024-05-04", "title": "Talks in Tbilisi", "text": f"{MET} {BEFORE} {TALKED}"},
]


@pytest.fixture
def judges() -> web.Judges:
    return web.Judges()


@pytest.fixture
def client(judges: web.Judges, record: Record, tmp_path: Path) -> TestClient:
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, REPORTS)))
    told = arrivals([str(tmp_path / "reports.jsonl")], Settings())
    assert all(hasattr(one, "report") for one in add(record, told, Settings()))
    return TestClient(web.app(record, Settings(), PORT, judges), base_url=HERE, headers={"Origin": HERE})


@pytest.fixture
def door(judges: web.Judges, template_copy: Path) -> Iterator[TestClient]:
    """A client of an empty record."""
    with open_record(str(template_copy)) as record:
        yield TestClient(web.app(record, Settings(), PORT, judges), base_url=HERE, headers={"Origin": HERE})


@pytest.fixture
def judge(client: TestClient, judges: web.Judges) -> TestClient:
    """A client that is signed in."""
    answer = client.post("/judge/begin", data={"word": judges.start_word, "author": "Ana Beridze"})
    assert answer.url.path == "/review"
    return client


def form_word(client: TestClient) -> str:
    word: str = re.findall(r'name="form_word" value="([^"]+)"', client.get("/judge").text)[0]
    return word


def findings(client: TestClient, kind: str = "encounter") -> list[str]:
    told = [client.get(f"/api/v1/reports/{report['id']}").json() for report in REPORTS]
    return [one["id"] for reading in told for one in reading[f"{kind}s"]]


def confidences(client: TestClient) -> list[float]:
    kinds = ("encounters", "agreements", "figures", "pledges", "events", "statements")
    told = [client.get(f"/api/v1/reports/{report['id']}").json() for report in REPORTS]
    return [one["confidence"] for reading in told for kind in kinds for one in reading[kind]]


def send(client: TestClient, path: str, **told: str) -> Response:
    return client.post(path, data={"form_word": form_word(client), **told})


def test_a_rejected_finding_leaves_the_account(judge: TestClient) -> None:
    (agreement,) = findings(judge, "agreement")
    assert "visa agreement" in judge.get("/ARM/GEO").text
    back = f"/reports/one#f-{agreement}"
    answer = send(judge, f"/judge/findings/{agreement}", verdict="reject", reason="Not signed", back=back)
    assert (answer.status_code, answer.url.path) == (200, "/reports/one")
    assert '<span class="mark reject">reject</span>' in answer.text
    assert 'id="agreements"' not in judge.get("/ARM/GEO").text


def test_a_judgement_has_author_and_reason_and_can_be_undone(judge: TestClient) -> None:
    one = findings(judge)[0]
    send(judge, f"/judge/findings/{one}", verdict="confirm", reason="I was there")
    told = judge.get(f"/matters/{one}").text
    assert "I was there" in told
    assert "Ana Beridze" in told
    (undo,) = re.findall(r'action="(/judge/undo/[^"]+)"', told)
    told = send(judge, undo, back=f"/matters/{one}").text
    assert "undone on" in told
    assert "/judge/undo/" not in told


def test_a_finding_is_amended_by_the_lines_that_changed(judge: TestClient) -> None:
    one = findings(judge)[0]
    page = judge.get("/reports/one").text
    (fields,) = re.findall(rf'<textarea id="fields-{one}"[^>]*>([^<]*)<', page)
    lines = fields.replace("&#34;", '"')
    assert "2024-05-03" in lines
    changed = lines.replace("05-03", "05-02")
    send(judge, f"/judge/findings/{one}", verdict="amend", reason="So the ministry", fields=changed)
    (encounter,) = judge.get("/api/v1/reports/one").json()["encounters"]
    assert encounter["date"] == "2024-05-02"
    assert "date=&#34;2024-05-02&#34; So the ministry" in judge.get(f"/matters/{one}").text
    again = send(judge, f"/judge/findings/{one}", verdict="amend", reason="x", fields=changed)
    assert (again.status_code, "No field has a new value" in again.text) == (422, True)


def test_a_matter_is_split(judge: TestClient) -> None:
    one, two, _ = findings(judge)
    assert two in judge.get(f"/matters/m{one}").text
    split = send(judge, f"/judge/matters/m{one}/split", parts=two, reason="Two rounds", back=f"/matters/m{one}").text
    assert "Two rounds" in split
    assert two not in split.split("What people judged")[0]


def test_matters_are_merged(judge: TestClient) -> None:
    one, _, other = findings(judge)
    assert other not in judge.get(f"/matters/m{one}").text
    path, back = f"/judge/matters/m{one}/merge", f"/matters/m{one}"
    merged = send(judge, path, other=f"{HERE}/matters/m{other}", reason="One round", back=back).text
    assert other in merged.split("What people judged")[0]


def test_the_least_sure_finding_is_reviewed_first_and_leaves_the_queue_once_judged(judge: TestClient) -> None:
    first = judge.get("/review").text
    (id,) = re.findall(r'action="/judge/findings/([^"]+)"', first)
    least = min(confidences(judge))
    assert f"how likely {least:.2f}" in first
    after = send(judge, f"/judge/findings/{id}", verdict="confirm", back="/review?skip=0").text
    (following,) = re.findall(r'action="/judge/findings/([^"]+)"', after)
    assert following != id
    assert "begin again" in judge.get("/review?skip=1000").text


@pytest.mark.parametrize("verdict", ["reject", "amend"])
def test_who_says_that_something_is_wrong_says_why(judge: TestClient, verdict: str) -> None:
    answer = send(judge, f"/judge/findings/{findings(judge)[0]}", verdict=verdict, reason=" ")
    assert (answer.status_code, "A reason is needed" in answer.text) == (422, True)


def test_only_who_is_signed_in_judges(client: TestClient) -> None:
    assert "/judge/findings" not in client.get("/reports/one").text
    assert "/judge/findings" not in client.get("/review").text
    answer = client.post(f"/judge/findings/{findings(client)[0]}", data={"verdict": "confirm", "form_word": ""})
    assert (answer.status_code, "not_allowed" in answer.text) == (403, True)


@pytest.mark.parametrize(
    ("word", "author"), [("guessed", "Ana"), ("", "Ana"), (None, " "), (None, "x" * 81), (None, "a\u202eb")]
)
def test_a_wrong_word_or_no_name_begins_no_session(
    door: TestClient, judges: web.Judges, word: str | None, author: str
) -> None:
    answer = door.post("/judge/begin", data={"word": judges.start_word if word is None else word, "author": author})
    assert answer.status_code in (403, 422)
    assert not door.cookies


def test_no_other_site_can_have_its_reader_judge(judge: TestClient) -> None:
    path, told = f"/judge/findings/{findings(judge)[0]}", {"verdict": "confirm", "form_word": form_word(judge)}
    for origin in ("http://evil.example", "null", "http://127.0.0.1:80", f"https://127.0.0.1:{PORT}"):
        assert judge.post(path, data=told, headers={"Origin": origin}).status_code == 403
    assert judge.post(path, data=told | {"form_word": "guessed"}).status_code == 403
    assert "Ana Beridze" not in judge.get(f"/matters/{findings(judge)[0]}").text


def test_the_cookie_is_no_scripts_and_no_other_sites(door: TestClient, judges: web.Judges) -> None:
    answer = door.post("/judge/begin", data={"word": judges.start_word, "author": "Ana"}, follow_redirects=False)
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told


def test_signing_out_ends_the_session(judge: TestClient) -> None:
    word, cookie = form_word(judge), judge.cookies["comity-judge"]
    judge.post("/judge/end", data={"form_word": word})
    answer = judge.post("/judge/end", data={"form_word": word}, headers={"Cookie": f"comity-judge={cookie}"})
    assert answer.status_code == 403


def test_forms_are_short_and_say_how_long_they_are(door: TestClient) -> None:
    def slow() -> Iterator[bytes]:
        yield b"word=x"

    assert door.post("/judge/begin", content=b"x" * (LONGEST + 1)).status_code == 413
    assert door.post("/judge/begin", content=slow()).status_code == 413


@pytest.mark.parametrize("path", ["/matters/nothing", "/matters/m0000000000000000"])
def test_a_matter_that_is_not_there_is_told_so(door: TestClient, path: str) -> None:
    assert door.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/judge/findings/nothing", "/judge/undo/nothing"])
def test_what_is_not_there_cannot_be_judged(judge: TestClient, path: str) -> None:
    assert send(judge, path, verdict="confirm").status_code == 404


def test_one_is_led_back_within_this_server_alone() -> None:
    assert within("/reports/a#f-b") == "/reports/a#f-b"
    assert {within(told) for told in ("//evil.example", "https://evil.example", "/\\evil", "/a\r\nX: y", "")} == {"/"}


def test_a_topic_is_not_amended_from_pages_that_do_not_show_it(judge: TestClient) -> None:
    topic = findings(judge, "topic_finding")[0]
    answer = send(judge, f"/judge/findings/{topic}", verdict="amend", reason="No", fields='topic="trade"')
    assert (answer.status_code, "no_such_finding" in answer.text) == (404, True)
