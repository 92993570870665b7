from pathlib import Path

from tests.torture.typing_kill import torture


def test_typing_survives_a_kill_but_for_its_last_seconds(tmp_path: Path) -> None:
    figures = torture(1, tmp_path)

    assert figures.kills == 1
    assert figures.holds, figures
