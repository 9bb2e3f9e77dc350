"""Templates filled: everything that is put into a page is escaped, and links lead to http and https alone."""

from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from comity.dossier.wording import clipped, opened, titled, when
from comity.version import __version__


def web_address(told: str | None) -> str:
    """An address of the web; empty for any other, such as javascript: or data:."""
    try:
        parts = urlsplit(told or "")
    except ValueError:
        return ""
    return told or "" if parts.scheme in ("http", "https") and parts.netloc else ""


_FORMS = Environment(
    loader=PackageLoader("comity.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_FORMS.filters |= {"web_address": web_address, "clipped": clipped, "opened": opened, "titled": titled, "when": when}
_FORMS.globals["version"] = __version__


def filled(form: str, **told: Any) -> str:
    """The text of a template."""
    return _FORMS.get_template(form).render(**told)


def page(form: str, status: int = 200, **told: Any) -> HTMLResponse:
    """A page of a template."""
    return HTMLResponse(filled(form, **told), status)
