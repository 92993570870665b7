"""Small layouts that the pages of incidents share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.vocabulary import label


def grid(stretches: Sequence[int]) -> QGridLayout:
    """Make a grid whose columns share the room in this proportion."""
    made = QGridLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(16)
    made.setVerticalSpacing(8)
    for column, stretch in enumerate(stretches):
        made.setColumnStretch(column, stretch)
    return made


def word(kit: Kit, vocabulary: str, code: str, *, small: bool = False) -> Label:
    """Show the label of a code, in the language of the moment."""
    return Label(
        kit,
        lambda t: label(vocabulary, code, t.lang),
        Size.S if small else Size.M,
        Role.TEXT2 if small else Role.TEXT,
        wrap=True,
    )


def vocabulary_choices(vocabulary: str, codes: Iterable[StrEnum]) -> list[tuple[object, Words]]:
    """Offer the codes of a vocabulary by their words."""

    def words(code: StrEnum) -> Words:
        return lambda t: label(vocabulary, code.value, t.lang)

    return [(code, words(code)) for code in codes]


def empty(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout, layouts within it too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout | QGridLayout):
            empty(inner)
