import re
from typing import Any

import pytest

from comity.findings import Span
from comity.intake.boilerplate import RULES, Line, Page, heading_of, marked
from comity.terms import load
from comity.terms.boilerplate import Boilerplate
from tests.intake.made import ENGLISH
from tests.reports import annotated

TERMS = load().table(Boilerplate)
OUTLET = "Nile Courier"


def skipped(text: str, outlet: str | None = OUTLET) -> list[str]:
    return [text[start:end] for start, end in marked(text, TERMS, outlet)]


def evidence_of(finding: dict[str, Any]) -> list[str]:
    evidence = finding["evidence"]
    return [evidence] if isinstance(evidence, str) else evidence


ABOVE = [
    "FeaturedPolitics",
    "POLITICS",
    "Home > News > Press releases",
    "Home › News › Kenya and Uganda sign",
    "Embassy > Bilateral relations",
    "Home | Nation | World | Sports | E-paper",
    "MONEY  OPINION  SPORTS  EPAPER",
    "NILE COURIER",
    "Nile Courier / Economy",
    "18.03.2024 | 10:24 | views: 1187",
    "Monday, 18 March 2024, 19:22   Last update: about 1 hour ago",
    "NCA | 18 March 2024, 11:02 (updated 13:47)",
    "Published at : March 18, 2024",
    "By Jane Achieng",
    "By Jane Achieng, Kampala",
    "Staff Correspondent",
    "Otim Okello, Regional Correspondent",
    "Check against delivery",
    "Skip to main content",
    "A- A A+ Print Share",
]
ANYWHERE = [
    "Read also: Fuel prices fall again on Tuesday",
    "In this section: Fuel prices fall | Mombasa marathon won in the rain",
    "ALSO READ Ten places to ride a fast train",
    "Advertisement",
    "Share on Facebook | Share on X",
    "Photo: Reuters-like Images / J. Otim",
    "Reporting by Jane Achieng; editing by M. L.",
    "We use cookies to improve your visit.",
    "Subscribe to our newsletter. Follow us on Telegram.",
    "Found a mistake? Select it and press Ctrl+Enter",
    "editor@nilecourier.example",
    "https://nilecourier.example/sign",
]
BELOW = [
    "Back to top button",
    "→ Tanzania and Rwanda sign fisheries protocol",
    "Print | Share | Contacts",
    "Last updated: 2 May",
    "Tags: Kenya, Uganda, Economy",
    "#Kenya  #Uganda",
    "(END)",
    "jo/mk",
    "NCA 181405 Mar 24NNNN",
    "© 2024 Nile Courier. All rights reserved",
    "Copyright (c) Nile Courier prohibits its content from being redistributed or reprinted without consent",
    "Nile Courier",
    "Facebook Twitter Email LinkedIn",
]


@pytest.mark.parametrize("line", [*ABOVE, *ANYWHERE])
def test_a_pages_own_lines_above_the_report_are_skipped(line: str) -> None:
    assert skipped(f"{line}\n\n{ENGLISH}\n\n{ENGLISH}") == [line]


@pytest.mark.parametrize("line", ANYWHERE)
def test_a_pages_own_lines_amid_the_report_are_skipped(line: str) -> None:
    assert skipped(f"{ENGLISH}\n\n{line}\n\n{ENGLISH}") == [line]


@pytest.mark.parametrize("line", [*BELOW, *ANYWHERE])
def test_a_pages_own_lines_below_the_report_are_skipped(line: str) -> None:
    assert skipped(f"{ENGLISH}\n\n{ENGLISH}\r\n\r\n  {line} ") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Kenya and Uganda sign rail accord",
        "JOINT STATEMENT",
        "Kathmandu, 23 May 2023",
        "Background",
        "The Ministers:",
        "(c) Plan of Action on Creative Industries for 2025-2027.",
        "• Seven memorandums were exchanged.",
        "By the end of 2025, the sides will sign.",
        "The next round is in Kampala.",
        "Photo: Foreign Minister Amina Otieno receives her Ugandan counterpart in Nairobi on Monday.",
        "Latest: Kenya and Uganda agreed on Tuesday to open a second border post.",
        "Asanteni sana.",
        "May 2024: treaty signed in Kampala",
        "Kenya 5.75   Uganda 6.50   Tanzania 6.50",
    ],
)
@pytest.mark.parametrize("form", ["{line}\n\n{body}", "{body}\n\n{line}\n\n{body}", "{body}\n\n{line}"])
def test_a_reports_own_short_lines_stay(line: str, form: str) -> None:
    assert skipped(form.format(line=line, body=ENGLISH)) == []


@pytest.mark.parametrize(
    "line", ["Politics", "Nile Courier", "By Jane Achieng", "Security  Trade  Culture", "Europe", "No."]
)
def test_what_may_be_a_heading_stays_amid_the_text(line: str) -> None:
    assert skipped(f"{ENGLISH}\n\n{line}\n\n{ENGLISH}") == []


def test_other_stories_go_with_the_heading_over_them() -> None:
    others = ["MORE FROM NATIONAL", "— India, Nepal review border works", "— Emir Cup final: who will win?"]
    assert skipped("\n".join([ENGLISH, *others, ENGLISH, "Kenya and Uganda sign"])) == others


def test_an_outlets_name_is_known_by_its_words_where_the_outlet_is_not_told() -> None:
    assert skipped(f"{ENGLISH}\n\nTuraNews", outlet=None) == ["TuraNews"]


def test_the_seat_and_date_of_an_office_stay_though_the_office_is_the_outlet() -> None:
    assert skipped(f"State House, Nairobi, 16 May 2024\n\n{ENGLISH}", "State House, Nairobi") == []


def is_left_out(evidence: str, text: str, spans: tuple[Span, ...]) -> bool:
    places = [found.span() for found in re.finditer(re.escape(evidence), text)]
    return bool(places) and all(any(a < end and start < b for a, b in spans) for start, end in places)


@pytest.mark.parametrize("report", annotated("tests/cases/dev"), ids=lambda report: report["id"])
def test_no_line_that_carries_a_finding_of_the_composed_reports_is_skipped(report: dict[str, Any]) -> None:
    spans = marked(report["text"], TERMS, report["outlet"])
    kinds = ("encounters", "statements", "agreements", "figures", "pledges", "events")
    told = [evidence for kind in kinds for finding in report[kind] for evidence in evidence_of(finding)]
    assert [evidence for evidence in told if is_left_out(evidence, report["text"], spans)] == []


@pytest.mark.parametrize(
    "text", ["1\n" * 250_000, "a@" * 250_000, "a | " * 125_000, ("By " + "A " * 40 + "\n") * 6_000]
)
def test_the_longest_text_is_marked_within_seconds(text: str) -> None:
    marked(text, TERMS, OUTLET)


@pytest.mark.parametrize("rule", RULES, ids=[told for told, _ in RULES])
def test_no_rule_takes_a_sentence(rule: tuple[str, object]) -> None:
    line = Line(ENGLISH, 0, tuple(ENGLISH.split()), above=True, below=True)
    assert not rule[1](line, Page(TERMS, "nile courier"))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("top", "heading"),
    [
        ("Kenya and Uganda sign rail accord\n\n", "Kenya and Uganda sign rail accord"),
        ("POLITICS\n\nKenya and Uganda sign rail accord\n\n", "Kenya and Uganda sign rail accord"),
        ("# Kenya and Uganda sign\n\n", "Kenya and Uganda sign"),
        ("The next round is in Kampala.\n\n", None),
        ("Brussels, 5 December 2023\n\n", None),
        ("ANKARA\n\n", None),
        ("Honourable Minister, dear friends,\n\n", None),
        ("", None),
    ],
)
def test_the_heading_is_the_first_short_line_without_a_stop(top: str, heading: str | None) -> None:
    text = f"{top}{ENGLISH}\n\n{ENGLISH}"
    assert heading_of(text, marked(text, TERMS)) == heading


def test_a_text_of_headings_only_has_no_heading() -> None:
    assert heading_of("Kenya and Uganda sign", ()) is None
