"""Say what is being typed as the sentence that will be written; no Qt here."""

from app.i18n import Translator
from app.ui.events.draft import EventDraft
from app.ui.events.source_draft import Fault, FaultKind, SourceDraft
from app.ui.forms.typed import date_said, typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.place_picker import ChosenPlace
from app.wording.vocabulary import label
from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.places import PlacePrecision


def event_sentence(draft: EventDraft, t: Translator) -> str:
    """Say what happened, where and when; "" before anything was chosen."""
    if draft.code is None:
        return ""
    what = label("event", draft.code, t.lang)
    where = place_words(draft.place, t)
    when = _when(draft, t)
    if where and when:
        return t.say("{what}: {where}, {when}.", what=what, where=where, when=when)
    if where:
        return t.say("{what}: {where}; day not known.", what=what, where=where)
    if when:
        return t.say("{what}: {when}.", what=what, when=when)
    return t.say("{what}; day and place not known.", what=what)


def source_sentence(who: SourceDraft, t: Translator) -> str:
    """Say who says so, and on which day."""
    name = who.title.strip() if who.is_new else who.shown if who.source else ""
    if not name:
        return t.say("Nobody is named who says so.")
    try:
        said = typed_date(who.said)
    except NotADate:
        said = PartialDate.unknown()
    if said.edtf is None:
        return t.say("Source: {who}.", who=name)
    return t.say("Source: {who}; said so: {date}.", who=name, date=_within(said, t))


def place_words(place: ChosenPlace, t: Translator) -> str:
    """Say a place with how exact it is; the words as said stand quoted where none was chosen."""
    if place.name and place.key:
        if place.precision in {PlacePrecision.UNKNOWN, PlacePrecision.SETTLEMENT}:
            return place.name
        exact = label("place_precision", place.precision, t.lang)
        return t.say("{place} ({how_exact})", place=place.name, how_exact=exact)
    return t.say_in("quotation marks", "“{words}”", words=place.said) if place.said else ""


def fault_sentence(fault: Fault, t: Translator) -> str:
    """Say what stops a save, and what to do."""
    if fault.date is not None:
        return refusal(fault.date, t)
    return {
        FaultKind.NO_CODE: t.say("Choose what happened."),
        FaultKind.NO_SOURCE: t.say("Say who told you this, or choose “source unknown”."),
        FaultKind.NO_TITLE: t.say("Say who the new source is."),
        FaultKind.NO_REASON: t.say("Say why it is corrected."),
    }.get(fault.kind, t.say("This cannot be read as a date. Write it as 13.12.2020."))


def _when(draft: EventDraft, t: Translator) -> str:
    try:
        occurred = draft.occurred()
    except NotADate:
        return ""
    return _within(occurred, t) if occurred.edtf is not None or occurred.text else ""


def _within(date: PartialDate, t: Translator) -> str:
    """Say a date inside a sentence whose own full stop ends an abbreviation too (2020 г.)."""
    return date_said(date, t).removesuffix(".")
