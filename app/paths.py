"""Where the program finds its own files and keeps its settings."""

import os
import sys
from pathlib import Path

import platformdirs


def program_root() -> Path:
    """Return the folder that holds `resources` and `migrations`, bundled or not."""
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the folder of fonts, icons, catalogues and vocabularies."""
    return program_root() / "resources"


def migrations() -> Path:
    """Return the folder of schema revisions."""
    return program_root() / "migrations"


def settings_dir() -> Path:
    """Return this user's settings folder; `HOMEWARD_SETTINGS_DIR` puts it elsewhere."""
    chosen = os.environ.get("HOMEWARD_SETTINGS_DIR")
    return Path(chosen) if chosen else platformdirs.user_config_path("homeward", appauthor=False)


def logs_dir() -> Path:
    """Return the folder of logs, which carry ids and counts only."""
    if os.environ.get("HOMEWARD_SETTINGS_DIR"):
        return settings_dir() / "logs"
    return platformdirs.user_log_path("homeward", appauthor=False)
