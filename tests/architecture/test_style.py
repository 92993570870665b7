"""Habits of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source_tree import ROOT, modules

SAYS_NOTHING = {"util", "utils", "helper", "helpers", "manager", "misc", "common", "data", "info"}
NAMED_BY_THE_PLAN = {"migrations/helpers.py"}
LAST_RESORT = {  # the places that answer for everything: nothing stands above them
    "app/cli/",
    "app/ui/shell/",
    "app/ui/application.py",
    "app/ui/lock/",  # a lock that stops half-way would be none
    "app/jobs/",
    "app/workspace.py",  # a listener that fails must not make a save that stands look lost
    "app/sandbox/",
    "app/__main__.py",
}
LONGEST_FILE = 400
NO_CASE_CHANGE = ("app.reports", "app.wording", "models.vocabulary")


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [
        m.where
        for m in modules()
        if m.path.stem in SAYS_NOTHING and m.where not in NAMED_BY_THE_PLAN
    ] == []


def test_no_file_has_outgrown_one_intention() -> None:
    long = {m.where: m.path.read_text("utf-8").count("\n") for m in modules()}
    assert {
        where: lines
        for where, lines in long.items()
        if lines > LONGEST_FILE
        and not where.startswith("migrations/versions/")  # one table after another, once
    } == {}


def test_time_comes_from_the_clock() -> None:
    assert [
        f"{m.where}:{node.lineno}"
        for m in modules()
        if m.name != "app.clock"
        for node in m.nodes(ast.Attribute)
        if node.attr in {"now", "utcnow", "today"}
        and ast.unparse(node.value) in {"datetime", "date", "datetime.datetime", "datetime.date"}
    ] == []


def test_every_exception_is_caught_only_where_someone_can_answer() -> None:
    assert [
        f"{m.where}:{node.lineno}"
        for m in modules()
        if not m.where.startswith(tuple(LAST_RESORT))
        for node in m.nodes(ast.ExceptHandler)
        if (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ] == []


def test_armenian_is_never_turned_into_capitals() -> None:
    # և has no capital: it is ԵՎ in a heading and Եվ at the start of a sentence; a function that
    # names the letter has thought of it
    assert [
        f"{m.where}:{node.lineno}"
        for m in modules()
        if m.stands_in(*NO_CASE_CHANGE)
        and m.name != "app.reports.paper_code"  # its letters are Crockford's, Latin by definition
        for function in m.nodes(ast.FunctionDef)
        if "և" not in ast.unparse(function)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"upper", "capitalize", "title", "swapcase"}
        and not node.args
        and not _about_a_code(node.func.value)
    ] == []


def test_nothing_is_said_at_import() -> None:
    said = re.compile(r"^(say|say_n|say_in)$")
    assert [
        f"{m.where}:{node.lineno}"
        for m in modules()
        for statement in m.tree.body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
        for node in _run_at_import(statement)
        if isinstance(node, ast.Attribute) and said.match(node.attr)
    ] == []


def test_the_tree_names_no_folder_of_one_machine() -> None:
    folder = re.compile(r"(?<![\w.])/(root|home|Users)/\w")
    sources = [
        path
        for pattern in ("*.py", "*.toml", "*.md", "*.lock", "homeward*", ".ci/*")
        for path in ROOT.glob(f"**/{pattern}" if "." in pattern[1:3] else pattern)
        if path.is_file() and not {".venv", ".git"} & set(path.relative_to(ROOT).parts)
    ]
    assert [
        path.relative_to(ROOT).as_posix()
        for path in sources
        if folder.search(path.read_text("utf-8", errors="replace"))
    ] == []


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Walk what runs when the module is loaded: what a lambda says is said later."""
    yield node
    if not isinstance(node, ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from _run_at_import(child)


def _about_a_code(value: ast.expr) -> bool:
    """Codes (S23, HRD-2020-00123, EDTF, hex) are Latin by definition."""
    name = ast.unparse(value).rsplit(".", 1)[-1]
    return any(word in name for word in ("code", "hex", "digest", "edtf"))
