import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.intake.stamps import stamped_day

DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


def of_line(line: str) -> str | None:
    return stamped_day(line, [(0, len(line))])


@given(DATES, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%A, %b. %d, %Y"]))
def test_a_date_that_reads_one_way_is_read(when: datetime.date, form: str) -> None:
    assert of_line(f"Published: {when.strftime(form)}, 14:05") == when.isoformat()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 6/21/2023", "2023-06-21"),
        ("28/07/2013, 22:47 CEST", "2013-07-28"),
        ("07/07/2013", "2013-07-07"),
        ("06/07/2023", None),
        ("31/31/2023", None),
        ("April 31, 2024", None),
        ("© 2024 Nile Courier", None),
        ("(END)", None),
    ],
)
def test_a_date_that_reads_two_ways_or_none_is_left(line: str, day: str | None) -> None:
    assert of_line(line) == day


def test_only_lines_that_are_no_part_of_the_report_count() -> None:
    assert stamped_day("They met on 3 May 1999.\n18 March 2024", [(24, 37)]) == "2024-03-18"
