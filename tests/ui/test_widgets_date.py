"""The date editor: what is drafted becomes the right EDTF, by keyboard alone, in every language."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n.translator import PSEUDO, Translator
from app.ui.widgets.date_draft import Boxes, DateDraft, DateWord, LastingEnd, LiesAhead
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Kit
from app.ui.widgets.partial_date_edit import PartialDateEdit
from models.vocabulary.date_terms import DateFault, NotADate
from models.vocabulary.partial_date import PartialDate

DAY = Boxes("13", 12, "2020")
LATER = Boxes("16", 12, "2020")


@pytest.mark.parametrize(
    ("draft", "edtf"),
    [
        (DateDraft(DateWord.ON, DAY), "2020-12-13"),
        (DateDraft(DateWord.ON, Boxes("", 12, "2020")), "2020-12"),
        (DateDraft(DateWord.ON, Boxes("", 0, "2020")), "2020"),
        (DateDraft(DateWord.ABOUT, DAY), "2020-12-13~"),
        (DateDraft(DateWord.NOT_SURE, DAY), "2020-12-13?"),
        (DateDraft(DateWord.ABOUT, DAY, both_signs=True), "2020-12-13%"),
        (DateDraft(DateWord.A_DAY_IN, Boxes("", 12, "2020")), "2020-12-XX"),
        (DateDraft(DateWord.A_DAY_IN, Boxes("", 0, "2020")), "2020-XX-XX"),
        (DateDraft(DateWord.BETWEEN, DAY, LATER), "[2020-12-13..2020-12-16]"),
        (DateDraft(DateWord.FROM_TO, DAY, LATER), "2020-12-13/2020-12-16"),
        (DateDraft(DateWord.FROM_TO, DAY), "2020-12-13/.."),
        (DateDraft(DateWord.FROM_TO, DAY, end=LastingEnd.NOT_KNOWN), "2020-12-13/"),
        (DateDraft(DateWord.FROM_TO, Boxes(), LATER), "/2020-12-16"),
        (DateDraft(DateWord.BEFORE, LATER), "[..2020-12-16]"),
        (DateDraft(DateWord.AFTER, DAY), "[2020-12-13..]"),
        (DateDraft(DateWord.UNKNOWN), None),
    ],
)
def test_every_plain_word_writes_its_date_and_opens_again(
    draft: DateDraft, edtf: str | None
) -> None:
    made = draft.date()
    assert made.edtf == edtf
    assert DateDraft.of(made).date() == made


@pytest.mark.parametrize(
    "edtf", ["[2020-12-12,2020-12-14]", "2020-12-15T23:40+04:00", "../2020-12-16"]
)
def test_what_the_boxes_cannot_hold_is_kept_whole(edtf: str) -> None:
    known = PartialDate.parse_edtf(edtf, "as said")
    draft = DateDraft.of(known)
    assert draft.typed
    assert draft.date().edtf == known.edtf


@pytest.mark.parametrize(
    ("boxes", "fault"),
    [
        (Boxes(), DateFault.EMPTY),
        (Boxes("13", 12, ""), DateFault.NO_YEAR),
        (Boxes("13", 0, "2020"), DateFault.NO_MONTH),
        (Boxes("13", 12, "20"), DateFault.TWO_DIGIT_YEAR),
        (Boxes("31", 2, "2020"), DateFault.NO_SUCH_DAY),
        (Boxes("x", 2, "2020"), DateFault.UNREADABLE),
    ],
)
def test_an_unfinished_date_is_refused_with_its_reason(boxes: Boxes, fault: DateFault) -> None:
    with pytest.raises(NotADate) as refused:
        DateDraft(DateWord.ON, boxes).date()
    assert refused.value.reason is fault


def test_a_day_ahead_is_refused_but_today_is_not() -> None:
    draft = DateDraft(DateWord.ON, DAY)
    assert draft.date(not_after=date(2020, 12, 13)).edtf == "2020-12-13"
    with pytest.raises(LiesAhead):
        draft.date(not_after=date(2020, 12, 12))


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_every_refusal_has_a_sentence(lang: str) -> None:
    translator = Translator.open(lang)
    for fault in DateFault:
        assert len(refusal(NotADate(fault), translator)) > 10


def test_typed_text_keeps_its_words_when_it_is_spread() -> None:
    spread = DateDraft(typed="13 դեկտեմբերի 2020").spread()
    assert spread.first == DAY
    assert spread.said == "13 դեկտեմբերի 2020"
    assert DateDraft(typed="13.12.2020").spread().said == ""


@pytest.fixture
def edit(qtbot: QtBot, kit: Kit) -> PartialDateEdit:
    made = PartialDateEdit(kit, lambda t: t.say("What happened"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)


def test_a_span_is_entered_by_keyboard_alone(qtbot: QtBot, edit: PartialDateEdit) -> None:
    edit._words._words["on"].setFocus(Qt.FocusReason.TabFocusReason)
    right = (Qt.Key.Key_Right,) * 4
    press(*right, Qt.Key.Key_Tab)
    press("13", Qt.Key.Key_Tab, "12", Qt.Key.Key_Tab, "2020", Qt.Key.Key_Tab)
    press("16", Qt.Key.Key_Tab, "12", Qt.Key.Key_Tab, "2020")
    assert edit.value().edtf == "[2020-12-13..2020-12-16]"
    assert edit.reading().startswith("Read as")


def test_a_whole_date_typed_into_the_first_box_goes_into_the_boxes(edit: PartialDateEdit) -> None:
    edit.setFocus()
    press("about 5.11.2020")
    assert edit.value().edtf == "2020-11-05~"
    press(Qt.Key.Key_Return)
    draft = edit.draft()
    assert draft.word is DateWord.ABOUT
    assert draft.first == Boxes("5", 11, "2020")


def test_nothing_entered_is_not_an_error(edit: PartialDateEdit) -> None:
    assert edit.is_empty()
    assert "year is enough" in edit.reading()


def test_stored_date_comes_back_unchanged(edit: PartialDateEdit) -> None:
    known = PartialDate.parse_edtf("2020-12-13/..", "«մինչև հիմա»")
    edit.set_value(known)
    assert edit.value() == known


def test_the_reading_follows_the_language(edit: PartialDateEdit, kit: Kit) -> None:
    edit.set_value(PartialDate.parse_edtf("2020-12-13"))
    english = edit.reading()
    kit.speak(Translator.open("hy"))
    assert "դեկտեմբերի" in edit.reading()
    kit.speak(Translator.open(PSEUDO))
    assert edit.reading().startswith("«")
    assert edit.reading() != english
