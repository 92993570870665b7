"""Hold an incident, a position or a claim while it is being typed; no window here.

`draft.problems(today)` lists what stops a save as (field, sentence); `request(…)` gives what the
register takes.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.i18n import Translator
from app.shapes.case_report import Wording
from app.shapes.handovers import HandoverPage
from app.shapes.incidents import ClaimView, IncidentPage
from app.shapes.requests.handovers import RecordHandover
from app.shapes.requests.incidents import AddPosition, OpenIncident, RecordClaim
from app.ui.events.source_draft import NO_PLACE, Fault, SourceDraft
from app.ui.events.spoken import fault_sentence
from app.ui.forms.searches import chosen_place
from app.ui.forms.typed import shown_typed, typed_date
from app.ui.widgets.date_draft import DateDraft
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from app.ui.widgets.place_picker import ChosenPlace
from models.vocabulary.accounts import Channel, ClaimCategory, ClaimForm
from models.vocabulary.date_terms import NotADate
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.places import PlacePrecision

type Problems = list[tuple[str, Words]]

NO_DATE = DateDraft()
NO_WORDING = Wording()
NOBODY = SourceDraft()


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """What stands in the form of an incident."""

    title: Wording = NO_WORDING
    when: DateDraft = NO_DATE
    place: ChosenPlace = NO_PLACE
    reported: str = ""
    summary: Wording = NO_WORDING
    reason: str = ""

    @classmethod
    def of(cls, page: IncidentPage, t: Translator) -> "IncidentDraft":
        """Open an incident for change."""
        place = chosen_place(page.place, PlacePrecision.UNKNOWN, "", t)
        return cls(
            title=Wording(page.title, page.title_hy, page.title_ru),
            when=NO_DATE if _never_given(page.occurred) else DateDraft.of(page.occurred),
            place=place,
            reported=page.place_as_reported,
            summary=Wording(page.summary, page.summary_hy, page.summary_ru),
        )

    def problems(self, today: date) -> Problems:
        """List what stops a save; date, place and summary may be left out."""
        found: Problems = []
        if not (self.title.en.strip() or self.title.hy.strip() or self.title.ru.strip()):
            found.append(("title", lambda t: t.say("Give the incident a title.")))
        return found + _date_problem("occurred", self.when, today)

    def request(self, number: str = "") -> OpenIncident:
        """Give the incident as the register takes it; raises NotADate.

        Where only an Armenian or Russian title was written, it stands for the English one too.
        """
        typed_place = "" if self.place.key else self.place.said.strip()
        return OpenIncident(
            title=self.title.best("en").strip(),
            title_hy=self.title.hy.strip(),
            title_ru=self.title.ru.strip(),
            occurred=_date_of(self.when),
            place_id=UUID(self.place.key) if self.place.key else None,
            place_as_reported=self.reported.strip() or typed_place,
            summary=self.summary.en,
            summary_hy=self.summary.hy,
            summary_ru=self.summary.ru,
            number=number,
        )


@dataclass(frozen=True, slots=True)
class PositionDraft:
    """What stands in the form of a position."""

    name: Wording = NO_WORDING
    unit: str = ""
    unit_shown: str = ""
    place: ChosenPlace = NO_PLACE

    def problems(self, _today: date) -> Problems:
        """List what stops a save; unit and place may be left out, but not half chosen."""
        found: Problems = []
        if not (self.name.en.strip() or self.name.hy.strip() or self.name.ru.strip()):
            found.append(("position", lambda t: t.say("Give the position a name.")))
        if self.unit_shown.strip() and not self.unit:
            found.append(
                (
                    "unit",
                    lambda t: t.say(
                        "Choose the unit from the list, or enter it as a new one, or leave it out."
                    ),
                )
            )
        if self.place.said.strip() and not self.place.key:
            found.append(("place", _choose_place))
        return found

    def request(self, incident_id: UUID) -> AddPosition:
        """Give the position as the register takes it."""
        return AddPosition(
            incident_id=incident_id,
            name=self.name.best("en").strip(),
            name_hy=self.name.hy.strip(),
            name_ru=self.name.ru.strip(),
            unit_id=UUID(self.unit) if self.unit else None,
            place_id=UUID(self.place.key) if self.place.key else None,
        )


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """What stands in the form of a claim. Numbers are kept as typed until they are asked for."""

    category: ClaimCategory = ClaimCategory.MISSING
    form: ClaimForm = ClaimForm.EXACT
    low: str = ""
    high: str = ""
    scope: Wording = NO_WORDING
    as_of: str = ""
    who: SourceDraft = NOBODY
    #: Whom it counts, as one asks the register; the place; the version of a list that came with it.
    counts: str = ""
    place: ChosenPlace = NO_PLACE
    names: str = ""

    @classmethod
    def of(cls, claim: ClaimView, t: Translator) -> "ClaimDraft":
        """Open a claim for change."""
        return cls(
            category=claim.category,
            form=claim.form,
            low="" if claim.number_from is None else str(claim.number_from),
            high="" if claim.number_to is None else str(claim.number_to),
            scope=Wording(claim.scope, claim.scope_hy, claim.scope_ru),
            as_of=shown_typed(claim.as_of),
            who=SourceDraft(
                source=str(claim.source.id),
                shown=claim.source.shown(t.lang),
                said=shown_typed(claim.said),
                words=claim.words,
                words_lang=claim.words_lang,
                reliability=Reliability(claim.grade[0]),
                credibility=Credibility(claim.grade[1]),
            ),
            counts=claim.counts,
            place=chosen_place(claim.place, PlacePrecision.UNKNOWN, "", t),
            names=str(claim.names.version_id) if claim.names is not None else "",
        )

    def problems(self, today: date) -> Problems:
        """List what stops a save: a claim needs a number or words, and somebody who said it."""
        found: Problems = []
        low, high = _number(self.low), _number(self.high)
        if self.form is ClaimForm.WORDS:
            if not self.who.words.strip():
                found.append(("words", lambda t: t.say("Write the words in which it was said.")))
            if self.low.strip() and low is None:
                found.append(("number", _no_figure))
        elif low is None or (self.form is ClaimForm.RANGE and high is None):
            found.append(("number", _no_figure))
        elif self.form is ClaimForm.RANGE and high is not None and high < low:
            found.append(
                (
                    "number",
                    lambda t: t.say("The range runs backwards. Enter the smaller number first."),
                )
            )
        try:
            typed_date(self.as_of, today)
        except NotADate as fault:
            found.append(("as_of", _refused(fault)))
        if self.place.said.strip() and not self.place.key:
            found.append(("place", _choose_place))
        if not self.who.is_named:
            found.append(("source", lambda t: t.say("Say who published this number.")))
        return found + [(fault.field, _fault(fault)) for fault in self._source_faults(today)]

    def _source_faults(self, today: date) -> list[Fault]:
        return [fault for fault in self.who.faults(today) if fault.field in {"title", "said"}]

    def request(
        self,
        incident_id: UUID | None,
        supersedes: UUID | None = None,
        handover_id: UUID | None = None,
    ) -> RecordClaim:
        """Give the claim as the register takes it; raises NotADate."""
        ranged = self.form is ClaimForm.RANGE
        return RecordClaim(
            category=self.category,
            form=self.form,
            said_by=self.who.said_by(),
            number_from=_number(self.low),
            number_to=_number(self.high) if ranged else None,
            scope=self.scope.best("en").strip(),
            scope_hy=self.scope.hy.strip(),
            scope_ru=self.scope.ru.strip(),
            as_of=typed_date(self.as_of),
            incident_id=incident_id,
            supersedes_id=supersedes,
            counts=self.counts.strip(),
            place_id=UUID(self.place.key) if self.place.key else None,
            list_version_id=UUID(self.names) if self.names else None,
            handover_id=handover_id,
        )


@dataclass(frozen=True, slots=True)
class HandoverDraft:
    """What stands in the form of a return operation. The headcount is as announced."""

    when: DateDraft = NO_DATE
    headcount: str = ""
    channel: Channel = Channel.OTHER
    place: ChosenPlace = NO_PLACE
    route: Wording = NO_WORDING
    remark: str = ""
    start: ChosenPlace = NO_PLACE
    transport: str = ""
    intermediary: str = ""
    agreed_for: str = ""

    @classmethod
    def of(cls, page: HandoverPage, t: Translator) -> "HandoverDraft":
        """Open a handover for change."""
        return cls(
            when=NO_DATE if _never_given(page.occurred) else DateDraft.of(page.occurred),
            headcount="" if page.headcount is None else str(page.headcount),
            channel=page.channel,
            place=plain_place(chosen_place(page.place, PlacePrecision.UNKNOWN, "", t)),
            route=Wording(page.route, page.route_hy, page.route_ru),
            remark=page.remark,
            start=plain_place(chosen_place(page.from_place, PlacePrecision.UNKNOWN, "", t)),
            transport=page.transport,
            intermediary=page.intermediary,
            agreed_for=page.agreed_for,
        )

    def problems(self, today: date) -> Problems:
        """List what stops a save: a return needs its day, known roughly at least."""
        found: Problems = []
        if self.when.empty:
            found.append(("occurred", lambda t: t.say("Say when it was, as exactly as is known.")))
        found += _date_problem("occurred", self.when, today)
        if self.headcount.strip() and _number(self.headcount) is None:
            found.append(("headcount", _no_figure))
        for field, place in (("place", self.place), ("start", self.start)):
            if place.said.strip() and not place.key:
                found.append((field, _choose_place))
        return found

    def request(self, incident_id: UUID | None) -> RecordHandover:
        """Give the return as the register takes it; raises NotADate."""
        return RecordHandover(
            occurred=_date_of(self.when),
            channel=self.channel,
            headcount=_number(self.headcount),
            place_id=UUID(self.place.key) if self.place.key else None,
            incident_id=incident_id,
            route=self.route.best("en").strip(),
            route_hy=self.route.hy.strip(),
            route_ru=self.route.ru.strip(),
            remark=self.remark,
            from_place_id=UUID(self.start.key) if self.start.key else None,
            transport=self.transport,
            intermediary=self.intermediary,
            agreed_for=self.agreed_for,
        )


def plain_place(place: ChosenPlace) -> ChosenPlace:
    """Keep of a picker only which place it is, or the words typed where none was chosen."""
    return ChosenPlace(place.key, place.name) if place.key else ChosenPlace(said=place.said)


def in_its_field(place: ChosenPlace) -> ChosenPlace:
    """Show words that named no known place where they were typed."""
    return place if place.key else ChosenPlace(name=place.said)


def _number(text: str) -> int | None:
    """Read a whole number as people write it, with spaces between thousands; None: none."""
    plain = "".join(text.split())
    return int(plain) if plain.isdecimal() and len(plain) <= 9 else None


def _no_figure(t: Translator) -> str:
    return t.say("Write the number in figures, as it was said.")


def _choose_place(t: Translator) -> str:
    return t.say("Choose the place from the list, or leave it out.")


def _refused(fault: NotADate) -> Words:
    return lambda t: refusal(fault, t)


def _fault(fault: Fault) -> Words:
    return lambda t: fault_sentence(fault, t)


def _date_of(draft: DateDraft) -> PartialDate:
    return PartialDate.unknown() if draft.empty else draft.date()


def _date_problem(field: str, draft: DateDraft, today: date) -> Problems:
    if draft.empty:
        return []
    try:
        draft.date(not_after=today)
    except NotADate as fault:
        return [(field, _refused(fault))]
    return []


def _never_given(known: PartialDate) -> bool:
    return known.edtf is None and not known.text
