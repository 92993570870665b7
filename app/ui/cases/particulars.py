"""Say the particulars of an event: what each asks for, and codes and days by their words."""

from __future__ import annotations

import json
import re
from typing import Final

from app.i18n import Translator
from app.ui.cases.spoken import capital
from app.wording.vocabulary import codes, label
from models.vocabulary.date_words import in_words
from models.vocabulary.event_codes import Extra
from models.vocabulary.partial_date import PartialDate

_LISTS: Final = {
    Extra.RELATION.value: "relation",
    Extra.REASON.value: "closure_reason",
    Extra.CHANNEL.value: "channel",
}
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def particular_words(key: str, value: str, t: Translator) -> str:
    """Say one particular: a code by its words, a day in words, all else as it was written."""
    list_name = _LISTS.get(key)
    if list_name is not None and value in codes(list_name):
        return label(list_name, value, t.lang)
    if key == Extra.METHODS.value:
        known = codes("verification_method")
        parts = value.split(", ")
        said = (label("verification_method", p, t.lang) if p in known else p for p in parts)
        return ", ".join(said)
    if _DAY.fullmatch(value):
        return in_words(PartialDate.parse_edtf(value), t.lang)
    return value


def all_particulars(kept: str, t: Translator) -> str:
    """Say all particulars of an event as the history keeps them."""
    try:
        found = json.loads(kept)
    except ValueError:
        return kept
    if not isinstance(found, dict):
        return kept
    return "; ".join(
        t.say(
            "{field}: {value}",
            field=capital(label("extra", str(key), t.lang)),
            value=particular_words(str(key), str(value), t),
        )
        for key, value in found.items()
        if value
    )
