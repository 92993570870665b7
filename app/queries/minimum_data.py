"""The minimum data set: what is missing before a case can be acted on (domain.md 2.1)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from models.cases import Case
from models.events import Event
from models.people import Person
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import IdentifierKind, Sex


class Minimum(StrEnum):
    """The items of the minimum data set, in order."""

    NAME = "MIN.NAME"
    FATHER = "MIN.FATHER"
    DOB = "MIN.DOB"
    SEX = "MIN.SEX"
    RESID = "MIN.RESID"
    IDNO = "MIN.IDNO"
    UNIT = "MIN.UNIT"
    DATE = "MIN.DATE"
    PLACE = "MIN.PLACE"
    CIRC = "MIN.CIRC"
    RESP = "MIN.RESP"
    STEPS = "MIN.STEPS"
    REPORTER = "MIN.REPORTER"
    KIN = "MIN.KIN"
    LEGAL = "MIN.LEGAL"
    PHOTO = "MIN.PHOTO"


_NUMBERS = frozenset(
    {
        IdentifierKind.SERVICE_NUMBER,
        IdentifierKind.MILITARY_ID,
        IdentifierKind.PASSPORT,
        IdentifierKind.NATIONAL_ID,
    }
)
_LAST_NEWS = frozenset(
    {EventCode.E02, EventCode.E03, EventCode.E04, EventCode.C10, EventCode.C11, EventCode.C12}
)
#: Who turned to a court, to the other side, to the United Nations, or searched for him.
_STEPS_TAKEN = frozenset(
    {
        EventCode.E06,
        EventCode.D22,
        EventCode.L46,
        EventCode.L50,
        EventCode.L51,
        EventCode.L53,
        EventCode.L54,
        EventCode.R60,
    }
)


def gaps(
    case: Case, person: Person, events: Sequence[Event], *, consented: bool
) -> tuple[str, ...]:
    """Give the items that are missing, in the order of the data set.

    `consented` says whether any consent stands in the case.
    """
    standing = [event for event in events if event.stands]
    news = [event for event in standing if event.code in _LAST_NEWS]
    service = person.service
    has = {
        Minimum.NAME: any(name.family and name.given for name in person.names),
        Minimum.FATHER: any(name.patronymic or name.patronymic_base for name in person.names),
        Minimum.DOB: person.birth.edtf is not None,
        Minimum.SEX: person.sex is not Sex.UNKNOWN,
        Minimum.RESID: bool(
            person.birth_place_id
            or person.birth_place_as_reported
            or person.home_place_id
            or person.home_address
        ),
        Minimum.IDNO: any(number.kind in _NUMBERS for number in person.identifiers),
        Minimum.UNIT: any(
            (record.unit_id or record.unit_as_written) and (record.rank or record.rank_as_written)
            for record in service
        ),
        Minimum.DATE: any(event.occurred.edtf is not None for event in news),
        Minimum.PLACE: any(event.place_id or event.place_as_reported for event in news),
        Minimum.CIRC: bool(case.circumstances or any(event.narrative for event in news)),
        Minimum.RESP: bool(case.believed_responsible),
        Minimum.STEPS: bool(case.steps_taken)
        or any(event.code in _STEPS_TAKEN for event in standing),
        Minimum.REPORTER: any(
            event.code is EventCode.E01 and event.assertions for event in standing
        ),
        Minimum.KIN: any(r.is_notification_address or r.phone for r in person.relatives),
        Minimum.LEGAL: consented,
        Minimum.PHOTO: person.portrait_id is not None,
    }
    return tuple(item.value for item in Minimum if not has[item])
