"""Tell what the filter box understands: its keys with what they look at, and some examples."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from app.i18n import Translator
from app.search.query_words import key_words
from app.shapes.filter_query import QueryKey
from app.ui.cases.passing_popover import PassingPopover
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label, hairline
from app.wording.vocabulary import label

_WIDE: Final = 560
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class QueryHelp(PassingPopover):
    """Hold the keys; `chosen` carries one that was pressed, as it is typed."""

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("What the box understands"), _WIDE)
        lang = kit.translator.lang
        self._say(kit, kit.translator)
        self.body.addWidget(hairline(kit))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.keys: list[Button] = []
        for at, key in enumerate(QueryKey):
            word = f"{key_words(key, lang)}:"
            button = quiet(kit, word, strong=True)
            button.setProperty("word", word)
            button.clicked.connect(self._choose)
            means = Label(kit, label("query_key", key, lang, "help"), Size.S, Role.TEXT2, wrap=True)
            button.setAccessibleDescription(means.text())
            grid.addWidget(button, at, 0, _TOP)
            grid.addWidget(means, at, 1)
            self.keys.append(button)
        self.body.addLayout(grid)

    def begin(self) -> None:
        """Put the keyboard on the first key."""
        self.keys[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _say(self, kit: Kit, t: Translator) -> None:
        self.body.addWidget(Label(kit, t.say("What the box understands"), strong=True))
        place, after = (key_words(key, t.lang) for key in (QueryKey.PLACE, QueryKey.AFTER))
        status = key_words(QueryKey.STATUS, t.lang)
        for line in (
            t.say("Words beside one another must all be found, in any order."),
            t.say("“unit 9” in quotation marks: these words, one after another."),
            t.say("-word leaves out; AND, OR, NOT and parentheses work as everywhere."),
            t.say("A key looks at one field only. Several values are parted by commas."),
        ):
            self.body.addWidget(Label(kit, line, Size.S, Role.TEXT2, wrap=True))
        example = f'{status}:S22,S23 {place}:Hadrut {after}:2020-12-10 "9"'
        self.body.addWidget(
            Label(kit, t.say("For example: {example}", example=example), Size.S, wrap=True)
        )

    def _choose(self) -> None:
        word = self.sender().property("word")
        self.hide()
        self.chosen.emit(str(word))
