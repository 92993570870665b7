"""Asking for a file leaves no trace outside the register, and speaks the person's language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.translator import Translator
from app.ui.widgets.file_questions import ask_folder, ask_new_file
from app.ui.widgets.kit import Kit
from tests.metrics import record

SOURCES = Path(__file__).parents[2] / "app"


@pytest.fixture
def qt_settings(tmp_path: Path) -> Path:
    """Put what Qt programs share into a folder of the test."""
    folder = tmp_path / "config"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
    shared = QSettings(QSettings.Scope.UserScope, "QtProject")
    shared.setValue("FileDialog/lastVisited", "file:///another/program")
    shared.sync()
    return folder


def answer(do: Callable[[QFileDialog], object]) -> None:
    """Answer the next question as a person would."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        do(dialog)

    QTimer.singleShot(200, now)


def test_no_answer_is_remembered_outside_the_register(
    qtbot: QtBot, kit: Kit, qt_settings: Path, tmp_path: Path
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    secret = tmp_path / "Լուսաձորյան Տիգրան"
    secret.mkdir()
    answer(lambda dialog: dialog.accept())
    assert ask_folder(host, kit, "Choose", secret) == secret
    answer(lambda dialog: dialog.accept())
    paper = secret / "paper.pdf"
    assert ask_new_file(host, kit, "Save", "PDF (*.pdf)", paper) == paper
    answer(lambda dialog: dialog.reject())
    assert ask_folder(host, kit, "Choose", secret) is None
    kept = [file for file in qt_settings.rglob("*") if file.is_file()]
    traces = [file.name for file in kept if b"\xd4\xbc" in file.read_bytes()]
    traces += [file.name for file in kept if "%D4%BC" in file.read_text("utf-8").upper()]
    shared = QSettings(QSettings.Scope.UserScope, "QtProject")
    shared.sync()
    record(
        "U-13",
        "answers of file dialogs remembered outside the register",
        str(len(traces)),
        target="0",
        holds=not traces,
    )
    assert traces == []
    assert shared.value("FileDialog/lastVisited") == "file:///another/program"
    assert not shared.value("FileDialog/history")


def test_the_question_speaks_the_language_of_the_program(
    qtbot: QtBot, kit: Kit, qt_settings: Path, tmp_path: Path
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    kit.speak(Translator.open("hy"))
    said: list[str] = []

    def read(dialog: QFileDialog) -> None:
        said.extend(one.text() for one in dialog.findChildren(QPushButton) if one.isVisible())
        dialog.reject()

    answer(read)
    ask_folder(host, kit, "…", tmp_path)
    assert {"Ընտրել", "Չեղարկել"} <= {text.replace("&", "") for text in said}


def test_every_page_asks_through_the_one_door() -> None:
    strays = [
        file.relative_to(SOURCES).as_posix()
        for file in SOURCES.rglob("*.py")
        if "QFileDialog" in file.read_text("utf-8") and file.name != "file_questions.py"
    ]
    assert strays == []
