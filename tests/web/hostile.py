"""Reports whose every field means harm to whoever shows it."""

import json
from itertools import cycle, islice

HARM = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1><circle r=9></svg>",
    '" autofocus onfocus="window.ran=1',
    "'--></style></title></textarea><script>window.ran=1</script>",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil.example/x.css>",
    "\u202e\u2066evil\u2069\u202d turned",
    "{{ 7*7 }}{% include 'base.html' %}",
    "<a href=javascript:window.ran=1>here</a><base href=//evil.example/>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
)
ADDRESSES = (
    "javascript:window.ran=1", "data:text/html,<script>window.ran=1</script>", "JaVaScRiPt:window.ran=1",
    'https://example.org/" onmouseover="window.ran=1', "https://example.org/<script>", "//evil.example", "vbscript:x",
)  # fmt: skip
LONG = (0, 10, 5_000, 150_000)


def reports(many: int) -> str:
    """So many reports as lines of JSON, each with harm in title, outlet, address, names and text."""
    parts = zip(range(many), cycle(HARM), cycle(ADDRESSES), cycle(LONG), strict=False)
    return "\n".join(json.dumps(_report(*told)) for told in islice(parts, many))


def _report(number: int, harm: str, address: str, long: int) -> dict[str, str]:
    return {
        "id": f"wild-{number}",
        "url": address,
        "outlet": f"{harm} Post {number}",
        "published": f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
        "title": f"{harm} ministers meet {number} {'W' * long}",
        "text": (
            f"Foreign Ministers Arman Petrosyan of Armenia and Lado Beridze {harm} of Georgia met in Tbilisi on "
            f"{1 + number % 28} January 2024. The two ministers signed an agreement on {harm} number {number}. "
            f'"We value {harm} the friendship of our peoples," Lado Beridze said. Trade between Armenia and Georgia '
            f"grew to ${100 + number} million in 2023. {'x' * long}"
        ),
    }
