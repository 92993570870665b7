"""Hold what is typed about a handover: who came, how he was verified, what was done; no window."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from app.clock import OFFICE_ZONE
from app.i18n import Translator
from app.shapes.requests.handovers import (
    NewArrival,
    RecordArrivals,
    RecordDebrief,
    RecordFamilyWord,
    RecordMedicalCheck,
    SeenThere,
    Verification,
    VerifyIdentity,
)
from app.ui.events.draft import OtherMan
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from models.vocabulary.date_terms import NotADate
from models.vocabulary.handovers import FamilyWord, VerificationMethod
from models.vocabulary.status import Health

type Problems = list[tuple[str, Words]]

NOON = time(12)
"""The hour that stands for a day on which nobody noted one."""


@dataclass(frozen=True, slots=True)
class ToldName:
    """Somebody as he gave his name."""

    name: str = ""
    father: str = ""
    born: str = ""

    @property
    def empty(self) -> bool:
        """Say whether nothing was typed."""
        return not (self.name.strip() or self.father.strip() or self.born.strip())


@dataclass(frozen=True, slots=True)
class ArrivalsDraft:
    """What stands in the form of who came."""

    day: str = ""
    hour: str = ""
    receiver: str = ""
    rows: tuple[str, ...] = ()
    men: tuple[OtherMan, ...] = ()
    told: tuple[ToldName, ...] = ()

    def problems(self, today: date) -> Problems:
        """List what stops a save: nobody named, a day or an hour nobody can read."""
        found = day_problem("day", self.day, today)
        if not self.day.strip() or (
            not found and typed_date(self.day).earliest != typed_date(self.day).latest
        ):
            found.append(("day", lambda t: t.say("Say on which day they came.")))
        if self.hour.strip() and _hour(self.hour) is None:
            found.append(("hour", lambda t: t.say("Write the hour like 14:30, or leave it out.")))
        if not (self.rows or self.men or self.told):
            found.append(("told", lambda t: t.say("Name at least one man who came.")))
        if any(not one.name.strip() for one in self.told):
            found.append(
                ("told", lambda t: t.say("Everybody who came needs a name as he told it."))
            )
        for one in self.told:
            found += day_problem("told", one.born, today)
        return found

    def arrived_at(self, now: datetime) -> datetime:
        """Give the moment, noon where no hour was noted; never later than now on the day itself."""
        day = typed_date(self.day).earliest
        moment = datetime.combine(day or now.date(), _hour(self.hour) or NOON, OFFICE_ZONE)
        return min(moment, now) if not self.hour.strip() else moment

    def request(self, handover_id: UUID, now: datetime) -> RecordArrivals:
        """Give what the register takes; raises NotADate."""
        return RecordArrivals(
            handover_id=handover_id,
            arrived_at=self.arrived_at(now),
            arrivals=(
                *(NewArrival(row_id=UUID(row)) for row in self.rows),
                *(NewArrival(_name_of(man), case_id=UUID(man.key)) for man in self.men),
                *(NewArrival(m.name, m.father, typed_date(m.born)) for m in self.told),
            ),
            receiver=self.receiver,
        )


def _name_of(man: OtherMan) -> str:
    """Give the name of a man of the register, who is shown as number and name."""
    return man.shown.partition(" ")[2] or man.shown


def _is_one_day(text: str) -> bool:
    day = typed_date(text)
    return day.earliest is not None and day.earliest == day.latest


def _hour(text: str) -> time | None:
    figures = text.strip().replace(".", ":").replace(" ", ":")
    if ":" not in figures and len(figures) in (3, 4):
        figures = f"{figures[:-2]}:{figures[-2:]}"
    hours, _, minutes = figures.partition(":")
    if not (hours.isdecimal() and (minutes or "0").isdecimal()):
        return None
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class VerifyDraft:
    """What stands in the form of a verification."""

    day: str = ""
    first: VerificationMethod = VerificationMethod.DOCUMENT
    first_by: str = ""
    second: VerificationMethod = VerificationMethod.RELATIVE
    second_by: str = ""
    verifier: str = ""
    narrative: str = ""

    def problems(self, today: date) -> Problems:
        """List what stops a save: one method twice, nobody who verified him."""
        found = day_problem("day", self.day, today)
        if self.first is self.second:
            found.append(
                (
                    "second",
                    lambda t: t.say("The second method must be another one than the first."),
                )
            )
        if not self.verifier.strip():
            found.append(("verifier", lambda t: t.say("Say who verified him.")))
        return found

    def request(self, arrival_id: UUID) -> VerifyIdentity:
        """Give what the register takes; raises NotADate."""
        return VerifyIdentity(
            arrival_id,
            Verification(self.first, self.first_by),
            Verification(self.second, self.second_by),
            self.verifier,
            occurred=typed_date(self.day),
            narrative=self.narrative,
        )


@dataclass(frozen=True, slots=True)
class MedicalDraft:
    """What stands in the form of a medical check."""

    day: str = ""
    facility: str = ""
    #: Nothing is said for the physician: how he is stays unknown until somebody chooses.
    health: Health = Health.UNKNOWN
    findings: str = ""

    def problems(self, today: date) -> Problems:
        """List what stops a save: nobody looked at him."""
        found = day_problem("day", self.day, today)
        if not self.facility.strip():
            found.append(
                ("facility", lambda t: t.say("Say which hospital or physician looked at him."))
            )
        return found

    def request(self, arrival_id: UUID) -> RecordMedicalCheck:
        """Give what the register takes; raises NotADate."""
        return RecordMedicalCheck(
            arrival_id, self.facility, self.health, self.findings, occurred=typed_date(self.day)
        )


@dataclass(frozen=True, slots=True)
class FamilyDraft:
    """What stands in the form of how the family learnt that he is home."""

    day: str = ""
    how: FamilyWord = FamilyWord.REUNITED
    narrative: str = ""

    def problems(self, today: date) -> Problems:
        """List what stops a save: told, but not whom."""
        found = day_problem("day", self.day, today)
        if self.how is FamilyWord.TOLD and not self.narrative.strip():
            found.append(("narrative", lambda t: t.say("Say who was told, and by whom.")))
        return found

    def request(self, arrival_id: UUID) -> RecordFamilyWord:
        """Give what the register takes; raises NotADate."""
        return RecordFamilyWord(arrival_id, self.how, self.narrative, occurred=typed_date(self.day))


@dataclass(frozen=True, slots=True)
class SeenDraft:
    """What he says of another man."""

    man: OtherMan
    when: str = ""
    where: str = ""
    condition: str = ""
    knew_him: bool = False
    heard_only: bool = False


@dataclass(frozen=True, slots=True)
class DebriefDraft:
    """What stands in the form of a debrief."""

    day: str = ""
    consent: str = ""
    interviewer: str = ""
    narrative: str = ""
    seen: tuple[SeenDraft, ...] = ()

    def problems(self, today: date) -> Problems:
        """List what stops a save: no consent, a day nobody can read."""
        found = day_problem("day", self.day, today)
        if not self.consent.strip():
            found.append(
                (
                    "consent",
                    lambda t: t.say(
                        "Without his consent there is no debrief. Write how he gave it."
                    ),
                )
            )
        for one in self.seen:
            found += day_problem("seen", one.when, today)
        return found

    def request(self, arrival_id: UUID) -> RecordDebrief:
        """Give what the register takes; raises NotADate."""
        return RecordDebrief(
            arrival_id,
            self.consent,
            self.interviewer,
            occurred=typed_date(self.day),
            narrative=self.narrative,
            seen=tuple(
                SeenThere(
                    UUID(one.man.key),
                    typed_date(one.when),
                    place_as_reported=one.where,
                    condition=one.condition,
                    words=_words_of(one) if one.heard_only else "",
                    knew_him=one.knew_him and not one.heard_only,
                    heard_only=one.heard_only,
                )
                for one in self.seen
            ),
        )


def _words_of(one: SeenDraft) -> str:
    return ", ".join(part for part in (one.where.strip(), one.condition.strip()) if part)


def day_problem(field: str, text: str, today: date) -> Problems:
    """Say why a typed day cannot be taken; nothing typed is no problem."""
    try:
        typed_date(text, today)
    except NotADate as fault:
        return [(field, _refused(fault))]
    return []


def _refused(fault: NotADate) -> Words:
    def said(t: Translator) -> str:
        return refusal(fault, t)

    return said
