"""Says which register lines hold what was typed: the one way a list is narrowed by words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, true

from app.db.unit_of_work import Reader
from app.db.word_index import WordTable, rows_holding
from app.search.typed_words import MOST_WORDS, looser_forms
from models.cases import CaseLine


def text_condition(reader: Reader, words: Sequence[str]) -> ColumnElement[bool]:
    """Give the condition that a register line holds every one of these words, in any script.

    `words` are folded (`app.search.typed_words.typed_words`), each may be only begun; none at all
    lets every line through.
    """
    groups = [forms for word in words[:MOST_WORDS] if (forms := looser_forms(word))]
    if not groups:
        return true()
    return CaseLine.row.in_(rows_holding(reader.session, WordTable.CASES, groups))
