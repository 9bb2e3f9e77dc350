import pytest

from comity.reading.encounters import circumstances, triggers
from tests.reading.encounters.scenes import scene_of

FIRST_DAYS = [
    ("Latvian Minister Janis Ozols ended a three-day visit to Malta on 6 May.", "2024-05-04"),
    ("Latvian Minister Janis Ozols ended a visit to Malta on 6 May.", "2024-05"),
    ("Latvia and Malta concluded two days of talks on 6 May.", "2024-05-05"),
    ("Latvia and Malta concluded their talks in Riga on 6 May.", "2024-05-06"),
    ("They signed on 6 May, on the second day of President Berzina's visit to Malta.", "2024-05-05"),
    ("Latvia and Malta held talks on 5 May and 6 May.", "2024-05-05"),
]


@pytest.mark.parametrize(("text", "day"), FIRST_DAYS)
def test_what_lasts_takes_its_first_day(text: str, day: str) -> None:
    scene = scene_of(text)
    trigger = next(t for t in triggers.read(scene) if t.kind in ("visit", "talks"))
    assert circumstances.date(scene, trigger, False)[0] == day
