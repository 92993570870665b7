"""The list of places: searched in any script, narrowed to a kind, one opened by Enter."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.shapes.places import PlaceList, PlaceView
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.card import Card
from app.ui.widgets.fields import Combo, SearchField
from app.ui.widgets.kit import Kit
from app.ui.widgets.new_place import kind_words
from app.ui.widgets.table_columns import Cell, Column
from app.ui.widgets.text import Label
from app.ui.widgets.two_line_table import TwoLineTable
from app.wording.places import exactness_in_words
from app.wording.vocabulary import label
from models.vocabulary.coordinates import Point, in_decimal
from models.vocabulary.places import PlaceKind

MOST = 300
"""Rows the list shows; whoever wants another one types its name."""
_HEIGHT = 440
_WAIT_MS = 150


class PlacesList(Card):
    """Shows places; `asked` when it wants to be read anew, `opened` with the row in hand."""

    asked = Signal()
    opened = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Places"),
            lambda t: t.say(
                "Settlements, heights, roads, places of detention: each with all its names. Type "
                "any of them in any script."
            ),
        )
        self._found = PlaceList((), 0)
        self.search = SearchField(kit, lambda t: t.say("Name of a place, in any spelling"))
        self.kinds = Combo(kit, lambda t: t.say("Kind of place"))
        self.kinds.set_choices(
            [
                (None, lambda t: t.say("every kind")),
                *((kind, kind_words(kind)) for kind in PlaceKind),
            ]
        )
        self.table = TwoLineTable(kit, lambda t: t.say("Places"), _columns(kit))
        self.table.setFixedHeight(kit.theme.scaled(_HEIGHT))
        self.count = Label(kit, "", Size.S, Role.TEXT2)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.search, 3)
        row.addWidget(self.kinds, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.table)
        self.column.addWidget(self.count)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.asked)
        self.search.textEdited.connect(self._typed)
        self.search.returnPressed.connect(self._open_first)
        self.kinds.code_changed.connect(self._narrowed)
        self.table.row_opened.connect(self._open)
        kit.language_changed.connect(self.table.retranslate)

    def text(self) -> str:
        """Return what is typed."""
        return self.search.text().strip()

    def kind(self) -> PlaceKind | None:
        """Return the kind that is chosen, None for every one."""
        code = self.kinds.code()
        return code if isinstance(code, PlaceKind) else None

    def show_list(self, text: str, found: PlaceList) -> None:
        """Show the answers to a text; passed over when another one is typed by now."""
        if text != self.text():
            return
        self._found = found
        self.table.rows.set_rows(found.places)
        shown, total = len(found.places), found.total
        self.count.set_words(
            lambda t: (
                t.say_n("{n} place", "{n} places", total)
                if shown == total
                else t.say(
                    "The first {shown} of {total} places",
                    shown=t.number(shown),
                    total=t.number(total),
                )
            )
        )

    def _typed(self, _: str) -> None:
        self._timer.start()

    def _narrowed(self, _: object) -> None:
        self.asked.emit()

    def _open_first(self) -> None:
        self._open(0)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._found.places):
            self.opened.emit(self._found.places[at].id)


def _columns(kit: Kit) -> list[Column[PlaceView]]:
    def named(place: PlaceView) -> Cell:
        lang = kit.translator.lang
        return Cell(place.name(lang), " · ".join(place.other_names(lang)[:4]), strong=True)

    def where(place: PlaceView) -> Cell:
        lang = kit.translator.lang
        return Cell(label("place_kind", place.kind, lang), place.district(lang))

    def point(place: PlaceView) -> Cell:
        if place.lat is None or place.lon is None:
            return Cell(kit.say(lambda t: t.say("no point")))
        said = in_decimal(Point(place.lat, place.lon, place.coord_precision_m))
        return Cell(said, exactness_in_words(place, kit.translator), keeps=True)

    return [
        Column(
            "name", lambda t: t.say_in("place", "Name"), named, 380, least=200, gives_way=1,
            grows=True, sorts=False,
        ),
        Column("where", lambda t: t.say("What and where"), where, 240, least=140, gives_way=2,
               sorts=False),
        Column("point", lambda t: t.say("Coordinates"), point, 190, sorts=False),
    ]  # fmt: skip
