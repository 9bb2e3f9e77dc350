import json
from pathlib import Path

import pytest

from comity.intake import arrivals, urls
from comity.record.db import open_record
from comity.run.adding import Added, add
from comity.settings import Settings
from tests.intake.made import page

TOLD = "Foreign Ministers Arman Petrosyan of Armenia and Lado Beridze of Georgia met in Tbilisi on 3 May 2024."
NO_ADDRESSES = ["https://[", "http://[::1", "//]/a", "https://a]b/"]


@pytest.mark.parametrize("address", [*NO_ADDRESSES, "", "a b", "javascript:x"])
def test_what_is_no_address_has_no_host(address: str) -> None:
    assert urls.host(address) == ""


def test_an_address_has_a_host() -> None:
    assert urls.host("https://www.example.org:8000/a") == "www.example.org"


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_reports_that_name_no_address_in_its_place_are_kept(template_copy: Path, tmp_path: Path, address: str) -> None:
    told = {"text": TOLD, "url": address, "published": "2024-05-03"}
    (tmp_path / "a.json").write_text(json.dumps(told))
    link = f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
    (tmp_path / "b.html").write_bytes(page(TOLD, f"{TOLD} They spoke of trade.", head=link))
    came = arrivals([str(tmp_path / name) for name in ("a.json", "b.html")], Settings())
    with open_record(str(template_copy)) as record:
        assert all(isinstance(one, Added) for one in add(record, came, Settings()))
