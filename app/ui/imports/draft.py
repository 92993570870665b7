"""What a person has said of a list so far: the file, how it is read, what its columns are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from app.importing.fitting import fitting_profile
from app.importing.guess import (
    ColumnMapping,
    ListField,
    guess_mapping,
    guess_profile,
    profile_of,
)
from app.importing.planner import Decision, RowDecision
from app.importing.profile import Layout, Profile
from app.importing.profile_file import load_profile, shipped_profiles
from app.importing.table import column_names
from app.sandbox.calls import ForeignTable
from models.vocabulary.event_codes import EventCode

OWN_WORDS = ""
"""Stands for "I say myself what the columns are"."""


@dataclass(slots=True)
class ImportDraft:
    """The file chosen, the profile chosen, the columns as mapped, and what a person decided.

    `decisions` are by row of the file; a row without one is taken as the plan says.
    """

    path: Path | None = None
    table: ForeignTable | None = None
    profile_name: str = OWN_WORDS
    recognised: bool = False
    received_from: str = ""
    incident_id: UUID | None = None
    decisions: dict[int, Decision] = field(default_factory=dict)
    loaded: dict[str, Profile] = field(default_factory=dict)
    _mapping: ColumnMapping = field(default_factory=lambda: ColumnMapping({}))
    _layout: Layout = field(default_factory=Layout)

    def take_file(self, path: Path, table: ForeignTable) -> None:
        """Take a file that was read; its kind is recognised or its columns are guessed anew.

        Raises:
            BadInput: nothing stands in it.
        """
        guessed = guess_profile(table, path.stem)
        self.path, self.table = path, table
        self.decisions.clear()
        self._layout = guessed.layout
        self._mapping = guess_mapping(self.columns(), table.rows)
        known = {name: load_profile(name) for name in shipped_profiles()} | self.loaded
        fitting = fitting_profile(known.values(), table.rows)
        found = next((name for name, profile in known.items() if profile is fitting), OWN_WORDS)
        self.profile_name, self.recognised = found, bool(found)

    def choose_profile(self, name: str) -> None:
        """Say by which profile the list is read; what was decided of its rows is asked again."""
        self.profile_name, self.recognised = name, False
        self.decisions.clear()

    def take_profile(self, path: Path, profile: Profile) -> None:
        """Take a mapping that was kept in a file."""
        self.loaded[str(path)] = profile
        self.choose_profile(str(path))

    def decide(self, row: int, decision: Decision) -> None:
        """Say what becomes of a row; that it is a new man is what the plan says anyway."""
        if decision is RowDecision.NEW_MAN:
            self.decisions.pop(row, None)
        else:
            self.decisions[row] = decision

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
        self.decisions.clear()
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
        if self.profile_name in self.loaded:
            return self.loaded[self.profile_name]
        if self.profile_name:
            return load_profile(self.profile_name)
        name = self.path.stem if self.path else "list"
        return profile_of(self._mapping, self._layout, name)
