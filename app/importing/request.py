"""What it takes to import a list: the file, how to read it, and what a person decided."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from app.errors import HomewardError
from app.importing.planner import Decision
from app.importing.profile import Profile
from app.importing.profile_file import shipped_profile, shipped_profiles
from app.sandbox.calls import ForeignTable

_NO_DECISIONS: Mapping[int, Decision] = MappingProxyType({})


class ImportStopped(HomewardError):
    """Somebody asked to stop; nothing was imported."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """One list to take in: its bytes as received, and its rows as the sandbox read them.

    `decisions` maps a row of the file, counted from 1, to the case it belongs to, or to a
    decision that it is a new man or is left out.
    """

    content: bytes
    file_name: str
    table: ForeignTable
    profile: Profile
    decisions: Mapping[int, Decision] = field(default_factory=lambda: _NO_DECISIONS)
    received_from: str = ""
    incident_id: UUID | None = None

    @property
    def sha256(self) -> str:
        """The hash of the file as received."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def head(self) -> tuple[str, ...]:
        """The row that names the columns, as it was written; empty where there is none."""
        if not self.profile.layout.header:
            return ()
        return next((row for row in self.table.rows if any(map(str.strip, row))), ())

    @property
    def profile_is_ours(self) -> bool:
        """True for a profile that ships with the program, its grades included."""
        name = self.profile.name
        return name in shipped_profiles() and shipped_profile(name) == self.profile
