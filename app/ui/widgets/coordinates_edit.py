"""Takes a point in any usual way of writing, says it back in both, and asks about an odd one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.shapes.places import NearPlace
from app.ui.theme.palette import Role
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.notice import Notice
from app.wording.places import (
    coordinate_sentence,
    distance_in_words,
    doubt_sentence,
    point_in_degrees,
)
from models.vocabulary.coordinate_reading import read_point
from models.vocabulary.coordinates import (
    CoordinateDoubt,
    NotCoordinates,
    Point,
    doubt_about,
    in_decimal,
)

type NearAnswer = Callable[[tuple[NearPlace, ...]], None]
type NearSearch = Callable[[Point, NearAnswer], None]

_WAIT_MS = 250


class CoordinatesEdit(QWidget):
    """Edit one point; `changed` after every key, `read` when another point was understood."""

    changed = Signal()
    read = Signal(object)

    def __init__(self, kit: Kit, near: NearSearch) -> None:
        super().__init__()
        self._kit = kit
        self._near = near
        self.line = LineEdit(
            kit,
            lambda t: t.say("Coordinates"),
            icon="pin",
            hint=lambda t: t.say("39.5458, 46.7708 or 39°32′45″N 46°46′15″E"),
        )
        self.said = Notice(kit, Role.TEXT2, "pin")
        self.beside = Notice(kit, Role.TEXT2)
        self.doubt = Notice(kit, Role.WARN, "warn")
        self.sure = QCheckBox()
        kit.bind(self.sure, self.sure.setText, lambda t: t.say("The point is right as it stands"))
        self.sure.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.line, self.said, self.beside, self.doubt, self.sure):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._ask_beside)
        self.line.textChanged.connect(self._typed)
        self.sure.toggled.connect(self.changed)

    def set_point(self, point: Point | None) -> None:
        """Show a point, or an empty field."""
        self.line.setText(in_decimal(point) if point else "")

    def point(self) -> Point | None:
        """Return the point, None for an empty field; raises NotCoordinates."""
        return read_point(self.line.text()) if self.line.text().strip() else None

    def problem(self) -> Words | None:
        """Say what keeps the point from being saved: it cannot be read, or is odd and unasked."""
        try:
            point = self.point()
        except NotCoordinates as error:
            fault, data = error.fault, error.data
            return lambda t: coordinate_sentence(fault, data, t)
        if point is None:
            return None
        doubt = doubt_about(point.lat, point.lon)
        if doubt is None or (doubt is CoordinateDoubt.OUTSIDE and self.sure.isChecked()):
            return None
        return lambda t: doubt_sentence(doubt, t)

    def _typed(self, _: str) -> None:
        point = self._readable()
        self.beside.show_words("")
        if point is None:
            self.said.show_words("")
            self.doubt.show_words("")
            self.sure.hide()
        else:
            self.said.show_words(
                lambda t: t.say(
                    "{decimal} is {degrees}; the figures are exact to {distance}",
                    decimal=in_decimal(point),
                    degrees=point_in_degrees(point, t),
                    distance=distance_in_words(point.precision_m or 1, t),
                )
            )
            odd = doubt_about(point.lat, point.lon)
            self.doubt.show_words((lambda t: doubt_sentence(odd, t)) if odd else "")
            self.sure.setVisible(odd is CoordinateDoubt.OUTSIDE)
            self._timer.start()
            self.read.emit(point)
        if not self.sure.isVisibleTo(self):
            self.sure.setChecked(False)
        self.changed.emit()

    def _readable(self) -> Point | None:
        try:
            return self.point()
        except NotCoordinates:
            return None

    def _ask_beside(self) -> None:
        point = self._readable()
        if point is not None:
            self._near(point, lambda found: self._show_beside(point, found))

    def _show_beside(self, point: Point, found: tuple[NearPlace, ...]) -> None:
        if point != self._readable() or not found:
            return
        self.beside.show_words(
            lambda t: t.say(
                "Nearest places known: {places}",
                places=", ".join(
                    t.say(
                        "{place} ({distance})",
                        place=near.place.name(t.lang),
                        distance=distance_in_words(near.metres, t),
                    )
                    for near in found[:3]
                ),
            )
        )
