from pathlib import Path

from bench import varied
from bench.multiplied import multiplied
from bench.record import SEED, added, holds
from comity.record.db import open_record
from comity.record.soundness import check


def test_a_record_becomes_several_times_as_large_and_stays_sound(template_copy: Path, tmp_path: Path) -> None:
    with open_record(str(template_copy)) as record:
        added(record, varied.readings(SEED, 20), 20)
        small = holds(record)
    times = multiplied(template_copy, tmp_path / "large.db", small["findings"] * 3 - 1)
    with open_record(str(tmp_path / "large.db")) as record:
        assert times == 3
        assert holds(record)["matters"] == small["matters"] * 3
        assert check(record) == []
