"""Chooses the sheets that papers are laid out for, saved and printed on: one choice for all."""

from __future__ import annotations

from typing import Final

from app.ui.shell.state_store import StateStore
from app.ui.widgets.kit import Kit
from app.ui.widgets.tabs import Segments
from models.vocabulary.papers import PaperFormat

KEY: Final = "papers.sheet"
SIZES: Final = ((PaperFormat.A4.value, "A4"), (PaperFormat.LETTER.value, "Letter"))
"""The sheets by their names, which are the same in every language and for every printer."""


class SheetSize(Segments):
    """Keeps the last choice in the register; every preview begins with it."""

    def __init__(self, kit: Kit, store: StateStore) -> None:
        super().__init__(kit, SIZES, lambda t: t.say("Sheet of paper"))
        self._store = store
        self.chosen.connect(self._keep)
        self.recall()

    def size_chosen(self) -> PaperFormat:
        """Return the sheets that are chosen."""
        return PaperFormat(self.current() or PaperFormat.A4.value)

    def recall(self) -> None:
        """Show the last choice, which another preview may have changed, and tell nobody."""
        kept = self._store.get(KEY)
        known = kept if isinstance(kept, str) and kept in set(PaperFormat) else PaperFormat.A4
        told = self.blockSignals(True)
        self.choose(str(known))
        self.blockSignals(told)

    def _keep(self, size: str) -> None:
        self._store.set(KEY, size)
