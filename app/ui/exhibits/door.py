"""Hang the pages of exhibits in a window: the list, each exhibit in a tab, the page of intake."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.queries.exhibits.lines import exhibit_rows
from app.queries.exhibits.view import exhibit_view, translation_meant
from app.shapes.case_file import EventView
from app.shapes.exhibits import ExhibitRow, ExhibitView, TranslationView
from app.ui.exhibits.case_photo import CasePhoto
from app.ui.exhibits.deeds import ExhibitDeeds
from app.ui.exhibits.evidence_section import EvidenceSection
from app.ui.exhibits.exhibit_form import PLACE as FORM
from app.ui.exhibits.exhibit_form import Describing, ExhibitForm
from app.ui.exhibits.exhibit_page import PLACE as EXHIBIT
from app.ui.exhibits.exhibit_page import ExhibitPanel
from app.ui.exhibits.exhibits_panel import PLACE, ExhibitsPanel
from app.ui.exhibits.incoming import holds_something, incoming_from
from app.ui.exhibits.intake_page import PLACE as INTAKE
from app.ui.exhibits.intake_page import BringingIn, IntakePage
from app.ui.exhibits.shelf import Shelf
from app.ui.exhibits.ties import Tie, TieKind
from app.ui.exhibits.translation_form import PLACE as TRANSLATION
from app.ui.exhibits.translation_form import Translating, TranslationForm
from app.ui.exhibits.veiled_picture import VeiledPicture
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.page import Section
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.exhibits import BlobKind


class ExhibitsDoor:
    """Leads to an exhibit, and to the page that brings files in."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        self.shelf = Shelf(work)
        self.deeds = ExhibitDeeds(work, self._open_intake, self.open_exhibit)
        window.add_section(
            Section(PLACE, lambda t: t.say("Exhibits"), "exhibits", self._make_list, order=50)
        )
        window.add_section(
            Section(
                INTAKE,
                lambda t: t.say("Bring files in"),
                "plus",
                self._make_intake,
                hidden=True,
                parent=PLACE,
            )
        )
        window.add_section(
            Section(
                FORM,
                lambda t: t.say("Describe an exhibit"),
                "edit",
                self._make_form,
                hidden=True,
                parent=PLACE,
            )
        )
        window.add_section(
            Section(
                TRANSLATION,
                lambda t: t.say("Translation of an exhibit"),
                "edit",
                self._make_translation_form,
                hidden=True,
                parent=PLACE,
            )
        )
        self._add_list_actions()
        self._add_actions()

    def open_exhibit(self, exhibit_id: UUID) -> None:
        """Open an exhibit in a tab of its own, or come back to it."""
        key = f"exhibit:{exhibit_id}"
        known = self._window.files.panel(key) is not None
        self._work.read(
            lambda reader: exhibit_rows(reader, (exhibit_id,)),
            lambda rows: self._show(key, rows) if rows or known else self._gone(),
        )

    def _show(self, key: str, rows: tuple[ExhibitRow, ...]) -> None:
        for row in rows:
            make = partial(self._make_panel, row.id)
            self._window.open_file(key, row.number, make, parent=PLACE)

    def _gone(self) -> None:
        self._work.messages.done(lambda t: t.say("This exhibit is not here"))

    def open_intake(self) -> None:
        """Open the page on which files come in, with none yet; it offers the draft that waits."""
        self._open_intake(BringingIn(()))

    def describe(self, exhibit_id: UUID) -> None:
        """Open the form of what is known of an exhibit."""
        self._work.read(lambda reader: exhibit_view(reader, exhibit_id), self._describe)

    def translate(self, thing_id: UUID) -> None:
        """Open the form of a translation, or of a new one of an exhibit."""
        self._work.read(
            lambda reader: translation_meant(reader, thing_id),
            lambda meant: self._translate(*meant),
        )

    def photo_of(self, case_id: UUID, size: QSize, name: str) -> QWidget:
        """Make the photo of a man, or the plain outline where there is none."""
        return CasePhoto(
            self._work.kit, self.shelf, case_id, size, lambda t: t.say("Photo of {name}", name=name)
        )

    def picture_of(self, exhibit_id: UUID, height: int) -> QWidget:
        """Make the picture of an exhibit, veiled where nobody should meet it unasked."""
        picture = VeiledPicture(self._work.kit, self.shelf, height, BlobKind.PREVIEW)

        def show(rows: tuple[ExhibitRow, ...]) -> None:
            if isValid(picture):
                picture.show_exhibit(rows[0] if rows else None)

        self._work.read(lambda reader: exhibit_rows(reader, (exhibit_id,)), show)
        return picture

    def evidence_of(self, case_id: UUID, shown: str) -> QWidget:
        """Make the list of the exhibits that speak of a man."""
        return EvidenceSection(
            self._work, self.shelf, case_id, partial(self.attach, case_id, shown)
        )

    def attach(self, case_id: UUID, shown: str, event: EventView | None = None) -> None:
        """Ask for files that speak of a man, or bear out one of his events."""
        self.deeds.pick(self._window, (self._tie(case_id, shown, event),))

    def take_photo_away(self, case_id: UUID) -> None:
        """Let no picture stand for a man any more."""
        self.deeds.making.take_photo_away(case_id)

    def bring_in(self, mime: QMimeData, case_id: UUID, shown: str) -> None:
        """Take what was dropped or pasted on a man's file."""
        files = incoming_from(mime, self._work.workspace.clock.now())
        self.deeds.bring_in(files, (self._tie(case_id, shown, None),))

    def takes(self, mime: QMimeData) -> bool:
        """Tell whether there is anything to keep in what is dragged or on the clipboard."""
        return holds_something(mime)

    def _tie(self, case_id: UUID, shown: str, event: EventView | None) -> Tie:
        if event is None:
            return Tie(TieKind.CASE, str(case_id), shown)
        t = self._work.kit.translator
        words = t.say("{man}: {event}", man=shown, event=label("event", event.code.value, t.lang))
        return Tie(TieKind.EVENT, str(event.id), words)

    def front(self) -> ExhibitPanel | None:
        """Return the exhibit in front."""
        panel = self._window.files.panel(self._window.files.current_key())
        return panel if isinstance(panel, ExhibitPanel) else None

    def _make_panel(self, exhibit_id: UUID) -> ExhibitPanel:
        panel = ExhibitPanel(self._work, self.deeds, self.shelf, exhibit_id)
        panel.edit_asked.connect(self._describe)
        panel.translation_asked.connect(self._translate)
        return panel

    def _describe(self, view: ExhibitView) -> None:
        self._window.open_page(FORM, Describing(view))

    def _translate(self, view: ExhibitView, one: TranslationView | None) -> None:
        self._window.open_page(TRANSLATION, Translating(view, one))

    def _make_translation_form(self) -> TranslationForm:
        page = TranslationForm(self._work)
        page.left.connect(self._window.back)
        return page

    def _make_form(self) -> ExhibitForm:
        page = ExhibitForm(self._work)
        page.left.connect(self._window.back)
        return page

    def _make_list(self) -> ExhibitsPanel:
        return ExhibitsPanel(self._work, self.deeds, self.shelf)

    def _make_intake(self) -> IntakePage:
        page = IntakePage(self._work)
        page.left.connect(self._window.back)
        return page

    def _open_intake(self, intention: BringingIn) -> None:
        self._window.open_page(INTAKE, intention)

    # --- keys

    def _add_list_actions(self) -> None:
        table = self._work.actions
        table.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        table.hint(PLACE, "Enter", lambda t: t.say("open"))
        acts: tuple[tuple[str, Words, str, str, Words, Callable[[ExhibitsPanel], object]], ...] = (
            (
                "add",
                lambda t: t.say("Add files …"),
                "Ctrl+O",
                "plus",
                lambda t: t.say("add files"),
                ExhibitsPanel.pick,
            ),
            (
                "paste",
                lambda t: t.say("Paste"),
                "Ctrl+V",
                "copy",
                lambda t: t.say("paste"),
                ExhibitsPanel.paste,
            ),
            (
                "veil",
                lambda t: t.say("Show or veil the picture"),
                "V",
                "eye",
                lambda t: t.say("show or veil"),
                ExhibitsPanel.toggle_veil,
            ),
            (
                "find",
                lambda t: t.say("Find in this list"),
                "Ctrl+F",
                "filter",
                lambda t: t.say("find"),
                ExhibitsPanel.find_in_list,
            ),
            (
                "bin",
                lambda t: t.say("Put into the bin"),
                "Del",
                "",
                lambda t: t.say("into the bin"),
                ExhibitsPanel.bin_in_hand,
            ),
            (
                "scan",
                lambda t: t.say("Scan a folder …"),
                "Ctrl+Shift+O",
                "folder",
                lambda t: t.say("scan a folder"),
                ExhibitsPanel.scan,
            ),
        )
        for name, words, key, icon, footer, run in acts:
            table.add(
                Action(f"exhibits.{name}", words, key, icon, PLACE, footer=footer),
                self._on_list(run),
            )

    def _add_actions(self) -> None:
        table = self._work.actions
        acts: tuple[tuple[str, Words, str, str, Callable[[ExhibitPanel], object]], ...] = (
            ("edit", lambda t: t.say("Describe"), "E", "edit", ExhibitPanel.edit),
            ("safe", lambda t: t.say("Open safe copy"), "O", "eye", ExhibitPanel.open_safe_copy),
            (
                "veil",
                lambda t: t.say("Show or veil the picture"),
                "V",
                "shield",
                ExhibitPanel.toggle_veil,
            ),
            ("tie", lambda t: t.say("Tie to a man …"), "T", "link", ExhibitPanel.tie),
            ("translate", lambda t: t.say("Add a translation …"), "N", "", ExhibitPanel.translate),
            ("verify", lambda t: t.say("Verify now"), "", "shield", ExhibitPanel.verify),
            ("export", lambda t: t.say("Export original …"), "", "", ExhibitPanel.export_original),
            ("bin", lambda t: t.say("Put into the bin"), "Del", "", ExhibitPanel.put_into_bin),
        )
        on_pictures: tuple[tuple[str, Words, str, Callable[[ExhibitPanel], object]], ...] = (
            ("photo", lambda t: t.say("Use as his photo …"), "P", ExhibitPanel.use_as_photo),
            ("crop", lambda t: t.say("Crop …"), "C", ExhibitPanel.crop),
            ("left", lambda t: t.say("Turn left"), "L", ExhibitPanel.turn_left),
            ("right", lambda t: t.say("Turn right"), "R", ExhibitPanel.turn_right),
        )
        on_pages: tuple[tuple[str, Words, str, Callable[[ExhibitPanel], object]], ...] = (
            ("on", lambda t: t.say("Next page"), "PgDown", ExhibitPanel.page_on),
            ("back", lambda t: t.say("Previous page"), "PgUp", ExhibitPanel.page_back),
        )
        for name, words, key, icon, run in acts:
            table.add(Action(f"exhibit.{name}", words, key, icon, EXHIBIT), self._on_exhibit(run))
        for name, words, key, run in on_pictures:
            action = Action(f"exhibit.{name}", words, key, "", EXHIBIT)
            table.add(action, self._on_exhibit(run), may=self._is_picture)
        for name, words, key, run in on_pages:
            action = Action(f"exhibit.{name}", words, key, "", EXHIBIT)
            table.add(action, self._on_exhibit(run), may=self._has_pages)

    def _is_picture(self) -> bool:
        panel = self.front()
        return panel is not None and panel.preview.is_picture

    def _has_pages(self) -> bool:
        panel = self.front()
        return panel is not None and panel.preview.has_pages

    def _on_exhibit(self, run: Callable[[ExhibitPanel], object]) -> Callable[[], None]:
        def at_front() -> None:
            panel = self.front()
            if panel is not None:
                run(panel)

        return at_front

    def _on_list(self, run: Callable[[ExhibitsPanel], object]) -> Callable[[], None]:
        def at_front() -> None:
            page = self._window.page(PLACE)
            if isinstance(page, ExhibitsPanel):
                run(page)

        return at_front


def hang_exhibits(window: MainWindow, work: Work) -> ExhibitsDoor:
    """Add the exhibits to a window and hang the door to them."""
    door = ExhibitsDoor(window, work)
    work.doors.exhibits = door
    return door
