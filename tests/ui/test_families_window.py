"""Consents and calls in the window: by keyboard alone, drafts kept, taken back by Undo."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.queries.consents import consent_state
from app.queries.families.contacts import family_page
from app.services.cases.people import save_relative
from app.shapes.families import FamilyPage
from app.shapes.requests.cases import RelativeDetails, SaveRelative
from app.ui.families.calls_page import CallsPanel
from app.ui.families.consent_form import ConsentFormPage
from app.ui.families.contact_form import ContactForm
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.codebook.consents import Allowed, Blocked, may_share
from models.vocabulary.families import ConsentScope
from models.vocabulary.people import Relation
from tests.factories.men import missing_man
from tests.registers import Home
from tests.ui.frames import framed, until

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Keys:
    """Keys that go to the window, counted."""

    def __init__(self, frame: Frame) -> None:
        self._window = frame.window.windowHandle()
        self.pressed = 0

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after another."""
        for key in keys:
            QTest.keyClick(self._window, key, held)
            self.pressed += 1

    def type(self, words: str) -> None:
        """Type words; they are not counted."""
        for letter in words:
            QTest.keyClick(self._window, letter)  # type: ignore[call-overload]  # a letter may be given


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


@pytest.fixture
def man(register: Workspace) -> UUID:
    case_id = missing_man(register)
    mother = RelativeDetails(
        Relation.MOTHER, "Նմուշյան Մարո", phone="+374 00 000001", is_person_to_be_informed=True
    )
    register.write(lambda u: save_relative(u, SaveRelative(case_id, mother)))
    return case_id


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace, man: UUID
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        made.window.activateWindow()
        made.files.open_case(man, "family")
        until(qtbot, lambda: (front := made.files.front()) is not None and front.file is not None)
        yield made


def family(register: Workspace, man: UUID) -> FamilyPage:
    return register.read(lambda reader: family_page(reader, man))


def test_a_consent_is_recorded_in_eleven_keys_and_blocks_what_was_refused(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    keys = Keys(frame)
    keys.press(Qt.Key.Key_C)
    until(qtbot, lambda: frame.window.place() == "consent_form")
    page = frame.window.page("consent_form")
    assert isinstance(page, ConsentFormPage)
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Y)  # the Red Cross: yes
    keys.press(*[Qt.Key.Key_Down] * 5)
    keys.press(Qt.Key.Key_N, Qt.Key.Key_N)  # name and photo: no
    keys.press(Qt.Key.Key_S, held=CTRL)
    until(qtbot, lambda: bool(family(register, man).consents))
    assert keys.pressed == 11
    state = register.read(lambda reader: consent_state(reader, man))
    assert isinstance(may_share(state, ConsentScope.SHARE_ICRC), Allowed)
    for scope in (ConsentScope.PUBLISH_NAME, ConsentScope.PUBLISH_PHOTO):
        assert isinstance(may_share(state, scope), Blocked)
    until(qtbot, lambda: frame.window.place() != "consent_form")
    frame.undo.take_back()
    until(qtbot, lambda: not family(register, man).consents)


def test_a_call_with_a_remark_is_logged_in_five_keys_and_its_next_day_is_listed(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    keys = Keys(frame)
    keys.press(Qt.Key.Key_L)
    until(qtbot, lambda: frame.window.place() == "contact_form")
    page = frame.window.page("contact_form")
    assert isinstance(page, ContactForm)
    keys.press(Qt.Key.Key_3, held=ALT)
    keys.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    keys.type("She is alone at home.")
    page.sensitive.setChecked(True)
    page.save()
    assert not family(register, man).contacts, "news of that kind is told by two"
    page.sensitive.setChecked(False)
    page.next_choice.choose("7")
    keys.press(Qt.Key.Key_S, held=CTRL)
    until(qtbot, lambda: bool(family(register, man).contacts))
    assert keys.pressed == 5
    (contact,) = family(register, man).contacts
    assert contact.remark == "She is alone at home."
    assert contact.next_on is not None
    frame.window.open_page("calls")
    calls = frame.window.page("calls")
    assert isinstance(calls, CallsPanel)
    until(qtbot, lambda: calls.counted.text() == "0 calls")
    calls.choice.chosen.emit("ALL")
    until(qtbot, lambda: calls.call_in_hand() is not None)
    said = " ".join(label.text() for label in calls.ring_rail.findChildren(QLabel))
    assert "+374 00 000001" in said
    assert "What does the family agree to" in said
    calls.table.setFocus()
    keys.press(Qt.Key.Key_L)
    until(qtbot, lambda: frame.window.place() == "contact_form")
