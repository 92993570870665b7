import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app import workspace
from app.db import engine
from app.errors import (
    AlreadyThere,
    BadInput,
    CipherMissing,
    DamagedVault,
    DiskFull,
    HomewardError,
    NewerVault,
    NotAVault,
    PassphraseRefused,
    ReadOnlyVault,
    SlotExists,
    WhichUser,
    WrongKey,
)
from app.jobs.registers import backup as backup_job
from app.vault import files, folder
from app.vault.header import HEADER, SPARE
from app.vault.reading_only import WhyReadOnly
from app.workspace import Warn
from models.vocabulary.roles import Role
from tests.metrics import record_count
from tests.registers import FOUNDER, PASSPHRASE, Home
from tests.torture import work

SECOND = "Նարեկ Քարաբերդյան"
WORDS = "globe conductor hat bathtub fetch pullover"


def content(path: Path) -> dict[str, bytes]:
    """Read every file but the lock and the working files of a reader."""
    ignored = {"lock", "data.db-shm", "data.db-wal"}
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file() and file.name not in ignored
    }


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(HomewardError) as caught:
        act()
    return caught.value.code


def test_a_vault_belongs_to_its_owner_alone(vault: Home) -> None:
    with vault.open() as register:
        work.attach(register, work.Notes(vault.path.parent / "notes"))
        backup_job.back_up(register)
        found = [vault.path, *vault.path.rglob("*")]
        open_to_others = [
            path
            for path in found
            if path.stat().st_mode & 0o777 != (0o700 if path.is_dir() else 0o600)
        ]
    record_count(
        "R-28",
        "files and folders their owner's alone",
        len(found) - len(open_to_others),
        len(found),
    )
    assert open_to_others == []


def test_wrong_passphrase_damage_and_newer_format_are_three_different_errors(vault: Home) -> None:
    before = content(vault.path)
    wrong = code_of(lambda: vault.open(passphrase="no such words"))
    assert content(vault.path) == before

    header = json.loads((vault.path / HEADER).read_bytes())
    for name in (HEADER, SPARE):
        (vault.path / name).write_text(json.dumps(header | {"format": 2}), "utf-8")
    before = content(vault.path)
    newer = code_of(vault.open)
    assert content(vault.path) == before

    for name in (HEADER, SPARE):
        (vault.path / name).write_bytes(b"\x00" * 100)
    before = content(vault.path)
    damaged = code_of(vault.open)
    assert content(vault.path) == before

    assert (wrong, newer, damaged) == ("wrong_key", "newer_vault", "damaged_vault")


def test_an_unknown_name_gets_the_same_answer_as_a_wrong_passphrase(vault: Home) -> None:
    for user, passphrase in ((FOUNDER, "no such words"), ("Nobody", PASSPHRASE)):
        with pytest.raises(WrongKey) as refusal:
            vault.open(user, passphrase)
        assert refusal.value.data == {}


def test_what_is_no_vault_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("words")
    for name in ("missing", "empty", "file"):
        with pytest.raises(NotAVault):
            workspace.open_vault(tmp_path / name, FOUNDER, PASSPHRASE)
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"{}"),
        lambda path: path.write_bytes(path.read_bytes()[:-40]),
        lambda path: path.write_bytes(path.read_bytes().replace(b'"epoch": 1', b'"epoch": 7')),
        lambda path: path.unlink(),
    ],
)
def test_a_broken_header_is_restored_from_its_spare_and_said(
    vault: Home, harm: Callable[[Path], object]
) -> None:
    whole = (vault.path / SPARE).read_bytes()
    harm(vault.path / HEADER)

    with vault.open() as register:
        assert [warning.what for warning in register.warnings] == [Warn.HEADER_RESTORED]

    assert (vault.path / HEADER).read_bytes() == whole
    with vault.open() as register:
        assert register.warnings == ()


def test_a_lost_spare_is_made_again(vault: Home) -> None:
    (vault.path / SPARE).unlink()

    vault.open().close()

    assert (vault.path / SPARE).read_bytes() == (vault.path / HEADER).read_bytes()


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda path: path.unlink(), "missing"),
        (lambda path: path.write_bytes(os.urandom(8192)), "unreadable"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(5000)), "not_encrypted"),
    ],
)
def test_a_damaged_data_file_is_called_so(
    vault: Home, harm: Callable[[Path], object], reason: str
) -> None:
    harm(vault.path / "data.db")
    before = content(vault.path)

    with pytest.raises(DamagedVault) as damage:
        vault.open()

    assert damage.value.data == {"part": "data.db", "reason": reason}
    assert content(vault.path) == before


def test_a_driver_without_cipher_is_refused(
    vault: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "driver", sqlite3)

    with pytest.raises(CipherMissing):
        vault.open()
    with pytest.raises(CipherMissing):
        workspace.create(tmp_path / "new", FOUNDER, PASSPHRASE)
    assert not (tmp_path / "new").exists()


def test_a_vault_is_never_made_over_something_else(tmp_path: Path, vault: Home) -> None:
    before = content(vault.path)
    (tmp_path / "file").write_text("words")

    for path in (vault.path, tmp_path / "file"):
        with pytest.raises(AlreadyThere):
            workspace.create(path, FOUNDER, PASSPHRASE)

    assert content(vault.path) == before
    assert (tmp_path / "file").read_text() == "words"


def test_nothing_is_made_for_a_name_or_passphrase_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(PassphraseRefused):
        workspace.create(tmp_path / "new", FOUNDER, "")
    with pytest.raises(BadInput):
        workspace.create(tmp_path / "new", "  ", PASSPHRASE)
    assert not (tmp_path / "new").exists()


def test_a_full_disk_while_making_a_vault_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _content: bytes) -> None:
        with files.coded_failures(path):
            raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("app.vault.header.write_whole", full)

    with pytest.raises(DiskFull) as refusal:
        workspace.create(tmp_path / "new", FOUNDER, PASSPHRASE)

    assert refusal.value.data["path"] is not None
    assert not (tmp_path / "new").exists()


def test_a_read_only_vault_is_called_so(vault: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(vault.path)
    real = os.open

    def read_only(path: object, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("lock"):
            raise OSError(errno.EROFS, "read-only file system")
        return real(path, flags, mode)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", read_only)

    with vault.open() as register:
        assert register.read_only is WhyReadOnly.MEDIUM
        assert [one.what for one in register.warnings] == [Warn.ON_READ_ONLY_MEDIUM]
        with pytest.raises(ReadOnlyVault):
            register.add_staff(SECOND, frozenset({Role.INTAKE}), WORDS)
    assert content(vault.path) == before


def test_a_second_member_of_staff_opens_by_their_own_passphrase(home: Home) -> None:
    with home.open() as register:
        added = register.add_staff(SECOND, frozenset({Role.INTAKE, Role.CASEWORKER}), WORDS).value
        with pytest.raises(SlotExists):
            register.add_staff(SECOND, frozenset({Role.INTAKE}), WORDS)
        assert [member.name for member in register.staff()] == sorted([FOUNDER, SECOND])

    with home.open(SECOND, WORDS) as register:
        assert register.actor == added
        assert register.verify_history() == []
    with home.open() as register:
        assert register.actor.name == FOUNDER
    with pytest.raises(WrongKey):
        home.open(SECOND, PASSPHRASE)
    with pytest.raises(WhichUser):
        home.open(None, WORDS)


def test_one_slot_needs_no_name(home: Home) -> None:
    with home.open(None) as register:
        assert register.actor.name == FOUNDER


def test_who_was_registered_but_got_no_slot_can_be_given_one(
    vault: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vault.open() as register:

        def power_cut(_vault: object, _slot: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(folder.OpenVault, "add_slot", power_cut)
            with pytest.raises(KeyboardInterrupt):
                register.add_staff(SECOND, frozenset({Role.INTAKE}), WORDS)
    with vault.open() as register:
        register.add_staff(SECOND, frozenset({Role.INTAKE}), WORDS)
    with vault.open(SECOND, WORDS) as register:
        assert register.verify_history() == []


def test_names_of_those_who_may_open_are_known_before_unlocking(vault: Home) -> None:
    assert folder.user_names(vault.path) == (FOUNDER,)


def test_a_key_put_into_the_header_from_outside_is_noticed(vault: Home, tmp_path: Path) -> None:
    shutil.copytree(vault.path, tmp_path / "copy")
    with vault.open() as register:
        register.add_staff(SECOND, frozenset({Role.INTAKE}), WORDS)
    for name in (HEADER, SPARE):  # the copy gets a slot its register knows nothing of
        shutil.copy(vault.path / name, tmp_path / "copy" / name)

    with pytest.raises(DamagedVault) as damage:
        Home("vault", tmp_path / "copy").open()

    assert damage.value.data["reason"] == "public_key"


def test_another_registers_data_file_is_refused(vault: Home, tmp_path: Path) -> None:
    other = tmp_path / "other"
    workspace.create(other, FOUNDER, PASSPHRASE).close()
    shutil.copy(other / "data.db", vault.path / "data.db")

    with pytest.raises(DamagedVault):
        vault.open()


def test_a_newer_format_is_refused_before_anything_is_read(vault: Home) -> None:
    (vault.path / HEADER).write_text('{"format": 99, "unheard": "of"}')

    with pytest.raises(NewerVault) as refusal:
        vault.open()

    assert refusal.value.data == {"found": "99", "known": "1"}
