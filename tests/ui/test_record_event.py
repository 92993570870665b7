"""The form of an event: by keyboard alone, incomplete, corrected, never losing what was typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.i18n.translator import Translator
from app.queries.cases.file import case_file
from app.services.cases.cases import register_man
from app.services.cases.events import correct_event, record_event
from app.shapes.requests.cases import NameForm, RegisterMan
from app.shapes.requests.evidence import CorrectEvent, RecordEvent
from models.vocabulary.event_codes import EventCode
from models.vocabulary.partial_date import PartialDate
from tests.ui.form_desk import FormDesk

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_whole_event_is_recorded_by_keyboard_alone(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("returned captive")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_2, ALT)
    desk.type("13.12.2020")
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_4, ALT)
    desk.type("W-03")
    desk.until(lambda: bool(page.form.who.picker._popup.rows))
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Tab)
    desk.type("02.02.2021")
    desk.key(Qt.Key.Key_Tab)
    desk.type("He was beside me until the morning.")
    desk.key(Qt.Key.Key_5, ALT)
    desk.type("b")
    desk.key(Qt.Key.Key_Tab)
    desk.type("2")
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    (event,) = desk.events()
    assert event.code is EventCode.C19
    assert event.occurred.edtf == "2020-12-13"
    (said,) = event.assertions
    assert (said.source.code, said.grade) == ("W-03", "B2")
    assert said.said.edtf == "2021-02-02"
    assert said.words == "He was beside me until the morning."


def test_the_parts_may_be_filled_in_any_order(desk: FormDesk) -> None:
    desk.record()
    desk.key(Qt.Key.Key_2, ALT)
    desk.type("2020")
    desk.key(Qt.Key.Key_1, ALT)
    desk.type("e02")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    (event,) = desk.events()
    assert (event.code, event.occurred.edtf) == (EventCode.E02, "2020")


def test_an_event_is_saved_with_nothing_but_what_happened(desk: FormDesk) -> None:
    desk.record()
    desk.type("x80")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    (event,) = desk.events()
    assert event.code is EventCode.X80
    assert not event.occurred.is_known
    assert event.assertions == ()
    assert desk.window.here()[0] == "cases"


@pytest.mark.parametrize(
    ("letter", "scan_code", "grade"),
    [("դ", 32, "D"), ("в", 32, "D"), ("բ", 48, "B"), ("и", 48, "B"), ("а", 33, "F")],
)
def test_letters_of_grades_work_in_armenian_and_russian_layouts(
    desk: FormDesk, letter: str, scan_code: int, grade: str
) -> None:
    page = desk.record()
    page.form.grades.set_grade("E", "6")
    page.form.grades.source.setFocus()
    desk.press(ord(letter.upper()), letter, scan_code + 8)
    assert page.form.grades.grade()[0] == grade


def test_without_what_happened_nothing_is_saved_and_the_form_says_so(desk: FormDesk) -> None:
    page = desk.record()
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    assert desk.events() == ()
    assert page.summary.isVisible()
    assert desk.kit.say(page.entries["code"].message) == "Choose what happened."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31.02.2020", "There is no such day in that month."),
        ("13.12.20", "Write the year in four figures."),
        ("13.12.2024", "This day lies ahead. What is recorded here has already happened."),
    ],
)
def test_a_bad_date_is_refused_in_a_sentence_and_saves_nothing(
    desk: FormDesk, typed: str, sentence: str
) -> None:
    page = desk.record()
    desk.type("e03")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_2, ALT)
    desk.type(typed)
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    assert desk.events() == ()
    assert desk.kit.say(page.entries["occurred"].message) == sentence


def test_words_without_a_source_ask_who_said_them(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("e08")
    desk.key(Qt.Key.Key_Return)
    page.form.who.words.set_text("Somebody saw him.")
    page.save()
    desk.rest()
    assert desk.events() == ()
    assert "source unknown" in desk.kit.say(page.entries["source"].message)
    page.form.who.picker.take_unknown()
    desk.rest()
    page.save()
    desk.rest()
    (event,) = desk.events()
    assert event.assertions[0].source.title == "Source unknown"


def test_a_text_that_is_too_long_is_refused_and_kept_in_the_form(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("e08")
    desk.key(Qt.Key.Key_Return)
    page.form.place.said.setText("<b>" + "մ" * 5000)
    page.save()
    desk.rest()
    assert desk.events() == ()
    assert "5" in desk.kit.say(page.entries["place"].message)
    assert len(page.form.place.said.text()) == 5003


def test_a_warning_is_savable_with_a_reason(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("e03")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_2, ALT)
    desk.type("1990")
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    assert desk.events() == ()
    assert page.warning.isVisible()
    assert desk.focus() is page.warning.reason
    desk.type("The paper says so.")
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    (event,) = desk.events()
    assert event.warning_reason == "The paper says so."


def test_the_rail_says_which_answers_would_change(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("c16")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_2, ALT)
    desk.type("20.12.2020")
    page.form.who.picker.take_unknown()
    desk.until(lambda: page.record_rail.headline.text().startswith("Headline becomes"))
    assert page.record_rail.event_words.text().startswith("Capture card")


def test_information_graded_one_alone_is_warned_of_and_still_saved(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("c10")
    desk.key(Qt.Key.Key_Return)
    page.form.who.picker.take_unknown()
    desk.rest()
    page.form.grades.set_grade("C", "1")
    assert page.form._alone.isVisibleTo(page)
    page.save()
    desk.rest()
    assert desk.events()[0].assertions[0].grade == "C1"


def recorded(desk: FormDesk) -> None:
    request = RecordEvent(
        case_ids=(desk.man,),
        code=EventCode.C11,
        occurred=PartialDate.parse_edtf("2020-12-13"),
        narrative="Seen on the road.",
    )
    desk.workspace.write(lambda uow: record_event(uow, request))


def test_a_corrected_event_stays_struck_through(desk: FormDesk) -> None:
    recorded(desk)
    (event,) = desk.events()
    assert desk.work.doors.events is not None
    desk.work.doors.events.open_correct(desk.man, event)
    desk.rest()
    page = desk.form()
    assert page.draft().occurred().edtf == "2020-12-13"
    page.form.narrative.internal.set_text("Seen on the bridge.")
    page.save()
    desk.rest()
    assert desk.kit.say(page.entries["reason"].message) == "Say why it is corrected."
    page.form.reason.setText("misheard")
    page.save()
    desk.rest()
    old, new = sorted(desk.events(), key=lambda one: one.stands)
    assert (old.superseded, new.narrative) == (True, "Seen on the bridge.")


def test_a_stale_save_shows_mine_theirs_and_original_and_loses_nothing(desk: FormDesk) -> None:
    recorded(desk)
    (event,) = desk.events()
    assert desk.work.doors.events is not None
    desk.work.doors.events.open_correct(desk.man, event)
    desk.rest()
    page = desk.form()
    page.form.narrative.internal.set_text("Mine.")
    page.form.reason.setText("my reason")
    theirs = RecordEvent(
        case_ids=(desk.man,),
        code=EventCode.C11,
        occurred=PartialDate.parse_edtf("2020-12-14"),
        narrative="Theirs.",
    )
    request = CorrectEvent(event.id, event.version, theirs, "their reason")
    desk.workspace.write(lambda uow: correct_event(uow, request))
    page.save()
    desk.rest()
    assert page.versions.isVisible()
    by_field = {one.field: one for one in page.versions.lines}
    assert set(by_field) == {"when", "narrative"}
    both = by_field["narrative"]
    assert (both.original, both.theirs, both.mine) == ("Seen on the road.", "Theirs.", "Mine.")
    assert page.form.narrative.internal.text() == "Mine."
    page.versions.settle_button.click()
    desk.rest()
    (stands,) = (one for one in desk.events() if one.stands)
    assert (stands.narrative, stands.occurred.edtf) == ("Mine.", "2020-12-14")


def test_one_more_source_joins_an_event(desk: FormDesk) -> None:
    recorded(desk)
    (event,) = desk.events()
    assert desk.work.doors.events is not None
    desk.work.doors.events.open_add_source(desk.man, event)
    desk.rest()
    page = desk.form()
    assert page.form.code.isVisible() is False
    desk.type("W-03")
    desk.until(lambda: bool(page.form.who.picker._popup.rows))
    desk.key(Qt.Key.Key_Return)
    page.save()
    desk.rest()
    assert [said.source.code for said in desk.events()[0].assertions] == ["W-03"]


def test_one_event_is_recorded_for_several_men_at_once(desk: FormDesk) -> None:
    names = (NameForm("Նմուշյան", "Արամ"),)
    request = RegisterMan(names=names)
    other = desk.workspace.write(lambda uow: register_man(uow, request)).value
    page = desk.record()
    desk.type("e04")
    desk.key(Qt.Key.Key_Return)
    page.form.open_others()
    desk.type(other.number)
    desk.until(lambda: bool(page.form.others._hits))
    desk.key(Qt.Key.Key_Return)
    page.save()
    desk.rest()
    assert [event.code for event in desk.events()] == [EventCode.E04]
    theirs = desk.workspace.read(lambda reader: case_file(reader, other.case_id)).events
    assert [event.code for event in theirs] == [EventCode.E04]


def test_a_new_source_is_entered_in_place(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("c11")
    desk.key(Qt.Key.Key_Return)
    page.form.who.picker.start_new()
    page.save()
    assert desk.kit.say(page.entries["title"].message) == "Say who the new source is."
    page.form.who.picker.title.setText("A driver")
    page.save()
    desk.rest()
    assert desk.events()[0].assertions[0].source.title == "A driver"


def test_particulars_follow_the_code_and_are_remembered(desk: FormDesk) -> None:
    page = desk.record()
    page.form.code.set_code(EventCode.D21)
    says = page.form.particulars.combos["says"]
    says.set_code("NOT_IDENTIFIED")
    page.form.code.set_code(EventCode.D28)
    assert "CRITICAL" in page.form.particulars.ticks
    page.form.code.set_code(EventCode.D21)
    assert page.draft().says == "NOT_IDENTIFIED"
    page.save()
    desk.rest()
    assert desk.events()[0].says == "NOT_IDENTIFIED"


def test_every_code_has_a_form_whose_preview_can_be_worked_out(desk: FormDesk) -> None:
    page = desk.record()
    from app.ui.events.draft import CODES, asked_with
    from app.ui.events.intentions import Recording

    for code in CODES:
        page.form.code.set_code(code)
        for says in ("", *(value.value for value in asked_with(code).says)):
            typed = replace(page.form.draft(), says=says)
            look = Recording(desk.man).look(typed)
            assert look is not None
            desk.workspace.read(look)


def words_on(page: QWidget) -> list[str]:
    """Collect what stands on a page that is not data."""
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    said += [box.accessibleName() for box in page.findChildren(QLineEdit)]
    return [text for text in said if text.strip(" –") and any(c.isalpha() for c in text)]


def test_no_word_stays_untranslated_when_the_language_changes(desk: FormDesk) -> None:
    page = desk.record()
    page.form.code.set_code(EventCode.C12)
    page.form.who.open_group()
    page.form.who.open_differs()
    page.form.open_narrative()
    desk.window.speak(Translator.open("xx"))
    desk.until(lambda: "«" in page.title.text())
    plain = [
        text
        for text in words_on(page) + words_on(page.record_rail)
        if not ("«" in text or "⟦" in text or "[" in text)
    ]
    assert plain == []


def test_every_field_of_the_form_has_a_name(desk: FormDesk) -> None:
    page = desk.record()
    page.form.code.set_code(EventCode.C12)
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert unnamed == []


def test_who_else_bears_the_name_is_told_where_only_the_name_agrees(desk: FormDesk) -> None:
    twin = RegisterMan(names=(NameForm("Лусадзорян", "Тигран"),))
    number = desk.workspace.write(lambda uow: register_man(uow, twin)).value.number
    page = desk.record()
    page.form.code.set_code(EventCode.C14)
    page.form.particulars.show_code(EventCode.C14)
    ticks = page.form.particulars.ticks
    assert not ticks["homonym"].isChecked()
    ticks["name_only"].setChecked(True)
    desk.until(ticks["homonym"].isChecked)
    told = page.form.particulars.bear_it_too
    assert told is not None
    assert number in told.text()
    assert page.draft().homonym
    ticks["homonym"].setChecked(False)
    assert not page.draft().homonym
