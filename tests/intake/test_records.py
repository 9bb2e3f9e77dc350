import json
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadRecord, Refused, TooLarge
from comity.intake.given import Draft, Given, Skipped
from comity.intake.records import drafts, drafts_of_lines, is_line_of_json, numbered_lines
from comity.settings import Settings

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


def of_file(content: str) -> list[Draft | Skipped]:
    return list(drafts(Given("a.json", content.encode()), Settings()))


def of_lines(content: bytes, max_bytes: int = 1_000_000) -> list[Draft | Skipped]:
    return list(drafts_of_lines("a.jsonl", BytesIO(content), Settings(max_bytes=max_bytes)))


def told(item: Draft | Skipped) -> str:
    return item.refusal.detail if isinstance(item, Skipped) else item.text


@given(st.lists(TEXTS))
def test_a_list_keeps_texts_character_for_character(texts: list[str]) -> None:
    assert [told(draft) for draft in of_file(json.dumps([{"text": text} for text in texts]))] == texts


@given(st.lists(TEXTS))
def test_lines_keep_texts_character_for_character(texts: list[str]) -> None:
    content = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    assert [told(draft) for draft in of_lines(content.encode())] == texts


def test_all_keys_are_read_and_others_left_alone() -> None:
    keys = {key: key.upper() for key in ("id", "url", "outlet", "author", "published", "title", "text")}
    assert of_file(json.dumps(keys | {"topics": ["trade"], "kind": 3})) == [Draft(**keys, line=1, declared=True)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ('{"txt": "a"}', "Line 2: the key 'text' is missing"),
        ('{"Text": "a"}', "is it 'Text'?"),
        ('{"txt": "a"}', "is it 'txt'?"),
        ('{"title": "a", "full_text": "b"}', "is it 'full_text'?"),
        ('{"title": "a"}', "Line 2: the key 'text' is missing."),
        ('{"text": null}', "Line 2: the key 'text' holds null, not a string."),
        ('{"text": 5}', "Line 2: the key 'text' holds a number, not a string"),
        ('{"text": "a", "published": 20240318}', "the key 'published' holds a number"),
        ('{"text": "a", "outlet": ["b"]}', "the key 'outlet' holds a list"),
        ('["text"]', "Line 2 holds a list, not an object"),
        ('{"text": "a"', "Line 2 is no JSON"),
        ("hello", "Line 2 is no JSON"),
        ('{"text": "a \\ud800"}', "half a character"),
        ('{"text": "a \\u0000"}', "NUL"),
        ("[" * 100_000, "too deep"),
        ('{"text": ' + "1" * 5000 + "}", "Line 2"),
    ],
)
def test_a_line_that_is_no_report_is_told_and_the_others_read(line: str, detail: str) -> None:
    first, bad, last = of_lines(f'{{"text": "one"}}\n{line}\n{{"text": "three"}}\n'.encode())
    assert (told(first), told(last)) == ("one", "three")
    assert isinstance(bad, Skipped)
    assert isinstance(bad.refusal, BadRecord)
    assert bad.line == 2
    assert detail in bad.refusal.detail


def test_a_line_of_broken_utf8_does_not_stop_the_others() -> None:
    bad, good = of_lines(b'{"text": "caf\xe9"}\n{"text": "b"}')
    assert isinstance(bad, Skipped)
    assert bad.refusal.name == "bad_encoding"
    assert told(good) == "b"


def test_an_overlong_line_is_passed_over_unread() -> None:
    bad, good = of_lines(b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "b"}\n', max_bytes=100)
    assert isinstance(bad, Skipped)
    assert isinstance(bad.refusal, TooLarge)
    assert told(good) == "b"


def test_blank_lines_and_a_byte_order_mark_are_no_records() -> None:
    assert [draft.line for draft in of_lines(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n  \n{"text": "b"}')] == [1, 4]


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        ('[{"text": "a"},\n{"text": }]', "Line 2 is no JSON"),
        ('[{"text": "a"}\n\n{"text": "b"}]', "Line 3 is no JSON: a comma"),
        ('[{"text": "a"}', "a comma or the end"),
        ('{"text": "a"}\n{"text": "b"}', "Line 2: more follows"),
        ('[{"text": "a"},\n]', "Line 1 is no JSON: a comma stands before the end"),
        ('[{"text": "a"}]\n\nrubbish', "Line 3: more follows the list"),
        ('[{"text": "a"}][]', "Line 1: more follows the list"),
        ("[]]", "Line 1: more follows the list"),
        ("[" * 100_000, "too deep"),
        ("tru", "Line 1 is no JSON"),
    ],
)
def test_where_a_json_file_breaks_is_told(content: str, detail: str) -> None:
    with pytest.raises(BadRecord) as refused:
        of_file(content)
    assert detail in refused.value.detail


def test_a_list_tells_the_line_of_each_object() -> None:
    found = of_file('[\n{"text": "a"},\n\n{"no": 1}, {"text": "b"}\n]')
    assert [item.line for item in found] == [2, 4, 4]
    assert isinstance(found[1], Skipped)


@pytest.mark.parametrize("broken", [', {"text"', ",]", "] rubbish"])
def test_reports_before_the_break_of_a_list_are_read(broken: str) -> None:
    reading = drafts(Given("a.json", f'[{{"text": "a"}}{broken}'.encode()), Settings())
    assert told(next(reading)) == "a"
    with pytest.raises(Refused):
        next(reading)


@given(st.lists(st.binary(min_size=1, max_size=20)))
def test_lines_are_numbered_as_an_editor_does(parts: list[bytes]) -> None:
    numbers = [number for number, _ in numbered_lines(BytesIO(b"\n".join(parts)), 1000)]
    assert all(one < other for one, other in pairwise(numbers))
    assert max(numbers, default=0) <= b"\n".join(parts).count(b"\n") + 1


@pytest.mark.parametrize(
    ("line", "is_one"),
    [(b'{"text": "a"}\n', True), (b'\xef\xbb\xbf {"a": 1}', True), (b"{\n", False), (b"[1]", False), (b"a", False)],
)
def test_a_whole_object_on_a_line_is_a_line_of_json(line: bytes, is_one: bool) -> None:
    assert is_line_of_json(line) == is_one


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_lines_of_another_encoding_are_refused_once(encoding: str) -> None:
    (bad,) = of_lines('{"text": "a"}\n{"text": "b"}\n'.encode(encoding))
    assert isinstance(bad, Skipped)
    assert (bad.line, bad.refusal.name) == (None, "bad_encoding")
    assert f"these are {encoding.upper()}" in bad.refusal.detail
