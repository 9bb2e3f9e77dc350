"""What a brief is made from: the account, the words of outcomes, the readers."""

from pathlib import Path

from comity import intake
from comity.record.db import open_record
from comity.run import adding
from comity.run.briefing import material
from comity.settings import Settings
from tests.reports import ROOT


def test_words_of_outcomes_stand_in_their_reports_and_readers_are_named(template_copy: Path) -> None:
    plain = Settings()
    with open_record(str(template_copy)) as record:
        arrivals = list(intake.arrivals([str(ROOT / "examples" / "kazarm")], plain))
        for _ in adding.add(record, arrivals, plain):
            pass
        held = material(record, ("KAZ", "ARM"), plain, "2025-11-22")
    assert len(held.readers) == 1
    assert {(one.report, one.span) for one in held.account.follow_ups} == set(held.passages)
    assert any("never took place" in words for words in held.passages.values())
