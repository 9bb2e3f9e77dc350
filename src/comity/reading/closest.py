"""Who stands nearest to a place in the text: the mentions that a proposal rests on, and further sets of parties."""

from collections.abc import Iterable, Iterator

from comity.reading.mentions import Mention, Who


def backing(who: Who, anchor: Mention, codes: Iterable[str], *, outside: bool = False) -> tuple[Mention, ...]:
    """For each state the mention nearest to the anchor that names it or acts for it, in order of the text;
    only those ``outside`` the anchor, where it is not there that a state may be told."""
    acting = tuple(found for found in _acting(who) if not (outside and _is_inside(found[0], anchor)))
    found: dict[Mention, None] = {}
    for code in sorted(set(codes)):
        named = [mention for mention, meant in acting if code in meant]
        if named:
            found[min(named, key=lambda m: (_distance(m, anchor), m.start, m.end))] = None
    return tuple(Mention(m.start, m.end) for m in sorted(found, key=lambda m: (m.start, m.end)))


def nearest(who: Who, anchor: Mention) -> tuple[str, ...]:
    """The codes of all who act in the report, those named nearest to the anchor first."""
    acting = sorted(_acting(who), key=lambda found: (_distance(found[0], anchor), found[0].start))
    return tuple(dict.fromkeys(code for _, codes in acting for code in codes))


def _acting(who: Who) -> Iterator[tuple[Mention, tuple[str, ...]]]:
    """All mentions of those who act, with the codes that each means."""
    yield from ((m, (m.code,)) for m in who.states if m.acts)
    yield from ((m, (m.person.country,)) for m in who.people if m.person.country)
    yield from ((m, m.codes) for m in who.parties)


def _is_inside(mention: Mention, anchor: Mention) -> bool:
    return mention.start < anchor.end and anchor.start < mention.end


def _distance(mention: Mention, anchor: Mention) -> int:
    """Tokens between the two; none where they touch or overlap."""
    return max(0, mention.start - anchor.end, anchor.start - mention.end)
