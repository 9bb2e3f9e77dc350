import pytest

from comity.intake.pdf_paragraphs import SOFT_HYPHEN, Line, paragraphs

FULL = 500.0


def line(text: str, base: float, **told: float) -> Line:
    made = {"page": 0, "left": 72.0, "right": FULL, "size": 12.0} | told
    return Line(int(made["page"]), made["left"], made["right"], base, made["size"], text)


def running(*texts: str, top: float = 700) -> list[Line]:
    return [line(text, top - 14 * at) for at, text in enumerate(texts)]


BODY = running("The two ministers met on Monday and", "spoke of trade between their countries", top=700)


@pytest.mark.parametrize(
    ("after", "is_apart"),
    [
        (line("and of roads.", 672), False),
        (line("They agreed.", 650), True),
        (line("Next steps", 672, size=16), True),
        (line("and of roads.", 700, page=1), False),
        (line("and of roads.", 700, left=320, right=FULL + 248), False),
    ],
    ids=["next line", "gap", "heading", "next page", "next column"],
)
def test_where_a_paragraph_ends(after: Line, is_apart: bool) -> None:
    assert len(list(paragraphs([*BODY, after]))) == 1 + is_apart


ENDED = running("The two ministers met on Monday in the", "capital and spoke of trade and of roads.", top=700)


@pytest.mark.parametrize(
    ("after", "is_apart"),
    [
        (line("They agreed on it.", 672), False),
        (line("They agreed on it.", 672, left=90), True),
        (line("They agreed on it.", 700, page=1), True),
        (line("• They agreed on it.", 672), True),
    ],
    ids=["next line", "indent", "next page", "bullet"],
)
def test_where_a_paragraph_ends_after_a_sentence(after: Line, is_apart: bool) -> None:
    assert len(list(paragraphs([*ENDED, after]))) == 1 + is_apart


def test_a_short_line_that_ends_its_sentence_ends_the_paragraph() -> None:
    short = [
        line("The two ministers met on Monday in", 700),
        line("Nairobi.", 686, right=120),
        line("They agreed.", 672),
    ]
    assert list(paragraphs(short)) == ["The two ministers met on Monday in Nairobi.", "They agreed."]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (f"coop{SOFT_HYPHEN}", "eration", "cooperation"),
        ("coop-", "eration", "cooperation"),
        ("self-", "governing", "self-governing"),
        ("Malaba-", "Busia", "Malaba-Busia"),
        ("north-", "west", "north-west"),
        ("met in", "Nairobi", "met in Nairobi"),
    ],
)
def test_word_division_is_undone_and_real_hyphens_stay(first: str, second: str, joined: str) -> None:
    lines = running("In the north-west they said that", first, second)
    assert next(paragraphs(lines)).endswith(joined)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    told = ["They met.", "They spoke.", "They agreed."]
    pages = [
        [
            line("Ministry of Transport", 780, page=at),
            line(f"Page {at + 1} of 3", 30, page=at),
            line(text, 500, page=at),
        ]
        for at, text in enumerate(told)
    ]
    assert list(paragraphs([line for page in pages for line in page])) == told


def test_a_number_amid_the_page_stays() -> None:
    assert list(paragraphs([line("Firms:", 700), line("435", 650), line("in all.", 600)])) == [
        "Firms:",
        "435",
        "in all.",
    ]


def test_nothing_comes_of_no_lines() -> None:
    assert list(paragraphs([])) == []
