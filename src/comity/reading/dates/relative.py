"""Times told from the report's now, or from the time told before: "yesterday", "two years ago"."""

import re

from comity.reading.dates.grammar import Match, Rule, Scene, group
from comity.reading.dates.reckoning import (
    Told,
    a_day_beside,
    a_year_before,
    days_on,
    moment,
    months_on,
    week_on,
    weekday_near,
    weekday_of_week,
    years_on,
)

_BACK = {"ago", "earlier", "before", "previously", "back"}
_DECADES = {"decade": 10, "century": 100}


def _reckoned(value: str | None, **fields: str) -> Told | None:
    return Told(value, inferred=True, **fields) if value else None  # type: ignore[arg-type]


def soon(match: Match, scene: Scene) -> Told | None:
    """A day told from now: "today", "yesterday"."""
    return _reckoned(days_on(scene.now, scene.words.calendar.days[" ".join(match["soon"].casefold().split())]))


def _weekday(match: Match, scene: Scene) -> Told | None:
    return _reckoned(weekday_near(scene.now, scene.words.calendar.weekdays[_bare(match["w"])], scene.tense))


def _stepped_weekday(match: Match, scene: Scene) -> Told | None:
    weekday, step = scene.words.calendar.weekdays[_bare(match["w"])], scene.words.step(match["step"])
    if group(match, "week"):
        return _reckoned(weekday_of_week(scene.now, weekday, step))
    if step == 0 or not scene.now.date:
        return _reckoned(weekday_near(scene.now, weekday, scene.tense))
    away = (weekday - scene.now.date.weekday()) * step % 7 or 7
    return _reckoned(days_on(scene.now, step * away))


def _bare(word: str) -> str:
    return word.casefold().rstrip(".")


def _stepped_unit(match: Match, scene: Scene) -> Told | None:
    step, unit = scene.words.step(match["step"]), match["unit"].casefold()
    return _reckoned(_on(scene, unit, step))


def _on(scene: Scene, unit: str, steps: int) -> str | None:
    """So many units from now; days to the day, weeks and months to the month, years to the year."""
    reckon = {"day": days_on, "week": week_on, "weekend": week_on, "month": months_on, "year": years_on}
    if unit in _DECADES:
        return years_on(scene.now, steps * _DECADES[unit])
    return reckon[unit](scene.now, steps)


def _counted(match: Match, scene: Scene) -> Told | None:
    """As in "Two years ago", "a month later", "in three weeks"."""
    number = scene.words.number(match["count"])
    back = match["way"].casefold() in _BACK
    return _reckoned(_on(scene, match["unit"].casefold(), -number if back else number)) if number else None


def _limit(match: Match, scene: Scene) -> Told | None:
    number = scene.words.number((match["count"] or "a").strip(" -"))
    unit = (match["unit"] or match["one"]).casefold()
    if match["one"]:
        number = 0
    if number is None or scene.tense == "past" or (match["way"].casefold() == "in" and not scene.ahead):
        return None
    value = days_on(scene.now, number) if unit == "day" else _on(scene, unit, number)
    return _reckoned(value and (value[:7] if unit == "day" and number > 28 else value), form="deadline")


def _over(match: Match, scene: Scene) -> Told | None:
    """As in "Over the next three years" runs from now, "in the past five years" up to it."""
    number = scene.words.number((match["count"] or "a").strip())
    there = _on(scene, match["unit"].casefold(), (number or 0) * scene.words.step(match["step"]))
    now = scene.now.value
    if not (number and there and now):
        return None
    first, last = sorted((there, now[: len(there)]))
    return Told(first, last, "period", inferred=True)


def _end_of(match: Match, scene: Scene) -> Told | None:
    word = (match["step"] or "this").casefold()
    step = 0 if word == "the" else scene.words.step(word)
    return _reckoned(_on(scene, match["unit"].casefold(), step))


def _year_end(match: Match, scene: Scene) -> Told | None:
    del match
    return _reckoned(years_on(scene.now, 0))


def _same(match: Match, scene: Scene) -> Told | None:
    """As in "The same day", "that year": the time told before, as far as the unit reaches."""
    length = {"day": 10, "evening": 10, "month": 7, "year": 4}[match["unit"].casefold()]
    told = scene.before.value if scene.before and len(scene.before.value) >= length else scene.now.value
    return _reckoned(told[:length]) if told and len(told) >= length else None


def _day_beside(match: Match, scene: Scene) -> Told | None:
    told = scene.before.value if scene.before and len(scene.before.value) == 10 else scene.now.value
    back = any(word in match[0].casefold() for word in ("before", "previous", "earlier", "preceding"))
    return _reckoned(a_day_beside(told, -1 if back else 1)) if told else None


def _year_beside(match: Match, scene: Scene) -> Told | None:
    """As in "A year earlier", "the previous year", "the same period last year": the time told before, a year back."""
    del match
    told = scene.before
    if not told:
        return _reckoned(years_on(scene.now, -1))
    return _moved(told, 1)


def _same_stretch(match: Match, scene: Scene) -> Told | None:
    """As in "in the same period": the stretch told before; "than in the same period of 2022": a year back."""
    told, words = scene.before, match[0].casefold()
    compared = match["than"] or re.search(r"last|previous|past|preceding|prior|ago|earlier|before", words)
    year = re.search(r"(?:19|20)\d\d", words)
    if not told or len(told.value) > 7:
        return None
    if not (compared or year):
        return Told(told.value, told.last, told.form, inferred=True)
    back = int(year[0]) - int(told.value[:4]) if year else -1
    return _moved(told, -back)


def _moved(told: Told, years: int) -> Told | None:
    """The same stretch so many years before."""
    value, last = (a_year_before(v, years) if v else None for v in (told.value, told.last))
    return Told(value, last, told.form, inferred=True) if value else None


def _month_day(match: Match, scene: Scene) -> Told | None:
    """As in "On the 12th": of the month told before, else of this month or the one that the tense asks for."""
    day, now = int(match["d"].rstrip("stndrh")), scene.now
    if scene.before and len(scene.before.value) >= 7:
        year, month = int(scene.before.value[:4]), int(scene.before.value[5:7])
        return _reckoned(moment(year, month, day))
    if not now.date:
        return None
    steps = (scene.tense == "future" and day < now.date.day) - (scene.tense == "past" and day > now.date.day)
    at = months_on(now, steps)
    return _reckoned(moment(int(at[:4]), int(at[5:]), day)) if at else None


def _anniversary(match: Match, scene: Scene) -> Told | None:
    """The year celebrated: the one told in the same sentence, after or before, else this year."""
    text = match.string
    after = re.match(r"[^.;\n]{0,100}", text[match.end() :])
    before = re.search(r"[^.;\n]{0,70}$", text[: match.start()])
    told = next((m for part in (after, before) if part and (m := scene.words.year_told.search(f" {part[0]}"))), None)
    year = scene.year(told) if told else scene.now.year
    return Told(str(year), form="anniversary", inferred=not (told and told["year"])) if year else None


_COUNT = r"<count:n>"
_CELEBRATED = (
    r"anniversary|anniversaries|jubilee|birthday"
    r"|years\s+of\s+(?:\w+\s+){0,2}(?:relations|ties|friendship|partnership|cooperation)"
)

RULES: tuple[Rule, ...] = (
    Rule(r"(?i)\b<soon:soon>\b", soon, "soon"),
    Rule(r"(?i)\b<step:step>\s+<w:fullday>\b", _stepped_weekday, "weekday"),
    Rule(r"\b<w:fullday>\s+(?i:(?:of\s+)?<step:step>)\s+(?P<week>week)\b", _stepped_weekday, "weekday"),
    Rule(r"\b<w:fullday>(?!\s*(?:,\s*)?(?:the\s+)?(?:\d|<month>))", _weekday, "weekday"),
    Rule(
        r"(?i)\b(?:a|one|the)\s+year\s+(?:earlier|before|previously)\b|\bthe\s+"
        r"(?:previous|preceding|prior)\s+year\b|\bthe\s+year\s+(?:before|earlier)\b",
        _year_beside,
        "unit",
    ),
    Rule(r"(?i)\b<step:step>\s+(?P<unit>weekend|week|month|year|decade|century)\b(?!-)", _stepped_unit, "unit"),
    Rule(
        r"(?i)\b(?:end|beginning|start|middle|close)\s+of\s+(?P<step>this|the|"
        r"next|last|the\s+(?:current|coming|next|previous))\s+(?P<unit>week|month|"
        r"year|decade)\b(?!\s+(?:19|20)\d\d)",
        _end_of,
        "unit",
    ),
    Rule(
        r"(?i)\b(?:the\s+)?year(?:['’]s)?[\s-]end\b|\blater\s+in\s+the\s+year\b"
        r"|\bearlier\s+in\s+the\s+year\b",
        _year_end,
        "unit",
    ),
    Rule(
        r"(?i)\b" + _COUNT + r"\s+(?P<unit>day|week|month|year|decade)s?\s+(?P<way>ago|earlier|later|"
        r"from\s+now|hence)\b",
        _counted,
        "unit",
    ),
    Rule(
        r"(?i)\b(?P<way>in|after)\s+" + _COUNT + r"\s+(?P<unit>day|week|month|year)s?['’]?\s+time\b", _counted, "unit"
    ),
    Rule(
        r"(?i)\b(?P<way>in|within|inside|in\s+no\s+more\s+than|in\s+less\s+than)\s+"
        r"(?:(?:the\s+)?(?:next\s+)?(?P<count><n>[\s-]+)(?P<unit>day|week|month|"
        r"year|decade)s?\b(?!\s+(?:to|until|through|of|since|after|before)\b)|"
        r"the\s+(?P<one>week|month|year)(?=\s*[,.;]))",
        _limit,
        "unit",
    ),
    Rule(
        r"(?i)\b(?:over|in|during|for|within|through)\s+<step:step>\s+"
        + _COUNT
        + r"\s+(?P<unit>week|month|year|decade)s?\b",
        _over,
        "unit",
    ),
    Rule(
        r"(?i)\b(?:the\s+same|that|that\s+same|(?:earlier|later)\s+in\s+the)\s+"
        r"(?P<unit>day|evening|month|year)\b",
        _same,
        "unit",
    ),
    Rule(
        r"(?i)\bthe\s+(?:day\s+before|previous\s+day|preceding\s+day|next\s+day|"
        r"following\s+day|day\s+after)\b(?!\s+(?:yesterday|tomorrow))|\ba\s+day\s+"
        r"(?:earlier|later|before)\b",
        _day_beside,
        "unit",
    ),
    Rule(
        r"(?i)\b(?P<than>(?:than|with|to|on|over|against|from)\s+(?:in\s+|that\s+"
        r"of\s+|those\s+of\s+)?)?(?:the\s+)?(?:same|corresponding|similar|comparable|"
        r"analogous|mentioned|said)\s+(?:period|months|time\s+span|quarter|half)\b"
        r"(?:\s+(?:of|in|a|the|last|previous|past|preceding|prior|year|year['’]s|"
        r"ago|earlier|before|(?:19|20)\d\d)\b)*",
        _same_stretch,
        "same",
    ),
    Rule(
        r"(?i)\bon\s+(?:the\s+)?(?:<weekday>,?\s+)?(?:the\s+)?(?P<d>(?:3[01]|[12]?\d)(?:st|"
        r"nd|rd|th))\b(?!\s+of\s+<month>)(?!\s+(?!and\b|to\b|of\b|at\b|in\b|for\b"
        r"|with\b|by\b|local\b)[A-Za-z])",
        _month_day,
        "number",
    ),
    Rule(r"(?i)\b(?P<rank><ordinal>|<n>)[\s-]+(?:year\s+)?(?:" + _CELEBRATED + r")\b", _anniversary, "feast"),
)
