"""The form of a place: what it is, where it lies and who says so; of a new one its names too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from app.errors import BadInput
from app.shapes.places import PlacePage
from app.shapes.requests.places import AddPlace, ChangePlace, PlaceNameForm
from app.ui.shell.unlock_card import error_words
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.coordinates_edit import CoordinatesEdit, NearSearch
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.new_place import kind_words
from app.wording.errors import sentence
from app.wording.vocabulary import label
from models.vocabulary.coordinates import Point
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind

_NAMES: tuple[tuple[str, Words, PlaceNameKind], ...] = (
    ("hy", lambda t: t.say("Name in Armenian"), PlaceNameKind.VARIANT),
    ("en", lambda t: t.say("Name in Latin letters"), PlaceNameKind.VARIANT),
    ("ru", lambda t: t.say("Name in Russian"), PlaceNameKind.VARIANT),
    ("az", lambda t: t.say("Name in Azerbaijani"), PlaceNameKind.VARIANT),
)
_DISTRICTS: tuple[tuple[str, Words], ...] = (
    ("hy", lambda t: t.say("District in Armenian")),
    ("en", lambda t: t.say("District in English")),
    ("ru", lambda t: t.say("District in Russian")),
)


def _trust(code: CoordinateConfidence) -> Words:
    return lambda t: label("coordinate_confidence", code, t.lang)


class PlaceForm(Card):
    """Asks for a place; `asked` carries an AddPlace or a ChangePlace, `left` is Cancel."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, near: NearSearch) -> None:
        super().__init__(kit, lambda t: t.say("A place"))
        self._page: PlacePage | None = None
        self.names = {lang: LineEdit(kit, words) for lang, words, _ in _NAMES}
        self._name_fields = {lang: Field(kit, words, self.names[lang]) for lang, words, _ in _NAMES}
        self.kind = Combo(kit, lambda t: t.say("Kind of place"))
        self.kind.set_choices([(kind, kind_words(kind)) for kind in PlaceKind])
        self.coordinates = CoordinatesEdit(kit, near)
        self._coordinates = Field(kit, lambda t: t.say("Coordinates"), self.coordinates)
        self.precision = LineEdit(kit, lambda t: t.say("Exact to, in metres"))
        self._precision = Field(kit, lambda t: t.say("Exact to, in metres"), self.precision)
        self.trust = Combo(kit, lambda t: t.say("How sure the coordinates are"))
        self.trust.set_choices([(code, _trust(code)) for code in CoordinateConfidence])
        self.source = LineEdit(kit, lambda t: t.say("Where the coordinates come from"))
        self.districts = {lang: LineEdit(kit, words) for lang, words in _DISTRICTS}
        self.refusal = Refusal(kit)
        self.save_button = primary(kit, lambda t: t.say("Save place"))
        self.cancel_button = quiet(kit, lambda t: t.say("Cancel"))
        self._lay_out()
        self.coordinates.read.connect(self._take_precision)
        self.save_button.clicked.connect(self.ask)
        self.cancel_button.clicked.connect(self.left)

    def begin_new(self, name: str = "", lang: str = "", point: Point | None = None) -> None:
        """Start with a new place, with what was typed of it already."""
        self._page = None
        self._accept()
        for code, edit in self.names.items():
            edit.setText(name if code == lang else "")
            self._name_fields[code].show()
        self.kind.set_code(PlaceKind.SETTLEMENT)
        self._show_point(point, None, CoordinateConfidence.LOW if point else None, "")
        for edit in self.districts.values():
            edit.clear()
        self.names[lang or "hy"].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_change(self, page: PlacePage) -> None:
        """Start with a place as it is; its names are corrected one by one beside."""
        self._page = page
        self._accept()
        for field in self._name_fields.values():
            field.hide()
        place = page.place
        self.kind.set_code(place.kind)
        point = None
        if place.lat is not None and place.lon is not None:
            point = Point(place.lat, place.lon, place.coord_precision_m)
        self._show_point(point, place.coord_precision_m, place.coord_confidence, place.coord_source)
        for lang, words in (
            ("hy", place.district_hy), ("en", place.district_en), ("ru", place.district_ru),
        ):  # fmt: skip
            self.districts[lang].setText(words)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def ask(self) -> None:
        """Check what can be checked here, then ask for the place to be saved."""
        self._accept()
        names = self._names_typed()
        problem = self.coordinates.problem()
        if self._page is None and not names:
            self._name_fields["hy"].refuse(lambda t: t.say("Write at least one name."))
        elif problem is not None:
            self._coordinates.refuse(problem)
        elif self.precision.text().strip() and self._metres() is None:
            self._precision.refuse(lambda t: t.say("Write a whole number of metres, like 500."))
        else:
            self.asked.emit(self._request(names))

    def refuse(self, error: Exception) -> None:
        """Show why it was not saved."""
        if isinstance(error, BadInput) and error.data.get("field") == "coordinates":
            refused = error
            self._coordinates.refuse(lambda t: sentence(refused, t))
        else:
            self.refusal.show_message(error_words(error))

    def _request(self, names: tuple[PlaceNameForm, ...]) -> AddPlace | ChangePlace:
        point = self.coordinates.point()
        kind, trust = self.kind.code(), self.trust.code()
        kind = kind if isinstance(kind, PlaceKind) else PlaceKind.SETTLEMENT
        trust = trust if isinstance(trust, CoordinateConfidence) else CoordinateConfidence.NONE
        lat, lon = self._angles(point)
        metres = self._metres() if point else None
        source = self.source.text()
        district, district_hy, district_ru = (self.districts[c].text() for c in ("en", "hy", "ru"))
        if self._page is None:
            return AddPlace(
                kind, names, lat, lon, metres, source, trust if point else _NO_POINT, None,
                district, district_hy, district_ru,
            )  # fmt: skip
        place = self._page.place
        return ChangePlace(
            place.id, self._page.version, kind, lat, lon, metres, source,
            trust if point else _NO_POINT, district, district_hy, district_ru, place.country,
        )  # fmt: skip

    def _angles(self, point: Point | None) -> tuple[float | None, float | None]:
        """Return what is kept: the very figures there were, where nobody typed others."""
        if point is None:
            return None, None
        if self._page is not None and self.coordinates.line.text() == self._shown:
            return self._page.place.lat, self._page.place.lon
        return point.lat, point.lon

    def _show_point(
        self,
        point: Point | None,
        metres: int | None,
        trust: CoordinateConfidence | None,
        source: str,
    ) -> None:
        self.coordinates.set_point(point)
        self._shown = self.coordinates.line.text()
        shown = metres if metres is not None else point.precision_m if point else None
        self.precision.setText("" if shown is None else str(shown))
        self.trust.set_code(trust or _NO_POINT)
        self.source.setText(source)

    def _take_precision(self, point: Point) -> None:
        """Let the figures say how exact the point is, as long as nobody says better."""
        if self.coordinates.line.hasFocus():
            self.precision.setText(str(point.precision_m))
            if self.trust.code() is _NO_POINT:
                self.trust.set_code(CoordinateConfidence.LOW)

    def _metres(self) -> int | None:
        text = self.precision.text().replace(" ", "").strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None

    def _names_typed(self) -> tuple[PlaceNameForm, ...]:
        return tuple(
            PlaceNameForm(lang, self.names[lang].text().strip(), kind)
            for lang, _, kind in _NAMES
            if self.names[lang].text().strip()
        )

    def _accept(self) -> None:
        self.refusal.hide()
        for field in (*self._name_fields.values(), self._coordinates, self._precision):
            field.accept()

    def _lay_out(self) -> None:
        kit = self.kit
        names = QGridLayout()
        names.setHorizontalSpacing(16)
        names.setVerticalSpacing(10)
        for at, field in enumerate(self._name_fields.values()):
            names.addWidget(field, at // 2, at % 2)
        self.column.addLayout(names)
        self.column.addWidget(Field(kit, lambda t: t.say("Kind of place"), self.kind))
        self.column.addWidget(self._coordinates)
        exact = QHBoxLayout()
        exact.setSpacing(16)
        exact.addWidget(self._precision, 1)
        exact.addWidget(Field(kit, lambda t: t.say("How sure the coordinates are"), self.trust), 1)
        self.column.addLayout(exact)
        self.column.addWidget(
            Field(kit, lambda t: t.say("Where the coordinates come from"), self.source)
        )
        districts = QHBoxLayout()
        districts.setSpacing(16)
        for lang, words in _DISTRICTS:
            districts.addWidget(Field(kit, words, self.districts[lang]), 1)
        self.column.addLayout(districts)
        self.column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.column.addLayout(foot)


_NO_POINT = CoordinateConfidence.NONE
