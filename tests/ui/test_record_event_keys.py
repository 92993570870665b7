"""Keys lead through the form of an event: what its kind asks for, and a source nobody knows yet."""

from PySide6.QtCore import Qt

from tests.ui.form_desk import FormDesk

ALT = Qt.KeyboardModifier.AltModifier


def test_tab_walks_through_what_the_code_asks_for_and_stops_at_nothing_hidden(
    desk: FormDesk,
) -> None:
    page = desk.record()
    desk.type("last seen")
    desk.key(Qt.Key.Key_Return)
    passed = []
    for _ in range(5):
        desk.key(Qt.Key.Key_Tab)
        focus = desk.focus()
        assert focus.isVisible()
        passed.append(focus)
    parts = page.form.particulars
    asked = [parts.combos["says"], *parts.lines.values()]
    assert passed == [*asked, page.form.narrative_button, page.form.others_button]


def test_enter_begins_a_new_source_of_a_title_that_none_bears(desk: FormDesk) -> None:
    page = desk.record()
    picker = page.form.who.picker
    desk.key(Qt.Key.Key_4, ALT)
    desk.type("Comrade from Sisian")
    desk.until(picker._popup.isVisible)
    desk.key(Qt.Key.Key_Return)
    assert picker.is_new
    assert picker.title.text() == "Comrade from Sisian"
    assert desk.focus() is picker.kind
