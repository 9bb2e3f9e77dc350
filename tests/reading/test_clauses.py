from collections.abc import Callable

import pytest

from comity.reading import clauses
from comity.reading.mentions import Page
from tests.reading.grammar import page

ACTIVE = """
Chile   Chile  PROPN NNP 3 nsubj
has     have   AUX   VBZ 3 aux
opened  open   VERB  VBN 0 root
two     two    NUM   CD  5 nummod
posts   post   NOUN  NNS 3 obj
in      in     ADP   IN  7 case
Arica   Arica  PROPN NNP 3 obl
"""
PASSIVE = """
The     the    DET   DT  2 det
treaty  treaty NOUN  NN  4 nsubj:pass
was     be     AUX   VBD 4 aux:pass
signed  sign   VERB  VBN 0 root
by      by     ADP   IN  6 case
Oslo    Oslo   PROPN NNP 4 obl
and     and    CCONJ CC  8 cc
Riga    Riga   PROPN NNP 6 conj
"""
INFINITIVE = """
They    they   PRON  PRP 2 nsubj
agreed  agree  VERB  VBD 0 root
to      to     PART  TO  4 mark
build   build  VERB  VB  2 xcomp
roads   road   NOUN  NNS 4 obj
and     and    CCONJ CC  8 cc
to      to     PART  TO  8 mark
share   share  VERB  VB  4 conj
water   water  NOUN  NN  8 obj
"""
RELATIVE = """
Peru    Peru   PROPN NNP 4 nsubj
,       ,      PUNCT ,   1 punct
it      it     PRON  PRP 4 expl
thanked thank  VERB  VBD 0 root
Japan   Japan  PROPN NNP 4 obj
which   which  PRON  WDT 7 nsubj
helped  help   VERB  VBD 5 acl:relcl
"""


def words(read: Page, positions: tuple[int, ...]) -> list[str]:
    return [read.doc[i].text for i in positions]


def test_an_active_clause_has_subject_object_and_oblique() -> None:
    read = page(ACTIVE)
    (clause,) = clauses.read(read).items
    assert (clause.lemma, clause.tense, clause.status, clause.passive) == ("open", "past", "fact", False)
    assert words(read, clause.subjects) == ["Chile"]
    assert words(read, clause.objects) == ["posts"]
    assert words(read, clause.obliques) == ["Arica"]


def test_the_agents_of_a_passive_act_and_its_patient_is_acted_upon() -> None:
    read = page(PASSIVE)
    (clause,) = clauses.read(read).items
    assert clause.passive
    assert words(read, clause.subjects) == ["Oslo", "Riga"]
    assert words(read, clause.objects) == ["treaty"]


def test_infinitives_inherit_their_subject_and_are_planned() -> None:
    read = page(INFINITIVE)
    agreed, build, share = clauses.read(read).items
    assert (agreed.status, build.status, share.status) == ("fact", "planned", "planned")
    assert words(read, build.subjects) == words(read, share.subjects) == ["They"]
    assert build.governor == agreed.predicate


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    read = page(RELATIVE)
    helped = clauses.read(read).by_predicate[6]
    assert words(read, helped.subjects) == ["Japan"]


STATUSES = [
    ("The two ministers signed a protocol.", "sign", "fact"),
    ("The ministers will sign a protocol in May.", "sign", "planned"),
    ("The protocol is to be signed in May.", "sign", "planned"),
    ("The ministers did not sign the protocol.", "sign", "denied"),
    ("If the ministers sign the protocol, trade will grow.", "sign", "conditional"),
    ("The minister hopes to sign the protocol.", "sign", "wished"),
    ("The minister asked Norway to sign the protocol.", "sign", "requested"),
    ("Norway refused to sign the protocol.", "sign", "denied"),
    ("Norway may sign the protocol.", "sign", "conditional"),
    ("The two countries had signed a protocol before the war.", "sign", "recalled"),
    ("The minister said that Norway would sign the protocol.", "sign", "planned"),
    ("The governments postponed the meeting.", "postpone", "cancelled"),
]


@pytest.mark.parametrize(("text", "lemma", "status"), STATUSES)
def test_facts_are_told_from_what_is_less(page_of: Callable[..., Page], text: str, lemma: str, status: str) -> None:
    found = {clause.lemma: clause.status for clause in clauses.read(page_of(text)).items}
    assert found[lemma] == status


def test_a_past_event_dated_to_an_earlier_year_is_recalled(page_of: Callable[..., Page]) -> None:
    found = clauses.read(page_of("Norway opened an embassy in Lima in 2015.", published="2024-03-01")).items
    assert found[0].status == "recalled"


def test_a_promise_not_to_do_is_planned_and_negated(page_of: Callable[..., Page]) -> None:
    (clause,) = (c for c in clauses.read(page_of("Turkey will not open its border.")).items if c.lemma == "open")
    assert (clause.status, clause.negated) == ("planned", True)


def test_words_in_quotation_marks_are_marked(page_of: Callable[..., Page]) -> None:
    read = page_of("“We need more trains,” the minister said.")
    marked = {clause.lemma: clause.quoted for clause in clauses.read(read).items}
    assert marked == {"need": True, "say": False}


@pytest.mark.parametrize("text", ["", "\n\n", "No", "Trade, trade, trade and", "((“" * 40, "Of the of the of."])
def test_odd_text_gives_clauses_or_none_but_no_error(page_of: Callable[..., Page], text: str) -> None:
    assert isinstance(clauses.read(page_of(text)).items, tuple)


STRAY = """
Norway Norway PROPN NNP 3 nsubj
will will AUX MD 3 aux
train train VERB VB 0 root
divers diver NOUN NNS 3 obj
and and CCONJ CC 8 cc
Chile Chile PROPN NNP 1 conj
will will AUX MD 8 aux
buy buy VERB VB 3 conj
ships ship NOUN NNS 8 obj
"""


def test_a_name_behind_the_verb_acts_in_the_next_clause() -> None:
    read = page(STRAY)
    found = clauses.read(read).by_predicate
    assert (words(read, found[2].subjects), words(read, found[7].subjects)) == (["Norway"], ["Chile"])


def test_looking_forward_is_one_verb(page_of: Callable[..., Page]) -> None:
    found = clauses.read(page_of("The ministers looked forward to the signing of the treaty.")).items
    assert "look forward" in [clause.lemma for clause in found]
