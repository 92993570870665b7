"""Each contract of import-linter is kept by the house and broken by a planted import."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.source_tree import ROOT

PLANTED = {
    "app/shapes/planted.py": "import app.services",
    "app/ui/cases/planted.py": "import sqlalchemy\nimport app.ui.incidents.planted",
    "app/ui/incidents/planted.py": "import app.ui.cases.planted",
    "app/services/planted.py": "import PySide6\nimport alembic",
    "app/queries/planted.py": "import reportlab",
    "models/planted.py": "import app.clock",
    "models/vocabulary/planted.py": "import models.base",
}


def _verdicts(folder: Path) -> dict[str, str]:
    ran = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=folder,
        env={"COLUMNS": "200", "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = dict(re.findall(r"^(.+) (KEPT|BROKEN)$", ran.stdout, re.MULTILINE))
    assert found, ran.stdout + ran.stderr
    return found


def _contracts() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def _copy_of_the_house(target: Path) -> Path:
    for package in ("app", "models", "migrations"):
        shutil.copytree(
            ROOT / package, target / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def test_the_house_keeps_its_contracts(tmp_path: Path) -> None:
    assert _verdicts(_copy_of_the_house(tmp_path)) == dict.fromkeys(_contracts(), "KEPT")


def test_every_contract_bites(tmp_path: Path) -> None:
    house = _copy_of_the_house(tmp_path)
    for path, text in PLANTED.items():
        (house / path).write_text(text + "\n")
    assert _verdicts(house) == dict.fromkeys(_contracts(), "BROKEN")
