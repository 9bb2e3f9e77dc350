"""The tables of clues as a page of the reference, taken from the code that weighs them.

Where a kind writes its clues as a table, the table's rows are shown; where it writes them as small
functions, what these can give is found in their source. Either way the page cannot tell another weight.
"""

import ast
import inspect
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from comity.reconcile import KINDS, NAMING_THRESHOLD, events, kinds, pledges, statements
from comity.reconcile.agreements import reasons as agreement_reasons
from comity.reconcile.agreements import vetoes as agreement_vetoes
from comity.reconcile.encounters import reasons as encounter_reasons
from comity.reconcile.encounters import vetoes as encounter_vetoes
from comity.reconcile.figures import comparing
from comity.reconcile.follow import clues as follow_clues
from comity.reconcile.follow import settling

# The package gives a function of this name.
people = import_module("comity.reconcile.people")


class Row(NamedTuple):
    """A clue as the page shows it: name, weight and sentence."""

    name: str
    weight: str
    sentence: str


_OTHERS: tuple[tuple[str, ModuleType], ...] = (
    ("figure", comparing), ("event", events), ("statement", statements), ("pledge", pledges),
)  # fmt: skip


def page() -> Iterator[str]:
    """The lines of the page."""
    yield from (
        "Two findings of one kind that meet are first held against the vetoes of their kind, then weighed: the",
        "weights of the clues that hold are summed, and at the threshold or above they are linked. A name in",
        "braces stands for what the two tell. [How findings are joined](../explanation/how-it-joins.md) says why.",
    )
    yield from _kind("Encounters", "encounter", _tabled(encounter_reasons.REASONS), _words(encounter_vetoes.VETOES))
    yield from _kind("Agreements", "agreement", _tabled(agreement_reasons.REASONS), _words(agreement_vetoes.VETOES))
    for kind, module in _OTHERS:
        yield from _kind(f"{kind.capitalize()}s", kind, _written(module), _refused(module))
    yield from ("", "In encounters, agreements and events also:", "", *_table(_written(kinds)))
    yield from ("", "## People", "", f"Threshold {NAMING_THRESHOLD:g}.", "")
    sentences = [Row(name, f"{weight:+g}", told) for name, weight, told in people._SENTENCES.values()]
    yield from _table([*sentences, *(row for row in _written(people) if row.name != "clue")])
    yield from ("", "Apart, whatever the clues:", "", *(f"- {told}" for told in _refused(people, "namings_apart")))
    yield from ("", "## Follow-ups", "", f"Threshold {follow_clues.THRESHOLD:g}.", "")
    yield from _table([Row(rule.name, f"{rule.weight:+g}", rule.sentence) for rule in follow_clues.RULES])
    yield from ("", "Within one matter:", "", *_table(_written(settling)))


def _kind(title: str, kind: str, rows: Sequence[Row], vetoes: Sequence[str]) -> Iterator[str]:
    once = " One report tells one of them once." if KINDS[kind].once else ""
    yield from ("", f"## {title}", "", f"Threshold {KINDS[kind].threshold:g}.{once}", "", *_table(rows))
    yield from ("", "Apart, whatever the clues:", "", *(f"- {told}" for told in vetoes))


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield from ("| clue | weight | sentence |", "|---|---|---|")
    yield from (f"| {row.name} | {row.weight} | {row.sentence} |" for row in rows)


def _tabled(reasons: Sequence[Any]) -> list[Row]:
    return [Row(reason.name, f"{reason.weight:+g}", reason.sentence) for reason in reasons]


def _words(vetoes: Sequence[Any]) -> list[str]:
    return [veto.sentence for veto in vetoes]


def _written(module: ModuleType) -> list[Row]:
    """Every clue that the functions of a module can give, in the order of the source."""
    rows = []
    for function in _functions(module):
        local = {
            target.id: node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
        for call in sorted(calls, key=lambda node: node.lineno):
            if isinstance(call.func, ast.Name) and call.func.id == "Clue":
                rows.append(Row(*(_told(local.get(getattr(part, "id", ""), part)) for part in call.args)))
    # Those that are made of a row of a table are shown with the table.
    return [row for row in dict.fromkeys(rows) if "." not in row.name]


def _functions(module: ModuleType) -> list[ast.AST]:
    tree = ast.parse(inspect.getsource(module))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.Assign)]


def _told(node: ast.expr) -> str:
    """A constant, a sentence with its gaps in braces, or a formula, in words."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return f"{number:+g}"
        case ast.Constant(value=str() as text):
            return text
        case ast.UnaryOp():
            return f"{ast.literal_eval(node):+g}"
        case ast.JoinedStr(values=values):
            return "".join(_gap(value) for value in values)
        case ast.IfExp(body=body, orelse=other):
            return f"{_told(body)} or {_told(other)}"
    return ast.unparse(node).replace("|", "\\|")


def _gap(value: ast.expr) -> str:
    if not isinstance(value, ast.FormattedValue):
        return _told(value)
    inner = value.value
    if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
        # "{' and '.join(one.parties)}" is told as what is joined.
        inner = inner.args[0]
    if isinstance(inner, ast.IfExp):
        return _told(inner).replace(" or ", "/")
    name = re.sub(r"^(?:\w+\(\w+\)|\w+)\.", "", ast.unparse(inner))
    return "{" + name + "}"


def _refused(module: ModuleType, name: str = "") -> list[str]:
    """The sentences with which the functions of a module hold two apart."""
    wanted = {name} if name else {"apart", "_reasons", "_one_voice"}
    found: list[str] = []
    for function in _functions(module):
        if isinstance(function, ast.FunctionDef) and function.name in wanted:
            texts = [
                node
                for part in ast.walk(function)
                if isinstance(part, ast.Return | ast.Expr) and not _is_docstring(part)
                for node in ast.walk(part)
                if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
            ]
            within = {id(value) for text in texts if isinstance(text, ast.JoinedStr) for value in text.values}
            told = sorted((text for text in texts if id(text) not in within), key=lambda text: text.lineno)
            found += [_told(text) for text in told]
    return [sentence for sentence in found if sentence.endswith(".")]


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
