"""Where an instrument's title begins and ends: the shortest full phrase, without a leading article."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from comity.terms import Terms
from comity.terms.calendar import Calendar
from comity.terms.currencies import Currencies
from comity.terms.instruments import Instruments
from comity.terms.numbers import Numbers
from comity.terms.states import States

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV"})
_STRONG = frozenset({"on", "of", "between", "for", "regarding", "concerning", "about", "against"})
_CUT = frozenset({"acl:relcl", "appos", "parataxis", "advcl", "advcl:relcl", "list", "ccomp"})
_BARS = frozenset({";", ":", "(", ")", "–", "—", "--", '"', "”", "“", ",", "[", "]"})


@dataclass(frozen=True)
class Wording:
    """The vocabulary of instruments, words of dates and money that are no part of a title, names of states."""

    words: Instruments
    months: frozenset[str]
    days: frozenset[str]
    money: frozenset[str]
    names: frozenset[str]
    fates: frozenset[str]


@cache
def wording_of(terms: Terms) -> Wording:
    """The wording of a vocabulary, made once."""
    calendar, currencies = terms.table(Calendar), terms.table(Currencies).currencies
    numbers, states = terms.table(Numbers), terms.table(States)
    signs = {sign.lower() for currency in currencies.values() for sign in (*currency.signs, *currency.words)}
    money = {*signs, *(code.lower() for code in currencies), *numbers.scales, *numbers.abbreviated}
    return Wording(
        words=terms.table(Instruments),
        months=frozenset(calendar.months),
        days=frozenset((*calendar.weekdays, *calendar.days)),
        money=frozenset(money),
        fates=terms.table(Instruments).verbs.words,
        names=frozenset(
            form for actor in (*states.states.values(), *states.bodies.values()) for form, _ in actor.forms()
        ),
    )


def first_of_title(token: Token, wording: Wording) -> int:
    """The first token of the title: leftwards over the noun's own modifiers."""
    start, floor = token.i, token.sent.start
    while start > floor and _belongs(token.doc[start - 1], token.doc[start]) and not _is_signing(token, start, wording):
        start -= 1
    while start < token.i and token.doc[start].text in ("-", "–"):
        start += 1
    counted = any(t.pos_ == "NUM" for t in token.doc[start : token.i])
    named = token.i + 1 < token.sent.end and token.nbor().lower_ in wording.words.title.links
    last = token.i if named else token.i - 1
    while start < last and not counted and token.doc[start].lower_ in wording.words.marks.outside:
        if token.doc[start : start + 2].text in wording.names:
            break
        start += 1
    return start


def _is_signing(token: Token, start: int, wording: Wording) -> bool:
    """A headline's verb, taken for a noun, stands before the title: "sign agreement"."""
    return token.doc[start - 1].lower_ in wording.words.title.verbs


def _belongs(before: Token, after: Token) -> bool:
    if before.text in ("-", "–", "/") and not before.whitespace_:
        return True
    if before.lower_ in ("more", "than") and after.pos_ == "NUM":
        return True
    if before.lower_ == "and" and before.dep_ == "cc":
        return (
            after.dep_ == "conj"
            and after.head.i < before.i
            and after.pos_ == "ADJ"
            and after.head.dep_ in ("amod", "compound")
        )
    if before.pos_ not in _INSIDE or before.lower_ in ("worth", "such", "as", "both", "also", "signed", "including"):
        return False
    return before.pos_ != "VERB" or before.dep_ in ("amod", "compound")


def last_of_title(token: Token, wording: Wording) -> int:
    """The end (exclusive) of the title: rightwards over "on ...", "between ...", "for 2024-2026", "to build ..."."""
    end = _past_twin(token, wording)
    limit = token.sent.end
    while end < limit:
        after = _past_abbreviation(token, end)
        if after >= limit or not _is_link(token.doc[after], wording):
            break
        after = _past_date(token.doc[after], wording)
        complement = _complement(token.doc[after], token, wording)
        reach = _reach(complement, after, wording) if complement is not None else after
        if reach <= after + 1:
            break
        end = reach
    if end == token.i + 1 and first_of_title(token, wording) == token.i:
        return _past_own_words(token, wording)
    return _with_twin_subject(token, end, wording)


def _past_own_words(token: Token, wording: Wording) -> int:
    """A noun without a word of its own is named by what hangs on it: "treaty of 2003", "agreement abolishing visas",
    "treaty that fixes the border"."""
    doc, end = token.doc, token.i + 1
    dated = _DATED.match(doc[end : min(end + 4, token.sent.end)].text)
    if dated:
        return end + len(dated[0].split())
    clause = next((c for c in token.children if c.i > token.i and _names_it(c, token, wording)), None)
    return _reach(clause, end, wording) if clause is not None else end


_DATED = re.compile(r"of (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")


def _names_it(clause: Token, noun: Token, wording: Wording) -> bool:
    """Whether a clause follows the noun at once and tells what it does, not what became of it."""
    first = clause.left_edge
    if first.i != noun.i + 1:
        return False
    doing = clause.dep_ == "acl" and clause.tag_ == "VBG" and first == clause
    told = clause.lemma_.lower() in wording.fates
    return doing or (clause.dep_ == "acl:relcl" and first.lower_ in ("that", "which", "by") and not told)


def _with_twin_subject(token: Token, end: int, wording: Wording) -> int:
    """ "Treaty of Friendship and Cooperation": a second subject joined to the first, whatever it is joined to."""
    doc = token.doc
    if end - token.i < 3 or end + 1 >= token.sent.end or doc[end].lower_ != "and":
        return end
    twin = doc[end + 1]
    noun = twin.pos_ in ("NOUN", "PROPN") and twin.dep_ == "conj" and twin.lower_ not in wording.words.by_form
    alike = twin.text[0].isupper() == doc[end - 1].text[0].isupper()
    return end + 2 if noun and alike and token.i <= twin.head.i < end else end


def _past_twin(token: Token, wording: Wording) -> int:
    """ "56 agreements and memorandums of understanding" are one."""
    doc, end = token.doc, token.i + 1
    twin = doc[end + 1] if end + 1 < token.sent.end and doc[end].lower_ == "and" else None
    counted = any(child.dep_ == "nummod" for child in token.children)
    if twin is not None and counted and twin.lower_ in wording.words.by_form and twin.tag_ in ("NNS", "NNPS"):
        return end + 2
    return end


def _past_date(link: Token, wording: Wording) -> int:
    """Over a date to what goes on with the title: "treaty of 1998 on the shelf"; else where it stood."""
    doc, position = link.doc, link.i + 1
    while position < link.sent.end and (doc[position].like_num or doc[position].lower_ in wording.months):
        position += 1
    goes_on = position > link.i + 1 and position < link.sent.end and doc[position].lower_ in _STRONG
    return position if goes_on else link.i


def _past_abbreviation(token: Token, end: int) -> int:
    """The position after an abbreviation in brackets, as in "Memorandum of Understanding (MoU) on"."""
    doc = token.doc
    if end + 2 < token.sent.end and doc[end].text == "(" and doc[end + 2].text == ")" and doc[end + 1].is_alpha:
        return end + 3
    return end


def _is_link(token: Token, wording: Wording) -> bool:
    return token.lower_ in wording.words.title.links and token.dep_ in (
        "case",
        "mark",
        "acl",
        "obl",
        "nmod",
        "amod",
        "advmod",
        "cc",
        "compound",
    )


def _complement(link: Token, noun: Token, wording: Wording) -> Token | None:
    """What the preposition or infinitive introduces, where it belongs to the title."""
    inner = link if link.dep_ in ("acl",) else link.head
    if inner.i <= link.i and link.dep_ != "acl":
        return None
    if (_is_date(inner, wording) and link.lower_ in ("of", "on", "in")) or _is_sum(link, wording):
        return None
    attached = noun in inner.ancestors
    if link.dep_ == "mark":
        close = link.i == noun.i + 1 and inner.lower_.endswith("ing")
        return inner if (attached and link.lower_ == "to") or close else None
    strong = link.lower_ in _STRONG or (
        link.lower_ == "in" and inner.lemma_.lower() in ("field", "sphere", "area", "domain")
    )
    return inner if attached or (strong and not _is_time(inner, wording)) else None


def _is_date(token: Token, wording: Wording) -> bool:
    words = [token, *token.children]
    return all(t.pos_ in ("NUM", "ADP", "PUNCT", "DET") or t.lower_ in wording.months for t in words) and any(
        t.pos_ == "NUM" or t.lower_ in wording.months for t in words
    )


def _is_sum(link: Token, wording: Wording) -> bool:
    """An amount of money after the preposition: "for 4.2 billion dollars", "of EUR 30 million"."""
    told = False
    for token in link.doc[link.i + 1 : link.i + 6]:
        money = token.lower_ in wording.money or (token.pos_ == "SYM" and token.text not in "-–—/")
        if not (money or token.like_num or token.pos_ in ("ADV", "ADP")):
            break
        told = told or money
    return told


def _is_time(token: Token, wording: Wording) -> bool:
    return token.lower_ in wording.days or token.lower_ in wording.months


def _reach(inner: Token, after: int, wording: Wording) -> int:
    """How far the complement goes on before something that is no part of a title."""
    last = max(inner.i, after)
    edge = min(inner.right_edge.i, inner.sent.end - 1)
    position = after + 1
    while position <= edge:
        token = inner.doc[position]
        if _ends_title(token, inner, wording):
            break
        last = position
        position += 1
    while last > after and inner.doc[last].pos_ in ("PUNCT", "CCONJ", "ADP", "DET"):
        last -= 1
    return last + 1


def _ends_title(token: Token, inner: Token, wording: Wording) -> bool:
    if token.is_space and "\n\n" in token.text:
        return True
    if token.text in _BARS:
        return not (token.text == "," and _is_list_comma(token))
    if token.dep_ in _CUT and token.i > inner.i:
        return True
    if token.dep_ == "acl" and token.i > inner.i and (token.tag_ == "VBN" or token.lower_.endswith("ing")):
        return True
    if token.lower_ in ("worth", "which", "that", "who", "signed", "during"):
        return True
    return token.lower_ in ("and", "or") and _opens_next(token, wording)


def _is_list_comma(token: Token) -> bool:
    """A comma inside "diplomatic, official and service passports"."""
    following = token.doc[token.i + 1 : token.i + 9]
    head = token.head
    if any(t.text == "," or t.lower_ in ("and", "&") for t in following[1:5]) and head.dep_ in (
        "conj",
        "amod",
        "compound",
        "nmod",
    ):
        return not any(
            t.lower_ in ("a", "an", "the", "which") or t.pos_ in ("VERB", "AUX", "PRON") for t in following[:3]
        )
    return False


def _opens_next(token: Token, wording: Wording) -> bool:
    """ "and" before the next instrument or the next clause."""
    following = token.doc[token.i + 1 : token.i + 7]
    if following and following[0].lower_ in ("a", "an", "one", "also"):
        return True
    if (following and following[0].pos_ in ("AUX", "PRON")) or (
        following and following[0].pos_ == "VERB" and following[0].tag_ in ("VBD", "VBZ", "VBP")
    ):
        return True
    return any(
        t.lower_ in wording.words.by_form and t.pos_ in ("NOUN", "PROPN")
        for t in following[:4]
        if t.lower_ not in ("exchange", "notes", "plan")
    )
