"""Files come in through the window: dropped, pasted, picked or scanned, each asked where from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.queries.exhibits import exhibit_ids, exhibit_rows
from app.shapes.exhibits import ExhibitFilter, ExhibitRow
from app.ui.exhibits.exhibits_panel import PLACE, ExhibitsPanel
from app.ui.exhibits.intake_page import PLACE as INTAKE
from app.ui.exhibits.intake_page import IntakePage
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from tests.registers import Home
from tests.ui.frames import framed, settle


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        made.window.open_page(PLACE)
        settle(qtbot, made.work.tasks)
        yield made


def list_of(frame: Frame) -> ExhibitsPanel:
    page = frame.window.page(PLACE)
    assert isinstance(page, ExhibitsPanel)
    return page


def intake_of(frame: Frame) -> IntakePage:
    page = frame.window.page(INTAKE)
    assert isinstance(page, IntakePage)
    return page


def kept(register: Workspace) -> tuple[ExhibitRow, ...]:
    return register.read(lambda r: exhibit_rows(r, exhibit_ids(r, ExhibitFilter())))


def drop(target: QWidget, mime: QMimeData) -> None:
    """Drop something on a page."""
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_dropped_file_is_not_taken_in_before_somebody_said_where_it_came_from(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    letter = tmp_path / "նամակ.txt"
    letter.write_text("Սիրելի մայրիկ", encoding="utf-8")
    drop(list_of(frame), files(letter))
    settle(qtbot, frame.work.tasks)
    page = intake_of(frame)
    assert frame.window.here()[0] == INTAKE
    page.save()
    settle(qtbot, frame.work.tasks)
    assert kept(register) == ()
    assert page.entries["origin"].message
    page.origin.words.set_text("Մայրը բերեց")
    page.save()
    settle(qtbot, frame.work.tasks)
    (row,) = kept(register)
    assert (row.origin, row.original_name, row.media_type) == (
        "Մայրը բերեց",
        "նամակ.txt",
        "text/plain",
    )
    assert frame.window.here()[0] == PLACE
    assert list_of(frame).table.rows.rowCount() == 1
