"""Decisions by hand in the window: set and lifted by keyboard, previewed, drafts kept, undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.queries.cases.file import case_file
from app.shapes.case_file import CaseFile
from app.shapes.history import FieldChange, FieldState, HistoryLine
from app.shapes.overrides import Standing
from app.ui.cases.history_card import change_words, question_of
from app.ui.cases.why_popover import WhyPopover
from app.ui.decisions.decision_form import PLACE, DecisionForm
from app.ui.decisions.door import DecisionsDoor
from app.ui.decisions.draft import QUESTIONS, DecisionDraft, values_of
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.wording.decisions import HEADLINE
from app.workspace import Workspace
from models.vocabulary.status import Facet, Headline
from tests.factories.men import missing_man
from tests.registers import Home
from tests.ui.frames import framed, opened_file, until

TODAY = date(2021, 3, 10)
WHY = "Мать дважды узнала его голос по телефону"


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


@pytest.fixture
def man(register: Workspace) -> UUID:
    return missing_man(register)


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        made.window.activateWindow()
        yield made


def file_of(register: Workspace, man: UUID) -> CaseFile:
    return register.read(lambda reader: case_file(reader, man))


def _buttons_above(frame: Frame) -> list[QAbstractButton]:
    """Find the buttons of what stands open above the window."""
    return [
        button
        for top in (
            *QApplication.topLevelWidgets(),
            *frame.window.window().findChildren(WhyPopover),
        )
        if isinstance(top, WhyPopover)
        for button in top.findChildren(QAbstractButton)
    ]


def test_a_supervisor_sets_a_status_by_hand_sees_the_headline_first_and_lifts_it(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    opened_file(frame, qtbot, man)
    keys = frame.window.windowHandle()
    QTest.keyClick(keys, Qt.Key.Key_H)
    until(qtbot, lambda: frame.window.place() == PLACE)
    form = frame.window.page(PLACE)
    assert isinstance(form, DecisionForm)
    form.question.set_code(Facet.CUSTODY)
    form.value.set_code("CONFIRMED")
    form.reason.set_text(WHY)
    form.evidence.setText("E-2021-00014")
    until(qtbot, lambda: "acknowledged" in form.what_changes.headline.text())
    QTest.keyClick(keys, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: file_of(register, man).status.headline is Headline.S22)
    until(qtbot, lambda: (f := frame.files.front()) is not None and bool(f.to_be_lifted()))
    frame.files.front().show_why()  # type: ignore[union-attr]  # waited for above
    [lead] = [one for one in _buttons_above(frame) if one.text() == "Decisions by hand"]
    lead.click()
    assert frame.files.front().tabs.current() == "overview"  # type: ignore[union-attr]  # as above
    until(qtbot, lambda: not _buttons_above(frame))
    QTest.keyClick(keys, Qt.Key.Key_U)
    door = frame.work.doors.decisions
    assert isinstance(door, DecisionsDoor)
    until(qtbot, lambda: door.sheet is not None)
    assert door.sheet is not None
    door.sheet.text.set_text("the operator took it back")
    door.sheet.give()
    until(qtbot, lambda: file_of(register, man).overrides[0].standing is Standing.LIFTED)
    frame.undo.take_back()
    until(qtbot, lambda: file_of(register, man).status.headline is Headline.S22)


def test_a_decision_is_refused_until_question_value_reason_evidence_and_day_are_given() -> None:
    empty = DecisionDraft(review="10.03.2021")
    assert [field for field, _ in empty.problems(TODAY)] == [
        "question", "reason", "evidence_ref", "review_by",
    ]  # fmt: skip
    of_another = DecisionDraft("FATE", "CONFIRMED", WHY, "E-1", "09.06.2021")
    assert [f for f, _ in of_another.problems(TODAY)] == ["value", "review_by"]
    assert [f for f, _ in DecisionDraft("FATE", "", WHY, "E-1", "март 2021").problems(TODAY)] == [
        "value", "review_by",
    ]  # fmt: skip
    whole = DecisionDraft("CUSTODY", "CONFIRMED", WHY, "E-1", "08.06.2021")
    assert whole.problems(TODAY) == []


def test_no_man_leaves_the_counts_by_a_word_set_by_hand() -> None:
    assert Facet.ADMIN not in QUESTIONS
    assert Headline.S90.value not in values_of(HEADLINE)
    assert all(values_of(question) for question in QUESTIONS)


def test_the_history_says_a_value_by_the_question_that_was_decided() -> None:
    one = UUID(int=7)

    def new(field: str, after: str) -> FieldChange:
        return FieldChange("status_overrides", one, FieldState.NEW, field, None, after)

    at = datetime(2021, 3, 10, tzinfo=UTC)
    for facet, value, said in (
        ("CIVIL", "NONE", "Value: No declaration"),
        ("REMAINS", "NONE", "Value: No remains known"),
        ("", "S51", "Value: Presumed dead"),
    ):
        line = HistoryLine(
            1, at, one, "Anna", "set_override", "", (new("facet", facet), new("value", value))
        )
        words = change_words(line.changes[1], question_of(line, line.changes[1]))
        assert callable(words)
        assert words(Translator.open("en")) == said
