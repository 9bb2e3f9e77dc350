"""The house keeps its own rules: small functions, small files, imports that go down only."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "comity"
FILES = sorted(SOURCE.rglob("*.py"))
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
VAGUE = {"utils", "util", "helpers", "common", "core", "misc"}

# Each part and the parts it may import; all may import what stands in ``FOR_ALL``.
FOR_ALL = {"terms", "settings", "findings", "matters", "series", "errors", "version"}
MAY_IMPORT = {
    "findings": set(),
    "errors": set(),
    "version": set(),
    "series": set(),
    "settings": {"errors"},
    "matters": {"findings"},
    "rounding": {"findings"},
    "packages": {"errors"},
    "terms": {"errors", "findings"},
    "schema": FOR_ALL | {"exchange"},
    "intake": FOR_ALL,
    "language": FOR_ALL,
    "statistics": FOR_ALL | {"packages", "rounding"},
    "reading": FOR_ALL | {"language"},
    "reconcile": FOR_ALL | {"rounding"},
    "record": FOR_ALL,
    "dossier": FOR_ALL | {"record"},
    "brief": FOR_ALL | {"dossier", "packages", "statistics"},
    "exchange": FOR_ALL | {"record"},
    "run": FOR_ALL
    | {"intake", "language", "reading", "reconcile", "record", "dossier", "exchange", "rounding", "statistics"},
    "api": FOR_ALL | {"intake", "run"},
    "web": FOR_ALL | {"run", "dossier", "record", "brief", "exchange"},
    "cli": FOR_ALL
    | {"intake", "record", "dossier", "brief", "exchange", "run", "schema", "statistics", "web", "packages"},
    "__main__": {"cli"},
    "comity": {"version", "api"},
}


def part_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "comity" if first == "__init__" else first


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions() -> Iterator[tuple[str, int]]:
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, FUNCTION):
                start = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                assert node.end_lineno is not None
                yield f"{path.relative_to(SOURCE)}:{node.name}", node.end_lineno - start + 1


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = node.module or ""
        yield from (f"comity.{alias.name}" for alias in node.names) if module == "comity" else [module]


def parts_imported(path: Path) -> set[str]:
    names = {name for node in ast.walk(tree_of(path)) for name in imported(node) if name.startswith("comity.")}
    return {name.split(".")[1] for name in names} & set(MAY_IMPORT)


def test_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert statistics.median(lengths) < 10
    assert lengths[int(len(lengths) * 0.9)] < 30
    assert [name for name, length in functions() if length > 60] == []


def test_files_are_under_400_lines() -> None:
    assert [path.name for path in FILES if path.read_text(encoding="utf-8").count("\n") >= 400] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [path for path in FILES if path.stem in VAGUE] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down_only(path: Path) -> None:
    part = part_of(path)
    assert parts_imported(path) <= MAY_IMPORT[part] | {part}


@pytest.mark.parametrize("path", [p for p in FILES if part_of(p) != "cli"], ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_import_stands_inside_a_function(path: Path) -> None:
    inner = [
        f"{function.name}:{node.lineno}"
        for function in ast.walk(tree_of(path))
        if isinstance(function, FUNCTION)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == []


def test_modules_import_each_other_without_cycles() -> None:
    edges = {module_name(path): modules_imported(path) for path in FILES}
    done: set[str] = set()
    for module in edges:
        walk(module, edges, (), done)
    assert done == set(edges)


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path) for path in FILES}


def modules_imported(path: Path) -> set[str]:
    return {name for node in tree_of(path).body for name in candidates(node) if name in MODULES} - {module_name(path)}


def candidates(node: ast.AST) -> Iterator[str]:
    """``from a import b`` needs the module ``a.b`` where there is one, and else the module ``a``."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        inner = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from [name if name in MODULES else node.module for name in inner]


def walk(module: str, edges: dict[str, set[str]], path: tuple[str, ...], done: set[str]) -> None:
    assert module not in path, f"a cycle of imports: {' -> '.join([*path, module])}"
    if module not in done:
        for other in sorted(edges[module]):
            walk(other, edges, (*path, module), done)
        done.add(module)
