import pytest

from comity.exchange.lines import undone_first
from comity.matters import Judgement
from comity.record.dump import StoredJudgement


def judgement(name: str, undoes: str | None) -> StoredJudgement:
    verdict = "undo" if undoes else "confirm"
    told = {"id": name, "verdict": verdict, "undoes": undoes, "subjects": (), "reason": "", "author": "", "made": ""}
    return StoredJudgement(Judgement.model_validate(told), ())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([("a", None), ("b", "a")], ["a", "b"]),
        ([("a", "b"), ("b", None)], ["b", "a"]),
        ([("a", "b"), ("b", "c"), ("c", None), ("d", None)], ["c", "b", "a", "d"]),
        ([("a", "elsewhere"), ("b", None)], ["b"]),
    ],
)
def test_a_judgement_comes_after_what_it_undoes(given: list[tuple[str, str | None]], told: list[str]) -> None:
    assert [one.judgement.id for one in undone_first(judgement(*one) for one in given)] == told
