"""R-28: after a busy session everything of a register belongs to its owner alone."""

import shutil
from functools import partial
from pathlib import Path

from app.jobs.registers import backup as backup_job
from app.jobs.registers import restore as restore_job
from app.settings import SettingsFolder
from models.vocabulary.roles import Role
from tests.cases import open_case
from tests.exhibit_files import attach
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE, Home

WORDS = "globe conductor hat bathtub fetch pullover"


def test_everything_belongs_to_its_owner_after_a_busy_session(
    vault: Home, tmp_path: Path, own_settings: Path
) -> None:
    with vault.open() as register:
        register.write(partial(open_case, number="HRD-2020-00001"))
        register.add_staff("Նարեկ", frozenset({Role.INTAKE}), WORDS)
        attach(register, b"words" * 300_000, "E-2020-00001")
        backup_job.back_up(register)
        backup_job.back_up(register, tmp_path / "disk")
        open_now = modes(vault.path)
    with vault.open() as register:
        register.key_desk.remove("Նարեկ")
        attach(register, b"other" * 1000, "E-2020-00002")
        backup_job.back_up(register)
    (place,) = (tmp_path / "disk").glob("homeward-*")
    back = tmp_path / "back"
    restore_job.restore(
        place, back, FOUNDER, PASSPHRASE, settings=SettingsFolder(tmp_path / "settings")
    ).workspace.close()

    found = open_now | modes(vault.path) | modes(place) | modes(back) | modes(own_settings)
    wrong = {path for path, mode in found.items() if mode not in {"d700", "f600"}}
    record(
        "R-28",
        "files and folders of a register readable by others",
        f"{len(wrong)} of {len(found)}",
        target="0: 0700 and 0600 throughout",
        holds=not wrong,
    )
    assert wrong == set()
    assert len(found) > 30
    shutil.rmtree(place)


def modes(root: Path) -> dict[Path, str]:
    return {
        path: f"{'d' if path.is_dir() else 'f'}{path.stat().st_mode & 0o777:o}"
        for path in (root, *root.rglob("*"))
    }
