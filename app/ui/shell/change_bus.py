"""Tell the screens what a write touched, so that they read again only that.

    bus.listen(self._on_changes, "cases", "events")     kinds = table names; none = everything
    bus.publish(outcome.changes)                        on the UI thread, after a commit

Listeners that are bound methods are held weakly.
"""

import weakref
from collections.abc import Callable
from types import MethodType

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.shapes.changes import Changes

type Listener = Callable[[Changes], object]


class ChangeBus(QObject):
    """Pass on changes to whoever listens for their kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listeners: list[tuple[Callable[[], Listener | None], frozenset[str]]] = []

    def listen(self, listener: Listener, *kinds: str) -> None:
        """Call `listener` with changes that touch one of the kinds (all when none is named)."""
        self._listeners.append((_found(listener), frozenset(kinds)))

    def publish(self, changes: Changes) -> None:
        """Tell the listeners; those whose object is gone are forgotten."""
        if not changes:
            return
        self._listeners = [entry for entry in self._listeners if entry[0]() is not None]
        for find, kinds in tuple(self._listeners):
            listener = find()
            if listener is not None and (not kinds or any(map(changes.touches, kinds))):
                listener(changes)


def _found(listener: Listener) -> Callable[[], Listener | None]:
    if not isinstance(listener, MethodType):
        return lambda: listener
    method = weakref.WeakMethod(listener)

    def find() -> Listener | None:
        found = method()
        owner = getattr(found, "__self__", None)
        if isinstance(owner, QObject) and not isValid(owner):
            return None
        return found

    return find
