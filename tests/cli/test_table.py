from typing import TypeVar

import pytest

from comity.cli.table import shortened, table_of, told_amount, told_figure, told_person
from comity.findings import (
    Agreement,
    Change,
    Claim,
    Encounter,
    Event,
    Figure,
    Finding,
    Person,
    Pledge,
    Reader,
    Reading,
    Refusal,
    Report,
    Statement,
)

T = TypeVar("T", bound=Finding)
TEXT = (
    "Foreign Minister Ana Kova of Dalmia received her Norish counterpart Per Lund in Split on Tuesday for talks that "
    "went on until late in the evening. Trade reached 53 million dollars."
)
REPORT = Report(id="r1", title="A late evening in Split", outlet="Coast Post", published="2024-03-19", text=TEXT)
MINISTER = Person(name="Per Lund", office="Foreign Minister", country="NOR")
SENTENCE, TRADE = (0, TEXT.index(" Trade")), (TEXT.index("Trade"), len(TEXT))


def name_of(code: str) -> str:
    return {"HRV": "Croatia", "NOR": "Norway"}.get(code, code)


def found(finding: type[T], **told: object) -> tuple[T]:
    return (finding.found(REPORT, [SENTENCE], step="by hand", confidence=0.9, **told),)


def reading() -> Reading:
    pair = ("HRV", "NOR")
    return Reading(
        report=REPORT,
        topics=("trade",),
        encounters=found(
            Encounter, kind="meeting", status="held", countries=pair, host="HRV", date="2024-03-19", people=(MINISTER,)
        ),
        statements=found(Statement, speaker=MINISTER, text="We stayed for the coffee"),
        agreements=found(
            Agreement,
            kind="treaty",
            title="Treaty of the Coast",
            countries=pair,
            status="in_force",
            year=1999,
            inferred=("year",),
        ),
        figures=(figure(),),
        pledges=found(Pledge, by=pair, text="meet again", deadline="2025"),
        events=found(
            Event, source="HRV", target="NOR", type="CONSULT", quad="verbal cooperation", cameo="04", goldstein=1.0
        ),
        refusals=(Refusal(reason="sentence_too_long", detail="It has 900 words.", remedy="Check its stops."),),
        reader=Reader(version="0", model="m", terms="t"),
    )


def figure(**changed: object) -> Figure:
    told: dict[str, object] = {"measure": "trade", "value": 53e6, "unit": "USD", "bound": "over", "period": "2023"}
    told |= {"countries": ("HRV", "NOR"), "change": Change(value=23.1, unit="percent", direction="up")}
    return Figure.found(REPORT, [TRADE], step="figures", confidence=0.9, **{**told, **changed})


def printed(columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    return table_of(reading(), False, name_of)


def test_clues_are_told_where_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    clued = reading().model_copy(update={"figures": (figure(clues=("rules 0.80", "main relation")),)})
    monkeypatch.setenv("COLUMNS", "80")
    assert "confidence 0.90: rules 0.80, main relation" in table_of(clued, False, name_of, clues=True)
    assert "confidence" not in table_of(clued, False, name_of)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(map(len, printed(columns, monkeypatch).splitlines())) <= columns


@pytest.mark.parametrize(
    "told",
    [
        "A late evening in Split",
        "Coast Post · 2024-03-19",
        "meeting  Croatia, Norway  held  2024-03-19  in Croatia",
        "Per Lund, Foreign Minister (Norway)",
        "treaty  Croatia, Norway  in force  1999 (reckoned)",
        "trade  Croatia, Norway  over USD 53 million  +23.1%  in 2023",
        "Croatia, Norway  by 2025",
        "HRV CONSULT NOR",
        "sentence too long",
    ],
)
def test_the_table_tells_each_finding_in_words(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told in printed(100, monkeypatch)


def test_evidence_is_shortened_to_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(60, monkeypatch).splitlines()
    assert any(line.strip().startswith("Foreign Minister Ana Kova") and line.endswith("…") for line in lines)


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [("a few words", 20, "a few words"), ("a few words more", 11, "a few…"), ("two\n lines", 20, "two lines")],
)
def test_text_is_cut_at_a_word(text: str, room: int, short: str) -> None:
    assert shortened(text, room) == short


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (53_000_000, "USD", "USD 53 million"),
        (1_100.5, "tonnes", "1,100.5 tonnes"),
        (435, "count", "435"),
        (12, "percent", "12 percent"),
        (None, None, ""),
    ],
)
def test_amounts_are_told_with_their_unit(value: float | None, unit: str | None, told: str) -> None:
    assert told_amount(value, unit) == told


def test_whose_count_a_figure_is_stands_below_it() -> None:
    assert told_figure(figure(claim=Claim(by="NOR", via="Per Lund")), name_of).more == (
        "as told by Norway via Per Lund",
    )


def test_a_person_without_a_name_is_told_by_office() -> None:
    assert told_person(Person(name=None, office="ministry", country="NOR"), name_of) == "ministry (Norway)"
