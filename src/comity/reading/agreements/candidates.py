"""Where a text names an instrument: its noun and the stretch of its title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from comity.findings import AgreementKind
from comity.reading.agreements.titles import Wording, first_of_title, last_of_title, wording_of
from comity.reading.mentions import Page
from comity.terms.instruments import InstrumentNoun

YEARS = re.compile(r"(?:for\s+)?(?:19|20)\d\d\s?[-–]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun that names an instrument, at ``noun``; its title covers the tokens [start, end).

    ``anchor`` is the noun whose fate it shares: of a list the first, of "17 documents, among them a
    protocol" the documents. ``count`` tells a number of unnamed ones; ``bare`` a noun without any
    word of its own, ``definite`` one with "the", "this" or "said".
    """

    noun: int
    start: int
    end: int
    kind: AgreementKind
    anchor: int
    count: bool
    bare: bool
    definite: bool
    plural: bool


def candidates(page: Page, *, doubtful: bool = False) -> Iterator[Candidate]:
    """Every stretch that names an instrument, in order of the text; ``doubtful`` ones as well, where nothing
    but a noun speaks for one ("the plan")."""
    wording = wording_of(page.terms)
    for sentence in page.sentences:
        last: Candidate | None = None
        for token in sentence:
            noun = _noun_at(token, wording, last.kind if last else None)
            noun = _doubtful_at(token, wording) if noun is None and doubtful else noun
            if noun is None or _is_modifier(token, wording) or (last and _is_nested(token, noun, last)):
                continue
            last = _joined_to(last, _candidate(token, noun, wording))
            yield last


def _joined_to(last: Candidate | None, candidate: Candidate) -> Candidate:
    """An instrument joined to a word inside the title before it shares the fate of that title."""
    if last is None or candidate.noun < last.end or not last.start <= candidate.anchor < last.end:
        return candidate
    return replace(candidate, anchor=last.anchor)


def _is_nested(token: Token, noun: InstrumentNoun, last: Candidate) -> bool:
    """A noun inside another's title is an instrument of its own only with an article ("protocol to the treaty")."""
    if not last.noun < token.i < last.end:
        return False
    articles = any(child.dep_ in ("det", "nmod:poss") for child in token.children)
    return noun.needs != "nothing" or not articles


def _candidate(token: Token, noun: InstrumentNoun, wording: Wording) -> Candidate:
    start, end = first_of_title(token, wording), last_of_title(token, wording)
    before = token.doc[start : token.i]
    return Candidate(
        noun=token.i,
        start=start,
        end=end,
        kind=noun.kind,
        anchor=_anchor(token, wording).i,
        count=any(t.pos_ == "NUM" and not _is_year(t) for t in before),
        bare=end - start == 1,
        definite=_is_definite(token),
        plural=token.tag_ in ("NNS", "NNPS") and token.lower_ != noun.forms[0],
    )


def _noun_at(token: Token, wording: Wording, last_kind: AgreementKind | None) -> InstrumentNoun | None:
    if token.lower_ == "one" and last_kind is not None and token.dep_ == "conj" and _goes_on(token):
        return InstrumentNoun(kind=last_kind, forms=("one",), needs="nothing")
    nouns = wording.words.by_form.get(token.lower_, ())
    if not nouns or token.pos_ in ("VERB", "AUX", "ADV") or _names_body(token, wording):
        return None
    return next((noun for noun in nouns if _names_one(token, noun, wording)), None)


def _doubtful_at(token: Token, wording: Wording) -> InstrumentNoun | None:
    """A noun that names an instrument where more is told than here."""
    nouns = wording.words.by_form.get(token.lower_, ())
    return nouns[0] if nouns and token.pos_ in ("NOUN", "PROPN") and nouns[0].needs != "after" else None


def _goes_on(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in ("on", "between", "for", "with")


def _names_one(token: Token, noun: InstrumentNoun, wording: Wording) -> bool:
    before = [t.lower_ for t in token.doc[max(token.i - 5, token.sent.start) : token.i]]
    if before and before[-1] in wording.words.marks.idioms and noun.kind == "agreement":
        return False
    domestic = set(before[-1:]) & wording.words.marks.domestic and not token.text[0].isupper()
    if (domestic and not _tells_partners(token)) or _follows(token, wording.words.marks.deposits):
        return False
    if noun.needs == "nothing":
        return True
    if noun.needs == "after":
        return _follows(token, noun.after)
    titled = (
        token.lower_ != "alliance"
        and noun.kind in ("programme", "declaration", "treaty", "protocol")
        and _is_capital(token)
    )
    if set(before[-3:]) & set(noun.before) or _follows(token, noun.after) or titled:
        return True
    return noun.needs == "sign" and (
        _is_signed(token, wording) or _was_signed(token, wording) or _has_years(token, noun)
    )


def _names_body(token: Token, wording: Wording) -> bool:
    """Whether it is part of a body's name: "the United Nations Development Programme"."""
    return any(token.doc[token.i - size : token.i + 1].text in wording.names for size in range(1, min(5, token.i + 1)))


def _tells_partners(token: Token) -> bool:
    """ "labour agreement between Kenya and Japan": names follow, so that it is more than a matter at home."""
    following = token.doc[token.i + 1 : token.i + 4]
    return (
        len(following) > 1 and following[0].lower_ in ("between", "with") and any(t.pos_ == "PROPN" for t in following)
    )


def _follows(token: Token, phrases: tuple[str, ...]) -> bool:
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    return any(following[: len(phrase.split())] == phrase.split() for phrase in phrases)


def _is_capital(token: Token) -> bool:
    """A title with capitals inside a sentence: "the Strategic Cooperation Programme 2022-2026"."""
    if not token.text[0].isupper() or token.is_sent_start:
        return False
    before = token.doc[token.i - 1]
    titled = before.text[0].isupper() and before.pos_ in ("ADJ", "NOUN", "PROPN", "VERB") and not before.is_sent_start
    return titled or (_goes_on(token) and before.lower_ in ("the", "a", "an"))


def _is_signed(token: Token, wording: Wording) -> bool:
    """Whether the noun stands under a verb or noun of signing."""
    anchor = _anchor(token, wording)
    above = anchor.head
    if above.lemma_.lower() in wording.words.acts.signed and anchor.dep_ in ("nmod", "compound"):
        return True
    if any(child.dep_ == "nummod" for child in token.children):
        return any(t.lemma_.lower() in wording.words.signing.verbs for t in token.sent)
    under = anchor.dep_ in ("obj", "nsubj:pass", "root", "nsubj")
    agreed = above.lemma_ == "agree" and anchor.dep_ == "obl" and token.lower_ in ("ceasefire", "truce", "deal", "plan")
    return agreed or (under and above.lemma_.lower() in wording.words.signing.verbs)


def _was_signed(token: Token, wording: Wording) -> bool:
    """Whether its own clause tells that it was signed: "the roadmap that the ministers adopted in May"."""
    own = [t for t in token.children if t.dep_ in ("acl", "acl:relcl") and t.i > token.i and t.tag_ != "VBG"]
    return any(t.lemma_.lower() in wording.words.signing.verbs for t in own)


def _has_years(token: Token, noun: InstrumentNoun) -> bool:
    """A programme of two years: "the plan of consultations for 2024-2025" is one of two sides."""
    after = token.doc[token.i + 1 : min(token.i + 4, len(token.doc))].text
    return noun.kind == "programme" and bool(YEARS.match(after))


def _is_modifier(token: Token, wording: Wording) -> bool:
    """A noun before another ("treaty obligations") names no instrument; before one it is part of its name."""
    if (
        token.dep_ == "appos"
        and token.head.lower_ in wording.words.by_form
        and token.head.i < token.i
        and token.i - token.head.i > 2
    ):
        return True
    if _is_twin(token, wording):
        return True
    if token.dep_ != "compound" or token.head.i <= token.i:
        return (
            token.i + 1 < len(token.doc)
            and token.nbor().lower_ in wording.words.by_form
            and token.nbor().dep_ != "conj"
        )
    return token.head.lemma_.lower() not in ("signing", "signature", "ceremony")


def _is_twin(token: Token, wording: Wording) -> bool:
    """The second noun of "56 agreements and memorandums"."""
    if token.i < 2 or token.nbor(-1).lower_ != "and" or token.tag_ not in ("NNS", "NNPS"):
        return False
    first = token.nbor(-2)
    return first.lower_ in wording.words.by_form and any(child.dep_ == "nummod" for child in first.children)


def _anchor(token: Token, wording: Wording) -> Token:
    """The noun whose fate the instrument shares: it climbs from a list's item to its head."""
    anchor = token
    for _ in range(12):
        above = anchor.head
        if above == anchor or above.sent != token.sent:
            break
        listed = anchor.dep_ in ("conj", "appos", "list") and above.pos_ in ("NOUN", "PROPN", "NUM", "PRON")
        named = anchor.dep_ in ("nmod", "obl") and above.lower_ in wording.words.by_form and _is_member(anchor)
        if not (listed or named):
            break
        anchor = above
    return anchor


def _is_member(token: Token) -> bool:
    return any(
        child.dep_ == "case" and child.lower_ in ("including", "among", "like", "as") for child in token.children
    )


def _is_definite(token: Token) -> bool:
    return any(
        child.dep_ in ("det", "nmod:poss", "amod")
        and child.lower_ in ("the", "this", "that", "these", "said", "its", "their", "both")
        for child in token.children
    )


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()
