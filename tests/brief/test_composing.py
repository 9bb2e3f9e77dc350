"""A dossier as a brief: complete sentences, each on the words of reports, told for one side."""

import pytest
from pydantic import ValidationError

from comity.brief import Official, compose
from comity.brief.model import Clause, Note, Paragraph, Point, Source
from tests.brief.made import MADE, account, brief, section
from tests.dossier.made import EMPTY, TEXT, page


def test_the_brief_is_for_the_side_named_first() -> None:
    ours, theirs = brief("KAZ"), brief("ARM")
    assert (ours.title, theirs.title) == ("Kazakhstan: relations with Armenia", "Armenia: relations with Kazakhstan")
    assert "to lend a train" in section(ours, "By us, Kazakhstan")
    assert "to lend a train" in section(theirs, "By them, Kazakhstan")
    assert ours.sources == theirs.sources


def test_a_brief_for_a_third_is_refused() -> None:
    with pytest.raises(ValueError, match="GEO is none of"):
        compose(page(EMPTY), "GEO", MADE)


def test_every_clause_is_noted_with_words_of_a_report_that_is_listed() -> None:
    made = brief()
    clauses = list(made.clauses())
    assert len(clauses) > 15
    listed = {one.report for one in made.sources}
    for note in (note for clause in clauses for note in clause.notes):
        assert note.report in listed
        assert all(words in TEXT or words == "Grain came" for words in note.words)


def test_a_clause_without_a_note_cannot_be_made() -> None:
    with pytest.raises(ValidationError):
        Clause(text="They met.", notes=())


def test_encounters_are_told_from_the_last_and_with_what_is_planned() -> None:
    told = section(brief(), "Last and next encounters")
    assert told.startswith("The last encounter told was the visit of Aslan Bekov to Kazakhstan on 8 February 2024.")
    assert "Planned next is the talks of Armenia and Kazakhstan in September 2024." in told


def test_an_agreement_is_told_with_its_stages_and_years() -> None:
    told = section(brief(), "Agreements and what became of them")
    assert told == "Treaty on Water. Signed, as told on 1 January 2024. It covers 2024 to 2030."


def test_trade_is_told_as_each_side_counts_it_ours_first() -> None:
    assert section(brief("KAZ"), "Trade and other figures") == (
        "Trade in 2023: Kazakhstan counts USD 53 million; Armenia counts USD 100 million; "
        "an unnamed count gives USD 54 million."
    )
    assert "Trade in 2023: Armenia counts USD 100 million;" in section(brief("ARM"), "Trade and other figures")


def test_promises_are_told_by_whom_they_were_made_with_what_became_of_them() -> None:
    made = brief()
    assert section(made, "By them, Armenia") == (
        "Armenia promised: “to build a bridge”, due by 31 March 2024; "
        "it is overdue, and no report tells what became of it."
    )
    assert "Kazakhstan promised: “to send grain”. It was kept." in section(made, "By us, Kazakhstan")
    kept = next(clause for clause in made.clauses() if clause.text == "It was kept.")
    assert made.note(kept) == f"Coast Post, 1 May 2024 [{made.numbers['later']}]: “Grain came”."


def test_an_outcome_without_its_words_is_not_told() -> None:
    made = compose(page(account()), "KAZ", MADE)
    assert section(made, "By us, Kazakhstan").endswith("Kazakhstan promised: “to send grain”.")


def test_points_come_only_from_what_is_open_contradicts_or_is_planned() -> None:
    told = section(brief(), "Suggested points to raise")
    assert "Ask what has become of “to build a bridge”, promised by Armenia and due by 31 March 2024." in told
    assert "Be ready to say how “to lend a train”, promised by Kazakhstan, stands." in told
    assert "Settle what is to come of the talks of Armenia and Kazakhstan, planned in September 2024." in told
    assert "grain" not in told


def test_figures_of_a_year_go_into_a_chart_claim_by_claim() -> None:
    (chart,) = (chart for one in brief().sections for chart in one.charts)
    assert chart.title == "Trade by year, USD"
    assert [(one.year, one.value, one.by) for one in chart.points] == [
        (2023, 100e6, "Armenia"), (2023, 53e6, "Kazakhstan"), (2023, 54e6, "not said whose count"),
    ]  # fmt: skip
    assert "2023: USD 100 million (Armenia)" in chart.description


def test_official_statistics_stand_in_trade_with_their_source() -> None:
    table = Source(report="tables/1", day="2024-03-01", outlet="Bureau of Statistics", title="Trade by partner")
    note = Note(report="tables/1", outlet="Bureau of Statistics", day="2024-03-01", words=("2023 55,000,000",))
    clause = Clause(text="Official statistics have USD 55 million for 2023.", notes=(note,))
    point = Point(year=2023, value=55e6, by="Bureau of Statistics", official=True)
    official = Official(paragraphs=(Paragraph(clauses=(clause,)),), points=(("trade", "USD", point),), sources=(table,))
    made = brief(official=official)
    assert section(made, "Trade and other figures").endswith(clause.text)
    assert made.sources[-1] == table
    (chart,) = (chart for one in made.sections for chart in one.charts)
    assert point in chart.points


def test_where_the_record_holds_nothing_the_brief_says_so_and_notes_nothing() -> None:
    made = compose(page(EMPTY), "KAZ", MADE)
    assert list(made.clauses()) == []
    remarks = " ".join(remark for one in made.sections for remark in one.remarks)
    assert "The record holds nothing yet that Armenia and Kazakhstan share." in remarks
    assert "The record holds no open promise, contradiction or plan to raise." in remarks
