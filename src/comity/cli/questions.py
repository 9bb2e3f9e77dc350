"""The commands that ask the record, each with its name."""

import typer

from comity.cli import asking, dossier, why


def register(app: typer.Typer) -> None:
    """Give the app ``show``, ``list``, ``search``, ``person``, ``conflicts``, ``promises`` and ``why``."""
    app.command("show")(dossier.show)
    app.command("list")(asking.list_)
    app.command("search")(asking.search)
    app.command("person")(asking.person)
    app.command("conflicts")(asking.conflicts)
    app.command("promises")(asking.promises)
    app.command("why")(why.why)
