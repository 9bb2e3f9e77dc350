"""Where things stand, in a few plain sentences, each with the findings it rests on.

Each maker of a sentence stands in ``_SENTENCES`` and gives nothing where the account holds nothing for it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from comity.dossier import wording
from comity.dossier.account import Account
from comity.dossier.page import Sentence
from comity.dossier.sections import is_discord
from comity.findings import Code, Event, Figure
from comity.matters import Matter, Standing

Names = Mapping[Code, str]
Maker = Callable[[Account, Names], Sentence | None]
_NAMED = 3


def sentences(account: Account, names: Names) -> list[Sentence]:
    """Where things stand on the account's day."""
    told = [sentence for maker in _SENTENCES if (sentence := maker(account, names))]
    return told or [_latest(account, names)]


def _latest(account: Account, names: Names) -> Sentence:
    """What there is to say where there is little: the latest matter, of the two alone or with others."""
    both = wording.listed(names[code] for code in account.pair)
    if not (found := account.matters or account.joint):
        return Sentence(text=f"The record holds nothing yet that {both} share.", findings=())
    last = max(found, key=lambda matter: (matter.last_told, matter.id))
    return _about([last], f"The record holds little on {both}; the latest: {wording.titled(last, names)}{_on(last)}.")


def _last_encounter(account: Account, names: Names) -> Sentence | None:
    met = [m for m in account.matters if m.kind == "encounter" and not account.is_doubtful(m)]
    held = [m for m in met if m.status == "held" and m.date]
    past = [matter for matter in held if (matter.date or "") <= account.day]
    if not past:
        return None
    # Of one day the most told, as a visit's talks are told beside the visit.
    last = max(past, key=lambda matter: (matter.date or "", matter.sources, matter.id))
    return _about([last], f"The last encounter told was the {wording.titled(last, names)}{_on(last)}.")


def _trade(account: Account, names: Names) -> Sentence | None:
    told = [
        m for m in account.matters if m.kind == "figure" and m.type == "trade" and m.status == "reported" and m.period
    ]
    levels = [matter for matter in told if _levels(account, matter)]
    if not levels:
        return None
    last = max(levels, key=lambda matter: (_last_year(matter.period), len(_levels(account, matter)), matter.id))
    counts: dict[str, dict[str, None]] = {}
    for figure in _levels(account, last):
        who = names.get(figure.claim.by, figure.claim.by) if figure.claim.by else "unnamed"
        counts.setdefault(who, {})[wording.amount(figure.model_copy(update={"change": None}))] = None
    parts = [f"{', '.join(amounts)} ({_count_of(who)})" for who, amounts in sorted(counts.items())]
    end = "; these claims contradict each other." if last.conflict else "."
    return _about([last], f"Trade in {_period(last.period)}: {'; '.join(parts)}{end}")


def _count_of(who: str) -> str:
    return "not said whose count" if who == "unnamed" else f"by the count of {who}"


def _levels(account: Account, matter: Matter) -> list[Figure]:
    found = [told.finding for told in account.members(matter)]
    return [finding for finding in found if isinstance(finding, Figure) and finding.value is not None]


def _last_year(period: str | None) -> str:
    return (period or "").split("/")[-1]


def _period(period: str | None) -> str:
    return " to ".join(wording.when(moment) for moment in (period or "").split("/"))


def _contradictions(account: Account, names: Names) -> Sentence | None:
    found = [matter for matter in account.matters if matter.conflict]
    if not found:
        return None
    what = _titles(found, names)
    return _about(found, f"Claims that cannot all be right: {wording.counted(len(found), 'figure')} ({what}).")


def _in_force(account: Account, names: Names) -> Sentence | None:
    found = [one for one in account.matters if one.kind == "agreement" and not account.is_doubtful(one)]
    parts, told = [], list[Matter]()
    for status, words in _STAGES.items():
        there = [matter for matter in found if matter.status == status]
        if there:
            told += there
            parts.append(f"{len(there)} {words} ({_titles(there, names)})")
    return _about(told, f"Agreements{_newest(account, 'agreement')}: {wording.listed(parts)}.") if told else None


_STAGES = {
    "in_force": "told to be in force",
    "ratified": "ratified",
    "signed": "signed",
    "planned": "planned",
    "rejected": "rejected",
    "terminated": "ended",
}


def _newest(account: Account, *kinds: str) -> str:
    """Says that older ones are not counted, where there are."""
    return " (the newest)" if any(map(account.left_out, kinds)) else ""


def _titles(matters: Sequence[Matter], names: Names) -> str:
    """Titles in a row, the most told first."""
    most = sorted(matters, key=lambda matter: -matter.sources)[:_NAMED]
    more = len(matters) - len(most)
    told = [wording.clipped(wording.titled(matter, names), 60) for matter in most]
    return "; ".join([*told, *([f"{more} more"] if more else [])])


def _promises(account: Account, _: Names) -> Sentence | None:
    standings: dict[Standing, list[Matter]] = {}
    for matter in account.matters:
        standing = account.standing(matter)
        if standing:
            standings.setdefault(standing, []).append(matter)
    if not standings:
        return None
    found = [matter for matters in standings.values() for matter in matters]
    parts = [f"{len(standings[one])} {one}" for one in _ORDER if one in standings]
    newest = _newest(account, "encounter", "agreement", "figure", "pledge")
    return _about(found, f"Of {wording.counted(len(found), 'thing')} announced{newest}: {wording.listed(parts)}.")


_ORDER: tuple[Standing, ...] = ("kept", "progressed", "open", "overdue", "broken", "superseded")


def _failed(account: Account, names: Names) -> Sentence | None:
    parts, told = [], list[Matter]()
    for standing in ("broken", "overdue"):
        found = [matter for matter in account.matters if account.standing(matter) == standing]
        if found:
            told += found
            parts.append(f"{standing.capitalize()}: {_titles(found, names)}.")
    return _about(told, " ".join(parts)) if told else None


def _discord(account: Account, names: Names) -> Sentence | None:
    found = [m for m in account.matters if m.kind == "event" and any(map(is_discord, account.members(m)))]
    past = [matter for matter in found if (matter.date or matter.first_told) <= account.day]
    if not past:
        return None
    last = max(past, key=lambda matter: (matter.date or matter.first_told, matter.id))
    return _about([last], f"The latest discord told: {_deed(account, last, names)}{_on(last)}.")


def _deed(account: Account, matter: Matter, names: Names) -> str:
    events = (told.finding for told in account.members(matter) if isinstance(told.finding, Event))
    return wording.deed(next(events), names)


def _next(account: Account, names: Names) -> Sentence | None:
    planned = [m for m in account.matters if m.kind == "encounter" and account.standing(m) in ("open", "progressed")]
    if not planned:
        return None
    planned.sort(key=lambda matter: (matter.date is None, matter.date or "", matter.id))
    parts = [f"{wording.titled(matter, names)}{_on(matter, 'no date told')}" for matter in planned[:_NAMED]]
    return _about(planned, f"Planned next: {'; '.join(parts)}.")


def _on(matter: Matter, otherwise: str = "") -> str:
    told = wording.when(matter.date) or otherwise
    return f" ({told})" if told else ""


def _about(matters: Iterable[Matter], text: str) -> Sentence:
    return Sentence(
        text=text.replace("….", "…"), findings=tuple(finding for matter in matters for finding in matter.findings)
    )


_SENTENCES: tuple[Maker, ...] = (
    _last_encounter, _next, _trade, _contradictions, _in_force, _promises, _failed, _discord,
)  # fmt: skip
