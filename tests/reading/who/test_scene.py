import pytest

from comity.reading import who
from tests.reading.conftest import read_page

BODY = "Per Lund, Foreign Minister of Norway, met his Croatian counterpart in Split on Tuesday."


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Norway’s Foreign Minister Conducts Productive Visit to Croatia", {"Per Lund"}),
        ("Norwegian Foreign Minister Lund Begins Working Visit in Split", {"Per Lund"}),
    ],
)
def test_in_a_headline_in_title_case_a_name_must_return_in_the_text(headline: str, names: set[str]) -> None:
    found = who.read(read_page(f"{headline}\n\n{BODY}"))
    assert {mention.person.name for mention in found.people if mention.person.name} == names
