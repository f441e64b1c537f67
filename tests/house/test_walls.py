"""The walls of the house, seen at run time: what a room loads when it is entered, measured in a fresh interpreter."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

EXPORTS = Path(__file__).resolve().parents[2] / "src" / "zerodraft" / "export"

PURE_ROOMS = ("core", "formats", "intake", "export")
# What a pure room may not load by its own imports: disk, processes, chance, git, terminals.
# The standard library loads os, random and time for itself (re, hashlib, enum); import-linter
# checks that no pure room names them.
FOREIGN = ("git", "gitdb", "textual", "rich", "click", "babel", "subprocess", "tempfile", "uuid", "socket")


def modules_after(statement: str) -> set[str]:
    """The modules that are loaded after a statement in an interpreter of its own."""
    code = f"{statement}\nimport sys; print(*sorted(sys.modules), sep='\\n', file=sys.__stdout__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def modules_after_command(*arguments: str) -> set[str]:
    """The modules that the program has loaded when it leaves."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: sys.stderr.write('\\n'.join(sorted(sys.modules))))\n"
        f"sys.argv = ['zerodraft', *{arguments!r}]\n"
        "from zerodraft.__main__ import main\n"
        "main()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return set(run.stderr.split())


def every_module_of(room: str) -> str:
    return (
        f"import pkgutil, importlib, zerodraft.{room} as room\n"
        f"for each in pkgutil.walk_packages(room.__path__, 'zerodraft.{room}.'): importlib.import_module(each.name)"
    )


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_pure_room_loads_no_disk_process_git_or_terminal(room: str) -> None:
    assert not modules_after(every_module_of(room)) & set(FOREIGN)


def test_the_core_loads_neither_formats_nor_intake_nor_exports() -> None:
    loaded = modules_after(every_module_of("core"))
    assert not {
        name
        for name in loaded
        if name.startswith(("zerodraft.formats", "zerodraft.intake", "zerodraft.export", "zerodraft.store"))
    }


def test_help_loads_neither_git_nor_the_markdown_parser() -> None:
    loaded = modules_after_command("--help")
    assert not loaded & {"git", "gitdb", "markdown_it", "textual", "babel", "diff_match_patch"}


def test_the_help_of_a_verb_loads_neither_git_nor_the_markdown_parser() -> None:
    loaded = modules_after_command("diff", "--help")
    assert not loaded & {"git", "gitdb", "markdown_it", "textual", "babel", "diff_match_patch"}


def test_version_loads_not_even_the_command_line() -> None:
    loaded = modules_after_command("--version")
    assert not loaded & {"click", "git", "markdown_it", "textual", "zerodraft.cli.main"}


def test_the_command_line_never_loads_textual() -> None:
    statement = every_module_of("cli")
    assert "textual" not in modules_after(statement)


def test_entering_the_desk_does_not_load_git_before_a_workspace_is_opened() -> None:
    assert "git" not in modules_after("import zerodraft.desk.desk")


@pytest.mark.parametrize(
    "statement", ["import zerodraft.desk.desk", every_module_of("cli"), "import zerodraft.tui.app"]
)
def test_neither_the_command_line_nor_the_screens_load_the_xml_parser_or_the_typesetter_at_start_up(
    statement: str,
) -> None:
    assert not modules_after(statement) & {"lxml", "typst"}


def uses_of(name: str) -> Iterator[str]:
    """Whatever the exports take from a module: `etree.Element` is `Element`."""
    for path in sorted(EXPORTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name:
                yield node.attr


def test_the_exports_build_elements_and_parse_none() -> None:
    assert set(uses_of("etree")) == {"Element", "SubElement", "tostring", "_Element"}


def test_the_exports_write_packages_and_open_none() -> None:
    called = [
        node
        for path in sorted(EXPORTS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ZipFile"
    ]
    assert called
    assert all(isinstance(call.args[1], ast.Constant) and call.args[1].value == "w" for call in called)
