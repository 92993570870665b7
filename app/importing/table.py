"""Turns the rows of a foreign table into cells by column name, or refuses the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.errors import BadInput
from app.importing.profile import Layout, ListForm, Profile
from app.importing.rows import RowFault, RowRefused
from app.importing.wording_of_cells import Cells
from app.sandbox.faults import FileFault

type Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number in the file from 1, the cells by column, and the row verbatim.

    `ragged` tells the count of its cells and of the columns where they differ and the row alone
    is to be refused for it.
    """

    row: int
    cells: Cells
    verbatim: tuple[str, ...]
    ragged: str = ""


def column_names(rows: Rows, layout: Layout) -> tuple[str, ...]:
    """Name the columns: by the header, by the profile, or by number from 1.

    A name that stands twice gets its number behind it. Raises BadInput for a table without rows.
    """
    first = next((row for row in rows if any(cell.strip() for cell in row)), None)
    if first is None:
        raise BadInput("file", FileFault.EMPTY.value)
    if not layout.header:
        return layout.columns or tuple(str(place) for place in range(1, len(first) + 1))
    names: list[str] = []
    for place, cell in enumerate(_without_blank_end(first), start=1):
        name = " ".join(cell.split()) or str(place)
        names.append(f"{name} ({place})" if name in names else name)
    return tuple(names)


def records(rows: Rows, profile: Profile) -> Iterator[Record]:
    """Give the rows as records, blank ones left out.

    Raises BadInput: `EMPTY` where nothing stands below the header, `RAGGED` with the row where a
    row has more cells than there are columns, or fewer, but in a form known everywhere only the
    row is refused; `profile_columns` where columns that the
    profile asks for are not there.
    """
    layout = profile.layout
    names = column_names(rows, layout)
    missing = sorted(profile.columns - set(names))
    if missing:
        raise BadInput("profile", "profile_columns", missing=tuple(missing), found=names)
    nothing = frozenset(word.casefold() for word in layout.nothing)
    header_seen = not layout.header
    any_row = False
    for number, row in enumerate(rows, start=1):
        if not any(cell.strip() for cell in row):
            continue
        if not header_seen:
            header_seen = True
            continue
        any_row = True
        ragged = _ragged(row, len(names))
        if ragged and layout.form is ListForm.OWN:
            raise BadInput(
                "file", FileFault.RAGGED.value, row=number, expected=len(names), found=len(row)
            )
        yield Record(number, _cells(row, names, nothing), tuple(row), ragged)
    if not any_row:
        raise BadInput("file", FileFault.EMPTY.value)


def whole(record: Record) -> Record:
    """Let a row through that has a cell for each column; raises RowRefused for another."""
    if record.ragged:
        raise RowRefused(RowFault.RAGGED, record.ragged)
    return record


def _ragged(row: Sequence[str], width: int) -> str:
    if len(row) == width or (len(row) > width >= len(_without_blank_end(row))):
        return ""
    return f"{len(row)} / {width}"


def _cells(row: Sequence[str], names: tuple[str, ...], nothing: frozenset[str]) -> Cells:
    cells = {name: cell.strip() for name, cell in zip(names, row, strict=False)}
    if nothing:
        for name, cell in cells.items():
            if cell.casefold() in nothing:
                cells[name] = ""
    return cells


def _without_blank_end(row: Sequence[str]) -> Sequence[str]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]
