"""What may be passed on is written beside what the office knows, and is read before it is kept."""

from app.shapes.private_text import PrivateKind
from app.ui.doors import Part
from app.ui.editors.editor_page import EditorPage, place_of
from app.ui.editors.field_editors import TwoVersionsEditor
from app.ui.events.draft import EventDraft
from models.vocabulary.event_codes import EventCode
from tests.ui.form_desk import FormDesk

ORDER = "Զանգել՝ +374 91 234 567։"


def test_what_points_at_somebody_is_told_once_and_may_then_be_kept(desk: FormDesk) -> None:
    page = desk.record()
    page.show_draft(EventDraft(code=EventCode.C19))
    two = page.form.narrative
    page.form.open_narrative()
    two.internal.set_text(ORDER)
    two.start_button.click()
    assert two.releasable.text() == ORDER
    page.save()  # before it was read
    desk.rest()
    assert [(one.kind, one.text) for one in two.findings()] == [
        (PrivateKind.TELEPHONE, "+374 91 234 567")
    ]
    assert page.entries["narrative"].message
    assert not desk.events()
    assert two.releasable.edit.extraSelections()
    page.save()
    desk.rest()
    (event,) = desk.events()
    assert (event.narrative, event.narrative_releasable) == (ORDER, ORDER)


def test_a_text_without_findings_is_kept_at_the_first_word(desk: FormDesk) -> None:
    page = desk.record()
    page.show_draft(EventDraft(code=EventCode.C19, narrative=ORDER, narrative_releasable="Ողջ է։"))
    page.save()
    desk.rest()
    (event,) = desk.events()
    assert event.narrative_releasable == "Ողջ է։"


def test_a_correction_shows_and_keeps_both_texts(desk: FormDesk) -> None:
    page = desk.record()
    page.show_draft(EventDraft(code=EventCode.C19, narrative=ORDER, narrative_releasable="Ողջ է։"))
    page.save()
    desk.rest()
    assert desk.work.doors.events is not None
    desk.work.doors.events.open_correct(desk.man, desk.events()[0])
    desk.rest()
    two = desk.form().form.narrative
    assert (two.internal.text(), two.releasable.text()) == (ORDER, "Ողջ է։")
    two.releasable.set_text("Ողջ է և խոսել է։")
    desk.form().form.reason.setText("more was said")
    desk.form().save()
    desk.rest()
    (stands,) = (one for one in desk.events() if one.stands)
    assert stands.narrative_releasable == "Ողջ է և խոսել է։"


def test_the_circumstances_of_the_file_are_read_the_same_way(desk: FormDesk) -> None:
    assert desk.work.doors.editors is not None
    desk.work.doors.editors.open_editor(desk.man, Part.FILE, None)
    desk.rest()
    page = desk.window.page(place_of(Part.FILE))
    assert isinstance(page, EditorPage)
    editor = page.form.editors["circumstances"]
    assert isinstance(editor, TwoVersionsEditor)
    editor.two.internal.set_text("Ապրում է ընկերոջ տանը։")
    editor.two.releasable.set_text("Ծովինար փողոց 12, բն. 3")
    page.save()
    desk.rest()
    assert page.entries["circumstances"].message
    page.save()
    desk.rest()
    file = desk.file()
    assert file.circumstances == "Ապրում է ընկերոջ տանը։"
    assert file.circumstances_releasable == "Ծովինար փողոց 12, բն. 3"
