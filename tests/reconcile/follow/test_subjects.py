from comity.findings import Person
from comity.reconcile.follow.subjects import Subject, subject
from comity.reconcile.follow.wording import lexicon

from .promising import agreement, encounter, figure, passages, pledge


def of(item: object) -> Subject:
    return Subject(item, lexicon())  # type: ignore[arg-type]


def test_words_beside_a_promise_weigh_less_unless_it_only_points_at_them() -> None:
    beside = of(pledge("The quinoa tables are out; Peru will send zebras.", "send zebras")).content["quinoa"]
    meant = of(pledge("The quinoa tables are out; Peru will send them.", "send them")).content["quinoa"]
    assert beside < meant == 1.0


def test_who_takes_part_is_not_what_an_encounter_is_about() -> None:
    people = (Person(name="Achieng Okello", office="Speaker", country="KEN"),)
    found = of(encounter("Achieng Okello will open the quinoa fair.", "2021-01-01", people=people)).core
    assert "quinoa" in found
    assert not {"achieng", "okello"} & set(found)


def test_deeds_are_no_part_of_the_gist() -> None:
    assert set(of(pledge("They will open a clinic.", "open a clinic")).gist) == {"clinic"}
    assert set(of(pledge("They will open.", "open")).gist) == {"open"}


def test_what_is_told_was_by_its_own_date_and_no_later_than_its_report() -> None:
    assert of(encounter("They met.", "2021-05-01", date="2019")).day == "2019-12-31"
    assert of(figure("It came to 5 million.", "2021-05-01", period="2021")).day == "2021-05-01"
    assert of(encounter("They met.", "2021-05-01")).day == "2021-05-01"


def test_periods_are_told_in_words_and_fields() -> None:
    assert of(agreement("They signed it.", "programme", "2021-01-01", period=(2021, 2025))).periods == {("2021", "25")}
    (passage,) = passages("The programme for 2017-20 was fulfilled.", "2021-01-01")
    assert of(passage).periods == {("2017", "20")}


def test_who_commits_stands_for_a_pledge_and_who_sends_for_a_figure() -> None:
    assert of(pledge("Peru will send zebras.", "send zebras")).by == {"PER"}
    assert of(figure("It came to 5 million.", "2021-05-01")).by == {"PER"}
    assert of(encounter("They met.", "2021-05-01")).by == {"KEN", "PER"}


def test_a_subject_is_made_once() -> None:
    one = pledge("Peru will send zebras.", "send zebras")
    assert subject(one, lexicon()) is subject(one, lexicon())
