"""Say what stands in one line of the workbench, without any Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.ui.theme.palette import Role


@dataclass(frozen=True, slots=True)
class FieldSaid:
    """One thing compared in words: "Family name", "one letter missing"."""

    name: str
    words: str
    icon: str
    role: Role = Role.TEXT2


@dataclass(frozen=True, slots=True)
class Line:
    """One row: word for word at left, what it is taken for in the middle, our man at right.

    `fields` stand only in the row that is open, in the place of `reasons`.
    """

    icon: str
    word: str
    role: Role = Role.TEXT
    number: str = ""
    said: str = ""
    said_more: str = ""
    badge: str = ""
    reasons: str = ""
    fields: tuple[FieldSaid, ...] = ()
    man: str = ""
    man_number: str = ""
    man_more: tuple[str, ...] = ()
    man_stands: str = ""
    is_man: bool = True

    @property
    def spoken(self) -> tuple[str, str, str]:
        """Give what a screen reader says of the three parts."""
        return (
            _joined(self.number, self.said, self.said_more),
            _joined(
                self.word, self.badge, self.reasons, *(f"{f.name}: {f.words}" for f in self.fields)
            ),
            _joined(self.man, self.man_number, *self.man_more, self.man_stands),
        )


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
