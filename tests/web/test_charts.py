from comity.dossier.page import Entry
from comity.terms import load
from comity.terms.plover import Plover
from comity.web.charts import HEIGHT, Bars, events_by_year


def event(type: str, date: str | None) -> Entry:
    return Entry(
        matter="m", kind="event", type=type, title="", status=None, standing=None, countries=("ARM", "KAZ"), date=date,
        when="", first_told="2024-01-01", sources=1, evidence=(),
    )  # fmt: skip


def drawn(*told: tuple[str, str | None]) -> Bars | None:
    return events_by_year([event(*one) for one in told], load(None).table(Plover))


def test_cooperation_stands_above_the_line_and_conflict_below() -> None:
    made = drawn(("CONSULT", "2021-05-01"), ("AID", "2021"), ("REQUEST", "2023-02"), ("ASSAULT", "2023-03-04"))
    assert made
    assert made.years == ("2021", "2022", "2023")
    above = [one for one in made.bars if one.y + one.height <= made.line + 1e-9]
    assert {one.quad for one in above} == {"verbal cooperation", "material cooperation"}
    below = {one.quad for one in made.bars if one.y >= made.line}
    assert below == {one.quad for one in made.bars} - {one.quad for one in above}


def test_heights_are_in_proportion_and_fill_the_drawing() -> None:
    made = drawn(("CONSULT", "2021"), ("CONSULT", "2022"), ("CONSULT", "2022-01"), ("ASSAULT", "2022-02"))
    assert made
    once, twice, conflict = (one.height for one in made.bars)
    assert twice == 2 * once == 2 * conflict
    assert twice + conflict == HEIGHT


def test_one_year_or_no_dates_make_no_chart() -> None:
    assert drawn(("CONSULT", "2021"), ("AID", "2021-03")) is None
    assert drawn(("CONSULT", None)) is None
