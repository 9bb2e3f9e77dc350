from comity.reconcile import follow

from .promising import agreement, encounter, followed, matter, pledge


def test_a_plan_is_kept_by_the_earliest_telling_that_it_was_held() -> None:
    plan = encounter("He will come.", "2021-01-01", "a", kind="visit", status="planned")
    held = encounter("He came.", "2021-03-01", "b", kind="visit")
    again = encounter("He had come in March.", "2021-05-01", "c", kind="visit")
    (told,) = follow.of_matter(matter(again, plan, held), [again, plan, held])
    assert (told.opening, told.finding, told.outcome, told.basis) == (plan.id, held.id, "kept", "matter")


def test_a_plan_is_broken_by_what_calls_it_off() -> None:
    plan = encounter("He will come.", "2021-01-01", "a", kind="visit", status="planned")
    off = encounter("The visit is off.", "2021-03-01", "b", kind="visit", status="cancelled")
    assert [told.outcome for told in follow.of_matter(matter(plan, off), [plan, off])] == ["broken"]


def test_what_was_held_before_the_plan_was_told_is_no_outcome() -> None:
    plan = encounter("He will come.", "2021-04-01", "b", kind="visit", status="planned")
    held = encounter("He came.", "2021-03-01", "a", kind="visit")
    assert follow.of_matter(matter(held, plan), [held, plan]) == []


def test_steps_to_an_agreement_are_told_until_it_is_signed() -> None:
    plan = agreement("They negotiate a treaty.", "treaty", "2021-01-01", "a", status="planned")
    step = agreement("The treaty was initialled.", "treaty", "2021-03-01", "b", status="planned")
    again = agreement("They want the treaty.", "treaty", "2021-04-01", "c", status="planned")
    done = agreement("They signed the treaty.", "treaty", "2021-05-01", "d")
    members = [plan, step, again, done]
    found = [told for told in follow.of_matter(matter(*members), members) if told.opening == plan.id]
    assert {(told.report, told.outcome) for told in found} == {("b", "progressed"), ("d", "kept")}


def test_matters_of_other_kinds_tell_nothing() -> None:
    one = pledge("Peru will send seeds.", "send seeds")
    assert follow.of_matter(matter(one), [one]) == []


def test_echoes_are_left_out() -> None:
    early = followed("progressed", "2022-01-01", "a", 'A step ("begun"): much.')
    echo = followed("progressed", "2022-02-01", "b", 'A step ("started"): some.')
    other = followed("progressed", "2022-03-01", "c", "Some of it came.")
    end = followed("kept", "2022-05-01", "d")
    late = [followed("kept", "2022-06-01", "e"), followed("progressed", "2022-07-01", "f", "More came.")]
    assert follow.chosen([*late, end, other, echo, early]) == [early, other, end]


def test_a_report_tells_one_outcome_the_one_of_the_highest_score() -> None:
    weak, strong = followed("kept", "2022-05-01", score=3.0), followed("broken", "2022-05-01", score=4.0)
    assert follow.chosen([weak, strong]) == [strong]
