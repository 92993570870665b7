"""Windows that close: whoever comes for one man makes a draft for him and for nobody else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.submissions.lines import submission_lines
from app.shapes.requests.cases import NameForm
from app.shapes.requests.evidence import RecordEvent
from app.shapes.submissions import SubmissionFilter
from app.ui.widgets.kit import Kit
from models.vocabulary.event_codes import EventCode
from tests.factories.men import day, missing_man, record
from tests.registers import Home
from tests.ui.frames import framed, settle


def test_a_draft_is_made_for_the_man_one_came_for_and_for_nobody_else(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    with vault.open() as register:
        men = [
            missing_man(register, (NameForm(family, "Արամ"),))
            for family in ("Նմուշյան", "Քարաբերդյան")
        ]
        for man in men:
            record(register, RecordEvent((man,), EventCode.E02, day("2020-12-16")))
        with framed(qtbot, qapp, kit, register, vault) as frame:
            submissions = frame.work.doors.submissions
            assert submissions is not None
            submissions.show_window_of(men[1])
            settle(qtbot, frame.work.tasks)
            QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_D)
            settle(qtbot, frame.work.tasks)
        (draft,) = register.read(lambda reader: submission_lines(reader, SubmissionFilter()))
        assert "Քարաբերդյան" in draft.subject
