import os
import shutil
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from app import workspace
from app.clock import FrozenClock
from app.errors import AlreadyThere, BackupNeedsRoom, NoBackupFound, WrongKey
from app.jobs.registers import backup as backup_job
from app.jobs.registers import restore as restore_job
from app.jobs.registers.restore import RestoredRegister
from app.queries.finding.search import search
from app.services.cases.cases import register_man
from app.settings import SettingsFolder
from app.shapes.backups import BackupPlaceKind
from app.shapes.requests.cases import NameForm, RegisterMan
from app.vault.backups import writing
from app.workspace import Workspace
from tests.cases import open_case
from tests.registers import FOUNDER, PASSPHRASE, STARTED, Home


def restored(backup: Path, vault: Path, passphrase: str = PASSPHRASE) -> RestoredRegister:
    return restore_job.restore(backup, vault, FOUNDER, passphrase, settings=SettingsFolder())


def numbers(register: Workspace) -> list[str]:
    from sqlalchemy import select

    from models.cases import Case

    return register.read(lambda reader: sorted(reader.session.scalars(select(Case.number)).all()))


def test_a_backup_on_another_disk_is_verified_and_opens_as_a_vault(
    home: Home, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with home.open() as register:
        for n in range(5):
            register.write(partial(open_case, number=f"HRD-2020-{n:05}"))
        name = NameForm(family="Թեստունյան", given="Արամ")
        register.write(partial(register_man, request=RegisterMan((name,))))
        outcome = backup_job.back_up(register, disk)
        assert outcome.verified
        (made,) = outcome.made
        assert (made.kind, made.faults) == (BackupPlaceKind.GIVEN, ())
        before = numbers(register)

    done = restored(disk, tmp_path / "back")
    with done.workspace as register:
        assert done.faults == ()
        assert numbers(register) == before
        found = register.read(lambda reader: search(reader, "Тестунян"))
        assert [hit.name for hit in found] == ["Թեստունյան Արամ"]
        assert register.verify_history() == []
        restore_job.accept(done)
    with workspace.open_vault(tmp_path / "back", FOUNDER, PASSPHRASE) as register:
        assert register.warnings == ()
        assert register.verify_history() == []


def test_a_backup_goes_to_the_own_folder_and_is_noted(vault: Home) -> None:
    with vault.open() as register:
        assert backup_job.changed_since_backup(register)
        outcome = backup_job.back_up(register)
        assert outcome.verified
        assert [one.kind for one in outcome.made] == [BackupPlaceKind.OWN]
        assert not backup_job.changed_since_backup(register)
        register.write(partial(open_case, number="HRD-2020-00001"))
        assert backup_job.changed_since_backup(register)
        assert not backup_job.is_due(register), "made a moment ago"
        (known,) = backup_job.known_backups(register)
        assert known.faults == ()
        register.clock = FrozenClock(STARTED + timedelta(hours=4))
        assert backup_job.is_due(register)


def test_a_healthy_vault_is_never_overwritten(vault: Home) -> None:
    with vault.open() as register:
        backup_job.back_up(register)
    before = (vault.path / "data.db").read_bytes()
    with pytest.raises(AlreadyThere):
        restored(vault.path, vault.path)
    (vault.path.parent / "papers").mkdir()
    (vault.path.parent / "papers" / "letter").write_text("words")
    with pytest.raises(AlreadyThere):
        restored(vault.path, vault.path.parent / "papers")
    assert (vault.path / "data.db").read_bytes() == before


@pytest.mark.parametrize("harm", ["gone", "truncated", "garbage", "header", "all but backups"])
def test_a_broken_vault_is_put_back_from_its_own_backups_and_kept_aside(
    vault: Home, harm: str
) -> None:
    with vault.open() as register:
        register.write(partial(open_case, number="HRD-2020-00001"))
        backup_job.back_up(register)
    data = vault.path / "data.db"
    match harm:
        case "gone":
            data.unlink()
        case "truncated":
            os.truncate(data, data.stat().st_size // 2)
        case "garbage":
            data.write_bytes(os.urandom(100_000))
        case "header":
            for name in ("vault.json", "vault.json.bak"):
                (vault.path / name).write_bytes(b"\x00" * 500)
        case _:
            for name in ("vault.json", "vault.json.bak", "data.db"):
                (vault.path / name).unlink()

    done = restored(vault.path, vault.path)
    with done.workspace as register:
        assert numbers(register) == ["HRD-2020-00001"]
        assert done.faults == ()
        assert done.restored.set_aside is not None
        assert (done.restored.set_aside / "backups").is_dir()


def test_a_wrong_passphrase_restores_nothing(vault: Home, tmp_path: Path) -> None:
    with vault.open() as register:
        backup_job.back_up(register)
    with pytest.raises(WrongKey):
        restored(vault.path, tmp_path / "back", "no such words")
    with pytest.raises(NoBackupFound):
        restored(tmp_path, tmp_path / "back")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["vault"]


def test_a_damaged_newest_backup_is_passed_over(vault: Home, tmp_path: Path) -> None:
    with vault.open() as register:
        backup_job.back_up(register)
        register.write(partial(open_case, number="HRD-2020-00001"))
        (made,) = backup_job.back_up(register).made
    data = made.path / "data.db"
    data.write_bytes(data.read_bytes()[:-1] + b"\x00")

    done = restored(vault.path, tmp_path / "back")
    with done.workspace as register:
        assert numbers(register) == []
        assert done.restored.passed_over == (made.path,)
        assert done.restored.seen > done.restored.seq


def test_a_disk_without_room_is_told_before_anything_is_written(
    vault: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "free_space", lambda _path: 1000)
    with vault.open() as register, pytest.raises(BackupNeedsRoom) as refusal:
        backup_job.back_up(register)
    needed, free = refusal.value.data["needed"], refusal.value.data["free"]
    assert isinstance(needed, int)
    assert needed > 100_000
    assert free == 1000
    assert list((vault.path / "backups").rglob("*.db")) == []


def test_everything_in_a_backup_belongs_to_its_owner_alone(vault: Home, tmp_path: Path) -> None:
    with vault.open() as register:
        backup_job.back_up(register)
        backup_job.back_up(register, tmp_path / "disk")
    for root in (vault.path, *(tmp_path / "disk").glob("homeward-*")):
        for path in (root, *root.rglob("*")):
            assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    shutil.rmtree(tmp_path / "disk")
