import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reconcile.copies import are_copies, bands, likeness, signature

CASES = Path(__file__).parents[1] / "cases" / "dev"
TEXTS = {path.stem: json.loads(path.read_text())["text"] for path in sorted(CASES.glob("*.json"))}
LONG = {name: text for name, text in TEXTS.items() if len(text.split()) > 100 and text.count("\n\n") > 2}

NOTE = """STATISTICAL NOTE {number}/2024

1. Goods worth {sold} million dollars were sold to the neighbour in {month}, which is {growth} per cent more than
in the same month of the year before.

2. Goods worth {bought} million dollars came from there. The figures are those of the customs service and do not
hold electricity, services or the goods that merely pass through the country on their way to somewhere else.

3. The note for the month that follows will be published on the usual day and at the usual place; questions
are answered by the press office of the service on working days before noon."""
MAY = NOTE.format(number=5, sold="53.1", month="May", growth="12", bought="18.4")


@pytest.mark.parametrize("name", LONG)
def test_a_text_under_another_dateline_and_without_its_end_is_a_copy(name: str) -> None:
    text = LONG[name]
    cut = text.rpartition("\n\n")[0]
    for copy in (f"ASTANA, 19 March 2024 (Steppe Mirror) -- {text}", cut, f"Our desk, 3 May.\n\n{cut}"):
        assert are_copies(signature(text), signature(copy))
        assert set(bands(signature(text))) & set(bands(signature(copy)))


def test_reports_in_words_of_their_own_are_no_copies() -> None:
    kept = [signature(text) for text in TEXTS.values()]
    assert not any(are_copies(a, b) or set(bands(a)) & set(bands(b)) for a, b in combinations(kept, 2))


@pytest.mark.parametrize(
    "changed",
    [
        {"number": 6, "sold": "55.0", "month": "June", "growth": "9", "bought": "18.1"},
        {"number": 5, "sold": "53.2", "month": "May", "growth": "12", "bought": "18.4"},
        {"number": 5, "sold": "53.1", "month": "May", "growth": "12", "bought": "1,840"},
    ],
)
def test_a_note_with_other_numbers_is_no_copy(changed: dict[str, object]) -> None:
    assert likeness(signature(MAY), signature(NOTE.format(**changed))) > 0.7
    assert not are_copies(signature(MAY), signature(NOTE.format(**changed)))


def test_case_quotes_spacing_and_thousands_make_no_copy_another_text() -> None:
    one = "The minister’s \u201cfirst\u201d offer\u00a0was 1,000 tonnes; he\u00ad told it."
    other = 'THE MINISTER\'S\n"first" offer was 1000 tonnes he told it'
    assert signature(one) == signature(other)


def test_lines_that_are_no_part_of_the_report_make_no_difference() -> None:
    head = "Published: 18 March 2024, 10:05 | 3 comments | Share\n\n"
    assert signature(head + MAY, [(0, len(head))]) == signature(MAY)
    assert signature(MAY + head, [(len(MAY), len(MAY + head))]) == signature(MAY)


def test_a_few_words_are_a_copy_of_the_same_words_alone() -> None:
    told = "The two foreign ministers met in Nairobi on Friday and spoke about tea, coffee and palm oil."
    assert are_copies(signature(told), signature(told.upper()))
    assert not are_copies(signature(told), signature(told.replace("Friday", "Monday")))


def test_what_quotes_a_short_text_whole_is_no_copy_of_it() -> None:
    one, other = LONG["C-03-ecology-commission"], LONG["C-21-embassy-thirty-years"]
    both = f"{one}\n\n{other}\n\n{LONG['C-23-dutar-maker']}"
    assert likeness(signature(one), signature(both)) > 0.8
    assert not are_copies(signature(one), signature(both))


@given(st.text(min_size=1))
def test_every_text_has_a_signature_of_one_size_and_is_like_itself(text: str) -> None:
    kept = signature(text)
    assert len(kept) == 4 + 128 * 4 + 2 * 128
    assert likeness(kept, kept) == 1
    assert len(set(bands(kept))) == 32


def test_a_signature_of_years_ago_is_that_of_today() -> None:
    assert signature("The minister arrived in Nairobi on Friday.").hex()[:24] == "00000003344bfcdd5edaad11"
