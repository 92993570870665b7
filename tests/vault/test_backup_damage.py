"""R-41: every backup is verified by opening it, and one bit gone bad is found wherever it lies."""

import random
import shutil
from functools import partial
from pathlib import Path

from app.db.unit_of_work import UnitOfWork
from app.jobs.registers import backup as backup_job
from app.shapes.backups import BackupFault
from app.shapes.changes import Outcome
from app.vault.backups.layout import BackupSet, place_at
from models.exhibits import Blob
from tests.cases import open_case
from tests.exhibit_files import attach
from tests.metrics import record
from tests.registers import Home

DAMAGED = 50


def test_one_bit_gone_bad_is_found_in_each_of_50_backups(vault: Home, tmp_path: Path) -> None:
    chance = random.Random(20201213)  # noqa: S311  # where it goes bad is no secret
    found = 0
    with vault.open() as register:
        register.write(partial(open_case, number="HRD-2020-00001"))
        attach(register, chance.randbytes(60_000), "E-2020-00001")
        (made,) = backup_job.back_up(register).made
        assert made.faults == ()
        place = BackupSet(made.path).place.root
        kinds = ("data.db", "data.db", "vault.json", "manifest.json", "evidence")
        for turn in range(DAMAGED):
            copy = tmp_path / f"disk-{turn}"
            shutil.copytree(place, copy)
            (one,) = place_at(copy, register.register_id).sets()
            kind = kinds[turn % len(kinds)]
            path = one.path / kind
            if kind == "evidence":
                (path,) = one.place.evidence_folder.glob("*.db")
            content = bytearray(path.read_bytes())
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            path.write_bytes(content)
            found += bool(backup_job.verify_now(register, one))
            shutil.rmtree(copy)
    record(
        "R-41",
        "backups with one bit gone bad that were noticed",
        f"{found} of {DAMAGED}",
        target="50 of 50",
        holds=found == DAMAGED,
    )
    assert found == DAMAGED


def test_a_backup_whose_hashes_were_made_to_fit_is_noticed_all_the_same(
    vault: Home, tmp_path: Path
) -> None:
    from app.vault.backups.manifest import Manifest

    with vault.open() as register:
        (made,) = backup_job.back_up(register).made
        one = BackupSet(made.path)
        (one.path / "vault.json").write_bytes(b"{}")
        path = one.path / "manifest.json"
        manifest = Manifest.from_bytes(path.read_bytes())
        altered = manifest.to_bytes().replace(manifest.files[1].sha256.encode(), b"0" * 64)
        path.write_bytes(altered)

        assert [fault.what for fault in backup_job.verify_now(register, one)] == [
            BackupFault.MANIFEST
        ]


def test_an_exhibit_altered_before_its_backup_is_told_by_the_backup(
    home: Home, tmp_path: Path
) -> None:
    content = random.Random(1).randbytes(3_000_000)  # noqa: S311  # any bytes do
    with home.open() as register:
        attach(register, content, "E-2020-00001")
        assert backup_job.back_up(register, tmp_path / "disk").verified

        def forge(unit: UnitOfWork) -> Outcome[None]:
            unit.session.query(Blob).one().sha256 = "0" * 64
            return Outcome(None)

        register.write(forge)
        (made,) = backup_job.back_up(register, tmp_path / "disk").made
        assert [fault.what for fault in made.faults] == [BackupFault.EXHIBIT]


def test_a_shard_that_is_gone_is_told_and_the_rest_is_kept(vault: Home) -> None:
    with vault.open() as register:
        attach(register, b"words" * 1000, "E-2020-00001")
        (vault.path / "evidence" / "0001.db").unlink()
        (made,) = backup_job.back_up(register).made

        assert BackupFault.MISSING in {fault.what for fault in made.faults}
        assert (made.path / "data.db").is_file()


def test_a_closed_shard_is_stored_once(vault: Home) -> None:
    from sqlalchemy import update

    from models.exhibits import Shard

    def close(unit: UnitOfWork) -> Outcome[None]:
        unit.session.execute(update(Shard).values(closed=True))
        return Outcome(None)

    with vault.open() as register:
        attach(register, b"words" * 1000, "E-2020-00001")
        register.write(close)
        backup_job.back_up(register)
        (stored,) = (vault.path / "backups" / "evidence").iterdir()
        before = stored.stat().st_mtime_ns
        attach(register, b"other" * 1000, "E-2020-00002")
        assert backup_job.back_up(register).verified

        files = sorted((vault.path / "backups" / "evidence").iterdir())
        assert [path.name[:4] for path in files] == ["0001", "0002"]
        assert files[0].stat().st_mtime_ns == before
