"""R-08, R-09: where a register lies and who has it open decide how it is opened."""

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from app import workspace
from app.errors import NetworkFolder, ReadOnlyVault, VaultInUse
from app.vault import folder, surroundings
from app.vault.reading_only import WhyReadOnly, file_to_read
from app.vault.surroundings import (
    is_on_network,
    parsed_mount_output,
    parsed_mountinfo,
    sync_service,
)
from app.workspace import Warn
from tests.cases import open_case
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE, Home

ROOT = Path(__file__).parents[2]
MOUNTINFO = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /mnt/office rw shared:2 - nfs4 server:/office rw,vers=4.2
41 22 0:41 / /mnt/share\040of\040the\040office rw - cifs //server/share rw
42 22 0:42 / /mnt/there rw - fuse.sshfs person@server: rw
43 22 0:43 / /mnt/cloud rw - davfs https://example rw
44 40 8:2 / /mnt/office/usb rw - vfat /dev/sdb1 rw
"""
MOUNT_OUTPUT = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//person@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by person)
"""


def mounts() -> list[tuple[str, str]]:
    return parsed_mountinfo(MOUNTINFO) + parsed_mount_output(MOUNT_OUTPUT)


SYNCED = {
    "D/OneDrive - Office/Register": "OneDrive",
    "D/Dropbox (Personal)/register": "Dropbox",
    "D/Google Drive/My Drive/register": "Google Drive",
    "D/Яндекс.Диск/реестр": "Yandex Disk",
    "D/YandexDisk/register": "Yandex Disk",
    "D/Library/Mobile Documents/register": "iCloud",
    "D/Nextcloud2/register": "Nextcloud",
}
ON_NETWORK = (
    r"\\server\share\register",
    "/mnt/office/register",
    "/mnt/share of the office/register",
    "/mnt/there/register",
    "/mnt/cloud/register",
    "/Volumes/share/register",
)
LOCAL = ("/mnt/office/usb/register", "/srv/register", "/mnt/officers/register")


def test_synchronised_and_network_folders_are_recognised(
    vault: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned = 0
    for path, service in SYNCED.items():
        there = tmp_path / path
        shutil.copytree(vault.path, there)
        with Home("vault", there, vault.clock).open() as register:
            said = {one.what: one.service for one in register.warnings}
            warned += said.get(Warn.SYNCED_FOLDER) == service and register.read_only is None
    refused = 0
    for path in ON_NETWORK:
        on_network = is_on_network(Path(path), mounts)
        monkeypatch.setattr(folder, "is_on_network", lambda _path, on=on_network: on)
        with vault.open() as register:
            said = {one.what: one.service for one in register.warnings}
            warned += Warn.ON_NETWORK in said and register.read_only is WhyReadOnly.NETWORK
            try:
                register.write(partial(open_case, number="HRD-2020-00001"))
            except ReadOnlyVault:
                refused += 1
    total = len(SYNCED) + len(ON_NETWORK)
    record(
        "R-09",
        "synchronised and network folders warned of",
        f"{warned} of {total}",
        target="10 of 10",
        holds=warned == total,
    )
    record(
        "R-09",
        "writes refused on the network",
        f"{refused} of {len(ON_NETWORK)}",
        target="all",
        holds=refused == len(ON_NETWORK),
    )
    assert (warned, refused) == (total, len(ON_NETWORK))


def test_a_folder_that_is_neither_is_left_in_peace(vault: Home) -> None:
    assert [path for path in LOCAL if is_on_network(Path(path), mounts)] == []
    assert sync_service(Path("/srv/dropboxes/register")) is None
    with vault.open() as register:
        assert register.warnings == ()


def test_a_mark_a_service_leaves_tells_of_it(tmp_path: Path) -> None:
    (tmp_path / "papers" / ".stfolder").mkdir(parents=True)

    assert sync_service(tmp_path / "papers" / "register") == "Syncthing"


def test_no_register_is_founded_on_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "is_on_network", lambda _path: True)
    with pytest.raises(NetworkFolder):
        workspace.create(tmp_path / "new", FOUNDER, PASSPHRASE)
    assert not (tmp_path / "new").exists()


def test_the_mounts_of_this_machine_can_be_read() -> None:
    assert surroundings.mounts_of_this_machine() or sys.platform == "win32"


def content(path: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(file.relative_to(path)): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in path.rglob("*")
        if file.is_file() and not file.name.endswith("-shm")
    }


def test_who_has_it_open_elsewhere_is_told_and_reading_is_offered_50_times(
    vault: Home, own_settings: Path
) -> None:
    refused = read = cleared = 0
    for turn in range(10):
        with vault.open() as first:
            number = f"HRD-2020-{turn:05}"
            first.write(partial(open_case, number=number))
            try:
                vault.open()
            except VaultInUse:
                refused += 1
            shutil.rmtree(own_settings)
            before = content(vault.path)
            with workspace.open_register(
                vault.path, FOUNDER, PASSPHRASE, clock=vault.clock, read_only=True
            ) as second:
                seen = second.verify_history() == [] and len(second.staff()) == 1
                with pytest.raises(ReadOnlyVault):
                    second.write(partial(open_case, number="HRD-2020-99999"))
            read += seen and content(vault.path) == before and not own_settings.exists()
    for turn in range(30):
        note = {"host": os.uname().nodename, "pid": 999_000 + turn, "since": "2021-03-10T06:00"}
        (vault.path / "lock").write_text(json.dumps(note), "utf-8")
        with vault.open() as register:
            cleared += register.read_only is None
    figure = refused + read + cleared
    record(
        "R-08",
        "locks: live refused, reading offered, stale cleared",
        f"{figure} of 50",
        target="50 of 50",
        holds=figure == 50,
    )
    assert (refused, read, cleared) == (10, 10, 30)


def test_a_lock_of_another_machine_is_respected_and_the_vault_can_be_read(vault: Home) -> None:
    note = {"host": "another-pc", "pid": 7, "since": "2021-03-10T06:00:00+00:00"}
    (vault.path / "lock").write_text(json.dumps(note), "utf-8")
    before = content(vault.path)

    with pytest.raises(VaultInUse):
        vault.open()
    with workspace.open_register(
        vault.path, FOUNDER, PASSPHRASE, clock=vault.clock, read_only=True
    ) as register:
        assert register.verify_history() == []
    assert content(vault.path) == before


def test_a_log_left_by_a_crash_is_read_from_a_private_copy_that_goes_again(
    vault: Home, tmp_path: Path
) -> None:
    with vault.open() as register:
        key = register.place.keys.data_key
        register.write(partial(open_case, number="HRD-2020-00001"))
        crashed = Path(shutil.copytree(vault.path, tmp_path / "crashed"))
    before = content(crashed)

    readable = file_to_read(crashed / "data.db", key, WhyReadOnly.MEDIUM)
    private = readable.private
    assert private is not None
    assert private.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in private.iterdir()} == {0o600}
    readable.close()

    assert not private.exists()
    assert content(crashed) == before


_READ = """
import sys
from functools import partial
from pathlib import Path
from app.errors import ReadOnlyVault
from tests.cases import open_case
from tests.registers import Home
for path in sys.argv[1:]:
    with Home("vault", Path(path)).open() as register:
        assert [one.what.value for one in register.warnings] == ["on_read_only_medium"]
        assert register.verify_history() == []
        try:
            register.write(partial(open_case, number="HRD-2020-00009"))
        except ReadOnlyVault:
            print(register.read(lambda reader: reader.session.connection().exec_driver_sql(
                "SELECT count(*) FROM cases").scalar_one()))
"""


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("unshare"), reason="needs unshare")
def test_a_medium_nothing_can_be_written_to_is_read_whole(vault: Home, tmp_path: Path) -> None:
    with vault.open() as register:
        register.write(partial(open_case, number="HRD-2020-00001"))
        shutil.copytree(vault.path, tmp_path / "with-log")
        (tmp_path / "with-log" / "lock").unlink()
    shutil.copytree(vault.path, tmp_path / "at-rest")
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        f'mount -t tmpfs none "{disk}" && cp -a "{tmp_path}/with-log" "{tmp_path}/at-rest" '
        f'"{disk}" && mount -o remount,ro "{disk}" '
        f'&& "{sys.executable}" -c "$READ" "{disk}/with-log" "{disk}/at-rest"'
    )
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", script],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "READ": _READ},
        capture_output=True,
        text=True,
        check=False,
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("no namespaces here")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["1", "1"]
