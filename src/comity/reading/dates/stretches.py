"""Times told as parts of a year or stretches of one: quarters, first months, seasons, fiscal years."""

from comity.reading.dates.grammar import Match, Rule, Scene, group
from comity.reading.dates.reckoning import Told, moment, months_of_quarter

_LENGTHS = {"quarter": 3, "trimester": 3, "half": 6, "half-year": 6, "semester": 6, "six months": 6}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _part(match: Match, scene: Scene) -> Told | None:
    length = _LENGTHS[" ".join(match["part"].casefold().split())]
    return _stretch(match, scene, *months_of_quarter(_rank(match["rank"], 12 // length, scene), length))


def _rank(text: str, last: int, scene: Scene) -> int:
    text = text.casefold()
    return last if text == "last" else _ROMAN.get(text) or min(scene.words.number(text) or 1, last)


def _lettered(match: Match, scene: Scene) -> Told | None:
    length = 3 if match["letter"] == "Q" else 6
    number = int(match["rank"])
    return _stretch(match, scene, *months_of_quarter(number, length)) if number * length <= 12 else None


def _first_months(match: Match, scene: Scene) -> Told | None:
    number = (scene.words.number(match["count"]) or 0) * (3 if match["part"].startswith("quarter") else 1)
    return _stretch(match, scene, 1, number) if 0 < number <= 12 else None


def _stretch(match: Match, scene: Scene, first: int, last: int) -> Told | None:
    """Months [first, last] of the year told, or of the last (next, in the future) year that has them whole."""
    year = scene.year(match)
    if year and not (group(match, "year") or group(match, "rel")) and scene.now.month:
        year -= scene.tense != "future" and last > scene.now.month
        year += scene.tense == "future" and last < scene.now.month
    value, end = moment(year, first), moment(year, last)
    return Told(value, end, "period", not match["year"]) if value and end else None


def _up_to(match: Match, scene: Scene) -> Told | None:
    """As in "The ten months to January", "the year ended in March": months that end with the one told."""
    length = 12 if match["unit"] == "year" else scene.words.number(match["count"] or "a") or 0
    last = scene.words.month(match["m"].rstrip("."))
    year = scene.year(match, last)
    if not (year and 0 < length <= 120):
        return None
    begun, month = divmod(year * 12 + last - length, 12)
    return Told(moment(begun, month + 1) or "", moment(year, last), "period", not match["year"])


def _season(match: Match, scene: Scene) -> Told | None:
    month = scene.words.calendar.seasons[match["s"].casefold()]
    year = scene.year(match, month)
    step_word = group(match, "step")
    if year and step_word and not (group(match, "year") or group(match, "rel")) and scene.now.month:
        step = scene.words.step(step_word)
        year = scene.now.year or year
        year += {-1: -(month >= scene.now.month), 0: 0, 1: int(month <= scene.now.month)}[step]
    if not year:
        return None
    winter = month == 12 and not match["year"]
    return Told(str(year), str(year + 1) if winter else None, "fiscal" if winter else "point", not match["year"])


def _fiscal(match: Match, scene: Scene) -> Told | None:
    """As in "FY22" and "fiscal 2022" end in 2022; "academic year 2022" begins in it."""
    first, last = _century(match["first"]), match["last"]
    if last:
        return Told(str(first), str(_century(last, first)), "fiscal")
    begun = first if "academic" in match[0].casefold() or "school" in match[0].casefold() else first - 1
    del scene
    return Told(str(begun), str(begun + 1), "fiscal")


def _century(text: str, first: int = 2000) -> int:
    return int(text) if len(text) == 4 else first // 100 * 100 + int(text)


def _stepped_fiscal(match: Match, scene: Scene) -> Told | None:
    """Fiscal and academic years run from about July to June; Comity names them by both years."""
    now = scene.now
    if not now.year:
        return None
    running = now.year - (now.month is not None and now.month < 7)
    step = scene.words.step(match["step"])
    return Told(str(running + step), str(running + step + 1), "fiscal", inferred=True)


_OF = r"(?:\s+of)?"
_RANK = r"(?P<rank>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)|III|II|IV|I)"

RULES: tuple[Rule, ...] = (
    Rule(
        r"(?i)\b(?P<count><n>|\ba)?[\s-]*(?P<unit>months?|year)\s+(?:to|through|"
        r"ended|ending|up\s+to|until)\s+(?:in\s+)?(?:the\s+end\s+of\s+)?(?:\d{1,2}\s+"
        r")?<m:month><Y>",
        _up_to,
        "month",
    ),
    Rule(
        r"(?i)\b(?:first|initial)\s+<count:n>[\s-]+(?P<part>months?|quarters?)\b" + _OF + r"<Y>", _first_months, "part"
    ),
    Rule(
        r"(?i)\b<count:n>[\s-]+(?P<part>months?)\s+of(?=\s+(?:(?:19|20)\d\d|this|"
        r"last|the\s+(?:current|year)))<Y>",
        _first_months,
        "part",
    ),
    Rule(
        r"(?i)\b" + _RANK + r"[\s-]+(?P<part>quarter|trimester|half-year|half|semester|six\s+months)\b"
        r"(?!\s+(?:a\s+|of\s+(?:a|the)\s+)?(?:century|billion|million|final|marathon))" + _OF + r"<Y>",
        _part,
        "part",
    ),
    Rule(r"\b(?P<letter>[QH])(?P<rank>[1-4])\b/?(?:<Y>)", _lettered, "part"),
    Rule(r"(?i)\b(?:<step:step>\s+)<s:seasonal>\b" + _OF + r"<Y>", _season, "season"),
    Rule(
        r"(?i)\b(?P<lead>(?:in|by|before|until|since|during|for|from|of|and|or|"
        r"as\s+of|over|after)\s+)(?:the\s+)?<early><s:season>\b(?!\s+(?:camp|school|"
        r"olympic|game))" + _OF + r"<Y>",
        _season,
        "season",
    ),
    Rule(r"(?i)\b<s:seasonal>\s+(?:of\s+)?(?=(?:19|20)\d\d)(?P<year>(?:19|20)\d\d)", _season, "season"),
    Rule(
        r"\b(?:FY\s*['’]?(?=\d)|(?i:<fiscal>\s+(?:years?\s+)?(?:of\s+)?|season\s+"
        r")(?=(?:19|20)\d\d))(?P<first>(?:19|20)\d\d|\d\d)(?:\s*[-–/]\s*(?P<last>(?:19|"
        r"20)\d\d|\d\d))?(?![\d.,]\d)\b",
        _fiscal,
        "fiscal",
    ),
    Rule(r"(?i)\b<step:step>\s+<fiscal>\s+year\b", _stepped_fiscal, "fiscal"),
)
