import json
from pathlib import Path

from training.composed import read_composed, silver
from training.sentences import UNSURE, spans

REPORT = {
    "text": "Minister Murat Nurtleu met Ararat Mirzoyan in Yerevan. Nurtleu praised the Matenadaran.",
    "encounters": [{"people": [{"name": "Ararat Mirzoyan"}]}],
    "statements": [{"speaker": {"name": "Murat Nurtleu"}}, {"speaker": {"name": None}}],
}


def test_names_come_from_the_reports_own_people(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(REPORT))
    first, second = read_composed(tmp_path)
    assert first.names is not None
    assert second.names is not None
    assert spans(first.names) == [(1, 3, "PERSON"), (4, 6, "PERSON"), (7, 8, "PLACE")]
    assert second.names[:4] == ("B-PERSON", "O", "O", UNSURE)


def test_ministries_are_organisations_with_their_nation() -> None:
    words = str.split("He told the Kazakh Foreign Ministry and the Ministry of Trade and Industry of Ghana .")
    found = [(" ".join(words[a:b]), kind) for a, b, kind in spans(silver(words, [], set()))]
    assert found == [("Kazakh Foreign Ministry", "ORG"), ("Ministry of Trade and Industry of Ghana", "ORG")]


def test_capitalized_words_nobody_knows_are_unsure() -> None:
    words = str.split("Experts saw the Great Hall of the People")
    tags = silver(words, [], {"experts"})
    assert tags == ("O", "O", "O", UNSURE, UNSURE, UNSURE, UNSURE, UNSURE)
