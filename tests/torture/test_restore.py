from pathlib import Path

from tests.torture.restore import torture


def test_a_lost_register_is_restored_by_passphrase_and_by_sheet(tmp_path: Path) -> None:
    figures = torture(2, tmp_path)

    assert (figures.rounds, figures.by_sheet) == (2, 1)
    assert figures.holds, figures
