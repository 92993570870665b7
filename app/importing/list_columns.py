"""Guesses what the columns of a list hold and where its head stands; a person corrects it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.importing.guess import ListField, guess_mapping, looks_like_header
from app.search.fold import fold
from app.shapes.requests.lists import ListColumn
from models.vocabulary.lists import ColumnMeaning

type Rows = Sequence[Sequence[str]]

_MEANINGS: Final[Mapping[ListField, ColumnMeaning]] = {
    ListField.FAMILY: ColumnMeaning.FAMILY,
    ListField.GIVEN: ColumnMeaning.GIVEN,
    ListField.PATRONYMIC: ColumnMeaning.FATHER,
    ListField.FULL_NAME: ColumnMeaning.NAME,
    ListField.BIRTH_DATE: ColumnMeaning.BIRTH,
    ListField.BIRTH_PLACE: ColumnMeaning.PLACE,
    ListField.HOME_ADDRESS: ColumnMeaning.PLACE,
    ListField.EVENT_PLACE: ColumnMeaning.PLACE,
    ListField.RANK: ColumnMeaning.RANK,
    ListField.UNIT: ColumnMeaning.UNIT,
    ListField.SERVICE_NUMBER: ColumnMeaning.DOCUMENT,
    ListField.LIST_NUMBER: ColumnMeaning.ROW_ID,
    ListField.EVENT_WORDS: ColumnMeaning.SAID,
    ListField.REMARK: ColumnMeaning.SAID,
}
_HEAD_WITHIN: Final = 12
_NAMES: Final = frozenset({ColumnMeaning.NAME, ColumnMeaning.FAMILY, ColumnMeaning.GIVEN})


def find_head(rows: Rows) -> int | None:
    """Give the place of the row that names the columns, or None where there is none.

    Titles may stand above it: the first row of which two cells are known headings is the head.
    """
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        known = [field for field in _known(row) if field is not ColumnMeaning.NOTHING]
        if len(known) > 1 and _NAMES.intersection(known):
            return at
    first = next((at for at, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    return first if first is not None and looks_like_header(rows[first:]) else None


def guess_columns(head: Sequence[str], rows: Rows) -> tuple[ListColumn, ...]:
    """Guess what each column holds, by its head or by what stands below it.

    Heads are kept verbatim, one that stands twice too; without any, `head` is empty.
    """
    width = _filled(head) or max(map(_filled, rows), default=0)
    heads = [*head[:width], *([""] * (width - len(head)))]
    meanings = list(_known(heads, rows))
    if not _NAMES.intersection(meanings):
        at = _longest_words(rows, meanings)
        if at is not None:
            meanings[at] = ColumnMeaning.NAME
    if not head and ColumnMeaning.ROW_ID not in meanings and _counts_rows(rows):
        meanings[0] = ColumnMeaning.ROW_ID
    return tuple(map(ListColumn, heads, meanings))


def _known(heads: Sequence[str], rows: Rows = ()) -> list[ColumnMeaning]:
    # Two columns of one head are two columns: the place tells them apart.
    names = [f"{head}\x1f{at}" if head in heads[:at] else head for at, head in enumerate(heads)]
    fields = guess_mapping(names, [tuple(heads), *rows]).fields
    return [_MEANINGS.get(fields[name], ColumnMeaning.NOTHING) for name in names]


def _filled(row: Sequence[str]) -> int:
    return max((at for at, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _longest_words(rows: Rows, meanings: Sequence[ColumnMeaning]) -> int | None:
    """Give the free column that looks most like names: words without figures, in most rows."""

    def looks(at: int) -> int:
        cells = [row[at] for row in rows[:60] if len(row) > at and row[at].strip()]
        return sum(len(cell.split()) in (2, 3, 4) and fold(cell) != "" for cell in cells) + sum(
            not any(sign.isdigit() for sign in cell) for cell in cells
        )

    free = [at for at, meaning in enumerate(meanings) if meaning is ColumnMeaning.NOTHING]
    return max(free, key=looks, default=None)


def _counts_rows(rows: Rows) -> bool:
    """Tell whether the first column counts the rows upwards."""
    first = [row[0].strip().rstrip(".") for row in rows if row and row[0].strip()]
    whole = [int(cell) for cell in first if cell.isdecimal() and len(cell) < 7]
    counts = len(whole) > 1 and len(whole) * 10 >= len(first) * 9
    return counts and whole == sorted(whole)
