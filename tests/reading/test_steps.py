import pytest

from comity.reading.steps import Step, run


def test_each_step_takes_what_it_needs_in_order() -> None:
    steps = (Step("sum", ("a", "b"), lambda a, b: a + b), Step("told", ("sum", "a"), lambda s, a: f"{s} of {a}"))
    assert run(steps, {"a": 1, "b": 2})["told"] == "3 of 1"


def test_what_was_given_is_left_as_it_was() -> None:
    given = {"a": 1}
    run((Step("b", ("a",), lambda a: a),), given)
    assert given == {"a": 1}


def test_an_unmet_need_is_named() -> None:
    with pytest.raises(KeyError, match="missing"):
        run((Step("b", ("missing",), lambda m: m),), {})
