"""The places of the register: find one, look at it, correct it, enter one, take a list in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.queries.place_pages import place_list, place_page, places_near
from app.search.scripts import LANG_OF_SCRIPT, script_of
from app.services.places.gazetteer import load_gazetteer
from app.services.places.places import add_place, change_place, drop_place_name, save_place_name
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes, Outcome
from app.shapes.places import PlaceNameEntry, PlacePage
from app.shapes.requests.places import AddPlace, ChangePlace, DropPlaceName, SavePlaceName
from app.ui.office.part import Note, OfficePart
from app.ui.office.place_card import PlaceCard
from app.ui.office.place_form import PlaceForm
from app.ui.office.place_name_form import NameForm
from app.ui.office.places_file import PlacesFile
from app.ui.office.places_list import MOST, PlacesList
from app.ui.widgets.buttons import WithReason, plain, quiet
from app.ui.widgets.coordinates_edit import NearAnswer
from app.ui.widgets.file_questions import ask_file
from app.ui.work import Work
from models.vocabulary.coordinates import Point
from models.vocabulary.roles import Action, may


class PlacesPart(OfficePart):
    """Shows one thing at a time: the list, a place, a form, a file."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        kit = work.kit
        edits = may(work.workspace.actor.roles, Action.EDIT_PLACE)
        self.list = PlacesList(kit)
        self.page = PlaceCard(kit, may_edit=edits)
        self.form = PlaceForm(kit, self._near)
        self.name_form = NameForm(kit)
        self.file = PlacesFile(work)
        self.add_button = plain(kit, lambda t: t.say("Enter a place"), icon="plus")
        self.file_button = quiet(kit, lambda t: t.say("From a GeoNames file …"))
        self.load_button = quiet(kit, lambda t: t.say("Bring in the places of the program"))
        self._add = WithReason(kit, self.add_button)
        self._ways = QWidget()
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(8)
        ways.addWidget(self._add)
        for button in (self.file_button, self.load_button):
            ways.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.setEnabled(edits)
        ways.addStretch(1)
        if not edits:
            self._add.refuse(lambda t: t.say("Your role does not change places."))
        self._views: tuple[QWidget, ...] = (
            self.list, self.page, self.form, self.name_form, self.file,
        )  # fmt: skip
        for view in (self.list, self._ways, *self._views[1:]):
            self.column.addWidget(view)
        self.column.addWidget(
            Note(
                kit,
                lambda t: t.say(
                    "Names imply no position on status. Settlements: GeoNames (geonames.org), "
                    "CC BY 4.0."
                ),
            )
        )
        self.column.addStretch(1)
        self._show_only(self.list)
        self._connect()

    @override
    def arrive(self) -> None:
        self._read_list()

    @override
    def begin(self) -> None:
        if self.list.isVisibleTo(self):
            self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_place(self, place_id: UUID) -> None:
        """Show a place."""
        self.work.read(lambda reader: place_page(reader, place_id), self._show_page)

    def open_file(self, path: Path) -> None:
        """Count what a file of GeoNames would bring."""
        self._show_only(self.file)
        self.file.begin(path)

    @Slot()
    def open_form(self) -> None:
        """Start with a new place, named as it was looked for."""
        self._show_only(self.form)
        typed = self.list.text()
        self.form.begin_new(typed, LANG_OF_SCRIPT.get(script_of(typed), "") if typed else "")

    def _connect(self) -> None:
        self.list.asked.connect(self._read_list)
        self.list.opened.connect(self.open_place)
        self.page.left.connect(self._back_to_list)
        self.page.correct_asked.connect(self._correct)
        self.page.name_asked.connect(self._open_name)
        self.page.drop_asked.connect(self._drop_name)
        self.page.men_asked.connect(self._show_men)
        self.form.asked.connect(self._save)
        self.form.left.connect(self._back)
        self.name_form.asked.connect(self._save_name)
        self.name_form.left.connect(self._back)
        self.file.left.connect(self._back_to_list)
        self.file.done.connect(self._back_to_list)
        self.add_button.clicked.connect(self.open_form)
        self.file_button.clicked.connect(self._browse)
        self.load_button.clicked.connect(self._load)
        self.work.bus.listen(self._touched, "places")

    def _show_only(self, shown: QWidget) -> None:
        for view in self._views:
            view.setVisible(view is shown)
        self._ways.setVisible(shown is self.list)

    def _read_list(self) -> None:
        text, kind = self.list.text(), self.list.kind()
        self.work.read(
            lambda reader: place_list(reader, text, kind, MOST),
            lambda found: self.list.show_list(text, found),
        )

    def _near(self, point: Point, answer: NearAnswer) -> None:
        self.work.read(lambda reader: places_near(reader, point.lat, point.lon), answer)

    def _touched(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        self._read_list()
        page = self.page.page
        if self.page.isVisibleTo(self) and page and changes.touches("places", page.place.id):
            self.open_place(page.place.id)

    def _show_page(self, page: PlacePage) -> None:
        self.page.show_page(page)
        self._show_only(self.page)
        self.page.begin()

    @Slot()
    def _back(self) -> None:
        page = self.page.page
        if page is None:
            self._back_to_list()
        else:
            self.open_place(page.place.id)

    @Slot()
    def _back_to_list(self) -> None:
        self.page.page = None
        self._show_only(self.list)
        self._read_list()
        self.begin()

    @Slot()
    def _correct(self) -> None:
        if self.page.page is not None:
            self._show_only(self.form)
            self.form.begin_change(self.page.page)

    def _open_name(self, entry: PlaceNameEntry | None) -> None:
        if self.page.page is not None:
            self._show_only(self.name_form)
            self.name_form.begin(self.page.page, entry)

    def _drop_name(self, entry: PlaceNameEntry) -> None:
        request = DropPlaceName(entry.id, entry.version)
        self.work.write(lambda uow: drop_place_name(uow, request), self._name_saved)

    def _save(self, request: AddPlace | ChangePlace) -> None:
        if isinstance(request, AddPlace):
            new = request
            self.work.write(lambda uow: add_place(uow, new), self._entered, self.form.refuse)
        else:
            changed = request
            self.work.write(
                lambda uow: change_place(uow, changed),
                partial(self._changed, changed.place_id),
                self.form.refuse,
            )

    def _save_name(self, request: SavePlaceName) -> None:
        self.work.write(
            lambda uow: save_place_name(uow, request), self._name_saved, self.name_form.refuse
        )

    def _entered(self, outcome: Outcome[UUID]) -> None:
        self.work.messages.done(lambda t: t.say("The place is entered."))
        self.open_place(outcome.value)

    def _changed(self, place_id: UUID, _: Outcome[None]) -> None:
        self.work.messages.done(lambda t: t.say("The place is saved."))
        self.open_place(place_id)

    def _name_saved(self, _: object) -> None:
        self.work.messages.done(lambda t: t.say("The names of the place are saved."))
        self._back()

    def _show_men(self) -> None:
        page, cases = self.page.page, self.work.doors.cases
        if page is not None and cases is not None:
            cases.open_list(CaseFilter(place_id=page.place.id))

    def _browse(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose a country file of GeoNames"))
        kinds = self.kit.say(lambda t: t.say("Country files (*.zip *.txt)"))
        chosen = ask_file(self, self.kit, title, kinds)
        if chosen is not None:
            self.open_file(chosen)

    def _load(self) -> None:
        self.work.write(load_gazetteer, self._loaded)

    def _loaded(self, outcome: Outcome[object]) -> None:
        many = len(outcome.changes.ids("places"))
        self.work.messages.done(
            lambda t: (
                t.say_n("{n} place came in.", "{n} places came in.", many)
                if many
                else t.say("All places of the program are here.")
            )
        )
        self._read_list()
