import os
from pathlib import Path

import pytest

from tests.torture.kill import kill_runs


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the nursery forks its workers")
def test_20_kills_lose_no_acknowledged_save(tmp_path: Path) -> None:
    figures = kill_runs(20, tmp_path, seed=20201213)

    assert figures.kills == 20
    assert figures.acknowledged > 20
    assert (figures.lost, figures.corrupt, figures.half_done, figures.history_broken) == (
        0, 0, 0, 0,
    )  # fmt: skip
