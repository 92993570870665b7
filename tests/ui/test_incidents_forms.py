"""Incidents in the window: entered, changed, claims recorded and withdrawn, all by keyboard."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.queries.accounting.incidents import incident_page, incident_rows
from app.services.cases.incidents import change_incident, open_incident
from app.services.claims import record_claim
from app.shapes.incidents import IncidentPage
from app.shapes.requests.evidence import NewSource, SaidBy
from app.shapes.requests.incidents import ChangeIncident, OpenIncident, RecordClaim
from app.ui.frame import Frame
from app.ui.incidents.claim_form import PLACE as CLAIM
from app.ui.incidents.claim_form import ClaimForm as ClaimPage
from app.ui.incidents.handover_form import PLACE as HANDOVER
from app.ui.incidents.handover_form import HandoverForm
from app.ui.incidents.incident_form import PLACE as FORM
from app.ui.incidents.incident_form import Changing, IncidentForm
from app.ui.incidents.incident_page import IncidentPanel
from app.ui.incidents.incidents_panel import IncidentsDoor
from app.ui.incidents.position_form import PLACE as POSITION
from app.ui.incidents.position_form import PositionForm
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from tests.factories.men import day
from tests.registers import Home
from tests.ui.frames import framed, settle, until

TITLE = "Crossing of Nmush"


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        yield made


@pytest.fixture
def incident(register: Workspace) -> UUID:
    return register.write(
        lambda uow: open_incident(uow, OpenIncident(TITLE, occurred=day("2020-12-13")))
    ).value


def read(register: Workspace, incident_id: UUID) -> IncidentPage:
    return register.read(lambda reader: incident_page(reader, incident_id))


def shown(frame: Frame, qtbot: QtBot, incident_id: UUID) -> IncidentPanel:
    """Open an incident and wait until it is read."""
    door = frame.work.doors.incidents
    assert isinstance(door, IncidentsDoor)
    door.open_incident(incident_id)
    until(qtbot, lambda: door.front() is not None)
    settle(qtbot, frame.work.tasks)
    panel = door.front()
    assert panel is not None
    return panel


def press(frame: Frame, qtbot: QtBot, key: Qt.Key, *, ctrl: bool = False) -> None:
    """Press a key where the keyboard is and let the lanes come to rest."""
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(frame.window.windowHandle(), key, modifier)
    settle(qtbot, frame.work.tasks)


def typed(frame: Frame, text: str) -> None:
    """Type where the keyboard is."""
    target = frame.window.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def claim_of(incident_id: UUID) -> RecordClaim:
    return RecordClaim(
        ClaimCategory.MISSING,
        ClaimForm.EXACT,
        SaidBy(NewSource(SourceKind.MEDIA_INTL, "A newspaper"), words="sixty"),
        number_from=60,
        incident_id=incident_id,
    )


def test_an_incident_is_entered_by_keyboard_alone(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    frame.window.open_page("incidents")
    settle(qtbot, frame.work.tasks)
    press(frame, qtbot, Qt.Key.Key_N, ctrl=True)
    assert frame.window.place() == FORM
    typed(frame, TITLE)
    press(frame, qtbot, Qt.Key.Key_S, ctrl=True)
    assert [row.title for row in register.read(incident_rows)] == [TITLE]
    door = frame.work.doors.incidents
    assert isinstance(door, IncidentsDoor)
    assert door.front() is not None


def test_an_incident_without_a_title_is_refused_in_a_sentence_and_nothing_is_lost(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    frame.window.open_page("incidents")
    press(frame, qtbot, Qt.Key.Key_N, ctrl=True)
    form = frame.window.page(FORM)
    assert isinstance(form, IncidentForm)
    form.reported.setText("by the river")
    press(frame, qtbot, Qt.Key.Key_S, ctrl=True)
    assert form.summary.isVisible()
    assert form.entries["title"].message
    assert form.reported.text() == "by the river"
    assert register.read(incident_rows) == ()


def test_escape_leaves_the_form_and_keeps_a_draft(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    frame.window.open_page("incidents")
    press(frame, qtbot, Qt.Key.Key_N, ctrl=True)
    typed(frame, "Half a title")
    press(frame, qtbot, Qt.Key.Key_Escape)
    assert frame.window.place() == "incidents"
    assert register.read(incident_rows) == ()
    press(frame, qtbot, Qt.Key.Key_N, ctrl=True)
    form = frame.window.page(FORM)
    assert isinstance(form, IncidentForm)
    assert form.banner.isVisible()
    form.banner.take_button.click()
    assert form.names.value().en == "Half a title"


def test_undo_takes_a_new_incident_back_and_its_page_says_so(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    frame.window.open_page("incidents")
    press(frame, qtbot, Qt.Key.Key_N, ctrl=True)
    typed(frame, TITLE)
    press(frame, qtbot, Qt.Key.Key_S, ctrl=True)
    frame.undo.take_back()
    settle(qtbot, frame.work.tasks)
    assert register.read(incident_rows) == ()
    assert frame.window.messages.panel is None


def test_two_people_change_one_incident_and_nothing_typed_is_lost(
    frame: Frame, qtbot: QtBot, register: Workspace, incident: UUID
) -> None:
    panel = shown(frame, qtbot, incident)
    panel.change()
    settle(qtbot, frame.work.tasks)
    form = frame.window.page(FORM)
    assert isinstance(form, IncidentForm)
    before = read(register, incident)
    register.write(
        lambda uow: change_incident(
            uow,
            ChangeIncident(
                incident,
                before.version,
                OpenIncident("Their title", summary="Theirs", number=before.number),
            ),
        )
    )
    form.names.edits["en"].setFocus()
    form.reported.setText("my words")
    form.save()
    settle(qtbot, frame.work.tasks)
    assert form.versions.isVisible()
    assert form.reported.text() == "my words"
    assert isinstance(form.intention, Changing)
    form.versions.settle_button.click()
    settle(qtbot, frame.work.tasks)
    after = read(register, incident)
    assert after.title == "Their title"
    assert after.summary == "Theirs"
    assert after.place_as_reported == "my words"


def test_a_position_with_a_new_unit_is_entered(
    frame: Frame, qtbot: QtBot, register: Workspace, incident: UUID
) -> None:
    shown(frame, qtbot, incident).add_position()
    settle(qtbot, frame.work.tasks)
    form = frame.window.page(POSITION)
    assert isinstance(form, PositionForm)
    typed(frame, "Upper post")
    form.unit.field.setFocus()
    typed(frame, "Unit 00007")
    form.unit.new_button.click()
    settle(qtbot, frame.work.tasks)
    press(frame, qtbot, Qt.Key.Key_S, ctrl=True)
    (position,) = read(register, incident).positions
    assert (position.name, position.unit) == ("Upper post", "Unit 00007")
    assert frame.window.place() == "incident"


def test_a_claim_is_recorded_withdrawn_with_a_reason_and_brought_back(
    frame: Frame, qtbot: QtBot, register: Workspace, incident: UUID
) -> None:
    panel = shown(frame, qtbot, incident)
    panel.add_claim()
    settle(qtbot, frame.work.tasks)
    form = frame.window.page(CLAIM)
    assert isinstance(form, ClaimPage)
    form.number.low.setFocus()
    typed(frame, "62")
    form.who.picker.field.setFocus()
    typed(frame, "A ministry")
    form.who.picker.new_button.click()
    form.grades.set_grade("A", "2")
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_S, shifted)
    settle(qtbot, frame.work.tasks)
    (claim,) = read(register, incident).claims
    assert (claim.number_from, claim.grade, claim.source.title) == (62, "A2", "A ministry")
    assert frame.window.place() == CLAIM
    assert form.number.low.text() == ""
    form.cancel()

    panel.withdraw(claim)
    sheet = panel.sheet
    assert sheet is not None
    sheet.give()
    assert read(register, incident).claims[0].withdrawn_at is None
    sheet.text.set_text("a misprint")
    sheet.give()
    settle(qtbot, frame.work.tasks)
    (withdrawn,) = read(register, incident).claims
    assert withdrawn.withdrawn_reason == "a misprint"

    frame.undo.take_back()
    settle(qtbot, frame.work.tasks)
    assert read(register, incident).claims[0].withdrawn_at is None
    frame.undo.take_back()
    settle(qtbot, frame.work.tasks)
    assert read(register, incident).claims == ()


def test_a_claim_without_number_and_source_is_refused_field_by_field(
    frame: Frame, qtbot: QtBot, register: Workspace, incident: UUID
) -> None:
    shown(frame, qtbot, incident).add_claim()
    settle(qtbot, frame.work.tasks)
    form = frame.window.page(CLAIM)
    assert isinstance(form, ClaimPage)
    form.number.set_value(ClaimForm.RANGE, "70", "60")
    form.who.said.set_text("32.13.2020")
    form.save()
    assert {code for code, entry in form.entries.items() if entry.message} == {
        "number",
        "source",
        "said",
    }
    assert read(register, incident).claims == ()


def test_the_page_follows_what_others_save(
    frame: Frame, qtbot: QtBot, register: Workspace, incident: UUID
) -> None:
    panel = shown(frame, qtbot, incident)
    register.write(lambda uow: record_claim(uow, claim_of(incident)))
    settle(qtbot, frame.work.tasks)
    rail = panel.rail()
    assert rail is not None
    words = [child.accessibleDescription() for child in rail.findChildren(QWidget)]
    assert any("60" in said for said in words)


def test_a_return_is_recorded_with_its_headcount_as_announced(
    frame: Frame, qtbot: QtBot, register: Workspace, incident: UUID
) -> None:
    shown(frame, qtbot, incident).add_handover()
    settle(qtbot, frame.work.tasks)
    form = frame.window.page(HANDOVER)
    assert isinstance(form, HandoverForm)
    form.save()
    assert form.entries["occurred"].message
    form.when.set_value(day("2021-01-28"))
    form.headcount.setText("five")
    form.save()
    assert form.entries["headcount"].message
    form.headcount.setText("5")
    press(frame, qtbot, Qt.Key.Key_S, ctrl=True)
    (handover,) = read(register, incident).handovers
    assert (handover.headcount, handover.occurred.edtf) == (5, "2021-01-28")
    frame.undo.take_back()
    settle(qtbot, frame.work.tasks)
    assert read(register, incident).handovers == ()
