"""Asks what a list is: its kind, its giver, the incident of its men, its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.importing.profile import Profile
from app.importing.profile_file import load_profile, shipped_profiles
from app.shapes.incidents import IncidentRow
from app.ui.imports.draft import OWN_WORDS, ImportDraft
from app.ui.imports.mapping_grid import MappingGrid
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

_TOP = Qt.AlignmentFlag.AlignTop
_WIDEST = 900


class ImportDetails(QWidget):
    """Edits an ImportDraft; `changed` when the list is to be read otherwise than before."""

    changed = Signal()
    save_asked = Signal()
    load_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._draft = ImportDraft()
        self._filling = False
        self.setMaximumWidth(kit.theme.scaled(_WIDEST))
        self.profile = Combo(kit, lambda t: t.say("What kind of list it is"))
        self.received_from = LineEdit(kit, lambda t: t.say("From whom it was received"))
        self.incident = Combo(kit, lambda t: t.say("Incident of the new men"))
        self.recognised = Label(
            kit, lambda t: t.say("Recognised by its columns."), Size.S, Role.TEXT2, wrap=True
        )
        self.mapping = MappingGrid(kit)
        self.load_button = quiet(kit, lambda t: t.say("Load a mapping"), icon="import")
        self.save_button = quiet(kit, lambda t: t.say("Keep this mapping as a file"))
        self._lay_out()
        self.show_incidents(())
        self._offer_profiles()
        self.profile.code_changed.connect(self._profile_chosen)
        self.incident.code_changed.connect(self._incident_chosen)
        self.received_from.textChanged.connect(self._from_typed)
        self.mapping.changed.connect(self._mapped)
        self.save_button.clicked.connect(self.save_asked)
        self.load_button.clicked.connect(self.load_asked)

    def show_draft(self, draft: ImportDraft) -> None:
        """Show a list that was read, or a mapping that was loaded for it."""
        self._filling = True
        self._draft = draft
        self._offer_profiles()
        self.profile.set_code(draft.profile_name)
        self.incident.set_code(draft.incident_id)
        self.received_from.setText(draft.received_from)
        self.mapping.show_columns(draft)
        stops = [self.received_from, *self.mapping.stops, self.load_button]
        for before, stop in pairwise(stops):
            QWidget.setTabOrder(before, stop)
        self._filling = False
        self._show_parts()

    def show_incidents(self, rows: Sequence[IncidentRow]) -> None:
        """Offer the incidents that new men may belong to."""
        none: tuple[object, Words] = (None, lambda t: t.say("no incident"))
        self.incident.set_choices([none, *((row.id, _title_of_incident(row)) for row in rows)])

    def _offer_profiles(self) -> None:
        own: tuple[object, Words] = (OWN_WORDS, lambda t: t.say("I say what the columns are"))
        known = [(name, _title_of(load_profile(name))) for name in shipped_profiles()]
        loaded = [(name, _title_of(profile)) for name, profile in self._draft.loaded.items()]
        self.profile.set_choices([own, *known, *loaded])

    def _lay_out(self) -> None:
        kit = self._kit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        kind = QVBoxLayout()
        kind.setSpacing(4)
        kind.addWidget(Field(kit, lambda t: t.say("What kind of list it is"), self.profile))
        kind.addWidget(self.recognised)
        grid.addLayout(kind, 0, 0, _TOP)
        belongs = Field(kit, lambda t: t.say("Incident of the new men"), self.incident)
        grid.addWidget(belongs, 0, 1, _TOP)
        came = Field(kit, lambda t: t.say("From whom it was received"), self.received_from)
        grid.addWidget(came, 1, 0, 1, 2)
        column.addLayout(grid)
        column.addWidget(self.mapping)
        keep = QHBoxLayout()
        keep.setSpacing(16)
        keep.addWidget(self.load_button)
        keep.addWidget(self.save_button)
        keep.addStretch(1)
        column.addLayout(keep)

    def _show_parts(self) -> None:
        own = self._draft.profile_name == OWN_WORDS
        self.mapping.setVisible(own)
        self.save_button.setVisible(own)
        self.recognised.setVisible(self._draft.recognised)

    def _profile_chosen(self, name: object) -> None:
        if not self._filling:
            self._draft.choose_profile(str(name or OWN_WORDS))
            self._tell()

    def _mapped(self) -> None:
        self._tell()

    def _incident_chosen(self, incident: object) -> None:
        if not self._filling:
            self._draft.incident_id = incident if isinstance(incident, UUID) else None

    def _from_typed(self, text: str) -> None:
        self._draft.received_from = text.strip()

    def _tell(self) -> None:
        self._show_parts()
        self.changed.emit()


def _title_of(profile: Profile) -> Words:
    return lambda t: profile.title_in(t.lang)


def _title_of_incident(row: IncidentRow) -> Words:
    return lambda t: row.title_in(t.lang)
