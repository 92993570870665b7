"""Hold what is known of an exhibit while it is being described; no window here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from app.i18n import Translator
from app.shapes.exhibits import ExhibitView
from app.shapes.requests.exhibits import ChangeExhibit, ExhibitFacts
from app.ui.events.source_draft import NO_PLACE, SourceDraft, shown_source
from app.ui.exhibits.intake_draft import (
    NOBODY,
    Problems,
    date_problem,
    source_of_draft,
    source_problems,
)
from app.ui.exhibits.words import kind_words, shows_words
from app.ui.forms.searches import chosen_place
from app.ui.forms.typed import shown_typed, typed_date
from app.ui.widgets.place_picker import ChosenPlace
from app.wording.vocabulary import label
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy, Shown
from models.vocabulary.places import PlacePrecision

COMPARED: Final = (
    "kind",
    "title",
    "description",
    "origin",
    "received_by",
    "received",
    "source",
    "made",
    "place",
    "reported",
    "url",
    "url_archived",
    "uploader",
    "languages",
    "transcript",
    "shows",
)


@dataclass(frozen=True, slots=True)
class FactsDraft:
    """What stands in the form; dates as they are typed."""

    kind: ExhibitKind = ExhibitKind.DOCUMENT
    title: str = ""
    description: str = ""
    origin: str = ""
    origin_unknown: bool = False
    received_by: ReceivedBy = ReceivedBy.UNKNOWN
    received: str = ""
    source: SourceDraft = NOBODY
    made: str = ""
    place: ChosenPlace = NO_PLACE
    reported: str = ""
    url: str = ""
    url_archived: str = ""
    uploader: str = ""
    languages: str = ""
    transcript: str = ""
    shows: frozenset[Shown] = frozenset()
    reason: str = ""

    @classmethod
    def of(cls, view: ExhibitView, t: Translator) -> FactsDraft:
        """Open an exhibit for description."""
        row, source = view.row, view.source
        who = NOBODY
        if source is not None:
            who = SourceDraft(
                source=str(source.id), shown=shown_source(source.code, source.shown(t.lang))
            )
        return cls(
            kind=row.kind,
            title=row.title,
            description=view.description,
            origin=row.origin,
            origin_unknown=not row.origin,
            received_by=row.received_by,
            received=shown_typed(row.received),
            source=who,
            made=shown_typed(row.made),
            place=chosen_place(view.place, PlacePrecision.UNKNOWN, "", t),
            reported=view.place_as_reported,
            url=view.url,
            url_archived=view.url_archived,
            uploader=view.uploader,
            languages=view.languages,
            transcript=view.transcript,
            shows=row.shows,
        )

    def problems(self, today: date) -> Problems:
        """List what stops a save."""
        found: Problems = []
        if not self.origin and not self.origin_unknown:
            found.append(
                ("origin", lambda t: t.say("Say where this came from, or that it is not known."))
            )
        found += date_problem("received", self.received, today)
        found += date_problem("made", self.made, today)
        if self.place.said.strip() and not self.place.key:
            found.append(
                ("place", lambda t: t.say("Choose the place from the list, or leave it out."))
            )
        return found + source_problems(self.source, today)

    def with_origin_said(self) -> FactsDraft:
        """Give the draft with the tick of "not known" as its words want it, after a choice."""
        return replace(self, origin_unknown=not self.origin)

    def request(self, view: ExhibitView) -> ChangeExhibit:
        """Give the change as the register takes it; raises NotADate."""
        facts = ExhibitFacts(
            kind=self.kind,
            title=self.title,
            origin=self.origin,
            origin_unknown=self.origin_unknown,
            received_by=self.received_by,
            received=typed_date(self.received),
            made=typed_date(self.made),
            source=source_of_draft(self.source),
            description=self.description,
            place_id=UUID(self.place.key) if self.place.key else None,
            place_as_reported=self.reported,
            url=self.url,
            url_archived=self.url_archived,
            uploader=self.uploader,
            languages=self.languages,
            transcript=self.transcript,
            shows=self.shows,
        )
        return ChangeExhibit(view.row.id, view.row.version, facts, self.reason)


def field_words(field: str, t: Translator) -> str:
    """Name a field, where two versions are compared."""
    return {
        "kind": t.say("Kind"),
        "title": t.say("Title"),
        "description": t.say("What is seen"),
        "origin": t.say("Where it came from"),
        "received_by": t.say("How it reached us"),
        "received": t.say("Received on"),
        "source": t.say("Source"),
        "made": t.say("Made on"),
        "place": t.say("Place"),
        "reported": t.say("The place in the words of who reported it"),
        "url": t.say("Address on the internet"),
        "url_archived": t.say("Archived address"),
        "uploader": t.say("Who put it online"),
        "languages": t.say("Languages"),
        "transcript": t.say("Transcript"),
        "shows": t.say("What can be seen in it"),
    }.get(field, field)


def value_words(_: str, value: object, t: Translator) -> str:
    """Say a value, where two versions are compared."""
    match value:
        case ExhibitKind():
            return kind_words(value, t)
        case ReceivedBy():
            return label("received_by", value.value, t.lang)
        case SourceDraft():
            return value.title if value.is_new else value.shown
        case ChosenPlace():
            return value.name or value.said
        case frozenset():
            return shows_words(value, t)
        case _:
            return str(value or "")
