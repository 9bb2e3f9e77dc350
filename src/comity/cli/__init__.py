"""The ``comity`` command: one short verb each; heavy modules are imported when a command runs."""

import gc
import sys

import typer

from comity.cli import (
    about,
    asking,
    brief,
    check,
    db,
    dossier,
    exchange,
    judging,
    keeping,
    mcp,
    potential,
    reading,
    serve,
    stats,
    why,
)
from comity.cli.writing import tell

app = typer.Typer(
    help="Comity keeps the record of relations between states.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.callback(invoke_without_command=True)(about.version)
app.command("read")(reading.read)
app.command("add")(keeping.add)
app.command("show")(dossier.show)
app.command("serve")(serve.serve)
app.command("mcp")(mcp.mcp)
app.command("brief")(brief.brief)
app.command("check")(check.check)
app.command("mirror")(stats.mirror)
app.command("potential")(potential.potential)
app.command("list")(asking.list_)
app.command("search")(asking.search)
app.command("person")(asking.person)
app.command("conflicts")(asking.conflicts)
app.command("promises")(asking.promises)
app.command("why")(why.why)
app.add_typer(judging.app, name="judge")
app.command("reread")(keeping.reread)
app.command("forget")(keeping.forget)
app.command("source")(keeping.source)
app.command("export")(exchange.export)
app.command("import")(exchange.import_)
app.add_typer(stats.app, name="stats")
app.add_typer(db.app, name="db")
app.command("schema")(about.schema)
app.command("settings")(about.settings)


def main() -> None:
    """Run the command; a refusal that stops the run is printed with its remedy, exit status 2."""
    from comity.errors import ComityError

    # Most of what is made at the start is kept to the end: looking for garbage in it every 700
    # objects takes a tenth of the time from a cold start to the findings.
    gc.set_threshold(100_000)
    try:
        app()
    except ComityError as refusal:
        tell(f"comity: {refusal.name}: {refusal.detail}\n  {refusal.remedy}")
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our pipe has gone (as `| head` does): nothing is left to say, or to flush.
        sys.stderr.close()
        sys.exit(0)
