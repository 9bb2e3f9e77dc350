"""What the program is: its version, its schema, its settings."""

import sys
from typing import Annotated

import typer

from comity.cli.writing import write


def version(
    context: typer.Context,
    show: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Comity keeps the record of relations between states."""
    from comity.version import __version__

    if show:
        write(f"comity {__version__}", sys.stdout)
        raise typer.Exit
    if context.invoked_subcommand is None:
        write(context.get_help(), sys.stdout)


def schema() -> None:
    """Print the JSON Schema of a reading."""
    from comity.schema import schema_text

    write(schema_text().rstrip(), sys.stdout)


def settings() -> None:
    """Print every setting: its environment variable, its value now, what it does."""
    from dataclasses import fields

    from comity.settings import Settings, read

    now = read()
    for setting in fields(Settings):
        value = getattr(now, setting.name)
        write(f"COMITY_{setting.name.upper()}={value}\n    {setting.metadata['help']}", sys.stdout)
