"""Reads tables of our own TOML files into plain typed values, and says where one is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.clock import OFFICE_ZONE


class Table:
    """One table of a file; asking for a value of another kind raises ValueError."""

    def __init__(self, values: dict[str, object], where: str) -> None:
        self._values = values
        self.where = where

    @classmethod
    def of_file(cls, path: Path) -> Table:
        """Read a file; raises tomllib.TOMLDecodeError."""
        return cls(tomllib.loads(path.read_text("utf-8")), path.name)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def written(self) -> tuple[str, ...]:
        """Name what stands in the table."""
        return tuple(self._values)

    def text(self, key: str, default: str = "") -> str:
        """Give a text, or the default where it is left out."""
        return self._as(key, str) if key in self else default

    def number(self, key: str) -> int | None:
        """Give a whole number, or None where it is left out."""
        return self._as(key, int) if key in self else None

    def real(self, key: str) -> float | None:
        """Give a number with or without a point, or None where it is left out."""
        if key not in self:
            return None
        whole = self._values[key]
        return float(whole) if isinstance(whole, int) else self._as(key, float)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Give yes or no."""
        return self._as(key, bool) if key in self else default

    def moment(self, key: str) -> datetime:
        """Give a moment, written in the time of the office."""
        return self._as(key, datetime).replace(tzinfo=OFFICE_ZONE)

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts; one text alone counts as a list of one."""
        one_or_more = self._values.get(key, [])
        if isinstance(one_or_more, str):
            return (one_or_more,)
        if not isinstance(one_or_more, list):
            raise self._wrong(key)
        return tuple(self._expect(key, one, str) for one in one_or_more)

    def table(self, key: str) -> Table:
        """Give a table within this one; an empty one where it is left out."""
        within = self._values.get(key, {})
        if not isinstance(within, dict):
            raise self._wrong(key)
        return Table(within, f"{self.where}: {key}")

    def tables(self, key: str) -> Iterator[Table]:
        """Give the tables of a list; none where it is left out."""
        found = self._values.get(key, [])
        if not isinstance(found, list):
            raise self._wrong(key)
        for one in found:
            if not isinstance(one, dict):
                raise self._wrong(key)
            yield Table(one, f"{self.where}: {one.get('key') or one.get('number') or key}")

    def three(self, key: str) -> tuple[str, str, str]:
        """Give the same words in English, Armenian and Russian; empty where they are left out."""
        words = self.texts(key)
        if not words:
            return ("", "", "")
        if len(words) != 3:
            raise self._wrong(key)
        return (words[0], words[1], words[2])

    def _as[T](self, key: str, kind: type[T]) -> T:
        return self._expect(key, self._values[key], kind)

    def _expect[T](self, key: str, value: object, kind: type[T]) -> T:
        if not isinstance(value, kind):
            raise self._wrong(key)
        return value

    def _wrong(self, key: str) -> ValueError:
        return ValueError(f"{self.where}: {key}")
