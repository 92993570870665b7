"""Says which register lines hold what was typed: the one way a list is narrowed by words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, true

from app.db.unit_of_work import Reader
from models.cases import CaseLine


def text_condition(_reader: Reader, words: Sequence[str]) -> ColumnElement[bool]:
    """Give the condition that a register line holds every one of these words.

    `words` are folded (`app.search.fold.folded_words`); none at all lets every line through.
    """
    return and_(true(), *(CaseLine.search_text.contains(w, autoescape=True) for w in words))
