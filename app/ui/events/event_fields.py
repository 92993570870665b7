"""Name the fields of an event and say their values, where two versions stand side by side."""

import json
from typing import Final

from app.i18n import Translator
from app.ui.cases.particulars import all_particulars
from app.ui.events.draft import EventDraft
from app.ui.events.source_draft import SourceDraft
from app.ui.events.spoken import place_words
from app.ui.forms.typed import date_said
from app.ui.widgets.date_draft import DateDraft
from app.ui.widgets.place_picker import ChosenPlace
from app.wording.vocabulary import label
from models.codebook.particulars import MAY_SAY
from models.vocabulary.date_terms import NotADate
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity, EventTrait, IdentityBasis
from models.vocabulary.status import FACET_VALUES

COMPARED: Final = (
    "code",
    "when",
    "place",
    "says",
    "particulars",
    "traits",
    "basis",
    "authenticity",
    "figure",
    "reply_due",
    "name_only",
    "homonym",
    "narrative",
    "narrative_releasable",
    "who",
)


def event_field(field: str, t: Translator) -> str:
    """Name a field of the form."""
    return {
        "code": t.say("What happened"),
        "when": t.say("When"),
        "place": t.say("Where"),
        "says": t.say("What it says"),
        "particulars": t.say("Particulars"),
        "traits": t.say("Circumstances"),
        "basis": t.say("By what he was identified"),
        "authenticity": t.say("Was the footage checked"),
        "figure": t.say("Which figure in the footage"),
        "reply_due": t.say("Answer due by"),
        "name_only": t.say("Only the name agrees"),
        "homonym": t.say("Another man has the same name"),
        "narrative": t.say("In plain words"),
        "narrative_releasable": t.say("In plain words, as it may be passed on"),
        "who": t.say("Who says so"),
    }.get(field, field)


def event_value(field: str, value: object, t: Translator) -> str:  # noqa: PLR0911  one answer a kind
    """Say a value of the form."""
    if value is None or value == "":
        return ""
    match value:
        case bool():
            return t.say("yes") if value else t.say("no")
        case EventCode():
            return label("event", value, t.lang)
        case IdentityBasis():
            return label("identity_basis", value, t.lang)
        case Authenticity():
            return label("authenticity", value, t.lang)
        case DateDraft():
            return _date(value, t)
        case ChosenPlace():
            return place_words(value, t)
        case SourceDraft():
            return _source(value)
        case frozenset():
            return "; ".join(label("event_trait", EventTrait(one), t.lang) for one in sorted(value))
        case dict():
            return all_particulars(json.dumps(value), t)
        case _:
            return _said(str(value), t) if field == "says" else str(value)


def _date(draft: DateDraft, t: Translator) -> str:
    try:
        return "" if draft.empty else date_said(draft.date(), t)
    except NotADate:
        return draft.typed


def _source(who: SourceDraft) -> str:
    name = who.title if who.is_new else who.shown
    grade = f"{who.reliability}{who.credibility}" if name else ""
    return "\n".join(part for part in (name, who.said, who.words, grade) if part)


def _said(value: str, t: Translator) -> str:
    for choices in MAY_SAY.values():
        for one in choices:
            if one == value:
                facet = next(f for f, kind in FACET_VALUES.items() if isinstance(one, kind))
                return label(facet.lower(), value, t.lang)
    return value


def standing_words(draft: EventDraft, t: Translator) -> str:
    """Say an event in one line, over the form of one more source."""
    parts = [event_value(name, getattr(draft, name), t) for name in ("code", "when", "place")]
    return " · ".join(part for part in parts if part)
