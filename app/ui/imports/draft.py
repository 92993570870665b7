"""What a person has said of a list so far: the file, how it is read, what its columns are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from app.importing.guess import (
    ColumnMapping,
    ListField,
    guess_mapping,
    guess_profile,
    profile_of,
)
from app.importing.profile import Layout, Profile
from app.importing.profile_file import load_profile
from app.importing.table import column_names
from app.sandbox.calls import ForeignTable
from models.vocabulary.event_codes import EventCode

OWN_WORDS = ""
"""Stands for "I say myself what the columns are"."""


@dataclass(slots=True)
class ImportDraft:
    """The file chosen, the profile chosen, and the columns as a person mapped them."""

    path: Path | None = None
    table: ForeignTable | None = None
    profile_name: str = OWN_WORDS
    received_from: str = ""
    _mapping: ColumnMapping = field(default_factory=lambda: ColumnMapping({}))
    _layout: Layout = field(default_factory=Layout)

    def take_file(self, path: Path, table: ForeignTable) -> None:
        """Take a file that was read; its columns are guessed anew."""
        self.path, self.table = path, table
        guessed = guess_profile(table, path.stem)
        self._layout = guessed.layout
        self._mapping = guess_mapping(self.columns(), table.rows)

    def columns(self) -> tuple[str, ...]:
        """Name the columns of the file."""
        return column_names(self.table.rows, self._layout) if self.table else ()

    def examples(self, column: int, most: int = 3) -> tuple[str, ...]:
        """Give the first values of a column, as they stand in the file."""
        if self.table is None:
            return ()
        body = self.table.rows[1:] if self._layout.header else self.table.rows
        found = (row[column].strip() for row in body[:60] if column < len(row))
        return tuple(dict.fromkeys(value for value in found if value))[:most]

    @property
    def has_header(self) -> bool:
        """Say whether the first row names the columns."""
        return self._layout.header

    def field_of(self, column: str) -> ListField:
        """Tell what a column is taken for."""
        return self._mapping.fields.get(column, ListField.NOTHING)

    def map_column(self, column: str, its: ListField) -> None:
        """Say what a column is."""
        self._mapping = replace(self._mapping, fields={**self._mapping.fields, column: its})

    @property
    def event(self) -> EventCode | None:
        """The event that the list as a whole reports; None: none."""
        return self._mapping.event

    @event.setter
    def event(self, code: EventCode | None) -> None:
        self._mapping = replace(self._mapping, event=code)

    @property
    def names_somebody(self) -> bool:
        """Say whether a column holds names: without one nothing can be imported."""
        if self.profile_name:
            return True
        wanted = {ListField.FAMILY, ListField.FULL_NAME, ListField.GIVEN}
        return any(its in wanted for its in self._mapping.fields.values())

    def profile(self) -> Profile:
        """Give the profile by which the list is read.

        Raises:
            BadInput: the profile of the name cannot be read.
        """
        if self.profile_name:
            return load_profile(self.profile_name)
        name = self.path.stem if self.path else "list"
        return profile_of(self._mapping, self._layout, name)
