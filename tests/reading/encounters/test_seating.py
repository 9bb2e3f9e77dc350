import pytest

from comity.reading.encounters import triggers
from tests.reading.encounters.scenes import scene_of

SEATS = [
    ("The 9th meeting of the Latvian-Maltese intergovernmental commission ended.", "talks"),
    ("The Latvian-Maltese joint committee meeting ended in Riga.", "talks"),
    ("The commission of Latvia and Malta met in Riga.", "talks"),
    ("The meeting of the Latvian-Maltese business council ended.", "forum"),
    ("The meeting of the Latvian and Maltese ministers ended.", "meeting"),
    ("The Latvian and Maltese ministers met in Riga.", "meeting"),
]


@pytest.mark.parametrize(("text", "kind"), SEATS)
def test_a_meeting_is_named_after_the_body_that_meets(text: str, kind: str) -> None:
    assert triggers.read(scene_of(text))[0].kind == kind
