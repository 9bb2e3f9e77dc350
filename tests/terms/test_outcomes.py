from comity import terms
from comity.terms.outcomes import Outcomes

WORDS = terms.load().table(Outcomes)


def test_cues_are_in_small_letters_and_each_tells_one_outcome() -> None:
    cues = [cue for part in WORDS.cues for cue in part[1]]
    assert all(cue == cue.lower() for cue in cues)
    assert len(cues) == len(set(cues))


def test_empty_words_have_no_frequency() -> None:
    assert WORDS.silent.isdisjoint(WORDS.frequency)


def test_irregular_forms_lead_to_words_that_are_regular() -> None:
    assert set(WORDS.irregular).isdisjoint(WORDS.irregular.values())
