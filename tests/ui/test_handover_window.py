"""A handover in the window: the man one came for is in hand, and nothing is said for anybody."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shapes.requests.handovers import NewArrival
from app.ui.handovers.door import HandoversDoor
from app.ui.handovers.step_forms import MedicalForm
from app.ui.widgets.kit import Kit
from models.vocabulary.status import Health
from tests.factories.returns import a_handover, come, page_of
from tests.registers import Home
from tests.ui.frames import framed, settle


def in_hand(door: HandoversDoor) -> UUID | None:
    """Say whose arrival stands in the line in hand."""
    panel = door.front()
    arrival = panel.arrival_in_hand() if panel is not None else None
    return arrival.case_id if arrival is not None else None


def test_a_line_of_today_leads_to_its_man_among_those_who_came(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    with vault.open() as register:
        handover = a_handover(register)
        come(register, handover, *(NewArrival(name) for name in ("Նմուշ Ա", "Նմուշ Բ", "Նմուշ Գ")))
        men = [one.case_id for one in page_of(register, handover).arrivals]
        with framed(qtbot, qapp, kit, register, vault) as frame:
            door = frame.work.doors.handovers
            assert isinstance(door, HandoversDoor)
            for man in (men[2], men[1]):
                door.open_handover(handover, man)
                settle(qtbot, frame.work.tasks)
                assert in_hand(door) == man
            QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_2)
            settle(qtbot, frame.work.tasks)
            form = frame.window.page(frame.window.place())
            assert isinstance(form, MedicalForm)
            assert form.draft().health is Health.UNKNOWN
