"""Who may use what, read from the source; holds also for a library that nobody uses yet."""

import ast
import sys

import pytest

from tests.architecture.source_tree import modules

ROOMS = {
    "PySide6": ("app.ui",),
    "shiboken6": ("app.ui",),
    "reportlab": ("app.reports",),
    "pyphen": ("app.reports",),
    "alembic": ("app.db", "app.vault", "migrations"),
    "sqlcipher3": ("app.db", "app.vault"),
    "psycopg": ("app.db", "app.vault"),
    "sqlite3": ("app.db", "app.vault"),
    "cryptography": ("app.vault", "app.db"),
    "argon2": ("app.vault",),
    "shamir_mnemonic": ("app.vault",),
    "zxcvbn": ("app.vault",),
    "PIL": ("app.sandbox",),
    "pi_heif": ("app.sandbox",),
    "pypdfium2": ("app.sandbox",),
    "pikepdf": ("app.sandbox",),
    "python_calamine": ("app.sandbox",),
    "openpyxl": ("app.sandbox",),
    "defusedxml": ("app.sandbox",),
    "xlsxwriter": ("app.exporting",),
    "zipfile": ("app.sandbox", "app.exporting.sheet_file"),  # the last writes, and reads none
    "tarfile": ("app.sandbox",),
    "charset_normalizer": ("app.sandbox", "app.importing"),
    "anyascii": ("app.search",),
    "typer": ("app.cli",),
    "click": ("app.cli",),
    "babel": ("app.i18n",),
    "platformdirs": ("app.paths",),
    # never: no network but PostgreSQL, no other loop, no code out of data
    "urllib.request": (),
    "http": (),
    "requests": (),
    "asyncio": (),
    "pickle": (),
    "marshal": (),
    "shelve": (),
}
SEES_NO_TABLE = ("app.ui", "app.cli", "app.reports", "app.jobs", "app.shapes", "app.wording")
MAY_SPEAK_FOR_THEMSELVES = {"app.i18n", "models.codebook"}  # whole rooms with one rule for all
WORDS = ("models.vocabulary", "models.codebook")


@pytest.mark.parametrize("library", ROOMS)
def test_a_library_stays_in_its_room(library: str) -> None:
    strays = [
        f"{module.where}:{line} {name}"
        for module in modules()
        for line, name in module.imports()
        if (name == library or name.startswith(f"{library}."))
        and not module.stands_in(*ROOMS[library])
    ]
    assert strays == []


def test_vocabulary_and_codebook_need_nothing_but_python() -> None:
    strays = [
        f"{module.where}:{line} {name}"
        for module in modules()
        if module.stands_in(*WORDS)
        for line, name in module.imports()
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith(WORDS)
    ]
    assert strays == []


def test_vocabulary_does_not_lean_on_the_codebook() -> None:
    strays = [
        f"{module.where}:{line} {name}"
        for module in modules()
        if module.stands_in("models.vocabulary")
        for line, name in module.imports()
        if name.startswith("models.codebook")
    ]
    assert strays == []


def test_faces_and_papers_see_no_mapped_class() -> None:
    strays = [
        f"{module.where}:{line} {name}"
        for module in modules()
        if module.stands_in(*SEES_NO_TABLE)
        for line, name in module.imports()
        if name.split(".")[0] == "models" and not name.startswith(WORDS)
    ]
    assert strays == []


def test_a_package_does_not_hide_imports_behind_its_name() -> None:
    strays = [
        module.where
        for module in modules()
        if module.path.name == "__init__.py"
        and module.name not in MAY_SPEAK_FOR_THEMSELVES
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in module.tree.body)
    ]
    assert strays == []
