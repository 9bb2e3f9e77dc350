"""Numbers, ways and voices of figures as people write them."""

from collections.abc import Iterable

from comity.findings import Code, Figure

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(least: float, greatest: float, unit: str | None) -> str:
    """One number or a stretch of them: "53-53.1 million USD", "435"; counts have no unit."""
    factor, scale = next(((size, name) for size, name in _SCALES if abs(greatest) >= size), (1.0, ""))
    numbers = dict.fromkeys(_number(value / factor) for value in (least, greatest))
    return " ".join(part for part in ("-".join(numbers), scale, "" if unit in (None, "count") else unit) if part)


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) < 1e4 else f"{value:,.0f}"


def about(least: float, greatest: float, unit: str | None) -> str:
    """A reckoned stretch to two or three digits: "about 42-43 million USD"."""
    return f"about {amount(_rounded(least), _rounded(greatest), unit)}"


def _rounded(value: float) -> float:
    return float(f"{value:.2g}") if abs(value) >= 1 else value


def growth(factors: Iterable[float], percent: bool) -> str:
    """Growth as told: "23-23.1 percent up", "2.4 times as much"."""
    told = sorted(factors)
    if not percent:
        return f"{amount(told[0], told[-1], None)} times as much"
    changes = sorted(abs(factor - 1) * 100 for factor in told)
    return f"{amount(changes[0], changes[-1], None)} percent {'up' if told[-1] >= 1 else 'down'}"


def way(figure: Figure) -> str:
    """Between which states a figure counts: "from KAZ to ARM", "of ARM and KAZ"."""
    if figure.source and figure.target:
        return f"from {figure.source} to {figure.target}"
    return f"of {' and '.join(figure.countries)}"


def counted_by(codes: Iterable[Code]) -> str:
    """Whose count it is: "by the count of ARM", "by an unnamed count"."""
    told = " and ".join(codes)
    return f"by the count of {told}" if told else "by an unnamed count"
