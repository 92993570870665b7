"""What is installed is what was locked: by hash, from nowhere in particular."""

import re
import tomllib
from pathlib import Path

import pytest

from app.version import VERSION

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==([^ \\;]+)", re.MULTILINE)
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _pins(lock: str) -> dict[str, str]:
    return {_normal(name): version for name, version in PIN.findall((ROOT / lock).read_text())}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["dependency-groups"]["dev"],
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    assert not re.search(r"://|index|find-links|^-", (ROOT / lock).read_text(), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str) -> None:
    for block in re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip()):
        assert "--hash=sha256:" in block, block


@pytest.mark.parametrize("lock", LOCKS)
def test_every_declared_dependency_is_locked(lock: str) -> None:
    wanted = {_normal(re.split(r"[\[<>=! ;]", line, maxsplit=1)[0]) for line in _declared()[lock]}
    assert wanted - _pins(lock).keys() == set()


def test_tests_run_on_what_the_program_runs_on() -> None:
    program, tests = _pins("requirements.lock"), _pins("requirements-dev.lock")
    assert {name: tests.get(name) for name in program} == program


def test_every_dependency_stands_with_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    block = text[text.index("dependencies = [") : text.index("[dependency-groups]")]
    bare = [line for line in block.splitlines() if line.startswith('  "') and "#" not in line]
    assert bare == []


def test_the_program_knows_its_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
