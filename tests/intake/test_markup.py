import time

import pytest

from comity.errors import NestedTooDeep, TooLarge, UnsafeMarkup
from comity.intake.markup import DEEPEST, require_harmless


@pytest.mark.parametrize("tag", ["div", "b", "table", "DIV class=x"])
def test_two_hundred_thousand_nested_tags_are_refused_within_a_second(tag: str) -> None:
    page, begun = f"<{tag}>" * 200_000, time.perf_counter()
    with pytest.raises(NestedTooDeep):
        require_harmless(page)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * DEEPEST + "</div>" * DEEPEST,
        "<p>unclosed" * 10_000,
        "<ul>" + "<li>a" * 10_000,
        "<br>" * 10_000,
        "<div></div>" * 5_000,
        "<script>" + "'<div>'+" * 1_000 + "</script>",
        "<!-- " + "<div>" * 1_000 + " -->",
        "</div>" * 1_000 + "<div>" * DEEPEST,
        "a < b and 5 <6",
    ],
)
def test_what_pages_for_people_hold_passes(page: str) -> None:
    require_harmless(page)


@pytest.mark.parametrize("page", ["<!-- " * 1_000_000, "<script>" * 500_000, "<" * 5_000_000, "<p>a" * 50_000])
def test_more_tags_than_a_page_has_are_refused_quickly(page: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(TooLarge):
        require_harmless(page)
    assert time.perf_counter() - begun < 3


def test_declared_entities_are_refused() -> None:
    with pytest.raises(UnsafeMarkup):
        require_harmless('<!DOCTYPE html [<!ENTITY a "b">]><html><p>&a;</p>')
