from pathlib import Path

from tests.torture.figures import or_skip
from tests.torture.io_errors import torture


def test_a_call_of_the_disk_that_fails_loses_nothing(tmp_path: Path) -> None:
    figures = or_skip(lambda: torture(5, tmp_path))

    assert figures.times == 10
    assert figures.refused > 0
    assert figures.holds, figures
