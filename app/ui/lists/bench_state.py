"""Hold what is known of the list on the workbench: as read, as proposed, as just decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from app.shapes.like_pairs import PairMan
from app.shapes.lists import ListPage, RowCandidates, RowView
from app.ui.lists.bench_words import BenchRow
from models.vocabulary.lists import RowState


class BenchState:
    """The rows in their order; what was decided shows at once and is kept behind the eye."""

    def __init__(self) -> None:
        self.page: ListPage | None = None
        self._found: dict[UUID, RowCandidates] = {}
        self._chosen: dict[UUID, int] = {}
        self._decided: dict[UUID, RowView] = {}

    def forget(self) -> None:
        """Begin anew with another version."""
        self._found.clear()
        self._chosen.clear()
        self._decided.clear()

    def take_page(self, page: ListPage) -> None:
        """Take the list as it was read; decisions that are not kept yet still show.

        Whom a row may mean is asked anew where it says something else now.
        """
        said = {row.id: row.cells for row in self.page.rows} if self.page is not None else {}
        for row in page.rows:
            if said.get(row.id, row.cells) != row.cells:
                self.look_again(row.id)
        self.page = page
        versions = {row.id: row.version for row in page.rows}
        self._decided = {
            row_id: row
            for row_id, row in self._decided.items()
            if versions.get(row_id) == row.version
        }

    def take_found(self, found: Iterable[RowCandidates]) -> None:
        """Take whom rows may mean."""
        self._found |= {one.row_id: one for one in found}

    def rows(self) -> list[BenchRow]:
        """Return every row as it stands now."""
        if self.page is None:
            return []
        rows = [self._decided.get(row.id, row) for row in self.page.rows]
        return [BenchRow(row, self._found.get(row.id), self._chosen.get(row.id, 0)) for row in rows]

    def waiting(self) -> list[UUID]:
        """Return the open rows of which it is not known whom they may mean."""
        rows = self.page.rows if self.page is not None else ()
        return [row.id for row in rows if row.state is RowState.OPEN and row.id not in self._found]

    def sure_men(self) -> list[UUID]:
        """Return the men whom open rows mean beyond doubt, as they stand on the screen."""
        found = [row.found for row in self.rows() if row.is_open and row.found is not None]
        return [one.men[0].man.case_id for one in found if one.sure and one.men]

    def has(self, row_ids: Iterable[UUID]) -> bool:
        """Tell whether one of these rows stands here."""
        known = {row.id for row in self.page.rows} if self.page is not None else set()
        return not known.isdisjoint(row_ids)

    def choose(self, row_id: UUID, at: int) -> None:
        """Take one of the men proposed for a row in hand."""
        self._chosen[row_id] = at

    def is_chosen(self, row_id: UUID) -> bool:
        """Tell whether a person chose among the men proposed."""
        return row_id in self._chosen

    def decide(self, row: RowView, state: RowState, man: PairMan | None, tier: int | None) -> None:
        """Show a row as it will stand when the decision is kept."""
        self._decided[row.id] = replace(row, state=state, man=man, tier=tier)

    def look_again(self, row_id: UUID) -> None:
        """Forget whom a row may mean: he was taken out, or the row says something else."""
        self._found.pop(row_id, None)
        self._chosen.pop(row_id, None)

    def take_back(self) -> None:
        """Show what was read: a decision was refused."""
        self._decided.clear()
