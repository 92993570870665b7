"""The preview shows the very bytes that are saved; pages turn by keyboard; disks refuse kindly."""

import errno
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n.translator import Translator
from app.shapes.printing import PaperToPrint
from app.ui.frame import Frame
from app.ui.papers.picture_printing import PicturePrinter
from app.ui.papers.preview import PLACE, PreviewPanel
from app.ui.papers.printing import print_in_background
from app.ui.shell.saving import file_problem
from app.ui.widgets.kit import Kit
from tests.factories.men import ARAM, GOR, missing_man
from tests.registers import Home
from tests.ui.frames import framed, settle
from tests.ui.test_picture_printing import printing_into


@pytest.fixture
def men(vault: Home) -> list[UUID]:
    with vault.open() as register:
        return [missing_man(register, names) for names in (ARAM, GOR)]


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, men: list[UUID]
) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def preview(frame: Frame, qtbot: QtBot, *cases: UUID) -> PreviewPanel:
    """Open the preview and wait until every page in sight is drawn."""
    papers = frame.work.doors.papers
    assert papers is not None
    papers.open_preview(cases)
    settle(qtbot, frame.work.tasks)
    panel = frame.window.page(PLACE)
    assert isinstance(panel, PreviewPanel)
    assert panel.drafted is not None
    return panel


def press(frame: Frame, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    window = frame.window.windowHandle()
    QTest.keyClick(window, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_the_very_bytes_in_view_are_saved(
    frame: Frame, qtbot: QtBot, men: list[UUID], tmp_path: Path
) -> None:
    panel = preview(frame, qtbot, men[0])
    assert panel.drafted is not None
    shown = panel.drafted.pdf.content
    path = tmp_path / "paper.pdf"
    panel.save_to(path)
    settle(qtbot, frame.work.tasks)
    assert path.read_bytes() == shown
    assert path.stat().st_mode & 0o077 == 0


def test_the_first_page_and_the_small_pages_are_drawn(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    panel = preview(frame, qtbot, men[0])
    assert panel.desk.sheets._sheets[0]._image is not None
    assert panel.drafted is not None
    small = panel.desk.small._strip.images
    assert len(small) == panel.drafted.pdf.pages
    assert all(image is not None for image in small)


def test_pages_turn_by_keyboard_wherever_it_is_on_the_preview(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    panel = preview(frame, qtbot, men[0])
    assert panel.drafted is not None
    assert panel.drafted.pdf.pages > 1
    press(frame, Qt.Key.Key_PageDown)
    assert panel.desk.sheets.page_in_front() == 1
    assert panel.desk.small._strip.front == 1
    panel._rail.ways.save.setFocus()
    press(frame, Qt.Key.Key_PageUp)
    assert panel.desk.sheets.page_in_front() == 0
    panel.desk.small.setFocus()
    press(frame, Qt.Key.Key_Down)
    assert panel.desk.sheets.page_in_front() == 1


def test_several_cases_are_looked_through_and_saved_into_a_folder(
    frame: Frame, qtbot: QtBot, men: list[UUID], tmp_path: Path
) -> None:
    panel = preview(frame, qtbot, *men)
    assert panel.drafted is not None
    first = panel.drafted.numbers
    press(frame, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, frame.work.tasks)
    assert panel.drafted.numbers != first
    panel.save_all(tmp_path / "papers")
    settle(qtbot, frame.work.tasks)
    assert len(list((tmp_path / "papers").glob("*.pdf"))) == 2


def test_another_opening_shows_another_man(frame: Frame, qtbot: QtBot, men: list[UUID]) -> None:
    panel = preview(frame, qtbot, men[0])
    assert panel.drafted is not None
    first = panel.drafted.numbers
    preview(frame, qtbot, men[1])
    assert panel.drafted.numbers != first


def test_the_paper_speaks_its_own_language(frame: Frame, qtbot: QtBot, men: list[UUID]) -> None:
    panel = preview(frame, qtbot, men[0])
    assert panel.drafted is not None
    english = panel.drafted.pdf.content
    panel._rail.languages.choose("hy")
    settle(qtbot, frame.work.tasks)
    assert panel.drafted.pdf.content != english


def test_larger_and_smaller_say_how_large_the_pages_stand(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    panel = preview(frame, qtbot, men[0])
    panel.desk.sheets.larger()
    panel.desk.sheets.larger()
    large = panel.desk.sheets._sheets[0].width()
    assert panel.desk.percent.text().endswith("%")
    panel.desk.sheets.smaller()
    assert panel.desk.sheets._sheets[0].width() < large
    panel.desk.sheets.fit_width()
    assert panel.desk.sheets._sheets[0].width() <= panel.desk.sheets.viewport().width()


def test_printing_sends_every_page(
    frame: Frame, qtbot: QtBot, men: list[UUID], tmp_path: Path
) -> None:
    panel = preview(frame, qtbot, men[0])
    assert panel.drafted is not None
    pdf = panel.drafted.pdf
    noted: list[bool] = []
    press = panel.desk.press(lambda: noted.append(True))
    paper = PaperToPrint("", lambda: pdf.content, press.note)
    printer = printing_into(tmp_path / "printed.pdf")
    print_in_background(press, [paper], PicturePrinter(printer, press.rendering))
    settle(qtbot, frame.work.tasks)
    assert noted == [True]
    with pikepdf.open(tmp_path / "printed.pdf") as printed:
        assert len(printed.pages) == pdf.pages


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EIO])
def test_a_disk_that_refuses_is_answered_in_a_sentence(
    frame: Frame,
    qtbot: QtBot,
    men: list[UUID],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, "refused")

    panel = preview(frame, qtbot, men[0])
    monkeypatch.setattr("app.jobs.papers.report.os.open", refuse)
    panel.save_to(tmp_path / "paper.pdf")
    settle(qtbot, frame.work.tasks)
    monkeypatch.undo()
    assert frame.window.messages.panel is not None
    assert list(tmp_path.glob("*.pdf*")) == []


def test_every_refusal_of_a_disk_says_that_nothing_was_saved() -> None:
    t = Translator.open("en")
    for code in (errno.EACCES, errno.EROFS, errno.ENOENT, errno.EISDIR, errno.ENAMETOOLONG):
        happened = file_problem(OSError(code, "")).happened
        assert callable(happened)
        assert "Nothing was saved" in happened(t)
