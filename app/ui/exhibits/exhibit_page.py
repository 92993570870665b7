"""One exhibit in a tab: its picture, where it came from, what it speaks of, its custody."""

from __future__ import annotations

from typing import override
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.errors import NotFound
from app.i18n import Translator
from app.jobs.exhibits.pages import ExhibitPages
from app.jobs.exhibits.pictures import picture_of as made_of
from app.queries.exhibits.view import exhibit_view
from app.shapes.changes import Changes
from app.shapes.exhibits import ExhibitLinkView, ExhibitView, TranslationView
from app.ui.cases.content import clear, rail_limits
from app.ui.exhibits.deeds import ExhibitDeeds
from app.ui.exhibits.exhibit_cards import (
    custody_card,
    facts_card,
    links_card,
    origin_card,
    related_card,
)
from app.ui.exhibits.exhibit_preview import ExhibitPreview
from app.ui.exhibits.exhibit_rail import add_warnings
from app.ui.exhibits.our_pictures import picture_of
from app.ui.exhibits.proof_rail import ProofRail
from app.ui.exhibits.shelf import Shelf
from app.ui.exhibits.translation_cards import TranslationWays, translations_card
from app.ui.exhibits.words import kind_words, size_words
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary, quiet
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.visible_text import visible
from models.vocabulary.exhibits import BlobKind

PLACE = "exhibit"
_WIDEST = 980


class ExhibitPanel(PagePanel):
    """The page of one exhibit; read anew when something touches it. `edit_asked` carries it.

    `translation_asked` carries it too, and the translation to correct; None: a new one.
    """

    edit_asked = Signal(object)
    translation_asked = Signal(object, object)

    def __init__(self, work: Work, deeds: ExhibitDeeds, shelf: Shelf, exhibit_id: UUID) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self.deeds = deeds
        self.exhibit_id = exhibit_id
        self.view: ExhibitView | None = None
        self._pages = ExhibitPages(work.workspace, exhibit_id)
        self.preview = ExhibitPreview(work.kit, shelf)
        self._rail = ProofRail(work.kit)
        self._corner = self._make_corner()
        self._head = QVBoxLayout()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._area = self._lay_out()
        self.preview.page_asked.connect(self._turn_to)
        self.preview.turn_asked.connect(self.turn)
        self.preview.crop_asked.connect(self.crop)
        self.preview.portrait_asked.connect(self.use_as_photo)
        self._rail.verify_asked.connect(self.verify)
        work.bus.listen(self._on_changes, "exhibits", "cases")
        self.reload()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def corner(self) -> QWidget | None:
        return self._corner

    @override
    def arrive(self, argument: object) -> None:
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self, translator: Translator) -> None:
        if self.view is not None:
            self._show(self.view)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the document; the worker starts anew when a page is turned."""
        super().hideEvent(event)
        self._pages.close()

    # --- reading and showing

    def reload(self) -> None:
        """Read the exhibit again."""
        exhibit_id = self.exhibit_id
        self.work.read(lambda reader: exhibit_view(reader, exhibit_id), self._show, self._not_read)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches("exhibits", self.exhibit_id) or changes.touches("cases"):
            self.reload()

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self.work.messages.failed(error)
            return
        self.view = None
        self.preview.hide()
        clear(self._head)
        clear(self._cards)
        self._cards.addWidget(
            EmptyState(
                self.kit,
                "exhibits",
                lambda t: t.say("This exhibit is not here"),
                lambda t: t.say("It was taken back, or it speaks of a man whose file is limited."),
            )
        )

    def _show(self, view: ExhibitView) -> None:
        self.view = view
        kit, row = self.kit, view.row
        self.preview.show()
        self.preview.show_exhibit(view)
        self._rail.show_exhibit(view)
        self._restore.setVisible(row.removed_at is not None)
        self._edit.setVisible(row.removed_at is None)
        clear(self._head)
        self._head.addWidget(Label(kit, visible(row.title), Size.X, strong=True, wrap=True))
        self._head.addWidget(
            Label(
                kit,
                lambda t: f"{row.number} · {kind_words(row.kind, t)} · {size_words(row.size, t)}",
                role=Role.TEXT2,
                wrap=True,
            )
        )
        if row.removed_at is not None:
            self._head.addWidget(
                Label(
                    kit,
                    lambda t: t.say("In the bin: {reason}", reason=row.removed_reason),
                    role=Role.WARN,
                    wrap=True,
                )
            )
        add_warnings(kit, self._head, row)
        clear(self._cards)
        tie = quiet(kit, lambda t: t.say("Tie to a man …"), icon="plus")
        tie.clicked.connect(self.tie)
        cards = (
            origin_card(kit, view),
            links_card(kit, view, [tie], self._follow, self._untie),
            facts_card(kit, view, []),
            translations_card(kit, view, self._ways_to_translate()),
            related_card(kit, view, self._open_other),
            custody_card(kit, view.custody),
        )
        for card in cards:
            if card is not None:
                self._cards.addWidget(card)
        if view.blob(BlobKind.TEXT) is not None and not row.has_thumbnail:
            self._ask_words()

    def _ask_words(self) -> None:
        workspace, exhibit_id = self.work.workspace, self.exhibit_id
        self.work.tasks.read(
            lambda: made_of(workspace, exhibit_id, BlobKind.TEXT),
            self._show_words,
            self.work.messages.failed,
        )

    def _show_words(self, content: bytes | None) -> None:
        self.preview.show_words((content or b"").decode("utf-8", "replace"))

    # --- pages

    def _turn_to(self, page: int) -> None:
        pages = self._pages

        def turn() -> tuple[int, bool, QImage | None]:
            made = pages.page(page)
            if made is None:
                return page, True, None
            return page, False, picture_of(made.content, made.media_type)

        self.work.tasks.read(turn, self._turned, self.work.messages.failed)

    def _turned(self, answer: tuple[int, bool, QImage | None]) -> None:
        page, past, image = answer
        if past or image is not None:
            self.preview.show_page(page, image)

    # --- what the person does

    def edit(self) -> None:
        """Open the form with what is known of it."""
        if self.view is not None and self.view.row.removed_at is None:
            self.edit_asked.emit(self.view)

    def translate(self) -> None:
        """Open the form of a new translation."""
        self._correct_translation(None)

    def _correct_translation(self, one: TranslationView | None) -> None:
        if self.view is not None and self.view.row.removed_at is None:
            self.translation_asked.emit(self.view, one)

    def _ways_to_translate(self) -> TranslationWays:
        return TranslationWays(
            self.translate, self._correct_translation, self.deeds.drop_translation, self._open_other
        )

    def toggle_veil(self) -> None:
        """Show the picture, or veil it again."""
        picture = self.preview.picture
        picture.unveil() if picture.is_veiled else picture.veil()

    def page_on(self) -> None:
        """Turn to the next page of a document."""
        self.preview.turn_on()

    def page_back(self) -> None:
        """Turn to the page before."""
        self.preview.turn_back()

    def tie(self) -> None:
        """Ask of whom it speaks, and tie it."""
        if self.view is not None:
            self.deeds.tie(self.view.row, self)

    def verify(self) -> None:
        """Hash it anew and say whether it is unchanged."""
        if self.view is not None:
            self.deeds.outward.verify(self.view.row)

    def open_safe_copy(self) -> None:
        """Open a picture of it, made anew, outside this program."""
        if self.view is not None:
            self.deeds.outward.open_safe_copy(self.view.row)

    def export_original(self) -> None:
        """Ask why, and write the original to a file outside the register."""
        if self.view is not None:
            self.deeds.outward.export_original(self.view.row, self)

    def turn(self, quarters: int) -> None:
        """Make a new exhibit, turned clockwise by so many quarters."""
        if self.view is not None and self.preview.is_picture:
            self.deeds.making.turn(self.view.row, quarters)

    def turn_left(self) -> None:
        """Make a new exhibit, turned left."""
        self.turn(3)

    def turn_right(self) -> None:
        """Make a new exhibit, turned right."""
        self.turn(1)

    def crop(self) -> None:
        """Ask for a part of it and make that a new exhibit."""
        image = self.preview.picture.canvas.image
        if self.view is not None and self.preview.is_picture and image is not None:
            self.deeds.making.crop(self.view.row, image, self)

    def use_as_photo(self) -> None:
        """Ask for the part that is to stand for a man, and let it."""
        image = self.preview.picture.canvas.image
        if self.view is not None and self.preview.is_picture and image is not None:
            self.deeds.making.use_as_photo(self.view.row, image, self)

    def put_into_bin(self) -> None:
        """Ask why, and put it into the bin."""
        if self.view is not None and self.view.row.removed_at is None:
            self.deeds.put_into_bin(self.view.row, self)

    def restore(self) -> None:
        """Take it out of the bin."""
        if self.view is not None and self.view.row.removed_at is not None:
            self.deeds.restore(self.view.row)

    def _follow(self, link: ExhibitLinkView) -> None:
        doors = self.work.doors
        if link.incident_id is not None and doors.incidents is not None:
            doors.incidents.open_incident(link.incident_id)
        elif link.case_id is not None and doors.cases is not None:
            doors.cases.open_case(link.case_id, "timeline" if link.event_id else "evidence")

    def _untie(self, link: ExhibitLinkView) -> None:
        self.deeds.untie(link)

    def _open_other(self, exhibit_id: UUID) -> None:
        if self.work.doors.exhibits is not None:
            self.work.doors.exhibits.open_exhibit(exhibit_id)

    # --- building

    def _lay_out(self) -> QScrollArea:
        content = QWidget()
        content.setMaximumWidth(self.kit.theme.scaled(_WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(12)
        column.addLayout(self._head)
        column.addWidget(self.preview)
        column.addLayout(self._cards)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kit.bind(area, area.setAccessibleName, lambda t: t.say("Exhibit"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        return area

    def _make_corner(self) -> QWidget:
        kit = self.kit
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._more = icon_button(kit, "more", lambda t: t.say("What can be done here"))
        self._more.clicked.connect(self._open_menu)
        safe = plain(kit, lambda t: t.say("Open safe copy"), icon="eye", key="O")
        safe.clicked.connect(self.open_safe_copy)
        self._edit = primary(kit, lambda t: t.say("Describe"), icon="edit", key="E")
        self._edit.clicked.connect(self.edit)
        self._restore = primary(kit, lambda t: t.say("Take out of the bin"), icon="undo")
        self._restore.clicked.connect(self.restore)
        for part in (self._more, safe, self._edit, self._restore):
            row.addWidget(part)
        return corner

    def menu(self) -> QMenu:
        """Build the menu of what can be done with it besides."""
        menu, t = QMenu(self), self.kit.translator
        menu.addAction(t.say("Export original …")).triggered.connect(self.export_original)
        menu.addAction(t.say("Verify now")).triggered.connect(self.verify)
        menu.addSeparator()
        if self.view is not None and self.view.row.removed_at is not None:
            menu.addAction(t.say("Take out of the bin")).triggered.connect(self.restore)
        else:
            menu.addAction(t.say("Tie to a man …")).triggered.connect(self.tie)
            menu.addAction(t.say("Add a translation …")).triggered.connect(self.translate)
            into = menu.addAction(t.say("Put into the bin") + " …")
            into.triggered.connect(self.put_into_bin)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
