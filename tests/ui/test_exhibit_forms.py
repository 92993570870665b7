"""What is known of an exhibit and its translations is typed in forms that keep drafts."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.queries.register.desk import waiting_forms
from app.ui.drafts.drafts_panel import DraftsPanel
from app.ui.exhibits.exhibit_form import PLACE as FORM
from app.ui.exhibits.exhibit_form import ExhibitForm
from app.ui.exhibits.exhibits_panel import PLACE
from app.ui.exhibits.translation_form import PLACE as TRANSLATION
from app.ui.exhibits.translation_form import TranslationForm
from app.ui.forms.versions import Side
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.exhibits import Shown
from tests.factories.exhibits import (
    keep_plainly,
    view_of,
)
from tests.registers import Home
from tests.ui.exhibit_desk import kept, opened, veil
from tests.ui.frames import framed, settle


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as found:
        yield found


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        made.window.open_page(PLACE)
        settle(qtbot, made.work.tasks)
        yield made


def test_two_who_describe_one_exhibit_see_both_versions(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    keep_plainly(register, b"letter")
    panel = opened(frame, qtbot, kept(register)[0])
    panel.edit()
    settle(qtbot, frame.work.tasks)
    form = frame.window.page(FORM)
    assert isinstance(form, ExhibitForm)
    form.lines["title"].setText("Mine")
    veil(register, kept(register)[0])
    form.save()
    settle(qtbot, frame.work.tasks)
    assert {one.field for one in form.versions.lines} >= {"title", "shows"}
    assert form.versions.choices["shows"].code() == Side.THEIRS
    form.versions.settle_button.click()
    settle(qtbot, frame.work.tasks)
    row = kept(register)[0]
    assert row.title == "Mine"
    assert row.shows == frozenset({Shown.IDENTIFIABLE_CAPTIVE})


def test_a_description_left_unfinished_is_found_among_the_drafts(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    keep_plainly(register, b"letter")
    opened(frame, qtbot, kept(register)[0]).edit()
    settle(qtbot, frame.work.tasks)
    form = frame.window.page(FORM)
    assert isinstance(form, ExhibitForm)
    form.lines["title"].setText("Նամակ")
    form.cancel()
    settle(qtbot, frame.work.tasks)
    (waiting,) = register.read(waiting_forms)
    frame.window.open_page(PLACE)
    drafts = frame.window.page("drafts")
    assert isinstance(drafts, DraftsPanel)
    drafts.go_on(waiting)
    settle(qtbot, frame.work.tasks)
    assert frame.window.here()[0] == FORM
    assert form.banner.isVisibleTo(form)


def test_a_translation_is_typed_certified_and_taken_away_again(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    keep_plainly(register, b"letter")
    panel = opened(frame, qtbot, kept(register)[0])
    panel.translate()
    form = frame.window.page(TRANSLATION)
    assert isinstance(form, TranslationForm)
    form.save()
    assert {code for code, entry in form.entries.items() if entry.message} == {"lang", "words"}
    form.from_lang.set_code("hy")
    form.lang.set_code("en")
    form.words.set_text("I am alive.")
    form.lines["certified_by"].setText("Նոտար Պետրոսյան")
    form.certified.set_text("03.03.2021")
    form.save()
    settle(qtbot, frame.work.tasks)
    shown = frame.exhibits.front()
    assert shown is not None
    assert shown.view is not None
    (one,) = shown.view.translations
    assert (one.words, one.is_certified) == ("I am alive.", True)
    said = [label.text() for label in shown.findChildren(QLabel)]
    assert "Certified translation from Armenian into English" in said
    assert any(text.startswith("Certified by: Նոտար Պետրոսյան, 3") for text in said)
    shown.deeds.drop_translation(one)
    settle(qtbot, frame.work.tasks)
    assert view_of(register, shown.exhibit_id).translations == ()


def test_a_translation_left_half_typed_waits_among_the_drafts(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    keep_plainly(register, b"letter")
    panel = opened(frame, qtbot, kept(register)[0])
    panel.translate()
    form = frame.window.page(TRANSLATION)
    assert isinstance(form, TranslationForm)
    form.words.set_text("I am")
    form.cancel()
    settle(qtbot, frame.work.tasks)
    (waiting,) = register.read(waiting_forms)
    assert waiting.form == "save_translation"
    frame.window.open_page("drafts")
    drafts = frame.window.page("drafts")
    assert isinstance(drafts, DraftsPanel)
    drafts.go_on(waiting)
    settle(qtbot, frame.work.tasks)
    assert frame.window.here()[0] == TRANSLATION
    form.banner.taken.emit()
    settle(qtbot, frame.work.tasks)
    assert form.draft().words == "I am"
