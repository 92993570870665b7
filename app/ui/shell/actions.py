"""Keep every action of the program in one table; menus, footer keys and the key sheet come from it.

    table.add(Action("case.record", lambda t: t.say("Record event"), "E", "plus", place="cases"),
              self._record)
    table.hint("cases", "↑ ↓", lambda t: t.say("move"))      a footer key a widget handles itself

A key is written as on screen: `Ctrl+N`, `E`, `F4`, `Ctrl+/`. Keys are read by position, so they
work in Armenian and Russian layouts. A single letter acts only outside fields one types in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, override

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.ui.widgets.key_position import key_sequence
from app.ui.widgets.kit import Kit, Words

EVERYWHERE: Final = ""
_FIELD_KEYS: Final = frozenset(
    {"Ctrl+Z", "Ctrl+Y", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+Shift+Z", "Del", "Backspace"}
    | {"Left", "Right", "Up", "Down", "Home", "End", "Ctrl+Left", "Ctrl+Right", "Space", "Enter"}
)


@dataclass(frozen=True, slots=True)
class Action:
    """Name one thing a person can do: where it acts (a page id, "" everywhere) and its key."""

    id: str
    words: Words
    keys: str = ""
    icon: str = ""
    place: str = EVERYWHERE
    menu: str = ""
    footer: Words = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """Name a key that a widget handles itself, for footer and sheet."""

    place: str
    keys: str
    words: Words


@dataclass(frozen=True, slots=True)
class Bound:
    """An action with what it runs and when it may."""

    action: Action
    run: Callable[[], object]
    may: Callable[[], bool]


class ActionTable(QObject):
    """Hold actions and hints; find the one a key means; build menus."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bound: dict[tuple[str, str], Bound] = {}
        self._hints: list[Hint] = []

    def add(
        self, action: Action, run: Callable[[], object], *, may: Callable[[], bool] | None = None
    ) -> None:
        """Enter an action; the same id may stand once for each place."""
        self._bound[action.place, action.id] = Bound(action, run, may or _always)
        self.changed.emit()

    def drop_place(self, place: str) -> None:
        """Forget the actions and hints of a place that is gone."""
        self._bound = {key: bound for key, bound in self._bound.items() if key[0] != place}
        self._hints = [hint for hint in self._hints if hint.place != place]
        self.changed.emit()

    def hint(self, place: str, keys: str, words: Words) -> None:
        """Name a key that a widget of that place handles itself."""
        self._hints.append(Hint(place, keys, words))
        self.changed.emit()

    def at(self, place: str) -> tuple[Bound, ...]:
        """Return the actions that act at a place, its own first."""
        own = [bound for (where, _), bound in self._bound.items() if where == place != EVERYWHERE]
        return (*own, *(b for (where, _), b in self._bound.items() if where == EVERYWHERE))

    def hints_at(self, place: str) -> tuple[Hint, ...]:
        """Return the hints of a place."""
        return tuple(hint for hint in self._hints if hint.place in {place, EVERYWHERE})

    def places(self) -> tuple[str, ...]:
        """Return the places that have actions, in the order they came."""
        return tuple(dict.fromkeys(where for where, _ in self._bound if where != EVERYWHERE))

    def find(self, keys: str, place: str) -> Bound | None:
        """Return the action a key means at a place."""
        for bound in self.at(place):
            if keys and bound.action.keys == keys and bound.may():
                return bound
        return None

    def run(self, action_id: str, place: str = EVERYWHERE) -> bool:
        """Run an action by its id; tell whether there was one that may run."""
        for where in (place, EVERYWHERE):
            bound = self._bound.get((where, action_id))
            if bound is not None and bound.may():
                bound.run()
                return True
        return False

    def footer(self, place: str) -> list[tuple[str, Words]]:
        """Return the keys of a place for the footer, hints first; actions only with a key."""
        keys = [(hint.keys, hint.words) for hint in self.hints_at(place)]
        for bound in self.at(place):
            action = bound.action
            if action.keys and (action.footer or (place and action.place == place)):
                keys.append((action.keys, action.footer or action.words))
        return keys

    def menu(self, kit: Kit, place: str, name: str, parent: QWidget) -> QMenu:
        """Build the menu `name` with the actions of a place that belong to it."""
        menu = QMenu(parent)
        self.fill(menu, kit, place, name)
        return menu

    def fill(self, menu: QMenu, kit: Kit, place: str, name: str) -> None:
        """Put the actions of a place that belong to the menu `name` into it."""
        for bound in self.at(place):
            action = bound.action
            if action.menu != name:
                continue
            entry = QAction(kit.say(action.words), menu)
            if action.keys:
                entry.setText(f"{entry.text()}\t{action.keys}")
            if action.icon:
                entry.setIcon(kit.theme.icon(action.icon))
            entry.setEnabled(bound.may())
            entry.triggered.connect(bound.run)
            menu.addAction(entry)


class KeyDoor(QObject):
    """Hear the keys of one window before its widgets and run the action they mean."""

    def __init__(
        self,
        table: ActionTable,
        place: Callable[[], str],
        listens: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._listens = listens
        self._place = place

    def watch(self, window: QWindow) -> None:
        """Listen at a window."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Run the action of a pressed key; any other event goes on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activePopupWidget() is not None or not self._listens():
            return False
        keys = key_sequence(event)
        if not keys or (types_text(QApplication.focusWidget()) and _belongs_to_field(keys)):
            return False
        bound = self._table.find(keys, self._place())
        if bound is None:
            return False
        bound.run()
        return True


def types_text(widget: QWidget | None) -> bool:
    """Tell whether a widget is one a person types text into."""
    if isinstance(widget, QComboBox):
        return True
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox) or bool(
        widget is not None and widget.property("takesLetters")
    )


def _belongs_to_field(keys: str) -> bool:
    plain = not keys.startswith(("Ctrl+", "Alt+", "F"))
    return keys in _FIELD_KEYS or (len(keys) == 1 or (plain and keys not in {"Esc", "Tab"}))


def _always() -> bool:
    return True
