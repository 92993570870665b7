"""The kinds of rows that hang on a man or his file and go with him when two files become one."""

from __future__ import annotations

from typing import Final

from models.cases import StatusOverride
from models.disclosures import DisclosedCase
from models.events import Assertion, Citation, Event
from models.exhibits import ExhibitLink
from models.families import Consent, ConsentToScope, FamilyContact
from models.handovers import Arrival
from models.lists import ListRow, RowNotHim
from models.people import Identifier, PersonName, Relative, ServiceRecord
from models.submissions import SubmissionMan
from models.tasks import Task

type CarriedOfPerson = PersonName | Identifier | ServiceRecord | Relative
type CarriedOfCase = (
    Event
    | Assertion
    | Citation
    | ExhibitLink
    | StatusOverride
    | ListRow
    | RowNotHim
    | Arrival
    | SubmissionMan
    | DisclosedCase
    | Consent
    | ConsentToScope
    | FamilyContact
    | Task
)
type Carried = CarriedOfPerson | CarriedOfCase

OF_PERSON: Final[tuple[type[CarriedOfPerson], ...]] = (
    PersonName,
    Identifier,
    ServiceRecord,
    Relative,
)
OF_CASE: Final[tuple[type[CarriedOfCase], ...]] = (
    Event,
    Assertion,
    Citation,
    ExhibitLink,
    StatusOverride,
    ListRow,
    RowNotHim,
    Arrival,
    SubmissionMan,
    DisclosedCase,
    Consent,
    ConsentToScope,
    FamilyContact,
    Task,
)
