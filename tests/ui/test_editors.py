"""The editors of a file and the form of a new case: incomplete, refused, stale, never lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.i18n.translator import Translator
from app.queries.cases.file import case_file
from app.services.cases.people import change_person
from app.shapes.case_file import CaseFile
from app.shapes.requests.cases import ChangePerson
from app.ui.doors import Part
from app.ui.editors.editor_page import EditorPage, place_of
from app.ui.editors.field_editors import ChoiceEditor, DateEditor, LineEditor, LongEditor
from app.ui.widgets.name_edit import TypedName
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import Relation, Script
from tests.ui.form_desk import FormDesk

CTRL = Qt.KeyboardModifier.ControlModifier


def edit(desk: FormDesk, part: Part, thing: object = None) -> EditorPage:
    """Open the editor of a part."""
    assert desk.work.doors.editors is not None
    desk.work.doors.editors.open_editor(desk.man, part, thing)  # type: ignore[arg-type]  # an id
    desk.rest()
    page = desk.window.page(place_of(part))
    assert isinstance(page, EditorPage)
    return page


def line(page: EditorPage, field: str) -> LineEditor:
    """Return the line of a field."""
    editor = page.form.editors[field]
    assert isinstance(editor, LineEditor)
    return editor


def save(desk: FormDesk, page: EditorPage) -> None:
    page.save()
    desk.rest()


def test_identity_is_changed_and_the_rest_is_left_as_it_was(desk: FormDesk) -> None:
    before = desk.file().details
    page = edit(desk, Part.PERSON)
    line(page, "occupation").line.setText("student")
    line(page, "height_cm").line.setText("178")
    save(desk, page)
    assert desk.file().details == replace(before, occupation="student", height_cm=178)


def test_a_height_that_is_no_number_is_refused_in_a_sentence(desk: FormDesk) -> None:
    page = edit(desk, Part.PERSON)
    line(page, "height_cm").line.setText("tall")
    save(desk, page)
    assert desk.kit.say(page.entries["height_cm"].message) == "Write a whole number, figures only."
    line(page, "height_cm").line.setText("900")
    save(desk, page)
    assert page.entries["height_cm"].message
    assert desk.file().details.height_cm is None


def test_a_birth_in_the_future_is_refused_at_its_field(desk: FormDesk) -> None:
    page = edit(desk, Part.PERSON)
    birth = page.form.editors["birth"]
    assert isinstance(birth, DateEditor)
    birth.show_raw(
        {"birth": '{"word": "on", "typed": "01.01.2031", "first": {"day": "", "month": 0, '
        '"year": ""}, "second": {"day": "", "month": 0, "year": ""}, "said": "", '
        '"end": "still_lasts", "both_signs": false, "dob": true}'}
    )  # fmt: skip
    save(desk, page)
    assert page.entries["birth"].message
    assert desk.file().details.birth.edtf == "1999-04-12"


def test_a_corrected_family_name_is_found_again_by_the_new_spelling(desk: FormDesk) -> None:
    name = next(n for n in desk.file().names if n.form.script is Script.LATIN)
    page = edit(desk, Part.NAME, name.id)
    line(page, "family").line.setText("Lusatzorian")
    page.reason.setText("passport seen")
    save(desk, page)
    form = next(n.form for n in desk.file().names if n.id == name.id)
    assert form.full_as_written == "Lusatzorian Tigran"


def test_a_name_of_five_thousand_letters_is_refused_and_kept_in_the_form(desk: FormDesk) -> None:
    page = edit(desk, Part.NAME)
    line(page, "family").line.setText("Ա" * 5000)
    save(desk, page)
    assert page.summary.isVisible()
    assert len(line(page, "family").line.text()) == 5000
    assert len(desk.file().names) == 2


def test_a_name_that_looks_like_markup_stays_as_written(desk: FormDesk) -> None:
    page = edit(desk, Part.NAME)
    line(page, "family").line.setText("<b>Նմուշյան</b>")
    save(desk, page)
    assert "<b>Նմուշյան</b>" in [name.form.family for name in desk.file().names]


def test_an_invisible_sign_in_a_name_is_refused_in_a_sentence(desk: FormDesk) -> None:
    page = edit(desk, Part.NAME)
    line(page, "family").line.setText("Нму\u200fшян")
    save(desk, page)
    assert "RIGHT-TO-LEFT MARK" in desk.kit.say(page.entries["family"].message)
    assert len(desk.file().names) == 2


def test_a_word_of_two_scripts_is_pointed_out_once_and_may_be_kept(desk: FormDesk) -> None:
    page = edit(desk, Part.NAME)
    line(page, "family").line.setText("Hмyшян")
    save(desk, page)
    assert "mixes letters" in desk.kit.say(page.entries["family"].message)
    assert len(desk.file().names) == 2
    save(desk, page)
    assert len(desk.file().names) == 3


def test_a_number_and_a_relative_and_a_service_record_are_added(desk: FormDesk) -> None:
    page = edit(desk, Part.NUMBER)
    line(page, "value").line.setText("AB 00123")
    save(desk, page)
    page = edit(desk, Part.RELATIVE)
    line(page, "full_name").line.setText("Մարիամ Լուսաձորյան")
    save(desk, page)
    page = edit(desk, Part.SERVICE)
    rank = page.form.editors["rank"]
    assert isinstance(rank, ChoiceEditor)
    rank.combo.set_code("PRIVATE")
    save(desk, page)
    file = desk.file()
    assert [one.details.value for one in file.identifiers] == ["AB 00123"]
    assert [one.details.full_name for one in file.relatives] == ["Մարիամ Լուսաձորյան"]
    assert [one.details.rank for one in file.service] == ["PRIVATE"]


def test_an_empty_number_asks_for_one(desk: FormDesk) -> None:
    page = edit(desk, Part.NUMBER)
    save(desk, page)
    assert page.entries["value"].message
    assert desk.file().identifiers == ()


def test_what_the_file_says_is_changed(desk: FormDesk) -> None:
    page = edit(desk, Part.FILE)
    steps = page.form.editors["steps_taken"]
    assert isinstance(steps, LongEditor)
    steps.area.set_text("Asked the unit.\nWaiting.")
    save(desk, page)
    assert desk.file().steps_taken == "Asked the unit.\nWaiting."


def test_a_field_is_tied_to_a_source(desk: FormDesk) -> None:
    page = edit(desk, Part.PERSON)
    assert page.cited is not None
    page.cited.open()
    page.cited.field.set_code("birth")
    page.cited.picker.start_new()
    page.cited.picker.title.setText("Passport")
    page.cited.states.setText("14.04.1999")
    save(desk, page)
    (citation,) = desk.file().citations
    assert (citation.field, citation.states) == ("birth", "14.04.1999")
    assert citation.source.title == "Passport"


def test_two_people_save_one_man_and_nothing_typed_is_lost(desk: FormDesk) -> None:
    file = desk.file()
    page = edit(desk, Part.PERSON)
    line(page, "occupation").line.setText("mine")
    line(page, "hair").line.setText("dark")
    theirs = replace(file.details, occupation="theirs", eyes="brown")
    request = ChangePerson(desk.man, file.person_version, theirs)
    desk.workspace.write(lambda uow: change_person(uow, request))
    save(desk, page)
    assert page.versions.isVisible()
    lines = {one.field: one for one in page.versions.lines}
    assert set(lines) == {"occupation", "hair", "eyes"}
    assert lines["occupation"].changed_by_both
    assert line(page, "occupation").line.text() == "mine"
    assert desk.file().details.occupation == "theirs"
    page.versions.settle_button.click()
    desk.rest()
    after = desk.file().details
    assert (after.occupation, after.hair, after.eyes) == ("mine", "dark", "brown")


def test_theirs_may_be_taken_field_by_field(desk: FormDesk) -> None:
    file = desk.file()
    page = edit(desk, Part.PERSON)
    line(page, "occupation").line.setText("mine")
    line(page, "hair").line.setText("dark")
    theirs = replace(file.details, occupation="theirs")
    request = ChangePerson(desk.man, file.person_version, theirs)
    desk.workspace.write(lambda uow: change_person(uow, request))
    save(desk, page)
    page.versions.choices["occupation"].choose("theirs")
    page.versions.settle_button.click()
    desk.rest()
    after = desk.file().details
    assert (after.occupation, after.hair) == ("theirs", "dark")


def test_a_draft_of_an_editor_is_offered_again(desk: FormDesk) -> None:
    page = edit(desk, Part.PERSON)
    line(page, "occupation").line.setText("half a wo")
    page.cancel()
    desk.rest()
    fresh = FormDesk(desk.qtbot, desk.kit, desk.tasks, desk.workspace, desk.man)
    again = edit(fresh, Part.PERSON)
    assert again.banner.isVisible()
    again.banner.take_button.click()
    assert line(again, "occupation").line.text() == "half a wo"


def test_a_man_is_registered_with_who_reports_him(desk: FormDesk) -> None:
    assert desk.work.doors.editors is not None
    desk.work.doors.editors.open_new_case()
    desk.rest()
    page = desk.new_case()
    desk.type("Քարաբերդյան")
    desk.key(Qt.Key.Key_Tab)
    desk.type("Արմեն")
    relation = page.form.editors["relation"]
    assert isinstance(relation, ChoiceEditor)
    relation.combo.set_code(Relation.MOTHER)
    name, said = page.form.editors["full_name"], page.form.editors["said"]
    assert isinstance(name, LineEditor)
    name.line.setText("Անահիտ Քարաբերդյան")
    said.show_raw({"said": "01.02.2021"})
    desk.key(Qt.Key.Key_S, CTRL)
    desk.rest()
    (case_id,) = desk.cases.opened
    file: CaseFile = desk.workspace.read(lambda reader: case_file(reader, case_id))
    assert file.names[0].form.full_as_written == "Քարաբերդյան Արմեն"
    assert file.relatives[0].details.is_reporter
    (event,) = file.events
    assert (event.code, event.occurred.edtf) == (EventCode.E01, "2021-02-01")
    assert event.assertions[0].source.title == "mother"
    assert "opened" in desk.work.messages.toast.findChild(QLabel).text()  # type: ignore[union-attr]


def test_a_name_is_all_that_is_needed(desk: FormDesk) -> None:
    assert desk.work.doors.editors is not None
    desk.work.doors.editors.open_new_case()
    desk.rest()
    page = desk.new_case()
    page.save()
    assert "which figure" in desk.kit.say(page.entries["name"].message)
    page.figure.setText("third from the left in the video of 15 December")
    page.save()
    desk.rest()
    assert len(desk.cases.opened) == 1


def test_who_may_be_here_already_is_shown_while_typing(desk: FormDesk) -> None:
    assert desk.work.doors.editors is not None
    desk.work.doors.editors.open_new_case()
    desk.rest()
    page = desk.new_case()
    page.names.set_names((TypedName(Script.LATIN, "Lusadzoryan", "T"),))
    desk.until(lambda: bool(page.here.men))
    assert page.here.men[0].man.case_id == desk.man


def test_a_second_reporter_is_added_to_the_file_that_is_here(desk: FormDesk) -> None:
    assert desk.work.doors.editors is not None
    desk.work.doors.editors.open_new_case()
    desk.rest()
    page = desk.new_case()
    page.names.set_names((TypedName(Script.CYRILLIC, "Лусадзорян", "Тигран"),))
    relative = page.form.editors["full_name"]
    assert isinstance(relative, LineEditor)
    relative.line.setText("Анна Лусадзорян")
    desk.until(lambda: bool(page.here.men))
    page.form.editors["circumstances"].show_raw({"circumstances": "left alone at the post"})
    desk.key(Qt.Key.Key_J, CTRL)
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert "This stays out" in desk.kit.say(page.entries["circumstances"].message)
    assert desk.cases.opened == []
    desk.key(Qt.Key.Key_J, CTRL)
    assert desk.focus().property("number")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert desk.cases.opened == [desk.man]
    file = desk.file()
    assert "Лусадзорян Тигран" in [name.form.full_as_written for name in file.names]
    assert [event.code for event in file.events] == [EventCode.E01]
    assert page.names.names() == ()


def test_the_draft_of_a_new_case_holds_all_that_was_typed(desk: FormDesk) -> None:
    assert desk.work.doors.editors is not None
    desk.work.doors.editors.open_new_case()
    desk.rest()
    page = desk.new_case()
    page.names.set_names((TypedName(Script.CYRILLIC, "Нмушян", "Арам"),))
    birth = page.form.editors["birth"]
    assert isinstance(birth, DateEditor)
    birth.edit._first._year.setText("19")
    page.cancel()
    desk.rest()
    fresh = FormDesk(desk.qtbot, desk.kit, desk.tasks, desk.workspace, desk.man)
    assert fresh.work.doors.editors is not None
    fresh.work.doors.editors.open_new_case()
    fresh.rest()
    again = fresh.new_case()
    again.banner.take_button.click()
    assert again.names.names() == (TypedName(Script.CYRILLIC, "Нмушян", "Арам"),)
    kept = again.form.editors["birth"]
    assert isinstance(kept, DateEditor)
    assert kept.edit.draft().first.year == "19"


@pytest.mark.parametrize("part", list(Part))
def test_no_word_of_an_editor_stays_untranslated(desk: FormDesk, part: Part) -> None:
    page = edit(desk, part)
    if page.cited is not None:
        page.cited.open()
    desk.window.speak(Translator.open("xx"))
    plain = [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisibleTo(page)
        and any(c.isalpha() for c in label.text())
        and not any(sign in label.text() for sign in "«⟦[")
    ]
    assert plain == []


@pytest.mark.parametrize("part", list(Part))
def test_every_field_of_an_editor_has_a_name(desk: FormDesk, part: Part) -> None:
    page = edit(desk, part)
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert unnamed == []
