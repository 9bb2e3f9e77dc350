from pathlib import Path

from training.columns import guess_spaces, read_columns
from training.sentences import UNSURE, spans

TEXT = "Clinton B-politician\nis O\nan O\nAmerican B-misc\nDemocrat I-misc\n. O\n\nRussia B-country\n"


def test_types_are_brought_to_the_five(tmp_path: Path) -> None:
    path = tmp_path / "crossner-politics-train.txt"
    path.write_text(TEXT)
    first, second = read_columns(path)
    assert first.names is not None
    assert second.names is not None
    assert spans(first.names)[0] == (0, 1, "PERSON")
    assert first.names[3:5] == (UNSURE, UNSURE)
    assert spans(second.names) == [(0, 1, "NATION")]
    assert first.heads is None


def test_spaces_are_guessed_from_punctuation() -> None:
    assert guess_spaces(("He", "said", "(", "twice", ")", ".")) == (False, True, True, False, False, False)
