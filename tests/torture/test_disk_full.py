"""R-02: a disk that fills up, or a file that may not grow, loses nothing that was saved."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import DiskFull, StorageFailed
from app.workspace import Workspace
from models.base import new_id
from tests.cases import open_case
from tests.registers import Home

ROOT = Path(__file__).parents[2]

_FILL = """
import json, sys
from functools import partial
from pathlib import Path
from app.errors import HomewardError
from models.base import new_id
from tests.cases import open_case
from tests.registers import Home
saved, code = 0, ""
with Home("vault", Path(sys.argv[1])).open() as register:
    while not code:
        try:
            register.write(partial(open_case, number=new_id().hex, circumstances="x" * 20000))
            saved += 1
        except HomewardError as error:
            code = error.code
print(json.dumps([saved, code]))
"""


def cases_in(register: Workspace) -> int:
    """Count the cases of a register."""
    from sqlalchemy import func, select

    from models.cases import Case

    return register.read(
        lambda reader: reader.session.execute(select(func.count()).select_from(Case)).scalar_one()
    )


def save_until_refused(register: Workspace) -> int:
    """Save cases until there is no room; answers how many were acknowledged."""
    for saved in range(1000):
        try:
            register.write(lambda unit: open_case(unit, new_id().hex, "x" * 20_000))
        except (DiskFull, StorageFailed):
            return saved
    pytest.fail("the file grew past its limit")


def test_a_file_that_may_not_grow_keeps_every_save(vault: Home) -> None:
    with vault.open() as register:
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
        try:
            saved = save_until_refused(register)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert saved > 0
        assert cases_in(register) == saved
        assert register.verify_history() == []
    with vault.open() as register:
        assert cases_in(register) == saved


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("unshare"), reason="needs unshare")
def test_a_full_disk_keeps_every_save_and_is_called_so(vault: Home, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    kept = tmp_path / "kept"
    script = (
        f'mount -t tmpfs -o size=3m none "{disk}" && cp -a "{vault.path}" "{disk}/vault" '
        f'&& "{sys.executable}" -c "$FILL" "{disk}/vault" && cp -a "{disk}/vault" "{kept}"'
    )
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", script],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "FILL": _FILL},
        capture_output=True,
        text=True,
        check=False,
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("no namespaces here")
    assert done.returncode == 0, done.stderr
    saved, code = json.loads(done.stdout)

    assert code == "disk_full"
    with Home("vault", kept).open() as register:
        assert saved > 0
        assert cases_in(register) == saved
        assert register.verify_history() == []
