"""Write the generated pages of docs/reference from the code: ``python -m docs.generate``.

A test compares the committed pages with what this makes, so that the reference cannot lie.
"""

import json
from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_args

import typer.main

from comity import errors, findings
from comity.cli import app
from comity.dossier.page import Dossier
from comity.reading.clues import CODES
from comity.reading.steps import STEPS
from comity.schema import record_schema_text, schema_text
from comity.settings import Settings
from docs import clues, drawing, tables

REFERENCE = Path(__file__).parent / "reference"
PICTURES = Path(__file__).parent / "pictures"
_MADE = "<!-- made by `make docs` from the code; do not edit -->"


@cache
def pages() -> dict[str, str]:
    """File name and content of each generated page."""
    return {
        "commands.md": _page("Commands", _commands()),
        "settings.md": _page("Settings", _settings()),
        "refusals.md": _page("Refusals", _refusals()),
        "findings.md": _page("Findings", _findings()),
        "steps.md": _page("Steps of reading", _steps()),
        "clues.md": _page("Clues", clues.page()),
        "record.md": _page("The record's views and tables", tables.page()),
        "dossier.schema.json": _dossier_schema(),
        "reading.schema.json": schema_text(),
        "record.schema.json": record_schema_text(),
    }


def _page(title: str, lines: Iterator[str]) -> str:
    return "\n".join([f"# {title}", "", _MADE, "", *lines]) + "\n"


def _dossier_schema() -> str:
    schema = Dossier.model_json_schema(by_alias=True, mode="serialization")
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _commands() -> Iterator[str]:
    group: Any = typer.main.get_command(app)
    for name, command in _all_commands(group, "comity"):
        yield from (f"## {name}", "", *(line.strip() for line in (command.help or "").splitlines()), "")
        if told := [parameter for parameter in command.params if parameter.name != "help"]:
            yield from ("| argument or option | what it does |", "|---|---|")
            yield from (f"| `{_spelled(parameter)}` | {_helped(parameter)} |" for parameter in told)
            yield ""


def _all_commands(group: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every command by its full name, also those below another."""
    for word, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _all_commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def _spelled(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper()).replace("|", "\\|")
    return " ".join([", ".join(parameter.opts), (parameter.metavar or "").replace("|", "\\|")]).strip()


def _helped(parameter: Any) -> str:
    """What an argument or option does, and which values it may have where these are few."""
    given = parameter.type_descriptor.annotation
    kinds = [kind for kind in (given, *get_args(given)) if isinstance(kind, type) and issubclass(kind, Enum)]
    choices = [str(choice.value) for kind in kinds for choice in kind]
    told = [parameter.help or "", f"One of {', '.join(f'`{choice}`' for choice in choices)}." if choices else ""]
    return " ".join(part for part in told if part)


def _settings() -> Iterator[str]:
    yield from ("Each is set by an environment variable; `comity settings` prints what holds now.", "")
    yield from ("| variable | default | what it does |", "|---|---|---|")
    for setting in fields(Settings):
        default = "none" if setting.default is None else setting.default
        yield f"| `COMITY_{setting.name.upper()}` | {default} | {setting.metadata['help']} |"


def refusals() -> list[type[errors.ComityError]]:
    """Every class of refusal, parents before children."""
    found: list[type[errors.ComityError]] = [errors.ComityError]
    for kind in found:
        found.extend(kind.__subclasses__())
    return found[1:]


def _refusals() -> Iterator[str]:
    yield from ("What stops one report (`Refused`) costs the others nothing; `Stop` ends the run.", "")
    yield from ("| name | stops | what was met | what to do |", "|---|---|---|---|")
    for kind in refusals():
        # What only gathers others has no remedy of its own.
        if "REMEDY" in vars(kind):
            stops = "the run" if issubclass(kind, errors.Stop) else "this report"
            met = (kind.__doc__ or "").splitlines()[0]
            yield f"| `{kind('').name}` | {stops} | {met} | {kind.REMEDY} |"
    yield from ("", "Told inside a reading, under `refusals`: what of a report could not be read or dated.")


def _findings() -> Iterator[str]:
    schema = findings.Reading.model_json_schema(by_alias=True, mode="serialization")
    yield from (
        "A reading is one JSON object per report; `comity schema` prints its",
        "[JSON Schema](reading.schema.json).",
    )
    yield from ("", *_keys(schema))
    for name, part in schema["$defs"].items():
        yield from ("", f"## {name}", "", *part["description"].splitlines(), "", *_keys(part))
    yield from _clues_of_findings()


def _clues_of_findings() -> Iterator[str]:
    yield from (
        "",
        "## Clues",
        "",
        "What made a finding, and what it was weighed by, as its `clues` tell. `N` stands for a number with two",
        "decimals. Clues are no part of a finding's `id`.",
        "",
        "| clue | says |",
        "|---|---|",
    )
    yield from (f"| `{code}` | {told} |" for code, told in CODES.items())


def _keys(part: dict[str, Any]) -> Iterator[str]:
    yield from ("| key | value | |", "|---|---|---|")
    for key, told in part["properties"].items():
        yield f"| `{key}` | {_value(told)} | {told.get('description', '')} |"


def _value(told: dict[str, Any]) -> str:
    if "$ref" in told:
        return f"[{(name := told['$ref'].rsplit('/', 1)[1])}](#{name.lower()})"
    if "anyOf" in told:
        return " or ".join(_value(one) for one in told["anyOf"])
    if "enum" in told:
        return ", ".join(f"`{word}`" for word in told["enum"])
    if "prefixItems" in told:
        return f"[{', '.join(_value(one) for one in told['prefixItems'])}]"
    return f"list of {_value(told['items'])}" if "items" in told else str(told["type"])


def _steps() -> Iterator[str]:
    yield from ("In this order, from `comity.reading.steps.STEPS`:", "", "| step | needs | function | what it gives |")
    yield "|---|---|---|---|"
    for step in STEPS:
        told = (step.function.__doc__ or "").strip().splitlines()[0]
        where = f"{step.function.__module__}.{step.function.__name__}"
        yield f"| {step.name} | {', '.join(step.needs)} | `{where}` | {told} |"


def main() -> None:
    """Write every generated page, and the pictures."""
    for name, drawn in (("read.svg", drawing.read()), ("show.svg", drawing.show())):
        (PICTURES / name).write_text(drawn, encoding="utf-8")
    for name, content in pages().items():
        (REFERENCE / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
