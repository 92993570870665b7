"""What was typed of an event outlives a crash, a way out and a closed window."""

from PySide6.QtCore import Qt

from app.queries.register.desk import draft
from models.vocabulary.event_codes import EventCode
from tests.ui.form_desk import FormDesk


def test_a_draft_is_offered_after_a_crash(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("c19")
    desk.key(Qt.Key.Key_Return)
    page.form.who.words.set_text("half a sentence")
    page.keeper.keep_now()
    desk.rest()
    assert page.kept_words.text().startswith("Draft kept")
    fresh = FormDesk(desk.qtbot, desk.kit, desk.tasks, desk.workspace, desk.man)
    again = fresh.record()
    assert again.banner.isVisible()
    again.banner.take_button.click()
    assert again.draft().code is EventCode.C19
    assert again.form.who.words.text() == "half a sentence"
    again.form.who.words.set_text("")
    again.save()
    fresh.rest()
    assert fresh.record().banner.isHidden()


def test_an_old_draft_is_not_overwritten_by_a_new_form(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("c19")
    desk.key(Qt.Key.Key_Return)
    page.keeper.keep_now()
    desk.rest()
    fresh = FormDesk(desk.qtbot, desk.kit, desk.tasks, desk.workspace, desk.man)
    again = fresh.record()
    fresh.type("x80")
    fresh.key(Qt.Key.Key_Return)
    again.save()
    fresh.rest()
    third = fresh.record()
    third.banner.take_button.click()
    assert third.draft().code is EventCode.C19


def test_a_saved_draft_is_not_offered_to_the_next_event(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("c19")
    desk.key(Qt.Key.Key_Return)
    page.keeper.keep_now()
    page.save_and_more()
    desk.rest()
    assert page.isVisible()
    assert page.banner.isHidden()
    assert page.draft().code is None


def test_escape_leaves_and_keeps_the_draft(desk: FormDesk) -> None:
    desk.record()
    desk.type("c19")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Escape)
    desk.rest()
    assert desk.window.here()[0] == "cases"
    assert desk.record().draft().code is EventCode.C19


def test_closing_the_window_keeps_the_draft_at_once(desk: FormDesk) -> None:
    page = desk.record()
    desk.type("c19")
    desk.key(Qt.Key.Key_Return)
    assert page.may_leave()
    assert desk.workspace.read(lambda reader: draft(reader, "record_event", str(desk.man)))
