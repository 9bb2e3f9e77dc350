from comity.reading.events.happening import Happening


def test_a_joint_act_has_its_source_first_by_alphabet() -> None:
    happening = Happening("NOR", "CHL", "AGREE", ((0, 5),), 0.8).ordered()
    assert (happening.source, happening.target) == ("CHL", "NOR")
