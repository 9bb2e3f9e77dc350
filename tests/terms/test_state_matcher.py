import time
from pathlib import Path

import pytest

from comity.terms.state_matcher import StateMatcher
from comity.terms.states import States, unaccented

ROWS = [
    line.split("|")
    for line in (Path(__file__).parent / "members.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
FORMS = {2: "name", 3: "adjective", 4: "demonym", 5: "capital"}


def named(matcher: StateMatcher, text: str) -> list[tuple[str, str]]:
    tokens = text.split()
    return [(" ".join(tokens[m.start : m.end]), m.code) for m in matcher.matches(tokens)]


def codes(matcher: StateMatcher, text: str) -> list[str]:
    return [match.code for match in matcher.matches(text.split())]


def test_the_list_of_members_is_whole() -> None:
    assert len(ROWS) == 193 + 2 + 2


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_member_is_named_by_name_and_official_name(matcher: StateMatcher, row: list[str]) -> None:
    assert codes(matcher, f"talks with {row[1]} , the {row[2]} .") == [row[0], row[0]]


@pytest.mark.parametrize(
    ("code", "name", "form", "column"),
    [(row[0], row[1], row[column], column) for row in ROWS for column in (3, 4, 5) if row[column]],
)
def test_every_member_is_named_by_adjective_people_and_capital(
    matcher: StateMatcher, code: str, name: str, form: str, column: int
) -> None:
    company, found = matcher.matches(f"{name} ; and {form} , too".split())
    expected = {"BEL": "EUU"}.get(code, code) if column == 5 else code
    assert (company.code, found.code, found.form) == (code, expected, FORMS[column] if expected == code else "metonym")


@pytest.mark.parametrize(("code", "name"), [(row[0], row[1]) for row in ROWS])
def test_every_member_is_named_in_a_headline_in_capitals(matcher: StateMatcher, code: str, name: str) -> None:
    assert codes(matcher, f"LEADERS OF {name.upper()} MEET") == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the European Commission", "EUU"),
        ("EU", "EUU"),
        ("E.U.", "EUU"),
        ("European Parliament", "EUU"),
        ("U.N.", "UNO"),
        ("UNICEF", "UNO"),
        ("the UN Security Council", "UNO"),
        ("World Health Organization", "UNO"),
        ("NATO", "NAT"),
        ("Nato", "NAT"),
        ("ASEAN", "ASE"),
        ("African Union", "AFU"),
    ],
)
def test_the_guides_bodies_are_named_by_their_organs_too(matcher: StateMatcher, text: str, code: str) -> None:
    assert codes(matcher, f"{text} said") == [code]


def test_every_body_is_named_by_each_of_its_names(matcher: StateMatcher, states: States) -> None:
    wrong = [
        (body.code, form)
        for body in states.bodies.values()
        for form, kind in body.forms()
        if kind == "name" and codes(matcher, f"{form} said") != [body.code]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the U.S. and the U.K.", [("U.S.", "USA"), ("U.K.", "GBR")]),
        ("the United States of America", [("United States of America", "USA")]),
        ("Republic of Korea", [("Republic of Korea", "KOR")]),
        ("the DPRK", [("DPRK", "PRK")]),
        ("DR Congo", [("DR Congo", "COD")]),
        ("Guinea-Bissau and Equatorial Guinea", [("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ")]),
        ("Papua New Guinea", [("Papua New Guinea", "PNG")]),
        ("Côte d' Ivoire", [("Côte d' Ivoire", "CIV")]),
        ("Cote d’Ivoire", [("Cote d’Ivoire", "CIV")]),
        ("N’Djamena", [("N’Djamena", "TCD")]),
        ("Niger and Nigeria", [("Niger", "NER"), ("Nigeria", "NGA")]),
        ("Nigeriens and Nigerians", [("Nigeriens", "NER"), ("Nigerians", "NGA")]),
        ("the Emirates", [("Emirates", "ARE")]),
        ("Northern Ireland", [("Northern Ireland", "GBR")]),
        ("South Sudanese and Sudanese", [("South Sudanese", "SSD"), ("Sudanese", "SDN")]),
        ("Republic of China (Taiwan)", [("Republic of China (Taiwan)", "TWN")]),
        ("People's Republic of China", [("People's Republic of China", "CHN")]),
        ("the Soviet Union", [("Soviet Union", "SUN")]),
        ("French Guiana", [("French Guiana", "GUF")]),
        ("the Kremlin and Downing Street", [("Kremlin", "RUS"), ("Downing Street", "GBR")]),
        ("Chişinău", [("Chişinău", "MDA")]),
    ],
)
def test_the_longest_form_names_its_state(matcher: StateMatcher, text: str, found: list[tuple[str, str]]) -> None:
    assert named(matcher, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the Gulf of Mexico",
        "the South China Sea",
        "the Persian Gulf",
        "the Indian Ocean",
        "the Indo-Pacific region",
        "Turkish delight",
        "Brussels sprouts",
        "Michael Jordan",
        "Mr Holland and Mr. London spoke",
        "Jordan Peterson said so",
        "said Simon Birmingham , a senator",
        "Sheikh Al-Sabah",
        "Latin American markets",
        "5 million US dollars",
        "3 billion Omani rials",
        "an Emirates flight",
        "a book in English .",
        "polish the turkey and the china",
        "Germán Gutiérrez",
        "Male students",
        "the Geneva Conventions",
        "to DANE , the office",
    ],
)
def test_what_only_looks_like_a_state_names_none(matcher: StateMatcher, text: str) -> None:
    assert named(matcher, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kazakh-Armenian ties", ["KAZ", "ARM"]),
        ("Kazakh - Armenian ties", ["KAZ", "ARM"]),
        ("Sino-Russian trade", ["CHN", "RUS"]),
        ("Franco - German summit", ["FRA", "DEU"]),
        ("Anglo-Irish and Indo–French ties", ["GBR", "IRL", "IND", "FRA"]),
        ("the US-China-EU track", ["USA", "CHN", "EUU"]),
        ("U.S.-Japan talks", ["USA", "JPN"]),
        ("Afro-Asian ties", []),
        ("Sino is a word", []),
    ],
)
def test_a_compound_names_each_of_its_states(matcher: StateMatcher, text: str, found: list[str]) -> None:
    assert codes(matcher, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Korean minister", ["KOR"]),
        ("Pyongyang and the Korean minister", ["PRK", "PRK"]),
        ("Seoul , Pyongyang and Korean ministers", ["KOR", "PRK", "KOR"]),
        ("Congolese forces", ["COD"]),
        ("Brazzaville and the Congolese forces", ["COG", "COG"]),
        ("Dominica and the Dominican envoy", ["DMA", "DMA"]),
        ("the Dominican envoy", ["DOM"]),
        ("Malabo and Guinean ministers", ["GNQ", "GNQ"]),
        ("Maldives ; arrived in Male today", ["MDV", "MDV"]),
        ("America", ["USA"]),
        ("the UN and its Security Council", ["UNO", "UNO"]),
        ("the Security Council met", ["UNO"]),
        ("the Secretary of the Security Council of Armenia", ["ARM"]),
        ("the Security Council of Armenia", ["ARM"]),
    ],
)
def test_an_ambiguous_form_means_what_else_the_report_names(matcher: StateMatcher, text: str, found: list[str]) -> None:
    assert codes(matcher, text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Brussels promised aid", "EUU"),
        ("agreed with Brussels on tariffs", "EUU"),
        ("met in Brussels", "BEL"),
        ("flew to Brussels", "BEL"),
        ("Brussels , 5 December", "BEL"),
        ("BRUSSELS (Reuters)", "BEL"),
    ],
)
def test_brussels_is_the_union_where_it_acts_and_belgium_where_it_is_a_place(
    matcher: StateMatcher, text: str, code: str
) -> None:
    assert codes(matcher, text) == [code]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Astana welcomed it", True),
        ("talks between Astana", True),
        ("met in Astana", False),
        ("flew to Astana", False),
        ("a note to Astana", True),
        ("Astana , 12 May", False),
        ("ASTANA – The minister", False),
        ("Astana , which hosted it", True),
        ("In Astana , it said", False),
        ("the Astana airport", False),
        ("an Astana-based firm", False),
        ("the Kremlin said", True),
        ("dined at the Kremlin", False),
        ("Almaty hosted it", False),
        ("Kazakh officials", True),
        ("Russian-speaking people", False),
        ("pro-Russian rebels", False),
        ("in Kazakhstan", True),
    ],
)
def test_a_place_is_told_from_somebody_who_acts(matcher: StateMatcher, text: str, acts: bool) -> None:
    assert [match.acts for match in matcher.matches(text.split())] == [acts]


@pytest.mark.parametrize(
    ("text", "found"), [("PERU AND CHILE SIGN", ["PER", "CHL"]), ("OSH MARKET BURNS", []), ("TURKEY AGREES", ["TUR"])]
)
def test_a_short_word_in_capitals_needs_company(matcher: StateMatcher, text: str, found: list[str]) -> None:
    assert codes(matcher, text) == found


def test_a_span_leaves_out_the_article_and_the_possessive(matcher: StateMatcher) -> None:
    assert named(matcher, "the Netherlands 's offer") == [("Netherlands", "NLD")]


def test_no_spelling_without_accents_leads_to_two_codes_unless_listed(states: States) -> None:
    codes_of: dict[str, set[str]] = {}
    for form, senses in states.senses.items():
        codes_of.setdefault(unaccented(form.removeprefix("the ")), set()).update(code for code, _ in senses)
    shared = {form for form, found in codes_of.items() if len(found) > 1}
    assert shared == set(states.ambiguous) - {"the Congo"}


def test_no_form_goes_over_a_line_break(matcher: StateMatcher) -> None:
    found = matcher.matches(["Guinea", "\n\n", "-", "Bissau", "South", "\n", "Korea"])
    assert [match.code for match in found] == ["GIN", "GNB", "KOR"]


def test_no_tokens_name_nothing(matcher: StateMatcher) -> None:
    assert matcher.matches([]) == ()


def test_a_report_of_500_tokens_takes_no_longer_than_its_share(matcher: StateMatcher) -> None:
    sentence = "On Friday in Astana the Kazakh Foreign Minister met his Armenian counterpart , officials said ."
    tokens = sentence.split() * 32
    matcher.matches(tokens)
    start = time.perf_counter()
    matcher.matches(tokens)
    assert time.perf_counter() - start < 0.02
