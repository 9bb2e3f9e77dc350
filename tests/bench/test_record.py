from bench import asked, varied
from bench.record import SEED, added, holds, size
from comity.record.db import Record


def test_a_few_readings_are_added_and_the_record_questioned(record: Record) -> None:
    costs = added(record, varied.readings(SEED, 60), 60)
    assert costs["reports"] == costs["windows"][-1]["reports"] == 60
    assert costs["memory_mib_at_end"] > 0
    assert holds(record)["reports"] == 60
    assert size(record) > 0
    assert "search, phrases" in asked.times(record, many=2)
