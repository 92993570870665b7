"""A man's file in the window: withdrawn is struck through, accounts stand side by side."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.translator import PSEUDO, Translator
from app.queries.cases.file import case_file
from app.services.cases.cases import close_case
from app.services.cases.events import withdraw_event
from app.shapes.case_file import EventView
from app.shapes.requests.cases import CloseCase
from app.shapes.requests.evidence import RecordEvent, WithdrawEvent
from app.ui.cases.accounts_card import AccountsCard
from app.ui.cases.case_file_panel import CaseFilePanel
from app.ui.cases.content import StruckLabel
from app.ui.cases.event_card import EventCard
from app.ui.cases.reason_sheet import Given
from app.ui.cases.timeline_section import TimelineSection
from app.ui.cases.why_popover import WhyPopover
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from models.vocabulary import date_words
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode
from tests.factories.men import day, missing_man, record, said, seen_in_video
from tests.registers import Home
from tests.ui.frames import framed, opened_file, settle, until


@pytest.fixture
def man(vault: Home) -> UUID:
    """A man reported missing, captured by two accounts that differ, seen in a video."""
    with vault.open() as register:
        case_id = missing_man(register)
        record(
            register,
            RecordEvent(
                (case_id,),
                EventCode.C11,
                day("[2020-12-13..2020-12-16]"),
                place_as_reported="near Hin Tagher",
                said_by=(
                    said("Comrade W-03", "B2", account=day("[2020-12-13..2020-12-16]")),
                    said("Indictment as read in court", "C4", account=day("2020-11-28")),
                ),
            ),
        )
        record(register, seen_in_video(case_id))
    return case_id


@pytest.fixture
def frame(qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, man: UUID) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def timeline(file: CaseFilePanel) -> TimelineSection:
    file.choose("timeline")
    section = file._holders["timeline"].widget()
    assert isinstance(section, TimelineSection)
    return section


def event_of(file: CaseFilePanel, code: EventCode) -> EventView:
    assert file.file is not None
    return next(event for event in file.file.events if event.code is code)


def texts(widget: QWidget | None) -> list[str]:
    assert widget is not None
    return [label.text() for label in widget.findChildren(QLabel)]


def test_timeline_shows_events_newest_first_with_their_grades(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    section = timeline(opened_file(frame, qtbot, man))
    assert [event.code for event in section.shown()] == [
        EventCode.E01, EventCode.C12, EventCode.C11,
    ]  # fmt: skip
    section.order.choose("oldest")
    assert section.shown()[0].code is EventCode.C11


def test_accounts_that_differ_stand_side_by_side_until_a_person_decides(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    file = opened_file(frame, qtbot, man)
    card = timeline(file).findChildren(AccountsCard)[0]
    said_there = " ".join(texts(card))
    assert "between 13 and 16 December 2020" in said_there
    assert "28 November 2020" in said_there
    assert "Left open" in said_there
    second = event_of(file, EventCode.C11).assertions[1]
    card.preferred.emit(second.id)
    until(qtbot, lambda: event_of(file, EventCode.C11).preferred_assertion_id == second.id)
    settle(qtbot, frame.work.tasks)
    card = timeline(file).findChildren(AccountsCard)[0]
    assert "preferred" in texts(card)
    assert len(texts(card)) >= 10, "both accounts are still there"


def test_withdrawn_event_is_struck_through_and_comes_back_by_undo(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    file = opened_file(frame, qtbot, man)
    sheet = file._deeds.withdraw(event_of(file, EventCode.C12), file)
    sheet.give()
    assert sheet.isVisible(), "without a reason nothing is withdrawn"
    sheet.text.set_text("Another man is in the video")
    sheet.give()
    until(qtbot, lambda: not event_of(file, EventCode.C12).stands)
    settle(qtbot, frame.work.tasks)
    section = timeline(file)
    assert EventCode.C12 not in [event.code for event in section.shown()]
    section.withdrawn.setChecked(True)
    struck = [label for label in section.findChildren(StruckLabel) if label.font().strikeOut()]
    assert any("video" in label.text() for label in struck)
    frame.undo.take_back()
    until(qtbot, lambda: event_of(file, EventCode.C12).stands)
    toast = frame.window.messages.toast
    assert toast is not None
    assert "Event withdrawn" in toast.accessibleName()


def test_stale_withdrawal_keeps_what_was_typed(frame: Frame, qtbot: QtBot, man: UUID) -> None:
    file = opened_file(frame, qtbot, man)
    event = event_of(file, EventCode.C12)
    sheet = file._deeds.withdraw(event, file)
    sheet.text.set_text("Not he")
    frame.work.workspace.write(
        lambda uow: withdraw_event(uow, WithdrawEvent(event.id, event.version, "first"))
    )
    sheet.given.emit(Given("", "Not he"))
    settle(qtbot, frame.work.tasks)
    assert sheet.isVisible()
    assert sheet.text.text() == "Not he"
    assert any("Somebody saved this" in text for text in texts(sheet))
    sheet.reject()


def test_case_closes_only_for_a_reason_its_status_bears(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    file = opened_file(frame, qtbot, man)
    assert file.file is not None
    sheet = file._deeds.close(file.file, file)
    assert sheet.choice is not None
    sheet.choice.set_code(ClosureReason.REPATRIATED_VERIFIED.value)
    sheet.give()
    settle(qtbot, frame.work.tasks)
    assert sheet.isVisible()
    assert any("cannot be closed" in text for text in texts(sheet))
    sheet.choice.set_code(ClosureReason.WITHDRAWN_BY_FAMILY.value)
    sheet.give()
    until(qtbot, file.is_closed)


def test_case_that_changed_elsewhere_is_shown_anew(frame: Frame, qtbot: QtBot, man: UUID) -> None:
    file = opened_file(frame, qtbot, man)
    read = frame.work.workspace.read(lambda reader: case_file(reader, man))
    request = CloseCase(man, read.version, ClosureReason.DUPLICATE)
    frame.work.tasks.write(
        lambda: frame.work.workspace.write(lambda uow: close_case(uow, request)), lambda _: None
    )
    until(qtbot, file.is_closed)


def test_why_explains_the_headline_with_grades_beside_the_answers(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    file = opened_file(frame, qtbot, man)
    file.show_why()
    popover = frame.window.findChildren(WhyPopover)[-1]
    assert file.header is not None
    answers = file.header.answers
    assert (
        not popover.geometry()
        .intersected(
            answers.rect().translated(answers.mapTo(frame.window, answers.rect().topLeft()))
        )
        .height()
        > 40
    ), "only the shadow may lie over the four answers"
    assert any("codebook" in text for text in texts(popover))
    popover.leave()


def test_history_says_who_when_and_which_field(frame: Frame, qtbot: QtBot, man: UUID) -> None:
    file = opened_file(frame, qtbot, man)
    file.choose("history")
    settle(qtbot, frame.work.tasks)
    said_there = texts(file._holders["history"].widget())
    assert "Event recorded" in said_there
    assert "What kind of event: Capture witnessed" in said_there
    assert not [text for text in said_there if re.search(r"_(id|edtf|text)\b|\{", text)]


def test_menu_of_an_event_offers_what_can_be_done(frame: Frame, qtbot: QtBot, man: UUID) -> None:
    section = timeline(opened_file(frame, qtbot, man))
    card = section.findChildren(EventCard)[0]
    offered = [entry.text() for entry in card.menu().actions() if entry.text()]
    assert offered[:4] == [
        "Correct …",
        "Add a source …",
        "Attach exhibit …",
        "Withdraw this event …",
    ]


DATA = re.compile(
    r"[Ա-Ֆա-ևА-Яа-яё“”«»]|^[\W\d_]*$|HRD-|^[A-F][1-6]$|SAMPLE|Ctrl|Alt|Esc|Enter|F\d|Space"
    r"|Nmushyan|near Hin Tagher|Mother|Father|Comrade|Indictment|V12|Homeward|English"
)


def untranslated(window: QWidget) -> list[str]:
    """Collect words on screen that did not come through the translator."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        said_there = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        found += [
            text
            for text in (said_there, widget.toolTip(), widget.accessibleName())
            if re.search("[a-zA-Z]{2}", text) and not DATA.search(text)
        ]
    return sorted(set(found))


def test_live_change_of_language_leaves_nothing_untranslated(
    frame: Frame, qtbot: QtBot, man: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = date_words._said

    def pseudo(edtf: str | None, lang: str, case: date_words.WordCase) -> str:
        return f"«{real(edtf, 'en', case)}»" if lang == PSEUDO else real(edtf, lang, case)

    monkeypatch.setattr(date_words, "_said", pseudo)
    left: dict[str, list[str]] = {}
    frame.window.speak(Translator.open(PSEUDO))
    settle(qtbot, frame.work.tasks)
    left["list"] = untranslated(frame.window)
    file = opened_file(frame, qtbot, man)
    for key, _ in file.sections:
        file.choose(key)
        settle(qtbot, frame.work.tasks)
        left[key] = untranslated(frame.window)
    file.show_why()
    left["why"] = untranslated(frame.window)
    sheet = file._deeds.withdraw(event_of(file, EventCode.C12), file)
    left["sheet"] = untranslated(sheet)
    sheet.reject()
    frame.window.speak(Translator.open("en"))
    assert not {key: words for key, words in left.items() if words}
