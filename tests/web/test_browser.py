"""The pages as people see them, in Chromium."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from comity.intake import arrivals
from comity.record.db import Record, open_record
from comity.run.adding import add
from comity.settings import Settings
from tests.web.hostile import reports
from tests.web.served import Served, served

PATHS = (
    "/",
    "/ARM/KAZ",
    "/promises",
    "/conflicts",
    "/search?q=trade",
    "/reports/hostile",
    "/review",
    "/judge",
    "/XXX/ARM",
)
WIDTHS = (390, 1280, 2560)


@pytest.fixture(scope="module")
def site(shown: Record) -> Iterator[Served]:
    """The example relation."""
    with served(shown) as site:
        yield site


@pytest.fixture(scope="module")
def wild(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Fifty hostile reports."""
    folder = tmp_path_factory.mktemp("wild")
    (folder / "comity.db").write_bytes(template_file.read_bytes())
    (folder / "reports.jsonl").write_text(reports(50), encoding="utf-8")
    with open_record(str(folder / "comity.db")) as record:
        told = list(add(record, arrivals([str(folder / "reports.jsonl")], Settings()), Settings()))
        assert [one for one in told if not hasattr(one, "report")] == []
        with served(record) as site:
            yield site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test where anything is said on the console, but that a page is not there."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    yield page
    context.close()
    assert [one for one in said if "status of 404" not in one] == []


def serious(page: Page) -> list[str]:
    """The rules of axe that a page breaks so that somebody cannot use it."""
    told = Axe().run(page).response
    assert told["passes"]
    return [one["id"] for one in told["violations"] if one["impact"] in ("serious", "critical")]


def is_wide(page: Page) -> bool:
    """Whether a page is wider than its window."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wide


@pytest.mark.parametrize(("path", "scheme"), list(product(PATHS, ("light", "dark"))))
def test_everybody_can_read_the_pages(page: Page, site: Served, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site.address + path)
    assert serious(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_no_page_is_wider_than_its_window(page: Page, site: Served, path: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(site.address + path)
        assert not is_wide(page), width


@pytest.mark.parametrize("kind", ["matters", "people", "reports"])
def test_whoever_judges_can_read_and_fill_the_pages_that_a_relation_leads_to(
    page: Page, site: Served, kind: str
) -> None:
    page.goto(f"{site.address}/judge?word={site.word}")
    page.get_by_label("Your name").fill("Ana Beridze")
    page.get_by_role("button", name="Judge under this name").click()
    page.goto(f"{site.address}/ARM/KAZ")
    path = page.locator(f"a[href^='/{kind}/']").first.get_attribute("href")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site.address}{path}")
        page.locator("main details").evaluate_all("them => them.forEach(one => one.open = true)")
        assert not is_wide(page), width
    assert serious(page) == []


def test_a_matter_is_reached_from_the_relation_and_leads_to_the_words(page: Page, site: Served) -> None:
    page.goto(f"{site.address}/ARM/KAZ")
    page.locator("#timeline ~ ol a.to").first.click()
    assert "/matters/" in page.url
    page.locator("#findings + ol a").first.click()
    assert "/reports/" in page.url
    assert page.locator("span:target + mark").is_visible()


def test_a_filter_stands_in_the_address_and_the_back_button_takes_it_back(page: Page, site: Served) -> None:
    page.goto(f"{site.address}/ARM/KAZ")
    everything = page.locator(".timeline li").count()
    page.get_by_role("checkbox", name="agreements").check()
    page.get_by_role("button", name="Show these").click()
    assert "kind=agreement" in page.url
    assert 0 < page.locator(".timeline li").count() < everything
    page.go_back()
    assert page.locator(".timeline li").count() == everything


def test_the_first_page_is_small_and_nothing_comes_from_elsewhere(page: Page, site: Served) -> None:
    sizes: list[int] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(site.address, wait_until="networkidle")
    assert all(url.startswith(site.address) for url in asked)
    assert 0 < sum(sizes) < 300_000


def test_findings_are_reviewed_by_keyboard_alone(page: Page, wild: Served) -> None:
    page.goto(f"{wild.address}/judge?word={wild.word}")
    page.locator("input:focus").wait_for()
    page.keyboard.type("Ana Beridze")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")
    first = left(page)
    page.locator("button:focus").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?skip=0")
    assert left(page) == first - 1
    page.locator("button:focus").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.type("Nobody said so")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert left(page) < first - 1


def left(page: Page) -> int:
    """How many findings are said to be left."""
    return int((page.locator("main .lead").inner_text()).split()[0].replace(",", ""))


def test_words_of_hostile_reports_do_nothing_and_break_no_page(page: Page, wild: Served) -> None:
    paths = ["/", "/ARM/GEO", "/search?q=ministers", "/promises", "/conflicts", "/review"]
    page.goto(f"{wild.address}/ARM/GEO")
    links = page.locator("#sources + ol a[href^='/reports/']").evaluate_all("them => them.map(one => one.pathname)")
    assert len(links) == 50
    paths += page.locator("a[href^='/matters/'], a[href^='/people/']").evaluate_all(
        "them => [...new Set(them.map(one => one.pathname))].slice(0, 20)"
    )
    for width in WIDTHS[:2]:
        page.set_viewport_size({"width": width, "height": 900})
        for path in [*paths, *(links if width == WIDTHS[0] else links[:5])]:
            page.goto(wild.address + path)
            assert not is_wide(page), (width, path)
            assert not page.evaluate("'ran' in window"), path
            assert page.locator("script, iframe, object, svg, img, [onload], [onerror]").count() == 0, path
            assert page.locator("a[href^='javascript' i], a[href^='data' i]").count() == 0, path
