"""Say what stands in the columns of the list of exhibits."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.exhibits import ExhibitLinkView, ExhibitRow, ExhibitSort
from app.ui.exhibits.words import (
    icon_of,
    kind_words,
    lacking_words,
    link_words,
    minimum_words,
    origin_words,
    received_words,
)
from app.ui.widgets.kit import Kit
from app.ui.widgets.table_columns import Cell, Column
from app.wording.visible_text import visible


def exhibit_columns(kit: Kit) -> list[Column[ExhibitRow]]:
    """Give the columns; what they say follows the language."""

    def numbered(row: ExhibitRow) -> Cell:
        kind = kind_words(row.kind, kit.translator)
        return Cell(row.number, kind, strong=True, icon=icon_of(row.kind))

    def titled(row: ExhibitRow) -> Cell:
        name = visible(row.original_name)
        return Cell(visible(row.title), name if row.title != row.original_name else "")

    def come_from(row: ExhibitRow) -> Cell:
        t = kit.translator
        origin = origin_words(row, t)
        return Cell(origin, received_words(row, t), tip=origin)

    def tied(row: ExhibitRow) -> Cell:
        t = kit.translator
        if not row.links:
            return Cell(t.say("tied to nothing"))
        more = len(row.links) - 1
        first = row.links[0]
        all_of_them = "\n".join(link_words(link, t) for link in row.links)
        if more:
            return Cell(
                _short(first, t), t.say_n("and {n} more", "and {n} more", more), tip=all_of_them
            )
        second = first.case_number if first.case_name else first.incident_number
        return Cell(_short(first, t), second, tip=all_of_them)

    def complete(row: ExhibitRow) -> Cell:
        t = kit.translator
        lacking = lacking_words(row.minimum, t)
        return Cell(minimum_words(row.minimum, t), lacking, tip=lacking)

    return [
        Column(ExhibitSort.NUMBER, lambda t: t.say("Number"), numbered, 148, 132),
        Column(ExhibitSort.TITLE, lambda t: t.say("What it is"), titled, 260, 160, 2, grows=True),
        Column(ExhibitSort.RECEIVED, lambda t: t.say("Where from"), come_from, 220, 130, 1),
        Column("tied", lambda t: t.say("Speaks of"), tied, 200, 150, 3, sorts=False),
        Column("minimum", lambda t: t.say("For court"), complete, 170, 150, 4, sorts=False),
    ]


def _short(link: ExhibitLinkView, t: Translator) -> str:
    """Name the man or the incident alone; the number and the event stand beneath or in the tip."""
    return visible(link.case_name) or link.case_number or link_words(link, t)
