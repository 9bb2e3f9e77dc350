"""Times told with a month or a year: days, months, years, ranges of them."""

from comity.reading.dates.grammar import Match, Rule, Scene
from comity.reading.dates.reckoning import Told, moment


def _day(match: Match, scene: Scene) -> Told | None:
    month, day = scene.words.month(match["m"].rstrip(".")), int(match["d"].rstrip("stndrh"))
    value = moment(scene.year(match, month, day), month, day)
    return Told(value, inferred=not match["year"]) if value else None


def _days(match: Match, scene: Scene) -> Told | None:
    told = match.groupdict()
    last_month = scene.words.month((told.get("n") or match["m"]).rstrip("."))
    month = scene.words.month(match["m"].rstrip("."))
    first, last = (int(match[g].rstrip("stndrh")) for g in ("d", "e"))
    year = scene.year(match, last_month, last)
    value, end = moment(year and year - (month > last_month), month, first), moment(year, last_month, last)
    return Told(value, end, "period", not match["year"]) if value and end and value <= end else None


def _numeric(match: Match, scene: Scene) -> Told | None:
    del scene
    month, day = int(match["mn"]), int(match["d"])
    if month > 12 >= day and "-" not in match[0]:
        month, day = day, month
    value = moment(int(match["year"]), month, day)
    return Told(value) if value else None


def month(match: Match, scene: Scene) -> Told | None:
    """A month, with or without its year."""
    month = scene.words.month(match["m"].rstrip("."))
    value = moment(scene.year(match, month), month)
    return Told(value, inferred=not match["year"]) if value else None


def _stepped_month(match: Match, scene: Scene) -> Told | None:
    month, now = scene.words.month(match["m"].rstrip(".")), scene.now
    if not (now.year and now.month):
        return None
    step = scene.words.step(match["step"])
    year = now.year + {-1: -(month >= now.month), 0: 0, 1: int(month <= now.month)}[step]
    return Told(moment(year, month) or "", inferred=True)


def _months(match: Match, scene: Scene) -> Told | None:
    first, last = (scene.words.month(match[g].rstrip(".")) for g in ("m", "n"))
    year = scene.year(match, last)
    begun = int(match["begun"]) if match["begun"] else year and year - (first > last)
    value, end = moment(begun, first), moment(year, last)
    return Told(value, end, "period", not match["year"]) if value and end else None


def year(match: Match, scene: Scene) -> Told | None:
    """A year by itself."""
    del scene
    return Told(match["year"])


def _years(match: Match, scene: Scene) -> Told | None:
    del scene
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    if len(match["last"]) == 2 and int(last) <= int(first):
        return Told(moment(int(first), int(match["last"])) or first)
    fiscal = int(last) - int(first) == 1 and (len(match["last"]) == 2 or match["sep"] == "/")
    return Told(first, last, "fiscal" if fiscal else "period") if int(last) > int(first) else None


_WEEKDAY = r"(?:\b<weekday>,?\s+(?:the\s+)?\(?)?"
_NOT_A_YEAR = (
    r"(?!\s*(?:[-–]\s*)?(?:percent|per\s+cent|people|km|kilomet|million|billion|thousand|tonn?e?s|troops|soldiers|MW"
    r"|metres|meters|US\b|USD|EUR|dollars|euros))"
)

RULES: tuple[Rule, ...] = (
    Rule(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<mn>\d\d)-(?P<d>\d\d)(?![\d-])", _numeric, "year"),
    Rule(r"(?<![\d./])(?P<d>\d{1,2})([./])(?P<mn>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?!\d)", _numeric, "number"),
    Rule(_WEEKDAY + r"\b<m:month>\s+<d:day>(?:<to>|,?\s+and\s+|\s*&\s*)<n:month>\s+<e:day><Y>", _days, "month"),
    Rule(_WEEKDAY + r"\b<m:month>\s+<d:day>(?:<to>|,?\s+and\s+|\s*&\s*)<e:day>(?!\s+<month>)<Y>", _days, "month"),
    Rule(_WEEKDAY + r"\b<d:day>\s+<m:month>(?:<to>|,?\s+and\s+|\s*&\s*)<e:day>\s+<n:month><Y>", _days, "month"),
    Rule(
        _WEEKDAY + r"\b<d:day>(?:<to>|,?\s+and\s+|\s*&\s*)(?:the\s+)?<e:day>\s+(?:of\s+)?<m:month><Y>", _days, "month"
    ),
    Rule(_WEEKDAY + r"(?:\bthe\s+)?\b<d:day>(?:\s+day)?(?:\s+of)?\s+<m:month><Y>", _day, "month"),
    Rule(_WEEKDAY + r"\b<m:month>\s+(?:the\s+)?<d:day>(?!\s*(?:<month>|per\s?cent|million|billion))<Y>", _day, "month"),
    Rule(
        r"\b<m:month>(?:\s+(?P<begun>(?:19|20)\d\d))?<to>(?:mid-|early\s+|late\s+"
        r"|the\s+end\s+of\s+)?<n:month>(?!\s+\d{1,2}\b)<Y>",
        _months,
        "month",
    ),
    Rule(
        r"\b(?i:between\s+)(?:mid-|early\s+|late\s+)?<m:month>(?:\s+(?P<begun>(?:19|"
        r"20)\d\d))?\s+and\s+(?:mid-|early\s+|late\s+)?<n:month>(?!\s+\d{1,2}\b"
        r")<Y>",
        _months,
        "month",
    ),
    Rule(r"\b(?i:<step:step>)\s+<m:month>\b", _stepped_month, "month"),
    Rule(r"\b(?i:<early>)(?<!\w)<m:month>(?!\s+\d{1,2}\b)<Y>", month, "month"),
    Rule(
        r"(?<![\d.,])(?P<year>(?:19|20)\d\d)(?P<sep>\s*[-–—]\s*|/|\s+(?:to|through|"
        r"until|till)\s+)(?P<last>(?:19|20)\d\d)(?![\d-])",
        _years,
        "year",
    ),
    Rule(r"\b(?i:between)\s+(?P<year>(?:19|20)\d\d)(?P<sep>\s+and\s+)(?P<last>(?:19|20)\d\d)(?!\d)", _years, "year"),
    Rule(r"(?<![\d.,-])(?P<year>(?:19|20)\d\d)(?P<sep>[-–/])(?P<last>\d\d)(?![\d-])", _years, "year"),
    Rule(r"(?<![\d.,$€£¥])<year:year>" + _NOT_A_YEAR, year, "year"),
)
