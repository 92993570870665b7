"""The program shows itself: the sample in its window, or as papers where there is no screen."""

import errno
import os
import stat
from pathlib import Path

import pytest

from app import bootstrap
from app.jobs.registers.opening import SAMPLE_PASSPHRASE, SAMPLE_USER
from tests.cli.running import CommandLine


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def demo_folder(sample: Path) -> Path:
    """Lend the folder of a demonstration whose sample was made before."""
    return sample.parent


@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_the_sample_is_written_as_papers(
    homeward: CommandLine, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.queries.cases.lines.row_vector", _first_three)

    shown = homeward("demo", "--folder", demo_folder, "--lang", "hy")

    assert shown.code == 0, shown.err
    assert SAMPLE_PASSPHRASE in shown.out
    papers = sorted((demo_folder / "papers").rglob("*.pdf"))
    assert len(papers) == 9
    assert {paper.parent.name for paper in papers} == {"en", "hy", "ru"}
    assert {stat.S_IMODE(paper.stat().st_mode) for paper in papers} == {0o600}


def _first_three(reader: object, wanted: object, sort: object) -> list[int]:
    """Print three men here; all of them print the same way and take longer."""
    from app.queries.cases.lines import first_rows

    return [row.row for row in first_rows(reader, wanted, sort, limit=3)]  # type: ignore[arg-type]  # handed on


def test_with_a_screen_the_window_opens_on_the_sample(
    homeward: CommandLine, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str, str]] = []

    def open_window(register: str | None = None, *, user: str = "", passphrase: str = "") -> int:
        asked.append((str(register), user, passphrase))
        return 0

    monkeypatch.setattr(bootstrap, "open_window", open_window)
    monkeypatch.setenv("DISPLAY", ":0")

    assert homeward("demo", "--folder", demo_folder).code == 0
    assert asked == [(str(demo_folder / "sample"), SAMPLE_USER, SAMPLE_PASSPHRASE)]
    assert homeward().code == 0
    assert asked[1:] == [("None", "", "")]


def test_a_paper_that_finds_no_room_leaves_nothing_half_written(
    homeward: CommandLine, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    out = tmp_path / "papers"
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        refused = homeward.on(sample, "report", "HRD-2020-00117", "--out", out / "x.pdf")

    assert refused.code == 4
    assert "The disk that holds “x.pdf” is full" in refused.err
    assert list(out.iterdir()) == []
