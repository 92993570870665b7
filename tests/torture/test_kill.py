import os
from pathlib import Path

import pytest

from tests.torture.kill import torture


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the nursery forks its workers")
def test_kills_lose_no_acknowledged_save_and_leave_no_half_import(tmp_path: Path) -> None:
    figures = torture(8, tmp_path)

    assert figures.kills == 8
    assert figures.saves > 8
    assert figures.holds, figures
