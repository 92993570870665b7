"""No parser of foreign files is ever loaded where the window lives (R-30)."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.importing import invented_lists as lists
from tests.metrics import record
from tests.registers import Home
from tests.sandbox import odd_files as odd

ROOT = Path(__file__).resolve().parents[2]


def test_a_window_at_work_loads_no_parser(vault: Home, tmp_path: Path) -> None:
    rows = lists.written(tmp_path, lists.workbook(lists.text()), "list.xlsx")
    photo, pdf = tmp_path / "photo.jpg", tmp_path / "letter.pdf"
    photo.write_bytes(odd.picture("JPEG"))
    pdf.write_bytes(odd.pdf())
    ended = subprocess.run(
        [sys.executable, "-m", "tests.security.window_at_work", vault.path, rows, photo, pdf],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert ended.returncode == 0, ended.stderr[-2_000:]
    found = json.loads(ended.stdout.splitlines()[-1])
    assert found["looked"] == ["image/jpeg", "application/pdf", odd.SHEET]
    assert sorted(found["shown"]) == ["application/pdf", "image/jpeg"]
    strays = sorted({*found["loaded"], *found["there"], *found["archives"]})
    record(
        "R-30",
        "parsers loaded and archives opened in the window's process",
        f"{len(strays)} in a start, an import, and three files taken in and shown",
        target="0",
        holds=not strays,
    )
    assert strays == []
