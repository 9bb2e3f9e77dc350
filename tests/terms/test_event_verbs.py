from typing import get_args

from comity import terms
from comity.findings import EventType
from comity.terms.event_verbs import EventVerbs
from comity.terms.plover import Plover

WORDS = terms.load().table(EventVerbs)


def test_every_type_but_agree_has_verbs_of_its_own() -> None:
    assert {row.type for row in WORDS.rows} == set(get_args(EventType)) - {"AGREE"}


def test_rows_with_nouns_are_tried_first() -> None:
    for rows in WORDS.by_verb.values():
        bare = [not row.nouns for row in rows]
        assert bare == sorted(bare)


def test_modes_and_contexts_are_those_of_plover() -> None:
    plover = terms.load().table(Plover)
    assert all(row.mode in plover.modes[row.type] for row in WORDS.rows if row.mode)
    assert {context for row in WORDS.rows for context in row.contexts} <= set(plover.contexts)
