"""Offices in a text: "Deputy Prime Minister and Minister of Foreign Affairs of Kazakhstan".

An office is found from its head noun: words of office to the left, a field or body after "of"
or "for" to the right, and the state it belongs to from either side.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.reading.who.scene import HYPHENS, Scene

LINKS = frozenset(("of", "for", "to", "in", "at", "on", "from"))
JOINS = frozenset(("and", "&", ",", "/"))
ARTICLES = frozenset(("the", "a", "an"))
OPENERS = ARTICLES | {"its", "their"}
POSSESSIVE = frozenset(("'s", "'"))
POSTED = frozenset(("ambassador", "consul", "diplomat"))
SENT = frozenset(("embassy", "consulate", "consulate general", "high commission", "mission"))
# Ranks and titles that stand before a name beside an office.
RANKS = frozenset(("officer", "prince", "princess", "private"))
MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Office:
    """An office told in the tokens [start, end), without article, state and name.

    ``reach`` is one past the last token of its "of STATE"; ``left`` the first token of the state or
    possessive before it. ``codes`` are the states it belongs to (several for "the foreign
    ministers of A and B"), ``posted`` where an ambassador is sent; ``fields`` its fields in lower
    case ("foreign"); ``whose`` is the position of a possessive pronoun before it.
    """

    start: int
    end: int
    left: int
    reach: int
    text: str
    head: str
    kind: str
    fields: frozenset[str]
    plural: bool = False
    codes: tuple[str, ...] = ()
    posted: str | None = None
    whose: int | None = None


def read(scene: Scene) -> tuple[Office, ...]:
    """All offices told on the page, in order, the longest where they overlap."""
    found: list[Office] = []
    for position, last in enumerate(scene.low):
        if not scene.is_read(position):
            continue
        office = _office(scene, position, last)
        if office and not (found and office.start < found[-1].end):
            found.append(office)
        elif office and office.end >= found[-1].end and office.start <= found[-1].start:
            found[-1] = office
    return tuple(_joined(scene, found))


def _office(scene: Scene, position: int, last: str) -> Office | None:
    heads = scene.offices.heads_by_last_word
    if last not in heads and "-" in last:
        last = last.rsplit("-", 1)[-1]
    plural = last not in heads and scene.offices.singular(last) in heads
    words = heads.get(scene.offices.singular(last) if plural else last)
    head = _head(scene, position, words) if words else None
    if head is None or _inside_name(scene, position) or not _is_noun(scene, position, head[1]):
        return None
    begin, name = head
    start = _left(scene, begin)
    kind = scene.offices.kinds[name]
    end, reach, codes, posted = _right(scene, position + 1, kind, sent=kind in POSTED or name in SENT)
    left, before, whose = _before(scene, start, plural)
    own = _own(scene, start, position, name)
    return Office(
        start, end, left, reach, scene.text(start, end), name, kind, _fields(scene, start, end), plural,
        before or codes or ((own,) if own else ()), posted, whose,
    )  # fmt: skip


def _own(scene: Scene, start: int, position: int, name: str) -> str | None:
    """Whose office it is by its words alone: the Taoiseach's, the European Commission's where the Union is told."""
    of_body = scene.offices.of_body
    commission = any(scene.doc[i].text == "Commission" for i in range(start, position))
    if commission and "EUU" in scene.codes:
        return "EUU"
    return of_body.get(scene.text(start, position + 1).lower()) or of_body.get(name)


def _is_noun(scene: Scene, position: int, head: str) -> bool:
    """Whether the head is used as a noun; what may be a plain word ("justice", "official") must look like an office."""
    token, lists = scene.doc[position], scene.offices.lists
    if token.text[0].isupper():
        return True
    return head not in lists.capital_only and (head not in lists.twofold or token.pos_ in ("NOUN", "PROPN", ""))


def _inside_name(scene: Scene, position: int) -> bool:
    """Whether the word is a later part of a person's name ("Jean Prince", "Ana Major")."""
    if position not in scene.person_at:
        return False
    start, end = scene.person_at[position]
    return position > start and end - start > 1 and scene.doc[position - 1].text[:1].isupper() and position == end - 1


def _head(scene: Scene, position: int, heads: tuple[tuple[str, ...], ...]) -> tuple[int, str] | None:
    """Where the longest head that ends at ``position`` begins, and its name."""
    compound = "-" in scene.low[position]
    for words in heads:
        begin = position
        if compound and len(words) > 1:
            continue
        for word in reversed(words[:-1]):
            begin -= 2 if scene.one_of(begin - 1, HYPHENS) else 1
            if not scene.one_of(begin, (word,)):
                break
        else:
            return begin, " ".join(words)
    return None


def _left(scene: Scene, begin: int) -> int:
    """The first token of the office, taking in its words of office to the left."""
    floor = max(scene.bounds(begin)[0], begin - MOST_WORDS)
    words = scene.offices.lists
    start = at = begin
    while at > floor:
        at -= 1
        if at in scene.state_at:
            break
        if (
            scene.low[at] in words.modifiers
            or scene.low[at] in words.fields
            or scene.low[at] in scene.offices.institutions
        ):
            start = at
        elif (
            (scene.low[at] in POSSESSIVE and scene.one_of(at - 1, scene.offices.institutions))
            or scene.low[at] in HYPHENS
            or (scene.low[at] in JOINS and _joins(scene, at))
        ):
            continue
        else:
            break
    return start


def _joins(scene: Scene, at: int) -> bool:
    """Whether the comma or "and" links two fields ("trade and industry minister")."""
    fields = scene.offices.lists.fields
    return scene.one_of(at - 1, fields) and (scene.one_of(at + 1, fields) or scene.one_of(at + 1, JOINS))


def _right(scene: Scene, at: int, kind: str, sent: bool) -> tuple[int, int, tuple[str, ...], str | None]:
    """One past the office's field or body, one past its state, the state's codes, and where it is posted."""
    end, reach, posted = at, at, None
    codes: tuple[str, ...] = ()
    ceiling = min(scene.bounds(at - 1)[1], at + MOST_WORDS)
    found: tuple[str, ...] = ()
    while at < ceiling and (scene.low[at] in LINKS or (at == end and _bare_body(scene, at))):
        link = scene.low[at]
        begin = at + 1 + scene.one_of(at + 1, OPENERS) if link in LINKS else at
        body, stop, codes = _complement(scene, begin, ceiling, kind)
        if codes and link in ("to", "in") and sent:
            posted, codes = codes[0], ()
        elif link == "to" or (link in ("in", "at", "on", "from") and not codes):
            reach = _somewhere(scene, begin, ceiling) or reach
            break
        if stop == begin:
            break
        end = max(end, body) if body > begin else end
        at = reach = stop
        found = found or codes
    return end, reach, found, posted


def _somewhere(scene: Scene, begin: int, ceiling: int) -> int | None:
    """One past an unknown town before a comma: "a caterer in Arima, Indra Mahabir"."""
    at = begin
    while at < min(ceiling, begin + 3) and scene.doc[at].text[:1].isupper() and at not in scene.person_at:
        at += 1
    return at if at > begin and scene.one_of(at, (",",)) else None


def _bare_body(scene: Scene, at: int) -> bool:
    """Whether a body follows without "of": "Speaker National Assembly"."""
    lists = scene.offices.lists
    capital = scene.doc[at].text[:1].isupper()
    return capital and (
        scene.low[at] in lists.bodies or (scene.low[at] in lists.body_words and scene.one_of(at + 1, lists.bodies))
    )


def _complement(scene: Scene, begin: int, ceiling: int, kind: str) -> tuple[int, int, tuple[str, ...]]:
    """One past the words of field or body, one past the state that follows or is part of it, its codes."""
    codes: list[str] = []
    body = at = stop = begin
    while at < ceiling:
        mention = scene.state_at.get(at)
        if mention and at not in scene.person_at:
            if codes and not scene.one_of(at - 1, JOINS):
                break
            codes.append(mention.code)
            at = stop = mention.end
            if mention.form == "place" and kind in ("governor", "mayor"):
                body = stop
            if scene.one_of(at, POSSESSIVE):
                at += 1
            elif not _part_of_office(scene, at, kind, body > begin) and not (
                scene.one_of(at, JOINS) and scene.state_at.get(at + 1)
            ):
                break
        elif _part_of_office(scene, at, kind, known=body > begin):
            at += 1
            body = stop = at
        elif (
            (
                scene.low[at] in JOINS
                and not _office_follows(scene, at + 1)
                and (_part_of_office(scene, at + 1, kind, known=True) or _next_state(scene, at, codes))
            )
            or (
                scene.low[at] in ("of", "the", "for")
                and body > begin
                and _part_of_office(scene, at + 1 + scene.one_of(at + 1, ARTICLES), kind, known=True)
            )
            or scene.low[at] in POSSESSIVE
            or scene.low[at] in HYPHENS
        ):
            at += 1
        else:
            break
    return body, stop, tuple(codes)


def _office_follows(scene: Scene, at: int) -> bool:
    """Whether the words at ``at`` are those of a second office: "and Foreign Minister"."""
    lists, last = scene.offices.lists, at
    while last < at + 6 and (scene.one_of(last, lists.fields) or scene.one_of(last, lists.modifiers)):
        last += 1
    return scene.one_of(last, scene.offices.heads_by_last_word)


def _next_state(scene: Scene, at: int, codes: list[str]) -> bool:
    return bool(codes) and at + 1 in scene.state_at


def _part_of_office(scene: Scene, at: int, kind: str, known: bool) -> bool:
    """Whether the token is a word of a field or body; proper names only after offices of anything."""
    if not 0 <= at < len(scene.low) or at in scene.state_at:
        return False
    lists = scene.offices.lists
    word = scene.low[at]
    if word in lists.fields or word in lists.bodies or word in lists.body_words:
        return True
    if at in scene.person_at:
        return False
    return (
        not known and kind in lists.of_anything and scene.doc[at].text[:1].isupper() and word not in lists.never_names
    )


def _before(scene: Scene, start: int, plural: bool) -> tuple[int, tuple[str, ...], int | None]:
    """Where the states or the possessive before the office begin, their codes, the possessive's position."""
    at = start - 1
    if scene.one_of(at, ("his", "her", "its", "their", "whose")):
        return at, (), at
    if scene.one_of(at, POSSESSIVE):
        at -= 1
    codes: list[str] = []
    left = start
    while (mention := scene.state_at.get(at)) and (codes or scene.is_read(at)):
        codes.insert(0, mention.code)
        left, at = mention.start, mention.start - 1
        if plural and scene.one_of(at, JOINS) and at - 1 in scene.state_at:
            at -= 1
            if scene.one_of(at, JOINS):
                at -= 1
        elif scene.one_of(at, HYPHENS):
            at -= 1
        else:
            break
    whose = at if scene.one_of(at, ("his", "her", "its", "their")) else None
    return left, tuple(codes), whose


def _fields(scene: Scene, start: int, end: int) -> frozenset[str]:
    fields = scene.offices.lists.fields
    return frozenset(
        w for w in scene.low[start:end] if w in fields and w not in ("affairs", "state", "national", "government")
    )


def _joined(scene: Scene, found: list[Office]) -> Iterator[Office]:
    """Offices of one person joined: "Deputy Prime Minister and Minister of Foreign Affairs"."""
    held: Office | None = None
    for office in found:
        if held and _same_holder(scene, held, office):
            held = replace(
                held, end=office.end, reach=office.reach, text=scene.text(held.start, office.end),
                codes=held.codes or office.codes, fields=held.fields | office.fields,
            )  # fmt: skip
            continue
        if held:
            yield held
        held = office
    if held:
        yield held


def _same_holder(scene: Scene, first: Office, second: Office) -> bool:
    """Whether nothing but "and" or a comma parts two offices that are written alike."""
    gap = scene.low[first.end : second.start]
    alike = scene.doc[first.start].text[0].isupper() == scene.doc[second.start].text[0].isupper()
    plain = first.reach == first.end and not first.plural and not second.plural and second.kind not in RANKS
    return (
        plain
        and alike
        and 0 < len(gap) <= 2
        and set(gap) <= JOINS
        and scene.bounds(first.start) == scene.bounds(second.start)
    )
