import pytest

from comity import terms
from comity.terms.offices import Offices

TABLE = terms.load().table(Offices)


@pytest.mark.parametrize(
    ("head", "kind"),
    [("prime minister", "premier"), ("pm", "premier"), ("eam", "minister"), ("taoiseach", "premier"),
     ("co chair", "chair"), ("secretary of state", "secretary"), ("chargé d'affaires", "ambassador")],
)  # fmt: skip
def test_heads_have_classes(head: str, kind: str) -> None:
    assert TABLE.kinds[head] == kind


@pytest.mark.parametrize(("word", "one"), [("ministers", "minister"), ("secretaries", "secretary"), ("press", "press")])
def test_plurals_have_singulars(word: str, one: str) -> None:
    assert TABLE.singular(word) == one


def test_longer_heads_come_first() -> None:
    heads = TABLE.heads_by_last_word["minister"]
    assert heads.index(("prime", "minister")) < heads.index(("minister",))
