"""Founding a register: what protects real people must be hard to guess."""

from pathlib import Path

import pytest

from app import workspace
from app.errors import PassphraseRefused
from app.jobs.opening import found
from app.settings import SettingsFolder


def test_a_register_is_not_founded_under_an_easy_passphrase_but_a_sample_may_be(
    tmp_path: Path,
) -> None:
    settings = SettingsFolder(tmp_path / "settings")
    with pytest.raises(PassphraseRefused):
        found(tmp_path / "real", "Անի", "walnut river", settings=settings)

    assert not (tmp_path / "real").exists()
    workspace.create(tmp_path / "sample", "Անի", "walnut river", settings=settings).close()
