"""A blank form is found among the actions and opens in the preview of sheets."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.papers.sheet_preview import PLACE, SheetPreview
from app.ui.widgets.kit import Kit
from models.vocabulary.forms import BlankForm
from tests.registers import Home
from tests.ui.frames import framed, settle


def test_the_request_to_be_written_by_hand_is_one_of_the_actions(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as frame:
        offered = {bound.action.id: bound for bound in frame.work.actions.at("cases")}
        assert {f"forms.{form.value}" for form in BlankForm} <= set(offered)
        offered["forms.tracing"].run()
        settle(qtbot, frame.work.tasks)
        panel = frame.window.page(PLACE)
        assert isinstance(panel, SheetPreview)
        assert panel.desk.pdf is not None
        assert panel.desk.pdf.pages == 3
