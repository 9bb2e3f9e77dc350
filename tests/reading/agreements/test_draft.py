from dataclasses import replace

import pytest

from comity.reading.agreements.draft import Draft
from tests.reading.agreements.test_merging import FULL, SHORT


@pytest.mark.parametrize(
    ("draft", "holds"),
    [
        (FULL, True),
        (replace(FULL, countries=("CHL",)), False),
        (replace(FULL, status=None), False),
        (replace(SHORT, year=None), False),
        (replace(SHORT, year=1998), True),
        (replace(SHORT, status="signed", certainty=1.2), True),
    ],
)
def test_only_what_has_parties_a_status_and_a_name_or_a_clear_act_is_told(draft: Draft, holds: bool) -> None:
    assert draft.holds is holds
