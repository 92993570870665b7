"""Says why a man may not be named on a list that goes out."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.negotiation import KeptBack
from app.wording.consents import blocked_words
from app.wording.vocabulary import label


def kept_back_words(one: KeptBack, t: Translator) -> tuple[str, ...]:
    """Give every reason as a sentence, for staff."""
    said = []
    if one.do_not_transmit:
        said.append(t.say("Not to be passed on: {reason}", reason=one.reason or "–"))
    if one.consent is not None:
        said.append(blocked_words(one.consent, t))
    if one.missing:
        points = ", ".join(label("minimum", code, t.lang) for code in one.missing)
        said.append(t.say("Missing in his file: {points}.", points=points))
    return tuple(said)
