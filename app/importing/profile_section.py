"""Takes the keys of a profile one by one, so that a slip of the pen is noticed and named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from app.errors import BadInput
from app.importing.profile import NOTHING
from app.importing.wording_of_cells import Words


class ProfileSection:
    """A table of the file; every key must be asked for, so that a slip of the pen is noticed."""

    def __init__(self, table: object, path: str) -> None:
        if not isinstance(table, dict):
            raise BadInput("profile", "profile_key", key=path)
        self._table: Mapping[str, object] = table
        self._path = path
        self._asked: set[str] = set()

    def wrong(self, key: str) -> BadInput:
        """Give the refusal that names a key with its path."""
        return BadInput("profile", "profile_key", key=f"{self._path}{key}")

    def _take(self, key: str) -> object:
        self._asked.add(key)
        return self._table.get(key)

    def text(self, key: str) -> str:
        """Take a text; empty where the key is left out."""
        value = self._take(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(key)
        return value

    def yes(self, key: str, otherwise: bool) -> bool:  # noqa: FBT001  # what stands when left out
        """Take yes or no."""
        value = self._take(key)
        if value is None:
            return otherwise
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a text or a list of texts."""
        value = self._take(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key)
        return tuple(value)

    def words(self, key: str, between: str = ", ") -> Words:
        """Take one pattern for words of a row, or several to be put together."""
        parts = self.texts(key)
        return Words(parts, between) if parts else NOTHING

    def code[E: StrEnum](self, key: str, kind: type[E], otherwise: E) -> E:
        """Take a code of a closed list."""
        value = self.text(key)
        return self._coded(kind, value, key) if value else otherwise

    def code_or_none[E: StrEnum](self, key: str, kind: type[E]) -> E | None:
        """Take a code of a closed list, None where the key is left out."""
        value = self.text(key)
        return self._coded(kind, value, key) if value else None

    def codes[E: StrEnum](self, key: str, kind: type[E]) -> frozenset[E]:
        """Take several codes of a closed list."""
        return frozenset(self._coded(kind, value, key) for value in self.texts(key))

    def _coded[E: StrEnum](self, kind: type[E], value: str, key: str) -> E:
        try:
            return kind(value)
        except ValueError:
            raise self.wrong(key) from None

    def section(self, key: str) -> ProfileSection:
        """Take a table within this one; empty where it is left out."""
        value = self._take(key)
        return ProfileSection({} if value is None else value, f"{self._path}{key}.")

    def sections(self, key: str) -> list[ProfileSection]:
        """Take a list of tables."""
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(key)
        return [ProfileSection(one, f"{self._path}{key}[{at}].") for at, one in enumerate(value)]

    def mapped[T](self, read: Callable[[ProfileSection, str], T]) -> dict[str, T]:
        """Take every key, whatever its name."""
        return {key: read(self, key) for key in self._table}

    def done(self) -> None:
        """Refuse what nobody asked for."""
        for key in self._table:
            if key not in self._asked:
                raise self.wrong(key)
