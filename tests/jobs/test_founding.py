"""Founding a register: what protects real people must be hard to guess."""

from pathlib import Path

import pytest

from app import workspace
from app.errors import PassphraseRefused
from app.jobs.opening import found, open_for_work
from app.settings import SettingsFolder
from app.vault import private_folder


def test_a_register_is_not_founded_under_an_easy_passphrase_but_a_sample_may_be(
    tmp_path: Path,
) -> None:
    settings = SettingsFolder(tmp_path / "settings")
    with pytest.raises(PassphraseRefused):
        found(tmp_path / "real", "Անի", "walnut river", settings=settings)

    assert not (tmp_path / "real").exists()
    workspace.create(tmp_path / "sample", "Անի", "walnut river", settings=settings).close()


def test_copies_that_a_killed_session_left_in_the_open_are_gone_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private_folder, "_ground", lambda: tmp_path)
    left = tmp_path / "homeward-open-999999999-copies"
    left.mkdir()
    (left / "photo.jpg").write_bytes(b"a face")
    settings = SettingsFolder(tmp_path / "settings")
    workspace.create(tmp_path / "vault", "Անի", "walnut river", settings=settings).close()

    open_for_work(tmp_path / "vault", "Անի", "walnut river", settings=settings).close()

    assert not left.exists()
