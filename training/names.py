"""The names of each data set, brought to the five types and to one idea of where a name ends.

A name is the name alone: no article, no title before a person ("President Sadyr Japarov" is
PERSON "Sadyr Japarov"), no place after a comma. States, their adjectives and their peoples
are NATION wherever they stand outside a longer name. What a set marks and this idea does not
settle is UNSURE and left out of the loss.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from training.sentences import UNSURE, tag_spans
from training.writing import known

Span = tuple[int, int, str]

TYPES = {
    "person": "PERSON",
    "politician": "PERSON",
    "organization": "ORG",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "place": "PLACE",
    "location": "PLACE",
    "country": "NATION",
    "nationality": "NATION",
    "event": "EVENT",
    "election": "EVENT",
}

TITLES, PRONOUNS, PEOPLES = known("titles"), known("pronouns"), known("peoples")
PARTICLES, JOINERS = known("particles"), known("joiners")
ARTICLES = frozenset(("the", "a", "an"))
CUT_AT = {
    "PERSON": frozenset((",", "(", "of", "and", "&")),
    "PLACE": frozenset((",", "(")),
    "ORG": frozenset((",", "(", "in", "at")),
}


def read_table(path: Path) -> tuple[dict[tuple[str, ...], str], int]:
    """NATION and PLACE (capitals) by their words from nations.tsv; and the longest entry's length."""
    table: dict[tuple[str, ...], str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        names, people, capitals = [*line.split("\t"), "", ""][:3]
        for capital in filter(None, capitals.split("|")):
            table.setdefault(tuple(capital.split()), "PLACE")
        for nation in filter(None, (*names.split("|"), *people.split("|"))):
            table[tuple(nation.split())] = "NATION"
    return table, max(map(len, table))


TABLE, LONGEST = read_table(Path(__file__).with_name("nations.tsv"))


def table_spans(words: Sequence[str], kinds: frozenset[str] = frozenset(("NATION",))) -> Iterator[Span]:
    """Longest entries of the table among `words`, from the left."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST), at, -1):
            kind = TABLE.get(tuple(words[at:end]))
            if kind in kinds:
                yield at, end, kind
                at = end
                break
        else:
            at += 1


def trim(words: Sequence[str], span: Span) -> Span | None:
    """The name inside a marked span; None where there is none, type UNSURE where it is unclear."""
    first, end, kind = span
    if kind != "EVENT":  # "2004 Canadian federal election" ends in small letters and is a whole name
        while end > first and not _capital(words[end - 1]) and not words[end - 1][:1].isdigit():
            end -= 1
    first, clear = _person_start(words, (first, end)) if kind == "PERSON" else (first, True)
    while first < end and words[first].lower() in ARTICLES:
        first += 1
    cut = CUT_AT.get(kind, frozenset())
    end = next((i for i in range(first + 1, end) if words[i] in cut), end)
    name = words[first:end]
    if not any(map(_capital, name)) or name[0].lower() in PRONOUNS:
        return None
    return first, end, kind if clear and _is_name(name, kind) else UNSURE


def _person_start(words: Sequence[str], place: tuple[int, int]) -> tuple[int, bool]:
    """Where a person's name begins behind titles, and whether that is clear.

    "Mayor of London Boris Johnson" does not tell where the office ends.
    """
    first = max((i + 1 for i in range(*place) if words[i].lower() in TITLES), default=place[0])
    start = first
    while start < place[1] and not _capital(words[start]):
        start += 1
    return start, all(word in ARTICLES for word in words[first:start])


def _is_name(name: Sequence[str], kind: str) -> bool:
    """Whether all words look like a name's; a description keeps small words of its own."""
    if kind == "EVENT":
        return True
    if kind == "PERSON" and len(name) == 1 and name[0] in PEOPLES:
        return False
    joiners = PARTICLES if kind == "PERSON" else JOINERS
    return all(_capital(w) or w.lower() in joiners or w[:1].isdigit() for w in name)


def _capital(word: str) -> bool:
    return any(c.isupper() for c in word)


def unify(words: Sequence[str], marked: Sequence[Span], fill: str = "O") -> tuple[str, ...]:
    """Name tags from a set's own spans: trimmed, longest first, states by the table.

    `fill` is the tag of words outside all names: "O" where the set marks every name, UNSURE not.
    """
    taken: list[Span] = []
    for span in sorted(marked, key=lambda s: (s[0] - s[1], s[0])):
        name = trim(words, span)
        if name and not any(name[0] < t[1] and t[0] < name[1] for t in taken):
            taken.append(_nation_or(words, name))
    for nation in table_spans(words):
        inside = [t for t in taken if nation[0] < t[1] and t[0] < nation[1]]
        if not inside:
            taken.append(nation)
    return tuple(tag_spans(len(words), taken, fill))


def _nation_or(words: Sequence[str], span: Span) -> Span:
    """The span as NATION where its words are exactly a state's name or adjective."""
    first, end, kind = span
    known = TABLE.get(tuple(words[first:end]))
    return (first, end, "NATION") if known == "NATION" and kind != "EVENT" else span
