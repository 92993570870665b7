"""What tests of the exhibit pages share: drops, pages of a window, what the register keeps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.queries.exhibits.lines import exhibit_ids, exhibit_rows
from app.services.exhibits.exhibits import change_exhibit
from app.shapes.exhibits import ExhibitFilter, ExhibitRow
from app.shapes.requests.exhibits import ChangeExhibit
from app.ui.exhibits.exhibit_page import ExhibitPanel
from app.ui.exhibits.exhibits_panel import PLACE, ExhibitsPanel
from app.ui.exhibits.intake_page import PLACE as INTAKE
from app.ui.exhibits.intake_page import IntakePage
from app.ui.frame import Frame
from app.workspace import Workspace
from models.vocabulary.exhibits import Shown
from tests.factories.exhibits import FROM_MOTHER
from tests.ui.frames import settle

WAIT_MS = 30_000


def list_of(frame: Frame) -> ExhibitsPanel:
    """Return the page with the list."""
    page = frame.window.page(PLACE)
    assert isinstance(page, ExhibitsPanel)
    return page


def intake_of(frame: Frame) -> IntakePage:
    """Return the page on which files come in."""
    page = frame.window.page(INTAKE)
    assert isinstance(page, IntakePage)
    return page


def opened(frame: Frame, qtbot: QtBot, row: ExhibitRow) -> ExhibitPanel:
    """Open an exhibit in its tab and wait until it is read."""
    frame.exhibits.open_exhibit(row.id)
    qtbot.waitUntil(lambda: frame.exhibits.front() is not None, timeout=WAIT_MS)
    settle(qtbot, frame.work.tasks)
    panel = frame.exhibits.front()
    assert panel is not None
    return panel


def kept(register: Workspace, wanted: ExhibitFilter | None = None) -> tuple[ExhibitRow, ...]:
    """Read what the register keeps, by number."""
    asked = wanted or ExhibitFilter()
    return register.read(lambda r: exhibit_rows(r, exhibit_ids(r, asked)))


def drop(target: QWidget, mime: QMimeData) -> None:
    """Drop something on a page."""
    target.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def files(*paths: Path) -> QMimeData:
    """Give files as a desk drags or copies them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def carrying(kind: str, content: bytes) -> QMimeData:
    """Give content of one type, as other programs drag or copy it."""
    mime = QMimeData()
    mime.setData(kind, content)
    return mime


def plain_text(text: str) -> QMimeData:
    """Give text as it is copied."""
    mime = QMimeData()
    mime.setText(text)
    return mime


def veil(register: Workspace, row: ExhibitRow) -> ExhibitRow:
    """Say that a photo shows a captive who can be recognised."""
    facts = FROM_MOTHER
    asked = ChangeExhibit(
        row.id,
        row.version,
        type(facts)(facts.kind, origin=facts.origin, shows=frozenset({Shown.IDENTIFIABLE_CAPTIVE})),
    )
    register.write(lambda uow: change_exhibit(uow, asked))
    return kept(register)[0]
