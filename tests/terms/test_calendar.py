from comity import terms
from comity.terms.calendar import Calendar

TABLE = terms.load().table(Calendar)


def test_the_year_has_twelve_months_and_the_week_seven_days() -> None:
    assert set(TABLE.months.values()) == set(range(1, 13))
    assert set(TABLE.weekdays.values()) == set(range(7))


def test_steps_lead_one_back_or_one_on() -> None:
    assert set(TABLE.steps.values()) == {-1, 0, 1}
