"""A draft on its page: men are added by the keys and one is taken out with its reason."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.submissions.steps import submission_page
from app.services.submissions.submissions import open_submission
from app.shapes.requests.cases import NameForm
from app.shapes.requests.submissions import OpenSubmission, SubmissionFacts
from app.ui.cases.reason_sheet import ReasonSheet
from app.ui.events.draft import OtherMan
from app.ui.submissions.deeds import MenSheet
from app.ui.widgets.kit import Kit
from models.vocabulary.submissions import Body, SubmissionKind
from tests.factories.men import missing_man
from tests.registers import Home
from tests.ui.frames import framed, settle, until

ENQUIRY = SubmissionFacts(Body.ICRC, SubmissionKind.ENQUIRY, "Where they are held")


def test_men_are_added_to_a_draft_and_one_is_taken_out_by_the_keys_alone(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    with vault.open() as register:
        first, second = (
            missing_man(register, (NameForm(family, "Արամ"),))
            for family in ("Նմուշյան", "Քարաբերդյան")
        )
        request = OpenSubmission(ENQUIRY, (first,))
        draft = register.write(lambda uow: open_submission(uow, request)).value
        with framed(qtbot, qapp, kit, register, vault) as frame:
            submissions = frame.work.doors.submissions
            assert submissions is not None
            submissions.open_submission(draft)
            settle(qtbot, frame.work.tasks)
            window = frame.window.windowHandle()
            QTest.keyClick(window, Qt.Key.Key_P)
            adding = frame.window.findChild(MenSheet)
            assert adding is not None
            adding.men.add(OtherMan(str(second), "Քարաբերդյան"))
            adding.give()
            settle(qtbot, frame.work.tasks)
            QTest.keyClick(window, Qt.Key.Key_Delete)
            until(qtbot, lambda: frame.window.findChild(ReasonSheet) is not None)
            asking = frame.window.findChild(ReasonSheet)
            assert asking is not None
            asking.text.set_text("Նա վերադարձել է")
            asking.give()
            settle(qtbot, frame.work.tasks)
        left = register.read(lambda reader: submission_page(reader, draft)).people
        assert [man.case_id for man in left] == [second]
