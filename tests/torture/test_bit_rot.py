from pathlib import Path

from tests.torture.bit_rot import torture


def test_a_bit_gone_bad_in_any_file_is_found(tmp_path: Path) -> None:
    figures = torture(8, tmp_path)

    assert set(figures.flipped) >= {"register", "key file"}
    assert figures.holds, figures
