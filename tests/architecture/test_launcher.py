"""The launcher, tried on a small house of its own whose locks ask for nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the POSIX launcher needs a POSIX shell")
PROGRAM = """
import os, sys
print(os.getcwd(), *sys.argv[1:], sep="|")
sys.exit(4)
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    house = tmp_path / "a house"
    (house / "app").mkdir(parents=True)
    (house / "app" / "__init__.py").touch()
    (house / "app" / "__main__.py").write_text(PROGRAM)
    (house / "requirements.lock").write_text("# nothing\n")
    (house / "requirements-dev.lock").write_text("# nothing either\n")
    (house / "resources" / "packaging").mkdir(parents=True)
    for name in ("homeward", "resources/packaging/environment.py"):
        shutil.copy(ROOT / name, house / name)
    return house


def _start(house: Path, *words: str, python: str = sys.executable) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [house / "homeward", *words],
        cwd=house.parent,
        env={"PATH": os.environ["PATH"], "HOMEWARD_PYTHON": python},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _heard(started: subprocess.Popen[str]) -> tuple[int, str, str]:
    said, aside = started.communicate(timeout=120)
    return started.returncode, said.strip(), aside


@pytest.fixture
def bare_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "cat", "cksum", "readlink"):
        (tools / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(tools))


def test_the_environment_is_made_once_and_again_when_the_lock_changes(house: Path) -> None:
    elsewhere = house.parent
    (elsewhere / "app").mkdir()  # a stranger's package where the user stands must not be run
    (elsewhere / "app" / "__main__.py").write_text("raise SystemExit('stranger')")
    expected = f"{elsewhere}|search|two words|--json"

    first, second = (_start(house, "search", "two words", "--json") for _ in range(2))
    answers = [_heard(first), _heard(second)]
    assert [(code, said) for code, said, _ in answers] == [(4, expected)] * 2, answers
    assert sum("making its Python environment" in aside for _, _, aside in answers) == 1

    assert _heard(_start(house, "search", "two words", "--json")) == (4, expected, "")

    (house / "requirements.lock").write_text("# still nothing\n")
    code, said, aside = _heard(_start(house, "search", "two words", "--json"))
    assert (code, said) == (4, expected)
    assert "installing what requirements.lock names" in aside
    assert "making" not in aside

    (house / ".venv" / ".homeward-unfinished").touch()  # as after a power cut
    (house / ".venv" / ".homeward-requirements.lock").unlink()
    code, said, aside = _heard(_start(house, "search", "two words", "--json"))
    assert (code, said) == (4, expected)
    assert "making its Python environment" in aside

    (elsewhere / "bin").mkdir()
    (elsewhere / "bin" / "homeward").symlink_to("../a house/homeward")
    assert _heard(_start(elsewhere / "bin", "case")) == (4, f"{elsewhere}|case", "")


def test_what_cannot_be_verified_is_not_installed(house: Path) -> None:
    (house / "wheel").mkdir()
    (house / "requirements.lock").write_text(f"./wheel --hash=sha256:{'0' * 64}\n")
    code, said, aside = _heard(_start(house, "search", "x"))
    assert (code, said) == (1, "")
    assert "could be fetched and verified" in aside


@pytest.mark.usefixtures("bare_path")
def test_without_a_python_it_says_what_it_needs(house: Path) -> None:
    code, said, aside = _heard(_start(house, "search", "x", python=""))
    assert (code, said) == (1, "")
    assert aside.startswith("homeward: needs Python 3.12 or newer")


def test_a_wrong_python_named_by_hand_is_refused(house: Path) -> None:
    code, said, aside = _heard(_start(house, "search", "x", python="/bin/false"))
    assert (code, said) == (1, "")
    assert "HOMEWARD_PYTHON (/bin/false) is not a Python 3.12 or newer" in aside
