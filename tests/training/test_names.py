import pytest

from training.names import TABLE, trim, unify
from training.sentences import UNSURE, spans


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("the US President Barack Obama", "PERSON", "Barack Obama"),
        ("Mayor of London Boris Johnson", "PERSON", None),
        ("the United Nations", "ORG", "United Nations"),
        ("Houston , Texas", "PLACE", "Houston"),
        ("2004 Canadian federal election", "EVENT", "2004 Canadian federal election"),
        ("Ibrahim al - Jaafari", "PERSON", "Ibrahim al - Jaafari"),
        ("Block Museum at Northwestern University", "ORG", "Block Museum"),
        ("we", "ORG", None),
        ("the Foreign Secretary", "PERSON", None),
    ],
)
def test_a_name_is_the_name_alone(text: str, kind: str, name: str | None) -> None:
    words = text.split()
    found = trim(words, (0, len(words), kind))
    sure = found if found and found[2] != UNSURE else None
    assert (" ".join(words[sure[0] : sure[1]]) if sure else None) == name


def test_a_description_is_unsure() -> None:
    words = str.split("Iraqi security forces of Baghdad")
    found = trim(words, (0, 5, "ORG"))
    assert found is not None
    assert found[2] == UNSURE


def test_nations_are_marked_outside_longer_names() -> None:
    words = str.split("the Kazakh envoy left Armenia for the Bank of Georgia")
    found = spans(unify(words, [(7, 10, "ORG")]))
    assert found == [(1, 2, "NATION"), (4, 5, "NATION"), (7, 10, "ORG")]


def test_a_state_marked_as_place_or_body_is_a_nation() -> None:
    assert spans(unify(["Tunisia", "won"], [(0, 1, "ORG")])) == [(0, 1, "NATION")]


def test_the_table_knows_states_peoples_and_capitals() -> None:
    assert TABLE["Kazakhstan",] == TABLE["Kazakhs",] == TABLE["South", "Korean"] == "NATION"
    assert TABLE["Yerevan",] == TABLE["Addis", "Ababa"] == "PLACE"
