"""Says at a terminal what of a question was read otherwise than it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from app.i18n import Translator


def tell_hints(question: str | None, t: Translator) -> None:
    """Tell on standard error what was passed over: else a slip of the pen counts everybody."""
    from app.search.query_language import read_query
    from app.wording.filter_query import hint_sentence

    for hint in read_query(question or "").hints:
        typer.echo(hint_sentence(hint, t), err=True)
