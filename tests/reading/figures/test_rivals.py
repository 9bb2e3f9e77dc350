from comity.reading.figures import rivals
from comity.reading.figures.direction import Flow
from comity.reading.mentions import Quantity, StateMention, Who

WHO = Who(
    states=(StateMention(0, 1, "CHL", "name"), StateMention(4, 5, "NOR", "name"), StateMention(8, 9, "PER", "name")),
    pair=("CHL", "NOR"),
)
NUMBER = Quantity(9, 10, 40, "count")


def test_a_flow_may_run_the_other_way() -> None:
    first = Flow("CHL", "NOR", ("CHL", "NOR"))
    assert next(rivals.flows(WHO, NUMBER, "exports", first)) == first.turned


def test_a_count_without_direction_may_run_either_way() -> None:
    one, other, *_ = rivals.flows(WHO, NUMBER, "other", Flow(None, None, ("CHL", "NOR")))
    assert {(one.source, one.goal), (other.source, other.goal)} == {("CHL", "NOR"), ("NOR", "CHL")}


def test_without_any_flow_the_relation_comes_first_then_the_nearest() -> None:
    found = list(rivals.flows(WHO, NUMBER, "trade", None))
    assert found[0] == Flow(None, None, ("CHL", "NOR"))
    assert Flow(None, None, ("NOR", "PER")) in found
