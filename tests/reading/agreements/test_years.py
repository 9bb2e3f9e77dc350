from collections.abc import Callable
from typing import Any

import pytest

Notes = Callable[..., dict[str, Any]]
LEAD = "The Foreign Ministers of Chile and Norway met in Oslo on Monday. "

YEARS = [
    ("They referred to the treaty of 1998 on the continental shelf.", 1998, None),
    ("They referred to the Agreement on Social Security, signed in March 2015.", 2015, None),
    ("They referred to the Treaty on Strategic Partnership of 2009.", 2009, None),
    ("It rests on a memorandum of understanding dating from 1966.", 1966, None),
    ("A summit followed in June 2021. There they signed a memorandum on ports.", 2021, None),
    ("They signed an action plan for 2024-2027.", 2024, (2024, 2027)),
    ("The agreement on air services dates from 2011.", 2011, None),
    ("They signed a protocol on ports, replacing that of 1981.", 2024, None),
    ("They signed a protocol on the debt, which Chile had reckoned at 3 billion dollars in 2004.", 2024, None),
    ("They marked the 25th anniversary of the Treaty of Friendship.", 1999, None),
    ("We value the Treaty of Friendship, whose 25th anniversary we mark this year, he said.", 1999, None),
]


@pytest.mark.parametrize(("text", "year", "period"), YEARS)
def test_year_of_signature_and_years_covered(
    notes: Notes, text: str, year: int, period: tuple[int, int] | None
) -> None:
    (found,) = notes(LEAD + text, published="2024-05-14")["agreements"]
    assert (found.year, found.period) == (year, period)
