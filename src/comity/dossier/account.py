"""What the record holds on a pair of states on a day, before it is put into words: the dossier's only input."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from comity.findings import Code, Day
from comity.matters import Checked, Conflict, FollowUp, Judgement, Matter, PersonAccount, Standing, Told
from comity.record.asking import Source, standing_of

# The readers' own mark of what rests on one weak sign.
DOUBT = 0.6


@dataclass(frozen=True)
class Account:
    """The pair's matters and all that tells of them, as of ``day``; without a pair, of matters of many.

    ``matters`` are those of the two alone, ``joint`` those with others besides, newest first; where the
    record holds more of a kind than are given, ``totals`` says how many. ``told`` are the findings by
    id, ``due`` what is announced: by finding id its deadline's last day, None where it has none.
    ``conflicts`` are those of the figures in ``matters``; ``withdrawn`` gives for an older version of a
    report the findings that its newer one no longer tells; ``checks`` what official statistics say of
    claimed figures, by finding.
    """

    day: Day
    pair: tuple[Code, ...]
    matters: tuple[Matter, ...]
    joint: tuple[Matter, ...]
    told: Mapping[str, Told]
    due: Mapping[str, Day | None]
    follow_ups: tuple[FollowUp, ...]
    sources: Mapping[str, Source]
    people: tuple[PersonAccount, ...]
    judgements: tuple[Judgement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    totals: tuple[tuple[str, int], ...] = ()
    withdrawn: Mapping[str, tuple[str, ...]] | None = None
    checks: Mapping[str, Checked] = field(default_factory=dict)

    def left_out(self, kind: str) -> int:
        """How many older matters of a kind the record holds besides those given."""
        given = sum(matter.kind == kind for matter in self.matters)
        return max(dict(self.totals).get(kind, 0) - given, 0)

    def members(self, matter: Matter) -> list[Told]:
        """The matter's findings, earliest first."""
        return [self.told[finding] for finding in matter.findings if finding in self.told]

    def is_doubtful(self, matter: Matter) -> bool:
        """Whether the reader found the matter with little confidence only, and nobody has confirmed it."""
        return not any(one.confirmed or one.finding.confidence >= DOUBT for one in self.members(matter))

    def outcomes(self, matter: Matter) -> list[FollowUp]:
        """What became of what the matter announces, as told by the day, earliest first."""
        found = [one for finding in matter.findings for one in self._outcomes.get(finding, ())]
        return sorted(found, key=lambda one: (one.published, one.report, one.span, one.opening))

    def is_promise(self, matter: Matter) -> bool:
        """Whether any of the matter's findings announces something."""
        return any(finding in self.due for finding in matter.findings)

    def due_day(self, matter: Matter) -> Day | None:
        """The last day of the latest deadline told."""
        return max((day for finding in matter.findings if (day := self.due.get(finding))), default=None)

    def standing(self, matter: Matter) -> Standing | None:
        """How what the matter announces stands on the day; None where it announces nothing."""
        if not self.is_promise(matter):
            return None
        return standing_of(self.due_day(matter), self.outcomes(matter), self.day)

    @cached_property
    def _outcomes(self) -> dict[str, list[FollowUp]]:
        told: dict[str, list[FollowUp]] = {}
        for one in self.follow_ups:
            if one.published <= self.day:
                told.setdefault(one.opening, []).append(one)
        return told
