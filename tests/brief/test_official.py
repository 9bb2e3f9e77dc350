from comity.brief.official import official
from comity.statistics.mirror import table
from tests.statistics.checking.made import observations

NAMES = {"BRA": "Brazil", "ARG": "Argentina"}


def test_what_both_sides_count_of_the_latest_years_is_noted_to_its_release() -> None:
    told = official(table(observations(), ("ARG", "BRA")), NAMES)
    leads = [one.lead for one in told.paragraphs]
    assert leads[:2] == [
        "Official statistics, Argentina to Brazil in 2023:",
        "Official statistics, Brazil to Argentina in 2023:",
    ]
    first = told.paragraphs[0]
    assert [one.text for one in first.clauses] == [
        "Argentina counts exports of USD 880 million;",
        "Brazil counts imports of USD 820 million.",
    ]
    assert first.clauses[0].notes[0].words == ("2023, exports, Brazil: 880,000,000 USD",)


def test_every_note_names_a_source() -> None:
    told = official(table(observations(), ("ARG", "BRA")), NAMES)
    noted = {note.report for one in told.paragraphs for clause in one.clauses for note in clause.notes}
    assert noted <= {one.report for one in told.sources}


def test_turnover_by_year_goes_into_the_chart() -> None:
    told = official(table(observations(), ("ARG", "BRA")), NAMES)
    points = {(point.year, point.by): point.value for _, _, point in told.points}
    assert points[2023, "Brazil"] == 1820e6
    assert points[2022, "Argentina"] == 1700e6


def test_without_series_there_is_nothing() -> None:
    assert official([], NAMES).paragraphs == ()
