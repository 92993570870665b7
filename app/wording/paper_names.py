"""Says what a paper is called: by its reader, or by its template where it is none of the six."""

from __future__ import annotations

from app.i18n import Translator
from app.wording.vocabulary import label
from models.vocabulary.papers import SUBJECT_ACCESS


def paper_name(audience: str, template: str, t: Translator) -> str:
    """Name a paper that left, or is to leave."""
    if template == SUBJECT_ACCESS:
        return t.say("Answer to a request for access")
    return label("audience", audience, t.lang)
