import csv
import io
import zipfile

import pytest
from starlette.testclient import TestClient

from comity.run.tables import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_of_a_relation_can_be_taken_away(client: TestClient, kind: str) -> None:
    answer = client.get(f"/ARM/KAZ/{kind}.csv")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["content-disposition"] == f'attachment; filename="ARM-KAZ-{kind}.csv"'
    assert len(list(csv.reader(io.StringIO(answer.text)))) > 1


def test_a_calendar_has_what_is_planned(client: TestClient) -> None:
    answer = client.get("/ARM/KAZ/calendar.ics")
    assert answer.text.startswith("BEGIN:VCALENDAR")
    assert "BEGIN:VEVENT" in answer.text


def test_the_brief_is_for_the_side_that_is_told(client: TestClient) -> None:
    assert 'title: "Kazakhstan: relations with Armenia"' in client.get("/ARM/KAZ/brief.md?us=KAZ").text
    assert 'title: "Armenia: relations with Kazakhstan"' in client.get("/ARM/KAZ/brief.md").text
    assert zipfile.is_zipfile(io.BytesIO(client.get("/ARM/KAZ/brief.docx").content))
    assert client.get("/ARM/KAZ/brief.pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize(("scheme", "column"), [("plover", "Event Type"), ("cameo", "GoldsteinScale")])
def test_event_data_are_given_by_both_schemes(client: TestClient, scheme: str, column: str) -> None:
    header, *rows = client.get(f"/KAZ/ARM/events-{scheme}.tsv").text.splitlines()
    assert column in header.split("\t")
    assert rows
    assert all(len(row.split("\t")) == len(header.split("\t")) for row in rows)


@pytest.mark.parametrize("path", ["/ARM/KAZ/nothing.csv", "/ARM/KAZ/brief.exe", "/ARM/KAZ/events-x.tsv"])
def test_other_forms_are_refused(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 422
