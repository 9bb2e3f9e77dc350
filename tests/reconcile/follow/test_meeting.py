import pytest

from comity.matters import Passage, Told
from comity.reconcile import follow

from .promising import agreement, encounter, figure, passages, pledge

LONG = "The buses, lorries, tractors, pumps, pipes, wires, seeds, drums, maps, and tents were delivered."
ITEMS: list[Told | Passage] = [
    pledge("Peru will send pumps, pipes, wires, seeds and drums.", "send pumps, pipes, wires, seeds and drums"),
    pledge("They will hold talks.", "hold talks", parties=("KEN", "PER", "TZA", "UGA")),
    encounter("They met.", "2021-05-01", kind="forum", parties=("KEN", "PER", "UGA")),
    agreement("They signed it.", "treaty on seeds", "2021-05-01"),
    figure("It came to 900 tonnes of wheat.", "2021-05-01", unit="tonnes", value=900),
    *passages(LONG, "2021-05-01"),
]


@pytest.mark.parametrize("item", ITEMS)
def test_keys_are_few(item: Told | Passage) -> None:
    blocks = follow.keys(item)
    assert 0 < len(blocks.kept) <= 16
    assert len(blocks.sought) == len(blocks.kept)


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("other", ITEMS)
def test_meeting_is_mutual(item: Told | Passage, other: Told | Passage) -> None:
    one, two = follow.keys(item), follow.keys(other)
    assert bool(one.kept & two.sought) == bool(one.sought & two.kept)


def test_openings_never_meet_openings() -> None:
    one, other = follow.keys(ITEMS[0]), follow.keys(pledge("Peru will send pumps.", "send pumps", report="x"))
    assert not one.kept & other.sought


def test_what_is_planned_is_no_evidence() -> None:
    planned = encounter("They will meet.", "2021-05-01", status="planned")
    assert all(key.startswith("follow<") for key in follow.keys(planned).kept)
