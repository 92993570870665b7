from pathlib import Path

from tests.torture.figures import or_skip
from tests.torture.memory import torture


def test_nothing_of_a_register_is_left_in_memory_after_a_lock(tmp_path: Path) -> None:
    figures = or_skip(lambda: torture(1, tmp_path))

    assert figures.locks == 1
    assert figures.holds, figures
