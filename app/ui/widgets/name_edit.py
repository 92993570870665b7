"""Enter a name part by part, once for each script it is known in.

    edit = NameEdit(kit); edit.changed.connect(...)
    edit.names() -> tuple[TypedName, ...]        only the scripts in which something was typed
    edit.set_names((TypedName(Script.ARMENIAN, "Լուսաձորյան", "Տիգրան", "Արամի"),))

Armenian stands first: it is the authority (domain.md 4.1).
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.people import Script


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name in one script, in its parts, as typed."""

    script: Script
    family: str = ""
    given: str = ""
    patronymic: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing was typed."""
        return not (self.family or self.given or self.patronymic)


def _script(script: Script) -> Words:
    return lambda t: label("script", script.value, t.lang)


SCRIPTS: tuple[tuple[Script, Words], ...] = tuple(
    (script, _script(script)) for script in (Script.ARMENIAN, Script.CYRILLIC, Script.LATIN)
)
_PARTS: tuple[Words, ...] = (
    lambda t: t.say("Family name"),
    lambda t: t.say("Given name"),
    lambda t: t.say("Patronymic"),
)


class NameEdit(QWidget):
    """Edit a name in up to three scripts."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column, part in enumerate(_PARTS):
            grid.addWidget(Label(kit, part, Size.S, Role.TEXT2), 0, column + 1)
            grid.setColumnStretch(column + 1, 1)
        self._boxes: dict[Script, tuple[LineEdit, ...]] = {}
        for row, (script, script_words) in enumerate(SCRIPTS, 1):
            grid.addWidget(Label(kit, script_words, Size.S, Role.TEXT2), row, 0)
            boxes = tuple(LineEdit(kit, _joined(kit, part, script_words)) for part in _PARTS)
            for column, box in enumerate(boxes):
                grid.addWidget(box, row, column + 1)
                box.textChanged.connect(self._tell)
            self._boxes[script] = boxes
        self.setFocusProxy(self._boxes[Script.ARMENIAN][0])

    def names(self) -> tuple[TypedName, ...]:
        """Return the name in every script in which something was typed."""
        typed = (
            TypedName(script, *(box.text().strip() for box in boxes))
            for script, boxes in self._boxes.items()
        )
        return tuple(name for name in typed if not name.empty)

    def set_names(self, names: tuple[TypedName, ...]) -> None:
        """Show names; scripts that are not given become empty."""
        by_script = {name.script: name for name in names}
        for script, boxes in self._boxes.items():
            name = by_script.get(script, TypedName(script))
            for box, text in zip(boxes, (name.family, name.given, name.patronymic), strict=True):
                box.setText(text)

    def is_empty(self) -> bool:
        """Tell whether nothing was typed."""
        return not self.names()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error on the first family name, or take it away."""
        self._boxes[Script.ARMENIAN][0].set_wrong(wrong)

    def _tell(self, _: str) -> None:
        self.changed.emit()


def _joined(kit: Kit, part: Words, script: Words) -> Words:
    return lambda t: t.say("{part} ({script})", part=_said(kit, part), script=_said(kit, script))


def _said(kit: Kit, words: Words) -> str:
    return kit.say(words)
