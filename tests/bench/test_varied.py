from collections import Counter
from collections.abc import Sequence

import pytest

from bench.varied import readings
from comity.findings import Finding, Reading
from comity.reconcile import copies

KINDS = ("topic_findings", "encounters", "statements", "agreements", "figures", "pledges", "events")


@pytest.fixture(scope="module")
def made() -> Sequence[Reading]:
    return list(readings(7, 300))


def findings(reading: Reading) -> list[Finding]:
    return [finding for kind in KINDS for finding in getattr(reading, kind)]


def test_a_seed_gives_the_same_readings_each_time(made: Sequence[Reading]) -> None:
    assert list(readings(7, 50)) == made[:50]
    assert list(readings(8, 50)) != made[:50]


def test_each_is_a_reading_of_its_own_text(made: Sequence[Reading]) -> None:
    assert len({reading.report.id for reading in made}) == len(made)
    for reading in made:
        Reading.model_validate(reading.model_dump())
        for finding in findings(reading):
            assert finding.evidence == tuple(reading.report.text[start:end] for start, end in finding.spans)


def test_few_are_copies_of_others(made: Sequence[Reading]) -> None:
    met = Counter(band for one in made for band in copies.bands(copies.signature(one.report.text)))
    assert 0 < sum(count > 1 for count in met.values()) < len(met) / 20


def test_they_are_of_many_relations(made: Sequence[Reading]) -> None:
    pairs = {finding.countries for reading in made for finding in reading.encounters if len(finding.countries) == 2}
    assert len(pairs) > 30
