"""Texts made to break the reader are read, and what is found can be written and read again."""

import pytest

import comity
from comity.findings import Reading

START = "Foreign Minister of Armenia Ararat Mirzoyan met Iran's minister in Yerevan. "
HOSTILE = {
    "a percentage of 400 digits": "Trade between Armenia and Iran grew by "
    + "9" * 400
    + " percent to $5 million in 2023.",
    "an amount of 5,000 digits": "Trade between Armenia and Iran reached $" + "9" * 5000 + " in 2023.",
    "scales upon scales": "Trade between Armenia and Iran reached one " + "million " * 60 + "dollars.",
    "an anniversary of 5,000 digits": "They marked the " + "1" * 5000 + "th anniversary of relations this year.",
    "marks that never close": "“" * 500 + "We met" + "(" * 500,
    "turned writing": "\u202eThe ministers signed\u202c an agreement on trade with Iran.",
    "half surrogate-like and astral": "The ministers of 𝔸rmenia and Iran 🇦🇲🇮🇷 signed an agreement.",
    "lone carriage returns": "Trade\rbetween Armenia and Iran\u2028reached\x0b$5 million\x0cin 2023.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_gives_a_reading_that_survives_writing(text: str) -> None:
    reading = comity.read(START + text, published="2024-03-19")
    assert Reading.model_validate_json(reading.model_dump_json(by_alias=True)) == reading
