from collections import Counter

import pytest

from comity.language.appraisal import EVENT_CLASSES
from training.folds import FOLDS, drawn, gold_types, likeliest, table, temperature
from training.relations import Relation


def relation(*types: str) -> Relation:
    return Relation(("a",), (False,), (0, 0), None, tuple(EVENT_CLASSES.index(kind) for kind in types), None, "x")


def test_each_type_is_spread_evenly_over_the_folds() -> None:
    relations = [relation("AID") for _ in range(20)] + [relation("COERCE") for _ in range(10)]
    fold = drawn(relations)
    assert set(Counter(fold[:20]).values()) == {4}
    assert set(Counter(fold[20:]).values()) == {2}
    assert len(set(fold)) == FOLDS


def test_folds_are_drawn_alike_each_time() -> None:
    relations = [relation("AID") for _ in range(30)]
    assert drawn(relations) == drawn(relations)


def test_concede_and_retreat_are_one_type() -> None:
    assert gold_types([relation("CONCEDE", "RETREAT"), relation("AID")]) == ["YIELD", "AID"]
    chances = dict.fromkeys(EVENT_CLASSES, 0.0) | {"CONCEDE": 0.3, "RETREAT": 0.3, "AID": 0.4}
    assert likeliest(list(chances.values())) == "YIELD"


def test_no_relation_is_no_answer() -> None:
    chances = dict.fromkeys(EVENT_CLASSES, 0.0) | {"NONE": 0.9, "AID": 0.1}
    assert likeliest(list(chances.values())) == "AID"


def test_the_table_tells_each_type_and_their_mean() -> None:
    rows = table(["AID", "AID", "COERCE"], ["AID", "COERCE", "COERCE"])
    assert rows["AID"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667, "sentences": 2}
    assert rows["all"]["accuracy"] == 0.667
    assert rows["all"]["f1"] == pytest.approx((0.667 + 0.667) / 15, abs=0.001)


def test_scores_that_are_too_sure_are_divided() -> None:
    relations = [relation("AID"), relation("COERCE")]
    too_sure = dict.fromkeys(EVENT_CLASSES, 0.001) | {"AID": 0.98}
    assert temperature(relations, [list(too_sure.values())] * 2) > 1
