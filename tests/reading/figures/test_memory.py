from comity.reading.figures.direction import Flow
from comity.reading.figures.memory import Memory

THERE = Flow("CHL", "NOR", ("CHL", "NOR"))
UNTOLD = Flow(None, None, ("CHL", "NOR"))


def test_a_measure_fades_after_one_sentence() -> None:
    memory = Memory()
    memory.keep_measure("money", 3, "trade")
    assert [memory.measure("money", at) for at in (3, 4, 5)] == ["trade", "trade", None]


def test_imports_turn_the_flow_of_exports() -> None:
    memory = Memory()
    memory.flow("exports", THERE)
    assert memory.flow("imports", UNTOLD) == THERE.turned


def test_the_flow_of_other_states_is_not_lent() -> None:
    memory = Memory()
    memory.flow("exports", THERE)
    other = Flow(None, None, ("CHL", "PER"))
    assert memory.flow("exports", other) == other


def test_an_elliptic_count_speaks_of_the_same_people() -> None:
    memory = Memory()
    memory.same_people(2, THERE, elliptic=False)
    assert memory.same_people(2, THERE.turned, elliptic=True) == THERE
    assert memory.same_people(3, UNTOLD, elliptic=True) == UNTOLD


def test_a_period_is_lent_to_yearly_flows_for_two_sentences() -> None:
    memory = Memory()
    memory.keep_period("trade", 1, "2022")
    assert [memory.period("exports", at, None) for at in (2, 3, 4)] == ["2022", "2022", None]
    assert memory.period("people", 2, None) is None
