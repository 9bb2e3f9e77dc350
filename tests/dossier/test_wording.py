import pytest

from comity.dossier import wording
from comity.findings import Change, Figure, Report


@pytest.mark.parametrize(
    ("moment", "words"), [("2024-04-05", "5 April 2024"), ("2024-12", "December 2024"), ("2024", "2024"), (None, "")]
)
def test_dates_are_as_exact_as_told(moment: str | None, words: str) -> None:
    assert wording.when(moment) == words


UP = Change(value=23.1, unit="percent", direction="up")
AMOUNTS = [
    ({"value": 53100000, "unit": "USD", "bound": "over"}, "over USD 53.1 million"),
    ({"value": 435, "unit": "count", "bound": "exact"}, "435"),
    ({"value": 12.5, "unit": "tonnes", "bound": "about"}, "about 12.5 tonnes"),
    ({"value": None, "unit": None, "bound": "exact", "change": UP}, "up 23.1 percent"),
    ({"value": 2e9, "unit": "KZT", "bound": "under", "change": Change(value=2, unit="times", direction="down")},
     "under KZT 2 billion, down 2 times"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), AMOUNTS, ids=[words for _, words in AMOUNTS])
def test_amounts_read_as_people_write_them(fields: dict[str, object], words: str) -> None:
    figure = Figure.found(
        Report(id="r", text="53"), [(0, 2)], "s", 1, measure="trade", countries=("ARM", "KAZ"), **fields
    )
    assert wording.amount(figure) == words


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_things_stand_in_a_row(parts: list[str], words: str) -> None:
    assert wording.listed(parts) == words


def test_codes_are_named_where_the_name_is_known() -> None:
    assert wording.named("visit to ARM, NATO, XYZ", {"ARM": "Armenia"}) == "visit to Armenia, NATO, XYZ"


def test_long_texts_are_cut_at_a_word() -> None:
    assert wording.clipped("one two three", 9) == "one two…"
    assert wording.counted(1, "thing") == "1 thing"
    assert wording.counted(2, "country", "countries") == "2 countries"
