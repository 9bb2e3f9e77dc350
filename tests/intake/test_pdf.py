from pathlib import Path

import pytest

from comity.errors import BrokenFile, EmptyReport, EncryptedPdf, Refused, ScannedPdf, TooSlow
from comity.intake import pdf
from comity.intake.given import Draft, Given
from comity.settings import Settings
from tests.intake import made

HERE = Path(__file__).parent


def text_of(content: bytes) -> str:
    draft = next(pdf.drafts(Given("a.pdf", content), Settings()))
    assert isinstance(draft, Draft)
    return draft.text


def test_lines_become_paragraphs_across_pages() -> None:
    first = made.lines("The two ministers met in Nairobi on Monday and spoke of trade,", "roads and the border post")
    second = made.lines("at Malaba, which will open in June.")
    assert text_of(made.pdf(first, second)) == (
        "The two ministers met in Nairobi on Monday and spoke of trade, roads and the border post "
        "at Malaba, which will open in June."
    )


def test_a_divided_word_is_joined() -> None:
    assert text_of(made.pdf(made.lines("The ministers agreed on coop-", "eration in trade."))) == (
        "The ministers agreed on cooperation in trade."
    )


@pytest.mark.parametrize(
    ("pages", "picture", "detail"),
    [
        ([[]], False, "Its 1 page holds no text."),
        ([[], []], False, "Its 2 pages hold no text."),
        ([[], []], True, "Its 2 pages hold pictures and no text."),
        ([made.lines("Scanned")], True, "Its 1 page holds pictures and hardly any text."),
    ],
)
def test_a_pdf_without_text_is_refused(pages: list[list[made.Placed]], picture: bool, detail: str) -> None:
    with pytest.raises(ScannedPdf) as refused:
        text_of(made.pdf(*pages, picture=picture))
    assert refused.value.detail == detail


def test_a_scanners_mark_is_no_text() -> None:
    with pytest.raises(ScannedPdf):
        text_of(made.pdf(made.lines("Scanned by PaperCam"), picture=True))


def test_a_short_text_without_pictures_is_text() -> None:
    assert text_of(made.pdf(made.lines("The embassy is closed."))) == "The embassy is closed."


def test_a_locked_pdf_is_refused() -> None:
    with pytest.raises(EncryptedPdf):
        text_of((HERE / "locked.pdf").read_bytes())


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert text_of((HERE / "owner_locked.pdf").read_bytes()).startswith("The ministers of the two countries signed")


@pytest.mark.parametrize(
    ("content", "kind"), [(b"", EmptyReport), (b"%PDF-1.4 and no more", BrokenFile), (b"\x00\x01", BrokenFile)]
)
def test_a_broken_pdf_is_refused(content: bytes, kind: type[Refused]) -> None:
    with pytest.raises(kind):
        text_of(content)


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.01)
    with pytest.raises(TooSlow):
        text_of(made.pdf(made.lines("The ministers met.")))
