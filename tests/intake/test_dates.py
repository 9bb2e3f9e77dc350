import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BadDate
from comity.intake.dates import day


@given(st.dates())
def test_a_day_is_kept(when: datetime.date) -> None:
    assert day(when.isoformat()) == when.isoformat()


@given(st.datetimes(timezones=st.timezones()))
def test_the_day_of_a_time_stamp_is_the_one_written(when: datetime.datetime) -> None:
    when = when.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=5)))
    assert day(when.isoformat()) == when.date().isoformat()


@pytest.mark.parametrize("told", ["2024-03-18T21:30Z", "2024-03-18 21:30:05.5+0500", "2024-03-18T21", " 2024-03-18 "])
def test_common_time_stamps_are_read(told: str) -> None:
    assert day(told) == "2024-03-18"


@pytest.mark.parametrize("told", ["", "18.03.2024", "2024-3-8", "2024-02-30", "2024", "yesterday", "2024-03-18x"])
def test_what_is_no_date_is_refused(told: str) -> None:
    with pytest.raises(BadDate):
        day(told)
