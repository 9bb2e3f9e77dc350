"""The example relation, with both offices' figures and hostile reports, behind the application."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from comity import web
from comity.intake import arrivals
from comity.record.db import Record, open_record
from comity.run import statistics
from comity.run.adding import add
from comity.settings import Settings
from comity.statistics.sources import read
from comity.statistics.taken import Release
from comity.terms import load
from comity.terms.states import States
from tests.reports import ROOT

PORT = 8642
DATA = ROOT / "tests" / "statistics" / "data"
SCRIPT = "<script>alert(1)</script>"
HOSTILE = {
    "id": "hostile",
    "url": "javascript:alert(1)",
    "outlet": f"Evil {SCRIPT} Post",
    "published": "2024-05-03",
    "title": f'{SCRIPT}" onmouseover="alert(1) \u202eevil',
    "text": (
        f"Foreign Ministers Arman {SCRIPT} Petrosyan of Armenia and Lado Beridze of Georgia met in Tbilisi "
        "on 3 May 2024. "
        f'"We value the friendship of our peoples <img src=x onerror=alert(1)>," Lado Beridze said. {"x" * 5000}'
    ),
}


@pytest.fixture(scope="session")
def shown(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record that is shown."""
    folder = tmp_path_factory.mktemp("web")
    place = folder / "comity.db"
    place.write_bytes(template_file.read_bytes())
    (folder / "hostile.json").write_text(json.dumps(HOSTILE))
    with open_record(str(place)) as record:
        told = arrivals([str(ROOT / "examples" / "kazarm"), str(folder / "hostile.json")], Settings())
        assert all(hasattr(one, "report") for one in add(record, told, Settings()))
        states = load(None).table(States)
        for name in ("kz_bns_armenia.csv", "armstat_kazakhstan_vintages.csv"):
            statistics.keep(record, read((DATA / name).read_bytes(), states, Release("2026-11-23")))
        yield record


@pytest.fixture(scope="session")
def client(shown: Record) -> TestClient:
    """A program that asks the application."""
    return TestClient(web.app(shown, Settings(), PORT, web.Judges()), base_url=f"http://127.0.0.1:{PORT}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        # Root, as in containers, has no sandbox; only our own pages are opened.
        opened = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        yield opened
        opened.close()
