from collections.abc import Callable
from typing import Any

import pytest

from comity.findings import Encounter

Notes = Callable[..., dict[str, Any]]
LEAD = "Latvian Foreign Minister Janis Ozols met his Maltese counterpart, Karl Vella, in Riga on 6 May 2024. "


def read(notes: Notes, text: str) -> tuple[Encounter, ...]:
    found: tuple[Encounter, ...] = notes(text, published="2024-05-07")["encounters"]
    return found


KINDS = [
    ("Latvian Foreign Minister Janis Ozols arrived in Malta on 6 May.", "visit", "held", "MLT"),
    ("Latvian Foreign Minister Janis Ozols will visit Malta in June.", "visit", "planned", "MLT"),
    ("Latvian Foreign Minister Janis Ozols paid a visit to Malta.", "visit", "held", "MLT"),
    ("Latvian President Anna Berzina received Maltese Prime Minister Karl Vella in Riga.", "meeting", "held", "LVA"),
    ("Latvian President Anna Berzina telephoned Maltese Prime Minister Karl Vella.", "call", "held", None),
    ("The Latvian-Maltese commission held its session in Riga.", "talks", "held", "LVA"),
    ("A Latvian-Maltese business forum was opened in Riga.", "forum", "held", "LVA"),
    ("Latvia and Malta held political consultations in Riga.", "talks", "held", "LVA"),
]


@pytest.mark.parametrize(("text", "kind", "status", "host"), KINDS)
def test_kind_status_and_place(notes: Notes, text: str, kind: str, status: str, host: str | None) -> None:
    (found,) = read(notes, text)
    assert (found.kind, found.status, found.host, found.countries) == (kind, status, host, ("LVA", "MLT"))


def test_people_and_date_are_those_told(notes: Notes) -> None:
    (found,) = read(notes, LEAD)
    assert [(p.name, p.country) for p in found.people] == [("Janis Ozols", "LVA"), ("Karl Vella", "MLT")]
    assert (found.date, found.host) == ("2024-05-06", "LVA")


def test_one_encounter_told_twice_is_one(notes: Notes) -> None:
    assert len(read(notes, LEAD + "During the meeting the ministers spoke of trade.")) == 1


def test_a_visit_and_the_meeting_during_it_are_two(notes: Notes) -> None:
    found = read(notes, LEAD + "Vella is on a two-day visit to Latvia.")
    assert sorted(e.kind for e in found) == ["meeting", "visit"]


def test_a_called_off_visit_is_cancelled(notes: Notes) -> None:
    (found,) = read(notes, "Maltese Prime Minister Karl Vella cancelled his visit to Latvia.")
    assert (found.kind, found.status) == ("visit", "cancelled")


@pytest.mark.parametrize(
    "text",
    [
        "The cabinet meeting in Riga lasted two hours.",
        "Latvian exports to Malta met the demand.",
        "Some 9,000 Latvians made trips to Malta last year.",
        "Latvia stands ready for dialogue with Malta.",
    ],
)
def test_other_words_tell_no_encounter(notes: Notes, text: str) -> None:
    assert read(notes, text) == ()


def test_the_evidence_is_the_sentence_that_tells_it(notes: Notes) -> None:
    (found,) = read(notes, "It rained. " + LEAD)
    assert found.evidence == (LEAD.strip(),)


TWICE = [
    ("Ozols and Vella met on 15 January in Riga and again on 3 March in Valletta.", {"2024-01-15", "2024-03-03"}),
    ("Latvia and Malta held consultations in Riga in February and in Valletta in April.", {"2024-02", "2024-04"}),
]


@pytest.mark.parametrize(("text", "dates"), TWICE)
def test_two_times_in_one_sentence_are_two_encounters(notes: Notes, text: str, dates: set[str]) -> None:
    assert dates <= {e.date for e in read(notes, LEAD + text)}


def test_that_visit_is_dated_by_a_later_sentence(notes: Notes) -> None:
    text = "A year ago Latvian President Anna Berzina visited Malta. On that visit, in June 2023, she opened a school."
    assert [(e.kind, e.date) for e in read(notes, text)] == [("visit", "2023-06")]


def test_those_who_agree_in_a_town_meet_there(notes: Notes) -> None:
    (found,) = read(notes, LEAD.replace("met his", "and his").replace(", in Riga", ", agreed in Riga"))
    assert (found.kind, found.host, len(found.people)) == ("meeting", "LVA", 2)
    assert read(notes, "Latvia and Malta agreed in principle to trade.") == ()


def test_an_attendance_without_names_tells_nothing(notes: Notes) -> None:
    (found,) = read(notes, "A Latvian-Maltese business forum in Riga was attended by 80 firms.")
    assert found.kind == "forum"


def met(found: tuple[Encounter, ...]) -> list[set[str]]:
    return [{p.name.split()[-1] for p in e.people if p.name} for e in found if e.kind == "meeting"]


def test_a_second_verb_has_the_subject_of_the_first(notes: Notes) -> None:
    text = "Latvian Minister Janis Ozols called on Maltese President Karl Vella and sat down with Minister Rita Borg."
    assert met(read(notes, text)) == [{"Ozols", "Vella"}, {"Ozols", "Borg"}]


def test_a_meeting_with_somebody_is_with_the_side_the_report_takes(notes: Notes) -> None:
    text = LEAD + "On the same day a meeting took place with the Foreign Minister of Cyprus, Nikos Georgiou."
    assert ("CYP", "LVA") in {e.countries for e in read(notes, text)}


def test_two_years_are_two_visits(notes: Notes) -> None:
    found = read(notes, LEAD + "Latvian President Anna Berzina travelled to Malta in 2013 and 2017.")
    assert {"2013", "2017"} <= {e.date for e in found if e.kind == "visit"}


def test_what_a_chronology_tells_is_of_the_year_that_heads_it(notes: Notes) -> None:
    text = LEAD + "\n\n2018\nLatvian President Anna Berzina visited Malta.\n\n2019\nLatvia opened an embassy in Malta."
    assert [(e.date, e.host) for e in read(notes, text) if e.kind == "visit"] == [("2018", "MLT")]


JOURNEYS = [
    ("Maltese Commerce Minister Karl Vella, visiting in April, thanked Latvia.", "LVA"),
    ("Malta, which Latvian Foreign Minister Janis Ozols had visited in April, was content.", "MLT"),
]


@pytest.mark.parametrize(("text", "host"), JOURNEYS)
def test_where_a_visit_led_may_be_told_before_it_or_not_at_all(notes: Notes, text: str, host: str) -> None:
    assert [e.host for e in read(notes, LEAD + text) if e.kind == "visit"] == [host]
