"""Say what accepting a row changes in what is known of the man, and what it does not."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator
from app.shapes.lists import ListHead
from app.ui.widgets.kit import Words
from models.vocabulary.accounts import SourceKind
from models.vocabulary.lists import ListDirection, ListType

#: Whose list makes of a name one who is held (domain.md 3.3 C15).
_NAMES_CAPTIVES: Final = frozenset(
    {
        SourceKind.MOD_ADVERSE,
        SourceKind.SECURITY_SERVICE_ADVERSE,
        SourceKind.COURT_ADVERSE,
        SourceKind.STATE_COMMISSION_ADVERSE,
        SourceKind.ICRC,
        SourceKind.NATIONAL_SOCIETY,
    }
)
_ASKING: Final = frozenset({ListType.TRACING, ListType.NEGOTIATION})

type Said = tuple[str, Words]
"""The icon of a sentence, and the sentence."""


def accepted_sentences(head: ListHead) -> tuple[Said, ...]:
    """Give what changes in the man's file when a row of the list is tied to him, and what stays."""
    out = head.direction is ListDirection.OUT
    if head.kind is ListType.ACKNOWLEDGED and not out:
        if head.issuer is not None and head.issuer.kind in _NAMES_CAPTIVES:
            return ("check", _held), ("home", _home_stays)
        return ("equal", _no_event), ("home", _home_stays)
    if head.kind in _ASKING and out:
        return ("check", _asked), ("equal", _held_stays), ("home", _home_stays)
    if head.kind is ListType.EXCHANGE:
        return ("check", _agreed), ("equal", _held_stays), ("home", _home_stays)
    return ("equal", _no_event), ("equal", _held_stays), ("home", _home_stays)


def _held(t: Translator) -> str:
    return t.say(
        "“Is he held?” rests on this list too: an event is recorded that he is named on it. It "
        "confirms that only where more than the name agrees."
    )


def _asked(t: Translator) -> str:
    return t.say("An event is recorded: he was placed on a list that was sent.")


def _agreed(t: Translator) -> str:
    return t.say(
        "“Is he home?” becomes: agreed for exchange. Not home until his identity is verified."
    )


def _no_event(t: Translator) -> str:
    return t.say("No event is recorded: the row is tied to his file, and that is all.")


def _held_stays(t: Translator) -> str:
    return t.say("“Is he held?” does not change.")


def _home_stays(t: Translator) -> str:
    return t.say("A name on a list is not a man at home.")
