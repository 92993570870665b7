"""Remembers how a person ordered papers the last time, in the register and nowhere else.

Of a family letter nothing is remembered but the language: to whom it goes is a person's name.
"""

from __future__ import annotations

from typing import Final

from app.ui.kept_state import Json
from app.ui.papers.issue_sheet import ToWhom
from app.ui.shell.state_store import StateStore
from models.vocabulary.papers import Audience, LegalBasis

KEY: Final = "papers.choice"
_NO_NAMES: Final = frozenset({Audience.FAMILY})


class LastChoice:
    """Reads and keeps it; what no longer fits is passed over."""

    def __init__(self, store: StateStore) -> None:
        self._store = store
        #: What stood in the sheet when it was put away unfinished, for each reader.
        self._typed: dict[Audience, ToWhom] = {}

    @property
    def audience(self) -> Audience:
        """Return for whom the last paper was."""
        kept = str(self._kept().get("audience", ""))
        return Audience(kept) if kept in set(Audience) else Audience.INTERNAL

    @property
    def lang(self) -> str:
        """Return the language of the last paper."""
        return str(self._kept().get("lang", ""))

    def keep(self, audience: Audience, lang: str) -> None:
        """Keep reader and language."""
        self._store.set(KEY, {**self._kept(), "audience": audience.value, "lang": lang})

    def to_whom(self, audience: Audience) -> ToWhom:
        """Return to whom such a paper went the last time, or what was typed since."""
        if audience in self._typed:
            return self._typed[audience]
        kept = self._kept().get(f"to.{audience.value}")
        return _read(kept) if isinstance(kept, dict) else ToWhom()

    def typed(self, audience: Audience, to: ToWhom) -> None:
        """Hold on to what was typed, as long as the window is open."""
        self._typed[audience] = to

    def issued(self, audience: Audience, to: ToWhom) -> None:
        """Keep to whom a paper went; the purpose is written anew each time."""
        self._typed.pop(audience, None)
        if audience in _NO_NAMES:
            return
        kept: dict[str, Json] = {
            "recipient": to.recipient,
            "basis": to.basis.value if to.basis else "",
            "copies": to.copies,
        }
        self._store.set(KEY, {**self._kept(), f"to.{audience.value}": kept})

    def _kept(self) -> dict[str, Json]:
        kept = self._store.get(KEY)
        return dict(kept) if isinstance(kept, dict) else {}


def _read(kept: dict[str, Json]) -> ToWhom:
    basis, copies = kept.get("basis"), kept.get("copies")
    return ToWhom(
        recipient=str(kept.get("recipient", "")),
        basis=LegalBasis(str(basis)) if basis in set(LegalBasis) else None,
        copies=copies if isinstance(copies, int) and copies > 0 else 1,
    )
