"""Made-up reports and readings of every shape, for Hypothesis and by hand."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from comity.findings import (
    Agreement,
    Change,
    Claim,
    Encounter,
    Event,
    Figure,
    Finding,
    Person,
    Pledge,
    Reader,
    Reading,
    Refusal,
    Report,
    Statement,
    TopicFinding,
)  # fmt: skip

READER = Reader(version="1", model="m", terms="t")
CODES = ("ARM", "EUU", "GEO", "KAZ")
TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
LONG = st.text(st.sampled_from("abc d\0\n\t=+-@'\"\\é…𝄞\u202e;,"), min_size=6, max_size=60)
CODE = st.sampled_from(CODES)
COUNTRIES = st.lists(CODE, unique=True, min_size=1, max_size=3).map(lambda codes: tuple(sorted(codes)))
DATE = st.dates().map(lambda day: day.isoformat())
MOMENT = st.builds(lambda day, length: day[:length], DATE, st.sampled_from((4, 7, 10)))
PERSON = st.builds(Person, name=st.none() | TEXT, office=st.none() | TEXT, country=st.none() | CODE)
NUMBER = st.integers(-(10**17), 10**17) | st.floats(-1e200, 1e200).map(lambda value: value + 0.0)
CHANGE = st.builds(
    Change, value=NUMBER, unit=st.sampled_from(("percent", "times")), direction=st.sampled_from(("up", "down"))
)
YEAR = st.integers(1, 9999)

FIELDS: dict[type[Finding], dict[str, st.SearchStrategy[Any]]] = {
    Encounter: {
        "kind": st.sampled_from(("visit", "call")), "status": st.sampled_from(("held", "planned", "cancelled")),
        "countries": COUNTRIES, "host": st.none() | CODE, "date": st.none() | MOMENT,
        "people": st.lists(PERSON, max_size=3).map(tuple),
    },
    Statement: {"speaker": PERSON, "text": TEXT},
    Agreement: {
        "kind": st.sampled_from(("treaty", "programme")), "title": TEXT, "countries": COUNTRIES,
        "status": st.sampled_from(("signed", "planned")), "year": st.none() | YEAR,
        "period": st.none() | st.tuples(YEAR, YEAR),
    },
    Figure: {
        "measure": st.sampled_from(("trade", "exports")), "value": st.none() | NUMBER, "unit": st.none() | TEXT,
        "bound": st.sampled_from(("exact", "about")), "change": st.none() | CHANGE,
        "status": st.sampled_from(("reported", "target")), "period": st.none() | PLAIN,
        "source": st.none() | CODE, "target": st.none() | CODE, "countries": COUNTRIES,
        "claim": st.builds(Claim, by=st.none() | CODE, via=st.none() | TEXT),
    },
    Pledge: {"by": COUNTRIES, "text": TEXT, "deadline": st.none() | MOMENT},
    Event: {
        "source": CODE, "target": CODE, "type": st.sampled_from(("CONSULT", "ACCUSE")), "mode": st.none() | TEXT,
        "context": st.none() | TEXT, "date": st.none() | MOMENT,
        "quad": st.sampled_from(("verbal cooperation", "verbal conflict")), "cameo": st.sampled_from(("04", "11")),
        "goldstein": st.floats(-10, 10),
    },
    TopicFinding: {"topic": st.sampled_from(("trade", "water"))},
}  # fmt: skip
KEYS = {
    Encounter: "encounters", Statement: "statements", Agreement: "agreements", Figure: "figures",
    Pledge: "pledges", Event: "events", TopicFinding: "topic_findings",
}  # fmt: skip


@st.composite
def spans(draw: st.DrawFn, text: str) -> list[tuple[int, int]]:
    ends = st.integers(0, len(text))
    pairs = st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair))).filter(lambda pair: pair[0] < pair[1])
    return draw(st.lists(pairs, min_size=1, max_size=3))


@st.composite
def findings(draw: st.DrawFn, report: Report, kind: Any) -> Finding:
    fields = draw(st.fixed_dictionaries(FIELDS[kind]))
    inferred = draw(st.lists(st.sampled_from(sorted(FIELDS[kind])), unique=True, max_size=2))
    confidence = draw(st.floats(0, 1))
    found: Finding = kind.found(
        report,
        draw(spans(report.text)),
        "step",
        confidence,
        **fields,
        inferred=tuple(inferred),
        clues=draw(st.sampled_from([(), ("rules 0.80", "main relation")])),
    )
    return found


@st.composite
def reports(draw: st.DrawFn, id: str) -> Report:
    text = draw(LONG)
    return Report(
        id=id, url=draw(st.none() | PLAIN), outlet=draw(st.none() | TEXT), author=draw(st.none() | TEXT),
        title=draw(st.none() | TEXT), published=draw(st.none() | DATE), language="en", text=text,
        skipped=tuple(sorted({*draw(spans(text))}, key=lambda span: span[0])[:1]),
    )  # fmt: skip


@st.composite
def readings(draw: st.DrawFn, report: Report, reader: Reader = READER) -> Reading:
    told = {key: tuple(_distinct(draw(st.lists(findings(report, kind), max_size=2)))) for kind, key in KEYS.items()}
    refusals = st.builds(Refusal, reason=PLAIN, detail=TEXT, remedy=PLAIN, spans=spans(report.text).map(tuple))
    topics = tuple(sorted(draw(st.sets(st.sampled_from(("energy", "trade", "water"))))))
    return Reading(report=report, topics=topics, reader=reader, refusals=draw(st.lists(refusals, max_size=2)), **told)


def _distinct(found: Sequence[Finding]) -> list[Finding]:
    return list({one.id: one for one in found}.values())
