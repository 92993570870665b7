"""Find a place in any spelling and any script; keep how exact it is and the words as said.

    picker = PlacePicker(kit, search)         search(text, answer): answer(list[PlaceHit]) later
    PlacePicker(kit, search, new=NewPlaces(near, enter))    offers to enter what nobody knows
    picker.value() -> ChosenPlace             picker.set_value(ChosenPlace(...))

Late answers to an older text are dropped. What is typed and not chosen stays as words; coordinates
that were typed stay as words beside the place that was chosen for them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.coordinates_edit import NearSearch
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.new_place import NewPlace, NewPlaceBox
from app.ui.widgets.popup_list import PopupList, PopupRow
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.coordinate_reading import looks_like_point
from models.vocabulary.places import PlacePrecision


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """One place found: its key, its name, the other spellings, what and where it is."""

    key: str
    name: str
    spellings: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChosenPlace:
    """What was entered: the place's key ("" when none was chosen), precision, words as said."""

    key: str = ""
    name: str = ""
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    said: str = ""


type PlaceAnswer = Callable[[Sequence[PlaceHit]], None]
type PlaceSearch = Callable[[str, PlaceAnswer], None]


type Entered = Callable[[PlaceHit], None]
type NotEntered = Callable[[Words], None]


@dataclass(frozen=True, slots=True)
class NewPlaces:
    """What enters a place nobody knows: what lies near a point, and the way into the register."""

    near: NearSearch
    enter: Callable[[NewPlace, Entered, NotEntered], None]


def _precision(code: PlacePrecision) -> Words:
    return lambda t: label("place_precision", code.value, t.lang)


PRECISIONS: tuple[tuple[PlacePrecision, Words], ...] = tuple(
    (code, _precision(code)) for code in (PlacePrecision.UNKNOWN, *PlacePrecision)[:-1]
)


class PlacePicker(QWidget):
    """Edit one place; `changed` after every key and choice."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        search: PlaceSearch,
        *,
        with_details: bool = True,
        new: NewPlaces | None = None,
    ) -> None:
        super().__init__()
        self._new = new
        self.box: NewPlaceBox | None = None
        self._kit = kit
        self._search = search
        self._chosen = ChosenPlace()
        self._hits: list[PlaceHit] = []
        self._filling = False
        self.field = LineEdit(
            kit,
            lambda t: t.say("Place"),
            icon="search",
            note=lambda t: t.say("any spelling, any script"),
        )
        self.precision = Combo(kit, lambda t: t.say("How exact the place is"))
        self.precision.set_choices(PRECISIONS)
        self.said = LineEdit(kit, lambda t: t.say("The place in the words of who said it"))
        self._popup = PopupList(kit, self.field, lambda t: t.say("Places found"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self._ask)
        self._lay_out(with_details=with_details)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._edited)
        self.precision.code_changed.connect(self._tell)
        self.said.textChanged.connect(self._tell)
        self._popup.chosen.connect(self._take)

    def value(self) -> ChosenPlace:
        """Return what was entered."""
        code = self.precision.code()
        precision = code if isinstance(code, PlacePrecision) else PlacePrecision.UNKNOWN
        said = self.said.text().strip()
        typed = self.field.text().strip()
        if not self._chosen.key and not said:
            said = typed
        return replace(self._chosen, precision=precision, said=said)

    def set_value(self, place: ChosenPlace) -> None:
        """Show a place."""
        self._filling = True
        self._chosen = place
        self.field.setText(place.name)
        self.precision.set_code(place.precision)
        self.said.setText(place.said)
        self._filling = False
        self._show_state()
        self._tell()

    def is_empty(self) -> bool:
        """Tell whether nothing was entered."""
        value = self.value()
        return not value.key and not value.said

    def show_hits(self, text: str, hits: Sequence[PlaceHit]) -> None:
        """Offer the answers to a text; passed over when the text has changed since."""
        if self.field.text().strip() != text or not self.field.hasFocus():
            return
        self._hits = list(hits)
        rows = [PopupRow("pin", hit.name, hit.spellings, hit.note) for hit in hits]
        if self._new is not None:
            rows.append(PopupRow("plus", self._kit.say(self._offer(text))))
        empty = self._kit.say(
            lambda t: t.say("No place of that name is known. The words are kept as said.")
        )
        self._popup.show_rows(rows, empty)

    def _offer(self, text: str) -> Words:
        if looks_like_point(text):
            return lambda t: t.say("Enter a new place at {point}", point=text)
        return lambda t: t.say("Enter “{name}” as a new place", name=text)

    def _lay_out(self, *, with_details: bool) -> None:
        details = QWidget()
        row = QHBoxLayout(details)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Label(self._kit, lambda t: t.say("How exact"), Size.S, Role.TEXT2))
        row.addWidget(self.precision, 2)
        row.addWidget(Label(self._kit, lambda t: t.say("As said"), Size.S, Role.TEXT2))
        row.addWidget(self.said, 3)
        if not with_details:
            details.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.field)
        self._column.addWidget(details)

    def _edited(self, text: str) -> None:
        self._chosen = ChosenPlace()
        self._show_state()
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._popup.hide_list()
        self._tell()

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._search(text, lambda hits: self.show_hits(text, hits))

    def _take(self, at: int) -> None:
        self._popup.hide_list()
        if at < len(self._hits):
            self._choose(self._hits[at])
        else:
            self._open_box()

    def _open_box(self) -> None:
        """Ask for the new place beneath the field; nothing that was typed elsewhere is touched."""
        if self._new is None:
            return
        if self.box is None:
            self.box = NewPlaceBox(self._kit, self._new.near)
            self.box.asked.connect(self._enter)
            self.box.left.connect(self._leave_box)
            self._column.insertWidget(1, self.box)
        typed = self.field.text().strip()
        is_point = looks_like_point(typed)
        self.box.show()
        self.box.begin("" if is_point else typed, typed if is_point else "")

    def _leave_box(self) -> None:
        if self.box is not None:
            self.box.hide()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, place: NewPlace) -> None:
        if self._new is not None:
            self._new.enter(place, self._entered, self._not_entered)

    def _entered(self, hit: PlaceHit) -> None:
        self._leave_box()
        self._choose(hit)

    def _not_entered(self, why: Words) -> None:
        if self.box is not None:
            self.box.refusal.show_message(why)

    def _choose(self, hit: PlaceHit) -> None:
        typed = self.field.text().strip()
        if looks_like_point(typed) and not self.said.text().strip():
            self.said.setText(typed)
        self._chosen = ChosenPlace(hit.key, hit.name)
        self.field.setText(hit.name)
        self.field.set_note(hit.note)
        if self.precision.code() is PlacePrecision.UNKNOWN:
            self.precision.set_code(PlacePrecision.SETTLEMENT)
        self._tell()

    def _show_state(self) -> None:
        if not self._chosen.key:
            self.field.set_note(lambda t: t.say("any spelling, any script"))

    def _tell(self, *_: object) -> None:
        if not self._filling:
            self.changed.emit()
