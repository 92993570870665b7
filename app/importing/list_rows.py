"""Reads the rows of a list: what each cell holds, and what is odd about a row; pure, no SQL."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.importing.list_dates import read_list_date
from app.search.fold import fold
from app.search.scripts import scripts_in
from app.shapes.requests.lists import ListColumn
from models.vocabulary.lists import NO_MAN, ColumnMeaning, RowFault
from models.vocabulary.partial_date import PartialDate

LIMITS: Final = {
    ColumnMeaning.ROW_ID: 100,
    ColumnMeaning.NAME: 600,
    ColumnMeaning.FAMILY: 300,
    ColumnMeaning.GIVEN: 300,
    ColumnMeaning.FATHER: 300,
    ColumnMeaning.BIRTH: 200,
    ColumnMeaning.UNIT: 300,
    ColumnMeaning.RANK: 200,
    ColumnMeaning.PLACE: 500,
    ColumnMeaning.DOCUMENT: 200,
    ColumnMeaning.SAID: 1_000,
}
_DIRECTION: Final = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_SUMS: Final = frozenset(
    map(fold, ("total", "totals", "sum", "итого", "всего", "ընդամենը", "գումար", "cəmi", "toplam"))
)
_TITLES: Final = frozenset(
    map(fold, ("list", "lists", "список", "списки", "ցուցակ", "ցուցակը", "siyahı", "siyahısı"))
)
_SON_OF: Final = frozenset(map(fold, ("oğlu", "qızı", "оглы", "оглу", "кызы", "օղլի")))
_COUNTED: Final = re.compile(r"^\s*(\d{1,5})\s*[.)]\s+(?=\D)")
_BORN: Final = re.compile(
    r"[\s,(]+(?P<born>(?:\d{1,2}[./-]){0,2}(?:18|19|20)\d{2})"
    r"\s*(?:г\.?\s*р\.?|года?\s+рождения|г\.|թ\.?|ծնվ\.?|t\.?|b\.)?\)?\s*$"
)
_BORN_WORDS: Final = re.compile(
    r"^(?:р\.|род\.|ծնվ\.?|b\.|born)?\s*(?P<born>.*?\d)\s*"
    r"(?:г\.?\s*р\.?|года?\s+рождения|года?|г\.|թ\.?\s*(?:ծնվ\.?|ծնված)?|ծնվ\.?)?\s*$"
)
_BETWEEN_MEN: Final = re.compile(
    r"\s*(?:;|\n|\s&\s|\s\+\s|\s(?:and|и|և|եւ|ու|və|ve)\s)\s*", re.IGNORECASE
)


@dataclass(slots=True)
class ReadRow:
    """A row word for word, and how it was read."""

    cells: tuple[str, ...]
    fields: dict[ColumnMeaning, str] = field(default_factory=dict)
    birth: PartialDate = field(default_factory=PartialDate.unknown)
    faults: list[RowFault] = field(default_factory=list)

    def text(self, meaning: ColumnMeaning) -> str:
        """Give what was read of a field, or nothing."""
        return self.fields.get(meaning, "")

    @property
    def name(self) -> str:
        """Give all of the name as the list has it."""
        return self.text(ColumnMeaning.NAME)


def read_rows(columns: Sequence[ListColumn], rows: Iterable[Sequence[str]]) -> list[ReadRow]:
    """Read rows that are not blank, each by itself, then look which stand twice."""
    heads = [fold(column.head) for column in columns]
    read = [_read(columns, heads, tuple(row)) for row in rows if any(map(str.strip, row))]
    seen: set[tuple[str, str, str]] = set()
    for row in read:
        key = same_man(row.name, row.text(ColumnMeaning.FATHER), row.birth)
        if NO_MAN.isdisjoint(row.faults):
            if key in seen:
                row.faults.append(RowFault.REPEATED)
            seen.add(key)
    return read


def same_man(name: str, father: str, birth: PartialDate) -> tuple[str, str, str]:
    """Tell rows apart that say the same of one man."""
    return (fold(name), fold(father), birth.edtf or fold(birth.text))


def _read(columns: Sequence[ListColumn], heads: Sequence[str], cells: tuple[str, ...]) -> ReadRow:
    row = ReadRow(cells)
    found: dict[ColumnMeaning, list[str]] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column.meaning is not ColumnMeaning.NOTHING and cell.strip():
            between = "\n" if column.meaning is ColumnMeaning.NAME else " "
            flat = unicodedata.normalize("NFC", between.join(cell.split(between)).strip())
            found.setdefault(column.meaning, []).append(flat)
    for meaning, texts in found.items():
        row.fields[meaning] = _short(" ".join(texts), LIMITS[meaning], row)
    _read_name(row)
    _read_birth(row)
    _look_at(row, heads, len(columns))
    return row


def _short(text: str, limit: int, row: ReadRow) -> str:
    if len(text) > limit:
        row.faults.append(RowFault.TOO_LONG)
    return text[:limit]


def _read_name(row: ReadRow) -> None:
    """Put the parts together, and take off the number before a name and the year behind it."""
    name = row.name
    if not name:
        parts = (ColumnMeaning.FAMILY, ColumnMeaning.GIVEN, ColumnMeaning.FATHER)
        given = row.text(ColumnMeaning.FAMILY) or row.text(ColumnMeaning.GIVEN)
        name = " ".join(filter(None, map(row.text, parts))) if given else ""
    if counted := _COUNTED.match(name):
        row.fields.setdefault(ColumnMeaning.ROW_ID, counted.group(1))
        name = name[counted.end() :]
    if (born := _BORN.search(name)) and ColumnMeaning.BIRTH not in row.fields:
        row.fields[ColumnMeaning.BIRTH] = born.group("born")
        name = name[: born.start()]
    if names_two(name) or _names_two_by_comma(name):
        row.faults.append(RowFault.TWO_MEN)
    name = " ".join(name.split()).strip(" ,;")
    row.fields[ColumnMeaning.NAME] = name[: LIMITS[ColumnMeaning.NAME]]


def names_two(name: str) -> bool:
    """Tell whether a name may be the names of two men, one beside or beneath the other."""
    if not _BETWEEN_MEN.search(name):
        return False
    pieces = [piece for piece in _BETWEEN_MEN.split(name) if piece.strip(" .,")]
    return len(pieces) > 1 and all(len(fold(piece).replace(" ", "")) > 2 for piece in pieces)


def _names_two_by_comma(name: str) -> bool:
    """Tell whether a comma parts two whole names, not family name from given names.

    Only of a list whose rows a person decides: "García Márquez, Gabriel José" is one man.
    """
    pieces = [fold(piece).split() for piece in name.split(",") if piece.strip(" .")]
    return len(pieces) > 1 and all(len(piece) > 1 and _SON_OF.isdisjoint(piece) for piece in pieces)


def _read_birth(row: ReadRow) -> None:
    text = row.text(ColumnMeaning.BIRTH)
    read = read_list_date(text, dob=True)
    if read is None and (words := _BORN_WORDS.match(text)):
        read = read_list_date(words.group("born"), dob=True)
    if read is None:
        row.faults.append(RowFault.BIRTH_UNREADABLE)
        read = PartialDate.unknown(text)
    row.birth = read


def _look_at(row: ReadRow, heads: Sequence[str], width: int) -> None:
    """Name what is odd: no man at all, or signs that the eye does not see."""
    words = [fold(cell) for cell in row.cells if cell.strip()]
    no_man = _why_no_man(row, words, heads, width)
    if no_man is not None:
        row.faults = [no_man]
        row.birth = PartialDate.unknown()
    elif any(cell.strip() for cell in row.cells[width:]) or len(row.cells) < width:
        row.faults.append(RowFault.RAGGED)
    row.faults += _unseen(row.cells)


def _why_no_man(
    row: ReadRow, words: Sequence[str], heads: Sequence[str], width: int
) -> RowFault | None:
    if any(map(is_sum, words)):
        return RowFault.SUM
    if _is_heading(row, words, heads, width):
        return RowFault.HEADING
    return None if any(sign.isalpha() for sign in row.name) else RowFault.NO_NAME


def is_sum(folded: str) -> bool:
    """Tell whether folded text is a sum like "Всего 73", never a man whose name begins so."""
    first, _, rest = folded.partition(" ")
    return first in _SUMS and not any(sign.isalpha() for sign in rest)


def _is_heading(row: ReadRow, words: Sequence[str], heads: Sequence[str], width: int) -> bool:
    same = sum(
        bool(head) and fold(cell) == head for cell, head in zip(row.cells, heads, strict=False)
    )
    if same > 1 or (same and same == len(words)):
        return True
    if len(words) > 1 or width < 2:
        return bool(words) and width < 2 and _is_title(words[0])
    return not row.name or _is_title(words[0]) or len(words[0].split()) > 5


def _is_title(text: str) -> bool:
    return not _TITLES.isdisjoint(text.split())


def _unseen(cells: Iterable[str]) -> list[RowFault]:
    text = "\n".join(cells)
    if text.isascii() and text.replace("\n", "").isprintable():
        return []
    found = []
    if not _DIRECTION.isdisjoint(text):
        found.append(RowFault.DIRECTION_MARKS)
    hidden = (sign for sign in text if sign not in _DIRECTION and sign not in "\n\t\r")
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn"} for sign in hidden):
        found.append(RowFault.CONTROL_SIGNS)
    if any(len(scripts_in(word)) > 1 for word in text.split()):
        found.append(RowFault.MIXED_SCRIPTS)
    return found
