"""The arithmetic of a verdict in a sentence."""

from collections.abc import Mapping

from comity.findings import Code
from comity.statistics.checking.claimed import Claimed
from comity.statistics.checking.counts import Count
from comity.statistics.checking.verdicts import Check, Part

SENTENCES = {
    "matches": "{counted}; {told} agrees.",
    "superseded": "{counted}, with which {told} agrees; later releases give {later}.",
    "outdated": "{counted}, {off}; {told} was first told on {first}, before that.",
    "matches_partner_only": "{counted}; {told} agrees with that, but not with the claimant's own counts.",
    "contradicted": "{counted}, {off}.",
    "not_checkable": "Not checkable: {why}.",
}
# Where the claimant's own office told it, whose series are not held.
OWN_OFFICE = "{told} is told by the claimant's own office, whose series are not held; {counted}, {off}."
COUNTED = {
    "level": "{who} counts {official}{parts}{release}",
    "growth": "by {who}'s counts the change is {official}{release}",
    "base": "{who} counts {official} for the time before{release}",
}
SCALES = ((1e9, "billion"), (1e6, "million"), (1e3, "thousand"))


def sentence(part: Part, claimed: Claimed, names: Mapping[Code, str]) -> str:
    """What was told, what was counted, by whom and in which release, and by how much they differ."""
    if part.count is None or part.official is None:
        return SENTENCES["not_checkable"].format(why=part.why)
    agrees = abs(part.official - part.told.number) <= part.told.unit * 1.01
    own_office = part.verdict == "matches_partner_only" and not agrees
    form = OWN_OFFICE if own_office else SENTENCES[part.verdict]
    told = form.format(
        counted=_counted(part, part.count, claimed, names),
        told=number(part, part.told.number, claimed.unit),
        off=_off(part),
        first=claimed.first_told,
        later=number(part, part.later, claimed.unit) if part.later is not None else "no such number",
    )
    return told[:1].upper() + told[1:]


def _counted(part: Part, count: Count, claimed: Claimed, names: Mapping[Code, str]) -> str:
    return COUNTED[part.name].format(
        who=names.get(count.reporter, count.reporter),
        official=number(part, part.official or 0.0, claimed.unit),
        parts=_parts(part),
        release=_release(count),
    )


def of_the_mirror(check: Check, names: Mapping[Code, str]) -> str:
    """The gap between both sides' latest counts in a sentence; empty where one is missing."""
    if check.gap is None or check.mirror is None or check.mirror.value is None:
        return ""
    who = names.get(check.mirror.reporter, check.mirror.reporter)
    by = f" (imports by {check.mirror.attribution})" if check.mirror.attribution else ""
    return f"{who} counts {money(check.mirror.value)}{by}{_release(check.mirror)}, {_share(check.gap)}."


def number(part: Part, value: float, unit: str | None) -> str:
    """A level or base as money, a growth in percent or times."""
    if part.name != "growth":
        base = " (reckoned from level and growth)" if part.name == "base" and value == part.told.number else ""
        return f"{money(value)}{f' {unit}' if unit else ''}{base}"
    return growth(value)


def growth(factor: float) -> str:
    """1.23 -> "+23 %", 2.4 -> "2.4 times"."""
    if factor >= 2:
        return f"{factor:.3g} times"
    return f"{(factor - 1) * 100:+.1f} %".replace(".0 %", " %")


def money(value: float) -> str:
    """Four digits and the scale in words: 103673000 -> "103.7 million"."""
    for scale, word in SCALES:
        if abs(value) >= scale:
            return f"{float(f'{value / scale:.4g}'):g} {word}"
    return f"{value:,.0f}"


def _parts(part: Part) -> str:
    if part.name != "level" or part.count is None or part.count.parts is None:
        return ""
    exports, imports = map(money, part.count.parts)
    by = f" by {part.count.attribution}" if part.count.attribution else ""
    return f" (exports {exports}, imports{by} {imports})"


def _release(count: Count) -> str:
    how = "released" if count.dated == "release" else "retrieved"
    return f" as {how} {count.release.vintage}"


def _off(part: Part) -> str:
    if part.name == "growth":
        return f"not {growth(part.told.number)}"
    return _share((part.official or 0.0) / part.told.number - 1) if part.told.number else "not nought"


def _share(share: float) -> str:
    """0.06 -> "6 % more"."""
    return f"{abs(share) * 100:.3g} % {'more' if share > 0 else 'less'}"
