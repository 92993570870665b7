from pathlib import Path

from tests.torture.figures import or_skip
from tests.torture.full_disk import torture


def test_a_disk_that_fills_up_loses_nothing_and_is_named(tmp_path: Path) -> None:
    figures = or_skip(lambda: torture(1, tmp_path))

    assert figures.saves > 0
    assert figures.holds, figures
