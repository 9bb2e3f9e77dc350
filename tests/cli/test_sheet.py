import pytest

from comity.cli.sheet import Sheet


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def test_piped_it_is_plain() -> None:
    sheet = Sheet(styled=False)
    sheet.title("Armenia", "today")
    sheet.heading("Timeline", 3)
    sheet.row("2024", "a visit", ["held", None], "red")
    assert "\x1b" not in sheet.text
    assert sheet.text.splitlines()[0] == f"Armenia{'today':>53}"


def test_on_a_terminal_it_has_quiet_styles() -> None:
    sheet = Sheet(styled=True)
    sheet.heading("Timeline")
    assert "\x1b[1;36mTimeline" in sheet.text


def test_no_line_is_wider_than_the_terminal() -> None:
    sheet = Sheet(styled=False)
    sheet.title("title " * 20, "m0123456789abcdef")
    sheet.row("a long left column", "word " * 60, ["note " * 8, "another note", "x" * 70])
    sheet.words("words " * 40)
    sheet.sentence("sentence " * 40)
    assert max(map(len, sheet.text.splitlines())) <= 60


def test_a_short_note_is_not_broken() -> None:
    sheet = Sheet(styled=False)
    sheet.notes(["a note of twenty letters", "another of them", "kaz-arm-06~fe313c02"])
    assert "another of them" in sheet.text
    assert "kaz-arm-06~fe313c02" in sheet.text


def test_what_reports_hold_cannot_steer_the_terminal() -> None:
    sheet = Sheet(styled=False)
    sheet.row("\x1b[31m", "\x1b]0;title\x07", ["\u202e"])
    sheet.marked("a\x1bb", [(0, 1)])
    assert not {"\x1b", "\x07", "\u202e"} & set(sheet.text)


@pytest.mark.parametrize(("styled", "shown"), [(False, "the [bridge] was"), (True, "\x1b[1mbridge")])
def test_marks_are_brackets_or_bold(styled: bool, shown: str) -> None:
    sheet = Sheet(styled)
    sheet.marked("the bridge was opened", [(4, 10)])
    assert shown in sheet.text
