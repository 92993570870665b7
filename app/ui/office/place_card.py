"""One place: all its names, its point in both ways, who says so, and the men who were there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.places import PlaceNameEntry, PlacePage
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import WithReason, plain, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.place_sketch import PlaceSketch
from app.ui.widgets.text import Label
from app.wording.places import exactness_in_words, point_in_degrees, source_in_words, where_in_words
from app.wording.vocabulary import label
from models.vocabulary.coordinates import Point, in_decimal
from models.vocabulary.places import PlaceLanguage


class PlaceCard(QWidget):
    """Shows a place; the signals carry what one asked for, the page itself does nothing."""

    left = Signal()
    correct_asked = Signal()
    name_asked = Signal(object)
    drop_asked = Signal(object)
    men_asked = Signal()

    def __init__(self, kit: Kit, *, may_edit: bool) -> None:
        super().__init__()
        self._kit = kit
        self._may_edit = may_edit
        self.page: PlacePage | None = None
        self._body: QWidget | None = None
        self.back = quiet(kit, lambda t: t.say("All places"), icon="left")
        self.correct_button = plain(kit, lambda t: t.say("Correct"), icon="edit")
        self.name_button = plain(kit, lambda t: t.say("Add a name"), icon="plus")
        self.men_button = quiet(kit, "", icon="cases")
        self._correct = WithReason(kit, self.correct_button)
        self._name = WithReason(kit, self.name_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self._correct, self._name, self.men_button):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(foot)
        if not may_edit:
            for button in (self._correct, self._name):
                button.refuse(lambda t: t.say("Your role does not change places."))
        self.back.clicked.connect(self.left)
        self.correct_button.clicked.connect(self.correct_asked)
        self.name_button.clicked.connect(partial(self.name_asked.emit, None))
        self.men_button.clicked.connect(self.men_asked)
        kit.language_changed.connect(self._resay)

    def show_page(self, page: PlacePage) -> None:
        """Show a place."""
        self.page = page
        self._resay()

    def begin(self) -> None:
        """Put the keyboard where one would start."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _resay(self, *_: object) -> None:
        if self.page is None:
            return
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._facts(self.page))
        column.addWidget(self._names(self.page))
        self._column.insertWidget(1, self._body)
        many = self.page.last_seen
        self.men_button.set_words(
            lambda t: t.say_n(
                "Show the {n} man last seen here", "Show the {n} men last seen here", many
            )
        )
        self.men_button.setVisible(many > 0)

    def _facts(self, page: PlacePage) -> Card:
        kit, t, place = self._kit, self._kit.translator, page.place
        card = Card(kit, place.name(t.lang), where_in_words(place, t))
        rows: list[tuple[Words, str]] = []
        if place.lat is not None and place.lon is not None:
            point = Point(place.lat, place.lon, place.coord_precision_m)
            rows = [
                (lambda s: s.say("Coordinates"), in_decimal(point)),
                (lambda s: s.say("In degrees"), point_in_degrees(point, t)),
                (lambda s: s.say("How exact"), exactness_in_words(place, t)),
            ]
        else:
            rows = [(lambda s: s.say("Coordinates"), t.say("no point is known"))]
        if place.coord_source:
            rows.append((lambda s: s.say("Who says so"), source_in_words(place, t)))
        if place.country:
            rows.append((lambda s: s.say("Filed under"), label("country", place.country, t.lang)))
        if place.population:
            rows.append((lambda s: s.say("People"), t.number(place.population)))
        told = (
            t.say_n("Events of {n} man", "Events of {n} men", page.cases)
            if page.cases
            else t.say("none so far")
        )
        rows.append((lambda s: s.say("In the register"), told))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (words, value) in enumerate(rows):
            grid.addWidget(Label(kit, words, Size.S, Role.TEXT2), at, 0)
            grid.addWidget(Label(kit, value, wrap=True), at, 1)
        card.column.addLayout(grid)
        sketch = PlaceSketch(kit)
        card.column.addWidget(sketch)
        sketch.show_place(place)
        return card

    def _names(self, page: PlacePage) -> Card:
        kit, t = self._kit, self._kit.translator
        card = Card(
            kit,
            lambda s: s.say("Names"),
            lambda s: s.say("They stand side by side; the first of a language is shown first."),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for at, name in enumerate(page.names):
            grid.addWidget(Label(kit, name.name, strong=True, wrap=True), at, 0)
            grid.addWidget(Label(kit, language_name(name.lang), role=Role.TEXT2), at, 1)
            kind = label("place_name_kind", name.kind, t.lang)
            grid.addWidget(Label(kit, kind, role=Role.TEXT2), at, 2)
            grid.addWidget(Label(kit, _years(name), role=Role.TEXT2), at, 3)
            if self._may_edit:
                grid.addLayout(self._name_buttons(name, many=len(page.names)), at, 4)
        card.column.addLayout(grid)
        return card

    def _name_buttons(self, name: PlaceNameEntry, *, many: int) -> QHBoxLayout:
        kit = self._kit
        row = QHBoxLayout()
        row.setSpacing(0)
        edit = quiet(kit, lambda s: s.say("Correct"))
        edit.setAccessibleDescription(name.name)
        edit.clicked.connect(partial(self.name_asked.emit, name))
        row.addWidget(edit)
        if many > 1:
            away = quiet(kit, lambda s: s.say("Take away"))
            away.setAccessibleDescription(name.name)
            away.clicked.connect(partial(self.drop_asked.emit, name))
            row.addWidget(away)
        return row


def language_name(code: str) -> Words:
    """Say the language of a name; an unknown code is shown as it is."""
    if code not in set(PlaceLanguage):
        return code
    return lambda t: label("place_language", code, t.lang)


def _years(name: PlaceNameEntry) -> Words:
    since, until = name.valid_from, name.valid_to
    if since and until:
        return lambda t: t.say("{since} to {until}", since=since, until=until)
    if since:
        return lambda t: t.say("since {since}", since=since)
    return (lambda t: t.say("until {until}", until=until)) if until else ""
