"""Find a place in any spelling and any script; keep how exact it is and the words as said.

    picker = PlacePicker(kit, search)         search(text, answer): answer(list[PlaceHit]) later
    picker.value() -> ChosenPlace             picker.set_value(ChosenPlace(...))

Late answers to an older text are dropped. What is typed and not chosen stays as words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.popup_list import PopupList, PopupRow
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
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


def _precision(code: PlacePrecision) -> Words:
    return lambda t: label("place_precision", code.value, t.lang)


PRECISIONS: tuple[tuple[PlacePrecision, Words], ...] = tuple(
    (code, _precision(code)) for code in (PlacePrecision.UNKNOWN, *PlacePrecision)[:-1]
)


class PlacePicker(QWidget):
    """Edit one place; `changed` after every key and choice."""

    changed = Signal()

    def __init__(self, kit: Kit, search: PlaceSearch, *, with_details: bool = True) -> None:
        super().__init__()
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
        empty = self._kit.say(
            lambda t: t.say("No place of that name is known. The words are kept as said.")
        )
        self._popup.show_rows(rows, empty)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(details)

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
        hit = self._hits[at]
        self._popup.hide_list()
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
