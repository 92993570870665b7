import sys
from pathlib import Path

import pytest

from app import paths
from app.settings import SettingsFolder


def test_settings_come_back_and_belong_to_their_owner(own_settings: Path) -> None:
    SettingsFolder().write("window", {"language": "hy", "recent": ["vault"]})

    assert SettingsFolder().read("window") == {"language": "hy", "recent": ["vault"]}
    assert (own_settings / "window.json").stat().st_mode & 0o777 == 0o600
    assert own_settings.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b"{"])
def test_unreadable_settings_are_as_if_there_were_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "window.json").write_bytes(content)

    assert SettingsFolder(tmp_path).read("window") == {}
    assert SettingsFolder(tmp_path).read("other") == {}


def test_a_bundle_finds_its_own_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resources() == tmp_path / "resources"
    assert paths.migrations() == tmp_path / "migrations"


def test_without_a_choice_settings_live_where_the_system_keeps_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert paths.logs_dir() == paths.settings_dir() / "logs"
    monkeypatch.delenv("HOMEWARD_SETTINGS_DIR")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert "homeward" in str(paths.settings_dir())
    assert "homeward" in str(paths.logs_dir())
