"""Says why a man may not be named on a list that goes out."""

from __future__ import annotations

from collections.abc import Iterable

from app.i18n import Translator
from app.shapes.disclosures import Gate, GateKind
from app.wording.consents import blocked_words
from app.wording.vocabulary import label


def kept_back_words(gates: Iterable[Gate], t: Translator) -> tuple[str, ...]:
    """Give every reason as a sentence, for staff, beside the man it is about."""
    return tuple(_words(gate, t) for gate in gates)


def _words(gate: Gate, t: Translator) -> str:
    if gate.kind is GateKind.DO_NOT_TRANSMIT:
        return t.say("Not to be passed on: {reason}", reason=gate.reason or "–")
    if gate.consent is not None:
        return blocked_words(gate.consent, t)
    points = ", ".join(label("minimum", code, t.lang) for code in gate.missing)
    return t.say("Missing in his file: {points}.", points=points)
