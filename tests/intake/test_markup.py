import time

import pytest

from comity.errors import NestedTooDeep, TooLarge, UnsafeMarkup
from comity.intake.markup import DEEPEST, MOST_ATTRIBUTES, require_harmless


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


def crowded(count: int) -> str:
    return " ".join(f"a{at}=1" for at in range(count))


@pytest.mark.parametrize(
    "page",
    [
        f"<p {crowded(200_000)}>",
        f"<P/{crowded(MOST_ATTRIBUTES + 1)}",
        f"<script {crowded(1_000)}></script>",
        "<p " + "".join(f'a{at}=">"' for at in range(1_000)) + ">",
        f"<p a='<b>' ' {crowded(1_000)}>",
        f"<p title='<!--'><script> ' </script><p {crowded(1_000)}>",
    ],
    ids=["many", "unclosed", "script", "ends in values", "a stray quote", "a comment in a value"],
)
def test_a_tag_with_more_attributes_than_any_has_is_refused_within_a_second(page: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(UnsafeMarkup, match="200 attributes"):
        require_harmless(page)
    assert time.perf_counter() - begun < 1


def test_more_attributes_than_a_page_has_are_refused() -> None:
    with pytest.raises(TooLarge, match="500,000 attributes"):
        require_harmless(f"<p {crowded(MOST_ATTRIBUTES)}>a" * 2_501)


@pytest.mark.parametrize(
    "page",
    [
        f"<p {crowded(MOST_ATTRIBUTES)}>a = b",
        f"<img src='data:image/png;base64,{'A' * 5_000_000}'>",
        f"<div data-state='{crowded(10_000)}'>",
        f"<script>if (a <b) {{ {crowded(1_000)} }}</script>",
        f"<!-- <p {crowded(1_000)}> --><p>{crowded(1_000)}</p>",
        "<p " + " " * 5_000_000,
    ],
    ids=["many", "a picture", "a long value", "a script", "a comment", "blanks"],
)
def test_long_values_and_texts_are_no_attributes(page: str) -> None:
    begun = time.perf_counter()
    require_harmless(page)
    assert time.perf_counter() - begun < 1
