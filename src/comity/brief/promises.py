"""Promises by us, by them and by both, and what each side may raise about what is open."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from comity.brief import phrases, trade
from comity.brief.grounds import Grounds
from comity.brief.model import Clause, Paragraph, Section
from comity.dossier import wording
from comity.dossier.page import Claim, Dossier, Entry, FigureEntry, PromiseEntry
from comity.findings import Code

# How many of each a body of two to four pages has room for.
_PROMISES, _POINTS = 5, 3
_OPEN = ("open", "overdue", "progressed")


def sections(page: Dossier, us: Code, grounds: Grounds) -> Iterator[Section]:
    """A heading, and below it what we, they and both have promised, the most urgent first."""
    pledges = [one for one in page.promises if one.kind == "pledge"]
    sure = [one for one in pledges if not one.doubtful]
    parts = _by_whom(page, us, sure)
    none = () if any(found for _, found in parts) else ("The record tells of no promise of the two without doubt.",)
    doubtful = phrases.left_out(len(pledges) - len(sure), "promise", "read with doubt")
    yield Section(title="Promises", remarks=(*none, *doubtful))
    for title, found in parts:
        if found:
            told = (_promise(one, page, grounds) for one in found[:_PROMISES])
            yield Section(
                title=title,
                level=2,
                paragraphs=tuple(paragraph for one in told for paragraph in one),
                remarks=phrases.left_out(len(found) - _PROMISES, "further promise"),
            )


def _by_whom(page: Dossier, us: Code, found: Iterable[PromiseEntry]) -> list[tuple[str, list[PromiseEntry]]]:
    them = next(code for code in page.pair if code != us)
    whose = [
        (f"By us, {page.names[us]}", {us}),
        (f"By them, {page.names[them]}", {them}),
        ("By both", {us, them}),
    ]
    known = list(found)
    return [(title, [one for one in known if set(one.by) & {us, them} == codes]) for title, codes in whose]


def _promise(entry: PromiseEntry, page: Dossier, grounds: Grounds) -> tuple[Paragraph, ...]:
    told, ending = _STANDINGS[entry.standing or "open"]
    due = f", due by {wording.when(entry.deadline or entry.due)}" if entry.due else ""
    became = grounds.on_outcomes(ending, entry.outcomes) if ending else None
    said = f"{_who(entry, page)} promised: {phrases.quoted(entry.text)}{due}{told}."
    return phrases.paragraph(grounds.clause(said, entry.evidence), became, item=True)


def _who(entry: PromiseEntry, page: Dossier) -> str:
    return wording.listed(page.names.get(code, code) for code in entry.by)


# How the promise's own sentence ends, and the sentence on what became of it, where a report tells that.
_STANDINGS = {
    "open": ("; no report tells yet what became of it", ""),
    "overdue": ("; it is overdue, and no report tells what became of it", ""),
    "progressed": ("", "There has been progress."),
    "kept": ("", "It was kept."),
    "broken": ("", "It was not kept."),
    "superseded": ("", "It was replaced by something else."),
}


def points(page: Dossier, us: Code, grounds: Grounds) -> Section:
    """What may be raised: open promises, figures that contradict each other, and what is planned."""
    sure = [one for one in page.promises if one.standing in _OPEN and not one.doubtful]
    by_us, by_them, by_both = (found for _, found in _by_whom(page, us, [one for one in sure if one.kind == "pledge"]))
    conflicts = [one for one in page.figures if one.conflict]
    planned = [one for one in sure if one.kind in ("encounter", "agreement") and one.status == "planned"]
    told = (
        *_asked(by_them, page, "Ask what has become of {what}, promised by {who}", grounds),
        *_asked(by_us, page, "Be ready to say how {what}, promised by {who}, stands", grounds),
        *_asked(by_both, page, "Agree on the next step towards {what}, promised by {who}", grounds),
        *(_compare(one, page.names, grounds) for one in conflicts[:_POINTS]),
        *(grounds.clause(_PLANNED[one.kind](one), one.evidence) for one in planned[:_POINTS]),
    )
    remarks = () if any(told) else ("The record holds no open promise, contradiction or plan to raise.",)
    return Section(title="Suggested points to raise", paragraphs=phrases.items(told), remarks=remarks)


def _asked(found: Sequence[PromiseEntry], page: Dossier, form: str, grounds: Grounds) -> Iterator[Clause | None]:
    for one in found[:_POINTS]:
        due = f" and due by {wording.when(one.deadline or one.due)}" if one.due else ""
        # The report's words are put in by ``replace``: braces in them are theirs.
        said = form.replace("{who}", f"{_who(one, page)}{due}").replace("{what}", phrases.quoted(one.text))
        yield grounds.clause(f"{said}.", one.evidence)


def _compare(entry: FigureEntry, names: Mapping[Code, str], grounds: Grounds) -> Clause | None:
    """Camps that cannot all be right, each with one of its claims."""
    assert entry.conflict is not None
    rest_on = [one for camp in entry.conflict.camps for one in camp.findings[:1]]
    counts = dict.fromkeys(_counted(one, names) for one in entry.claims if one.evidence.finding in rest_on)
    what = trade.about(entry, names)
    return grounds.on_findings(f"Compare the counts of {what}: {wording.listed(counts)}.", rest_on)


def _counted(claim: Claim, names: Mapping[Code, str]) -> str:
    whose = f"the count of {names.get(claim.by, claim.by)}" if claim.by else "an unnamed count"
    return f"{trade.amount(claim)} by {whose}"


def _visit(entry: Entry) -> str:
    what = f"the {phrases.lowered(entry.title)}"
    if entry.standing == "overdue":
        return f"Ask whether {what}, planned for {entry.when}, took place or is still wanted."
    return f"Settle what is to come of {what}, planned{phrases.dated(entry.date, ' without a day')}."


def _draft(entry: Entry) -> str:
    return f"Ask how far {phrases.quoted(entry.title)}, told to be planned, has come."


_PLANNED: dict[str, Callable[[Entry], str]] = {"encounter": _visit, "agreement": _draft}
