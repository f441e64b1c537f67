"""Print how big the rooms of the house are: lines of files and functions, parameters, import cycles, tests.

    python benchmarks/house.py

Budgets: files median ≤ 130 lines, none > 350; functions median ≤ 6 lines, 90 % ≤ 20, none > 40;
≤ 5 parameters; no import cycle, imports inside functions included; test lines : code lines 1.0–1.5.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "zerodraft"


@dataclass(frozen=True, slots=True)
class Function:
    """A function: where it stands, lines of its body without the docstring, parameters without self and cls."""

    place: str
    lines: int
    parameters: int


def sources(folder: Path) -> list[Path]:
    """The Python files below a folder."""
    return sorted(folder.rglob("*.py"))


def lines_of(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def functions(path: Path) -> Iterator[Function]:
    """Every function of a file, methods and inner ones included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield Function(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", _body(node), _parameters(node))


def _body(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (node.end_lineno or node.lineno) - body[0].lineno + 1 if body else 0


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    known = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    return sum(each.arg not in ("self", "cls") for each in known)


def imports(path: Path) -> set[str]:
    """Modules of the house that a file imports anywhere, type-checking blocks excepted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def cycles() -> list[list[str]]:
    """Groups of modules that import each other, directly or not."""
    modules = {module_name(path): path for path in sources(SOURCE)}
    graph = {
        name: {each for each in imports(path) if each in modules and each != name} for name, path in modules.items()
    }
    reach = {name: _reached(name, graph) for name in graph}
    groups = {
        frozenset(other for other in reach[name] if name in reach[other]) for name in graph if name in reach[name]
    }
    return sorted(sorted(group) for group in groups)


def _reached(start: str, graph: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += graph[name]
    return found


def main() -> None:
    files = {path: lines_of(path) for path in sources(SOURCE)}
    known = [function for path in files for function in functions(path)]
    sizes = sorted(function.lines for function in known)
    tests = sum(lines_of(path) for path in sources(ROOT / "tests"))
    code = sum(files.values())
    largest = max(files, key=lambda path: files[path])
    longest = max(known, key=lambda function: function.lines)
    most = max(known, key=lambda function: function.parameters)
    print(
        f"files       {len(files)}, median {median(files.values()):.0f} lines, largest {files[largest]} ({largest.relative_to(ROOT)})"
    )
    print(
        f"functions   {len(known)}, median {median(sizes):.0f} lines, {sum(size <= 20 for size in sizes) / len(sizes):.1%} "
        f"of them 20 or fewer, longest {longest.lines} ({longest.place})"
    )
    print(f"parameters  at most {most.parameters} ({most.place})")
    print(f"cycles      {cycles() or 'none'}")
    print(f"tests       {tests:,} lines for {code:,} lines of code: {tests / code:.2f}")
    over = [f"{path.relative_to(ROOT)}: {count} lines" for path, count in files.items() if count > 350]
    over += [f"{each.place}: {each.lines} lines" for each in known if each.lines > 40]
    over += [f"{each.place}: {each.parameters} parameters" for each in known if each.parameters > 5]
    for line in over:
        print(f"over        {line}")
    sys.exit(bool(over))


if __name__ == "__main__":
    main()
