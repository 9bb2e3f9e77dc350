from pathlib import Path

import pytest

from comity.language.appraisal import EVENT_CLASSES, MODES
from training.cases import of_relations
from training.relations import read_composed, read_published, unmarked


def test_marks_are_taken_out_and_their_places_told() -> None:
    text, spans = unmarked("<s>Peru</s> thanked <t>Chile</t>.")
    assert text == "Peru thanked Chile."
    assert {role: text[start:end] for role, (start, end) in spans.items()} == {"s": "Peru", "t": "Chile"}


@pytest.fixture
def composed(tmp_path: Path) -> Path:
    path = tmp_path / "some.tsv"
    rows = (
        "marked_sentence\ttype\tmode\tnote",
        "<s>Peru</s> and <t>Chile</t> held talks.\tCONSULT\tmeet\tq001 talks",
        "<s>Peru</s>’s army shelled <t>Chile</t>.\tASSAULT\t\t",
        "<s>Peru</s> played <t>Chile</t>.\tNONE\t\tq001 sport",
    )
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_composed_sentences_have_words_places_type_and_mode(composed: Path) -> None:
    talks, shelling, _ = read_composed(composed)
    assert (talks.words[talks.source[0]], talks.words[talks.target[0]]) == ("Peru", "Chile")  # type: ignore[index]
    assert (talks.types, talks.mode) == ((EVENT_CLASSES.index("CONSULT"),), MODES.index("meet"))
    assert talks.group == "q001"
    assert shelling.group == "some-1"
    assert shelling.spaces[1] is False


def test_a_joint_act_holds_both_ways_and_a_directed_one_is_none_the_other_way(composed: Path) -> None:
    talks, shelling, sport = of_relations(read_composed(composed))
    assert [asked.events for asked in talks.asked] == [(EVENT_CLASSES.index("CONSULT"),)] * 2
    assert [asked.events for asked in shelling.asked] == [(EVENT_CLASSES.index("ASSAULT"),), (0,)]
    assert shelling.asked[1].weight < 1
    assert len(sport.asked) == 1


def test_published_sentences_may_lack_an_actor(tmp_path: Path) -> None:
    path = tmp_path / "published.tsv"
    path.write_text("sentence_id\tmarked_sentence\tgold_root\n7\t<s>Peru</s> gave way.\tYIELD\n", encoding="utf-8")
    (told,) = read_published(path)
    assert (told.target, told.mode, len(told.types)) == (None, None, 2)
