import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from comity.errors import BadTerms
from comity.terms.plover import Plover
from comity.terms.state_matcher import StateMatcher
from comity.terms.states import State, States
from comity.terms.table import Meta, load

DATA = sorted(e.name for e in (files("comity.terms") / "data").iterdir() if e.name.endswith(".toml"))


def own(folder: Path, name: str, content: str) -> States:
    (folder / name).write_text(content, encoding="utf-8")
    return load(folder).table(States)


@pytest.mark.parametrize("name", DATA)
def test_every_file_tells_source_licence_and_version(name: str) -> None:
    content = tomllib.loads((files("comity.terms") / "data" / name).read_text(encoding="utf-8"))
    assert Meta.model_validate(content["meta"])


def test_the_parts_of_a_table_keep_their_metas(states: States) -> None:
    assert set(states.parts) == set(States.PARTS)


def test_a_users_entry_is_added(tmp_path: Path) -> None:
    table = own(tmp_path, "states.toml", "[states.XQA]\nname = 'Ruritania'\nofficial = 'Kingdom of Ruritania'\n")
    assert [m.code for m in StateMatcher(table).matches(["Ruritania"])] == ["XQA"]
    assert "KAZ" in table.states


def test_a_users_list_replaces_the_list_and_leaves_the_rest(tmp_path: Path) -> None:
    kazakhstan = own(tmp_path, "states.toml", "[states.KAZ]\ncapitals = ['Akmolinsk']\n").by_code["KAZ"]
    assert isinstance(kazakhstan, State)
    assert kazakhstan.capitals == ("Akmolinsk",)
    assert "Kazakh" in kazakhstan.adjectives


def test_a_users_list_with_a_plus_is_added(tmp_path: Path) -> None:
    kazakhstan = own(tmp_path, "states.toml", "[states.KAZ]\n'+capitals' = ['Akmolinsk']\n").by_code["KAZ"]
    assert isinstance(kazakhstan, State)
    assert {"Astana", "Akmolinsk"} <= set(kazakhstan.capitals)


def test_a_users_file_for_a_part_is_laid_over_that_part(tmp_path: Path) -> None:
    table = own(tmp_path, "bodies.toml", "[bodies.XZZ]\nname = 'Zollverein'\n")
    assert table.by_code["XZZ"].name == "Zollverein"
    assert "EUU" in table.bodies


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("states.toml", "[states.KAZ]\nname = 5\n", "states.KAZ.name"),
        ("states.toml", "[states.kaz]\nname = 'Kazakhstan'\n", "states.kaz"),
        ("states.toml", "[states.KAZ]\nnickname = 'x'\n", "states.KAZ.nickname"),
        ("bodies.toml", "[bodies.XZZ]\nnames = ['no name']\n", "bodies.XZZ.name"),
        ("states.toml", "[meta]\nversion = 'today'\n", "meta.version"),
        ("states.toml", "[states.KAZ\n", "line 1"),
        ("states.toml", "[states]\nKAZ = 3\n", "states.KAZ"),
    ],
)
def test_a_broken_file_is_refused_with_file_and_entry(tmp_path: Path, name: str, content: str, told: str) -> None:
    with pytest.raises(BadTerms) as refused:
        own(tmp_path, name, content)
    assert str(tmp_path / name) in refused.value.detail
    assert told in refused.value.detail


def test_a_type_without_its_cameo_code_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plover.toml").write_text("[types.AID]\ncameo = '99'\n", encoding="utf-8")
    with pytest.raises(BadTerms, match="99"):
        load(tmp_path).table(Plover)


def test_bytes_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "states.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadTerms, match=r"states\.toml"):
        load(tmp_path).table(States)


def test_a_file_laid_over_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stats.toml").write_text("", encoding="utf-8")
    with pytest.raises(BadTerms, match=r"stats\.toml"):
        load(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadTerms):
        load(tmp_path / "nowhere")


def test_the_version_changes_with_a_users_file(tmp_path: Path) -> None:
    before = load(tmp_path).version
    (tmp_path / "states.toml").write_text("", encoding="utf-8")
    assert load(tmp_path).version != before
    assert before == load().version


@pytest.mark.parametrize("name", DATA)
def test_every_file_is_told_in_the_explanation(name: str) -> None:
    page = Path(__file__).parents[2] / "docs" / "explanation" / "terms.md"
    assert f"`{name}`" in page.read_text(encoding="utf-8")
