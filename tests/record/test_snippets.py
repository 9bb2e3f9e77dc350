import pytest

from comity.record.snippets import CLOSE, OPEN, marks_on, snippet


def marked(text: str) -> str:
    return text.replace("<", OPEN).replace(">", CLOSE)


def shown(text: str) -> list[str]:
    told = snippet(marked(text))
    return [told.text[start:end] for start, end in told.marks]


def test_a_short_text_is_given_whole() -> None:
    assert snippet(marked("They <met> in\n\nYerevan.")) == ("They met in Yerevan.", ((5, 8),))


def test_the_stretch_with_most_different_words_is_taken() -> None:
    text = f"<met> {'word ' * 100} <met> {'word ' * 100} <met> in <Yerevan> {'word ' * 100}"
    told = snippet(marked(text))
    assert shown(text) == ["met", "Yerevan"]
    assert told.text.startswith("… ")
    assert told.text.endswith(" …")
    assert len(told.text) <= 244


@pytest.mark.parametrize("text", ["", "no mark", "<" + "x" * 500 + ">", "a <", "> <", "é" * 300 + " <b>"])
def test_any_text_has_a_snippet(text: str) -> None:
    assert len(snippet(marked(text)).text) <= 244


def test_marks_of_the_plain_form_are_set_on_the_original() -> None:
    original = "Cafe\u0301 in Türkiye"
    assert marks_on(original, marked("<Cafe> in <Turkiye>")) == marked("<Cafe\u0301> in <Türkiye>")
