from pathlib import Path

import pytest

from comity.errors import BadSetting
from comity.settings import Settings, read


def test_without_an_environment_the_defaults_hold() -> None:
    assert read({}) == Settings()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("max_bytes", "12", 12),
        ("fetch_timeout", "1.5", 1.5),
        ("allow_private", "yes", True),
        ("allow_private", "0", False),
        ("terms", "/my/terms", Path("/my/terms")),
        ("db", "postgresql://host/record", "postgresql://host/record"),
        ("country", "KAZ", "KAZ"),
        ("min_confidence", "0.25", 0.25),
        ("min_confidence", "1", 1.0),
    ],
)
def test_a_setting_is_read_from_its_variable(name: str, text: str, value: object) -> None:
    assert getattr(read({f"COMITY_{name.upper()}": text}), name) == value


@pytest.mark.parametrize(
    ("name", "text"), [("max_bytes", "many"), ("allow_private", "perhaps"), ("fetch_timeout", "x")]
)
def test_a_value_that_does_not_fit_is_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(BadSetting, match=name):
        read({f"COMITY_{name.upper()}": text})


@pytest.mark.parametrize("text", ["-0.1", "1.01", "nan", "inf"])
def test_a_least_confidence_lies_between_0_and_1(text: str) -> None:
    with pytest.raises(BadSetting, match="min_confidence"):
        read({"COMITY_MIN_CONFIDENCE": text})
    with pytest.raises(BadSetting, match="min_confidence"):
        Settings().telling(float(text))


def test_a_least_confidence_given_goes_before_the_one_that_is_set() -> None:
    held = read({"COMITY_MIN_CONFIDENCE": "0.3"})
    assert [held.telling(given).min_confidence for given in (None, 0.0, 0.9)] == [0.3, 0.0, 0.9]
    assert held.keeping().min_confidence is None


def test_an_empty_variable_leaves_the_default() -> None:
    assert read({"COMITY_FETCH_TIMEOUT": ""}) == Settings()
