"""Lends a terminal and the sample, which is made once in a run and copied."""

import os
import shutil
from pathlib import Path

import fasteners  # type: ignore[import-untyped]  # has no types
import pytest

from app.jobs.registers.opening import found_sample
from app.settings import SettingsFolder
from tests.cli.running import CommandLine


@pytest.fixture
def homeward(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """Lend a terminal."""
    folder = tmp_path / "secrets"
    folder.mkdir()
    return CommandLine(capsys, folder)


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place = shared / "sample-of-the-terminal"
    with fasteners.InterProcessLock(shared / "sample-of-the-terminal.lock"):
        if not place.exists():
            made = shared / "sample-being-made"
            found_sample(made, settings=SettingsFolder(shared / "sample-settings"))
            made.rename(place)
    return place


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Path:
    """Lend a copy of the sample."""
    return Path(shutil.copytree(sample_template, tmp_path / "sample"))
