"""What the program is: its version, its schema, its settings."""

from typing import Annotated

import typer


def version(
    context: typer.Context,
    show: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Comity keeps the record of relations between states."""
    from comity.version import __version__

    if show:
        print(f"comity {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


def schema() -> None:
    """Print the JSON Schema of a reading."""
    from comity.schema import schema_text

    print(schema_text(), end="")


def settings() -> None:
    """Print every setting: its environment variable, its value now, what it does."""
    from dataclasses import fields

    from comity.settings import Settings, read

    now = read()
    for setting in fields(Settings):
        print(f"COMITY_{setting.name.upper()}={getattr(now, setting.name)}\n    {setting.metadata['help']}")
