"""Remember how a person left the window: an interface, kept inside the vault by another floor."""

from typing import Protocol

from app.ui.kept_state import Json


class StateStore(Protocol):
    """Keep small JSON values by key, for one member of staff."""

    def get(self, key: str) -> Json:
        """Return what was kept, None when nothing was."""
        ...

    def set(self, key: str, value: Json) -> None:
        """Keep a value; must not block the UI thread for long."""
        ...


class MemoryStore:
    """Keep state as long as the program runs."""

    def __init__(self) -> None:
        self._values: dict[str, Json] = {}

    def get(self, key: str) -> Json:
        """Return what was kept, None when nothing was."""
        return self._values.get(key)

    def set(self, key: str, value: Json) -> None:
        """Keep a value."""
        self._values[key] = value
