from collections.abc import Callable
from typing import Any

Notes = Callable[..., dict[str, Any]]


def found(notes: Notes, text: str, kind: str) -> Any:
    (one,) = [e for e in notes(text, published="2024-05-07")["encounters"] if e.kind == kind]
    return one


def test_a_meeting_takes_place_where_the_visit_does(notes: Notes) -> None:
    text = (
        "Latvian Foreign Minister Janis Ozols arrived in Malta on 6 May. "
        "Ozols met Maltese Health Minister Rita Vella and spoke of hospitals."
    )
    assert found(notes, text, "meeting").host == "MLT"


def test_an_ambassador_is_met_in_the_other_state(notes: Notes) -> None:
    text = "Maltese Health Minister Rita Vella met the Ambassador of Latvia, Janis Ozols."
    assert found(notes, text, "meeting").host == "MLT"


def test_news_without_a_day_has_the_month_of_the_report_as_reckoned(notes: Notes) -> None:
    text = "Latvian Foreign Minister Janis Ozols met Maltese Health Minister Rita Vella."
    meeting = found(notes, text, "meeting")
    assert (meeting.date, meeting.inferred) == ("2024-05", ("date",))


def test_a_call_has_no_place(notes: Notes) -> None:
    text = "RIGA – Latvian Foreign Minister Janis Ozols telephoned Maltese Health Minister Rita Vella."
    assert found(notes, text, "call").host is None


def test_a_call_without_a_day_takes_none(notes: Notes) -> None:
    text = "Latvian Foreign Minister Janis Ozols telephoned Maltese Health Minister Rita Vella."
    assert found(notes, text, "call").date is None


def test_who_receives_in_a_participle_is_the_subject(notes: Notes) -> None:
    text = "Receiving Latvian Foreign Minister Janis Ozols on 6 May, Maltese Health Minister Rita Vella spoke of trade."
    assert found(notes, text, "meeting").host == "MLT"


def test_what_a_guest_is_to_do_takes_place_where_the_visit_does(notes: Notes) -> None:
    text = (
        "Latvian Foreign Minister Janis Ozols flies to Malta on 3 June. "
        "Ozols will meet Maltese Health Minister Rita Vella."
    )
    assert found(notes, text, "meeting").host == "MLT"
