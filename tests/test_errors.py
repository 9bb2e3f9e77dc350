import pytest

from comity import errors
from docs.generate import refusals

LEAVES = [kind for kind in refusals() if not kind.__subclasses__()]


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_every_refusal_names_a_remedy_of_its_own(kind: type[errors.ComityError]) -> None:
    assert kind.REMEDY != errors.ComityError.REMEDY
    assert kind("met").remedy.endswith(".")


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.__name__)
def test_the_tree_in_the_docstring_names_every_refusal(kind: type[errors.ComityError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")


def test_a_refusal_reads_as_name_detail_and_remedy() -> None:
    refusal = errors.EncryptedPdf("note.pdf asks for a password.")
    assert str(refusal) == "encrypted_pdf: note.pdf asks for a password. Save a copy of the PDF without a password."
