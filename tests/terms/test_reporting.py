import pytest

from comity import terms
from comity.terms.reporting import Reporting


@pytest.mark.parametrize("form", ["said", "says", "telling", "told", "stressed", "replies", "noted", "wrote"])
def test_every_form_of_a_verb_is_known(form: str) -> None:
    assert form in terms.load().table(Reporting).forms
