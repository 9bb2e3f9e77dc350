"""The commands that ask the record, on a small record made by hand."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from comity import errors
from comity.cli import app
from comity.record.db import open_record
from comity.record.naming import naming_id
from comity.record.tables import matters
from tests.record.asking.made import Made, make


@pytest.fixture
def made(template_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setenv("COMITY_DB", str(template_copy))
    monkeypatch.setenv("COLUMNS", "80")
    with open_record(str(template_copy)) as record:
        with record.writing() as db:
            told = make(db)
        yield told


def ask(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("pair", [("KAZ", "ARM"), ("Kazakhstan", "armenia"), ("kaz", "Republic of Armenia")])
def test_show_takes_codes_and_names(pair: tuple[str, str], made: Made) -> None:
    told = ask("show", *pair)
    assert told.startswith("Armenia and Kazakhstan")
    assert max(map(len, told.splitlines())) <= 80
    sections = ("Where things stand", "Timeline", "Agreements", "Figures", "Promises", "People", "Together with others")
    assert [name for name in sections if name not in told] == []


def test_of_one_country_the_other_is_ones_own(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_COUNTRY", "KAZ")
    assert ask("show", "ARM") == ask("show", "ARM", "KAZ")


def test_show_gives_every_claim_with_whose_it_is(made: Made) -> None:
    told = " ".join(ask("show", "KAZ", "ARM").split())
    assert "• USD 27 million, by the count of Armenia, through the ministry (Coast Post)" in told
    assert "• USD 53 million, by the count of Kazakhstan (Hill Times)" in told


def test_show_gives_the_words_of_the_reports_when_asked(made: Made) -> None:
    words = "“In Yerevan minister”"
    assert words not in ask("show", "KAZ", "ARM")
    assert words in ask("show", "KAZ", "ARM", "--evidence")


def test_show_gives_json_for_programs(made: Made) -> None:
    page = json.loads(ask("show", "KAZ", "ARM", "--format", "json"))
    assert page["pair"] == ["ARM", "KAZ"]
    assert {one["matter"] for one in page["timeline"]} <= set(made.matters.values())


def test_show_goes_back_to_a_day(made: Made) -> None:
    told = json.loads(ask("show", "KAZ", "ARM", "--format", "json", "--as-of", "2023-05-31"))
    assert {one["report"] for one in told["sources"]} == {"1" * 16, "2" * 16}


def test_a_pair_without_anything_is_told_what_to_do(made: Made) -> None:
    told = ask("show", "ARM", "Fiji")
    assert "The record holds nothing yet that Armenia and Fiji share." in told
    assert "comity add" in told
    assert f"The record asked is {os.environ['COMITY_DB']}, as of " in told


REFUSED = [
    (("show", "KAZ", "Narnia"), errors.UnknownCountry), (("show", "KAZ", "Kazakhstan"), errors.SameCountry),
    (("show", "KAZ", "ARM", "--as-of", "2024-02-30"), errors.BadRange),
    (("show", "KAZ", "ARM", "--as-of", "tomorrow"), errors.BadRange),
    (("list", "event", "--since", "2024-13"), errors.BadRange), (("list", "event", "--until", "24"), errors.BadRange),
    (("list", "event", "--since", "2025", "--until", "2024-12"), errors.BadRange),
    (("list", "event", "--with", ""), errors.UnknownCountry), (("search", "--", "--"), errors.NothingToSearch),
    (("why", "nothing"), errors.UnknownId), (("promises", "KAZ", "KAZ"), errors.SameCountry),
    (("conflicts", "KAZ", "Atlantis"), errors.UnknownCountry),
    (("conflicts", "--as-of", "2023-05-31"), errors.NeedsPair),
    (("promises", "--as-of", "2023-05-31"), errors.NeedsPair),
    (("list", "event", "--db", "none.db"), errors.NoRecord),
]  # fmt: skip


@pytest.mark.parametrize(("line", "refusal"), REFUSED, ids=[" ".join(line) for line, _ in REFUSED])
def test_what_cannot_be_asked_is_refused_by_name(line: tuple[str, ...], refusal: type[Exception], made: Made) -> None:
    with pytest.raises(refusal):
        ask(*line)


def test_a_mistyped_country_is_told_its_like(made: Made) -> None:
    with pytest.raises(errors.UnknownCountry, match=r"Kazakhstan \(KAZ\)"):
        ask("show", "Kasakhstan", "ARM")


def test_a_list_is_a_table_lines_of_json_or_csv(made: Made) -> None:
    assert "Forum of Armenia, Kazakhstan and Russia in Kazakhstan" in ask("list", "encounter", "--with", "Russia")
    lines = ask("list", "encounter", "--format", "jsonl").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [made.matters["forum"], made.matters["meeting"]]
    rows = list(csv.DictReader(ask("list", "encounter", "--format", "csv").splitlines()))
    assert [row["countries"] for row in rows] == ["ARM, KAZ, RUS", "ARM, KAZ"]


@pytest.mark.parametrize("kind", ["encounters", "Encounter", "ENCOUNTERS"])
def test_a_kind_is_named_in_any_case_one_or_many(kind: str, made: Made) -> None:
    assert made.matters["forum"] in ask("list", kind)


def test_an_unknown_kind_is_told_which_there_are(made: Made) -> None:
    done = CliRunner().invoke(app, ["list", "people"])
    assert done.exit_code == 2
    assert "encounter, agreement, figure" in " ".join(done.output.replace("│", " ").split())


@pytest.mark.parametrize("line", [("--status", "helt"), ("--status", "signed")])
def test_an_unknown_status_is_told_which_there_are(line: tuple[str, str], made: Made) -> None:
    assert "it has held." in ask("list", "encounter", *line)


def test_an_unknown_topic_is_told_which_there_are(made: Made) -> None:
    assert "no topic 'sprot'; it has " in ask("list", "encounter", "--topic", "sprot")


def put_title(made: Made, title: str, place: Path) -> None:
    with open_record(str(place)) as record, record.writing() as db:
        db.execute(update(matters).where(matters.c.id == made.matters["bridge"]).values(title=title))


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_a_terminal_obeys_nothing_of_what_is_listed(
    format: str, made: Made, template_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_title(made, "a\x1b[5m\x9b5m\u202e bridge", template_copy)
    shown: list[str] = []
    monkeypatch.setattr("comity.cli.writing.write", lambda text, _: shown.append(text))
    monkeypatch.setattr("comity.cli.writing.sys", SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True)))
    ask("list", "pledge", "--format", format)
    assert not set("\x1b\x9b\u202e") & set(shown[0])


def test_a_spreadsheet_runs_nothing_of_what_is_listed(made: Made, template_copy: Path) -> None:
    put_title(made, "=SUM(A1)", template_copy)
    (row,) = csv.DictReader(ask("list", "pledge", "--format", "csv").splitlines())
    assert row["title"] == "'=SUM(A1)"


def test_a_list_takes_all_its_conditions(made: Made) -> None:
    line = [
        "list",
        "agreement",
        "--between",
        "KAZ",
        "ARM",
        "--since",
        "2024",
        "--until",
        "2024-02",
        "--status",
        "planned",
    ]
    assert made.matters["treaty"] in ask(*line)


def test_an_empty_list_says_what_there_is(made: Made) -> None:
    assert "No encounter is so. The record holds 1 agreement," in ask("list", "encounter", "--with", "Fiji")


def test_a_full_page_tells_of_the_next(made: Made) -> None:
    assert "--offset 1" in ask("list", "encounter", "--limit", "1")


def test_search_marks_the_words(made: Made) -> None:
    assert "The [bridge] was opened." in ask("search", "bridge", "opened").replace("[opened]", "opened")
    assert "No report holds" in ask("search", "zebra")
    assert "[bridge was opened]" in ask("search", "bridge was opened")


@pytest.mark.parametrize("name", ["bekoff", "Aslan Bekov"])
def test_person_gives_spellings_offices_and_matters(name: str, made: Made) -> None:
    told = ask("person", name)
    assert told.startswith("Aslan Bekov (KAZ)")
    assert "Also written Aslan Bekoff." in told
    assert "envoy" in told
    assert made.matters["meeting"] in told


def test_a_mistyped_name_is_told_its_like(made: Made) -> None:
    assert "Like it: Aslan Bekov" in ask("person", "Bekow")


@pytest.mark.parametrize("pair", [(), ("KAZ", "ARM")])
def test_conflicts_show_the_claims_and_where_they_part(pair: tuple[str, ...], made: Made) -> None:
    told = ask("conflicts", *pair)
    assert "USD 27 million, by the count of Armenia" in told
    assert "→ They part in 2022" in told


def test_conflicts_are_passed_over(made: Made) -> None:
    assert "No more figures contradict each other" in ask("conflicts", "KAZ", "ARM", "--offset", "1")
    assert "No more figures contradict each other" in ask("conflicts", "--offset", "1")


def test_figures_not_compared_are_counted(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.dossier.Account.left_out", lambda *_: 7)
    assert "7 older ones were not" in " ".join(ask("conflicts", "KAZ", "ARM").split())


def test_no_conflict_is_said(made: Made) -> None:
    assert "No figures contradict each other" in ask("conflicts", "KAZ", "Fiji")


PROMISED = [
    ((), {"bridge", "treaty"}), (("--kept",), {"bridge"}), (("--open",), {"treaty"}),
    (("--open", "--kept"), {"bridge", "treaty"}), (("KAZ", "ARM", "--as-of", "2023-06-01"), {"bridge"}),
    (("KAZ", "ARM", "--as-of", "2023-06-01", "--kept"), set()), (("--overdue",), set()), (("--broken",), set()),
    (("--progressed",), set()), (("--superseded",), set()), (("--open", "--as-of", "2030-01-01"), {"treaty"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), PROMISED, ids=[" ".join(line) for line, _ in PROMISED])
def test_promises_are_chosen_by_how_they_stand(line: tuple[str, ...], expected: set[str], made: Made) -> None:
    told = ask("promises", *line)
    assert {name for name in ("bridge", "treaty") if made.matters[name] in told} == expected
    assert told.startswith("Nothing announced") == (not expected)


def test_why_gives_the_names_of_a_person(made: Made) -> None:
    told = ask("why", "p" + naming_id("Aslan Bekov", "KAZ"))
    assert told.startswith("Aslan Bekov")
    assert "Aslan Bekoff" in told


def test_why_gives_words_clues_and_reader(made: Made) -> None:
    told = ask("why", made.matters["meeting"])
    for part in ("“In Yerevan minister”", "Why they are one", "The same people.", "found by encounters", "copy of"):
        assert part in told
