"""Give UI tests a kit: theme, English words, no window of the desk."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n.translator import Translator
from app.ui.application import RESOURCES
from app.ui.shell.tasks import Tasks
from app.ui.theme.theme import Mode, Theme
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from tests.registers import Home
from tests.ui.form_desk import FormDesk


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    """Collect garbage on the window's thread only, as the program does.

    What was there before is set aside: to walk through it anew after each test took seconds.
    """
    gc.disable()
    gc.freeze()
    yield
    gc.collect()
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def clipboard_left_empty() -> Iterator[None]:
    """Leave nothing of ours to Qt's own clipboard: it is torn down when Python is gone already."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """A light theme, put on the application."""
    made = Theme(RESOURCES, mode=Mode.LIGHT)
    made.dress(qapp)
    return made


@pytest.fixture
def kit(theme: Theme) -> Kit:
    """The kit of an English window."""
    return Kit(theme, Translator.open("en"))


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Lanes that are at rest after the test."""
    made = Tasks()
    yield made
    assert made.close()


@pytest.fixture
def workspace(vault: Home) -> Iterator[Workspace]:
    """An opened vault with nothing in it but its founder."""
    with vault.open() as opened:
        yield opened


@pytest.fixture
def desk(qtbot: QtBot, kit: Kit, tasks: Tasks, workspace: Workspace) -> Iterator[FormDesk]:
    """A window over one man, at rest after the test."""
    made = FormDesk(qtbot, kit, tasks, workspace)
    yield made
    made.rest()
