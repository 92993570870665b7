from pathlib import Path

from tests.torture.figures import or_skip
from tests.torture.io_errors import torture


def test_a_call_of_the_disk_that_fails_loses_nothing(tmp_path: Path) -> None:
    figures = or_skip(lambda: torture(4, tmp_path))

    assert figures.times >= 8
    assert figures.refused > 0
    assert figures.holds, figures
