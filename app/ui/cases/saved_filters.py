"""Keep named filters of the register for one person, with their live counts in the sidebar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.i18n import Translator
from app.queries.cases.bin import count_in_bin
from app.queries.cases.lines import count_cases
from app.queries.finding.likeness import count_pairs
from app.shapes.case_list import CaseFilter
from app.shapes.like_pairs import PairFilter
from app.ui.cases.filter_parts import as_json, from_json
from app.ui.kept_state import Json
from app.ui.shell.sidebar import SavedFilter
from app.ui.work import Work
from models.vocabulary.status import Ack, Chip, Custody

KEY: Final = "cases.filters"
IN_BIN: Final = "bin"
"""Stands among the saved filters while something lies in the bin; what it shows is no filter."""
PAIRS: Final = "pairs"
"""Stands there while pairs of men who may be one wait for a decision."""
WAIT_MS: Final = 400
_UNADMITTED: Final = (Ack.NOT_ASKED, Ack.ASKED, Ack.NO_REPLY, Ack.DENIED, Ack.NOT_IDENTIFIED)


@dataclass(frozen=True, slots=True)
class Named:
    """A filter with its key and the name it was given; a built-in one has no name of its own."""

    key: str
    name: str
    wanted: CaseFilter
    built_in: bool = False


class SavedFilters(QObject):
    """Hold the built-in filters and those a person saved; count them anew after each change."""

    changed = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._counts: dict[str, int] = {}
        self._own = self._read()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._count)

    def all(self) -> tuple[Named, ...]:
        """Return the built-in filters, then one's own."""
        mine = CaseFilter(officer_id=self._work.workspace.actor.id)
        held = CaseFilter(
            custodies=(Custody.INDICATED, Custody.CONFIRMED), acks=_UNADMITTED, with_closed=False
        )
        return (
            Named("mine", "", mine, built_in=True),
            Named("not_admitted", "", held, built_in=True),
            Named("silent", "", CaseFilter(chips=(Chip.STALE,)), built_in=True),
            *self._own,
        )

    def find(self, key: str) -> Named | None:
        """Return a filter by its key."""
        return next((one for one in self.all() if one.key == key), None)

    def of(self, wanted: CaseFilter) -> Named | None:
        """Return the saved filter that lets through exactly the same."""
        return next((one for one in self.all() if one.wanted == wanted), None)

    def save(self, name: str, wanted: CaseFilter) -> Named:
        """Keep a filter by name; the same name again replaces it."""
        numbers = [int(one.key[1:]) for one in self._own if one.key[1:].isdigit()]
        old = next((one for one in self._own if one.name == name), None)
        key = old.key if old else f"f{max(numbers, default=0) + 1}"
        named = Named(key, name, wanted)
        self._own = [one for one in self._own if one.key != key] + [named]
        self._write()
        return named

    def forget(self, key: str) -> None:
        """Keep a filter no longer."""
        self._own = [one for one in self._own if one.key != key]
        self._write()

    def rows(self, t: Translator) -> list[SavedFilter]:
        """Return what the sidebar shows."""
        rows = [
            SavedFilter(one.key, filter_name(one, t), self._counts.get(one.key))
            for one in self.all()
        ]
        if waiting := self._counts.get(PAIRS):
            rows.append(SavedFilter(PAIRS, t.say("Perhaps one man"), waiting))
        if self._counts.get(IN_BIN):
            rows.append(SavedFilter(IN_BIN, t.say("In the bin"), self._counts[IN_BIN]))
        return rows

    def count_soon(self, *_: object) -> None:
        """Count all of them anew a moment later."""
        self._timer.start()

    def _count(self) -> None:
        named = [(one.key, one.wanted) for one in self.all()]
        self._work.read(
            lambda reader: {
                **{key: count_cases(reader, wanted) for key, wanted in named},
                IN_BIN: count_in_bin(reader),
                PAIRS: count_pairs(reader, PairFilter()),
            },
            self._counted,
        )

    def _counted(self, counts: dict[str, int]) -> None:
        if counts != self._counts:
            self._counts = counts
            self.changed.emit()

    def _read(self) -> list[Named]:
        kept, today = self._work.store.get(KEY), self._work.workspace.clock.today()
        if not isinstance(kept, list):
            return []
        return [
            Named(str(one["key"]), str(one["name"]), from_json(one.get("filter"), today))
            for one in kept
            if isinstance(one, dict) and one.get("key") and one.get("name")
        ]

    def _write(self) -> None:
        today = self._work.workspace.clock.today()
        kept: list[Json] = [
            {"key": one.key, "name": one.name, "filter": as_json(one.wanted, today)}
            for one in self._own
        ]
        self._work.store.set(KEY, kept)
        self.changed.emit()
        self.count_soon()


def filter_name(named: Named, t: Translator) -> str:
    """Give the name of a filter: a built-in one in the reader's language."""
    if not named.built_in:
        return named.name
    return {
        "mine": t.say("My cases"),
        "not_admitted": t.say("Not admitted"),
        "silent": t.say("No news > 60 days"),
    }[named.key]
