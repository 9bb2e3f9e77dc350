"""The turns of phrase in which a brief speaks of days, things and lists of them."""

from collections.abc import Iterable

from comity.brief.model import Clause, Paragraph
from comity.dossier import wording
from comity.findings import Moment


def dated(moment: Moment | None, otherwise: str = "") -> str:
    """A date as it stands in a sentence, with a blank before it: " on 15 April 2024", " in April 2024"."""
    told = wording.when(moment)
    if not told:
        return otherwise
    return f" {'on' if len(moment or '') == 10 else 'in'} {told}"


def during(period: str | None) -> str:
    """A period as it stands in a sentence: "in 2023", "from January 2023 to November 2023"."""
    first, slash, last = (period or "").partition("/")
    if not slash:
        return dated(first or None).strip()
    # A fiscal year, 2021/2022, is told as it stands.
    return f"in {period}" if len(first) == len(last) == 4 else f"from {wording.when(first)} to {wording.when(last)}"


def lowered(text: str) -> str:
    """The text with a small first letter, as a title made by us stands in a sentence."""
    return text[:1].lower() + text[1:]


def quoted(words: str) -> str:
    """A report's words as a quotation in a sentence, at most a line and a half long."""
    return f"“{wording.clipped(words, 140)}”"


def items(clauses: Iterable[Clause | None]) -> tuple[Paragraph, ...]:
    """Each clause that could be grounded as an item of a list."""
    return tuple(Paragraph(clauses=(one,), item=True) for one in clauses if one)


def paragraph(*clauses: Clause | None, item: bool = False, lead: str = "") -> tuple[Paragraph, ...]:
    """A paragraph of the clauses that could be grounded; none where none could."""
    told = tuple(one for one in clauses if one)
    return (Paragraph(clauses=told, item=item, lead=lead),) if told else ()


def left_out(number: int, what: str, which: str = "") -> tuple[str, ...]:
    """A remark that tells how many are left out, for length or for doubt: "2 agreements read with doubt are ..."."""
    if number <= 0:
        return ()
    told = " ".join(part for part in (wording.counted(number, what), which) if part)
    return (f"{told} {'is' if number == 1 else 'are'} left out here.",)
