import os
from pathlib import Path

import pytest

from tests.torture.kill import Figures, kill_runs


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the nursery forks its workers")
def test_kills_lose_no_acknowledged_save_and_leave_no_half_import(tmp_path: Path) -> None:
    figures = kill_runs(8, tmp_path, seed=20201213)

    assert figures.saves > 8
    assert figures == Figures(kills=8, saves=figures.saves, imports=figures.imports)
