from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comity.findings import Report
from comity.reconcile.follow.sentences import sentences

from .promising import passages


def split(text: str, skipped: tuple[tuple[int, int], ...] = ()) -> list[str]:
    report = Report(id="r", text=text, skipped=skipped)
    return [text[slice(*span)] for span in sentences(report)]


def test_sentences_end_at_marks_and_blank_lines() -> None:
    assert split("It rained. \"Stop!\" he said.\n\nA heading\n\nIs it so? Yes") == [
        "It rained.", "\"Stop!\" he said.", "A heading", "Is it so?", "Yes",
    ]  # fmt: skip


def test_titles_initials_and_numbers_end_no_sentence() -> None:
    assert len(split("Mr. Okello met Gen. J. Quispe of the U.S. Army about 2.5 tonnes.")) == 1


def test_skipped_lines_are_left_out() -> None:
    assert split("Share this\n\nIt rained.", ((0, 10),)) == ["It rained."]


@given(st.text(alphabet="aB. !?\n\"'", max_size=60))
def test_sentences_are_in_order_and_hold_every_letter(text: str) -> None:
    spans = list(sentences(Report(id="r", text=text)))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())


def test_only_sentences_with_an_outcome_are_passages() -> None:
    text = "It rained in Lima. The seeds promised in March have been delivered. Peru will send more."
    (found,) = passages(text, "2021-09-01")
    assert (found.text, found.outcome) == ("The seeds promised in March have been delivered.", "kept")
    assert text[slice(*found.span)] == found.text


def test_a_sentence_that_names_none_is_of_the_two_that_the_report_names_most() -> None:
    text = "Kenya and Peru met. Peru's guests saw Kenya and Brazil. The seeds have been delivered."
    (found,) = passages(text, "2021-09-01", ("BRA", "KEN", "PER"))
    assert found.parties == ("KEN", "PER")


def test_a_sentence_that_names_two_states_is_theirs_and_else_its_reports() -> None:
    (own,) = passages("Chile has delivered the seeds to Bolivia.", "2021-09-01")
    (other,) = passages("Chile has delivered the seeds.", "2021-09-01")
    assert (own.parties, other.parties) == (("BOL", "CHL"), ("CHL", "KEN", "PER"))
