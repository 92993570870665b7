"""Tells a register everything it can be told, each text a planted word, through the use cases."""

from __future__ import annotations

import io
from dataclasses import fields
from datetime import timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from uuid import UUID

from app.jobs import import_job
from app.queries.cases.file import case_file
from app.services import claims, office, sources
from app.services.cases import cases, events, incidents, overrides, people
from app.services.desk import desk
from app.services.exhibits.exhibits import take_in_exhibit
from app.services.handovers import handovers
from app.services.places import places
from app.shapes.case_file import CaseFile
from app.shapes.office import Office
from app.shapes.requests.cases import (
    ChangeCase,
    ChangePerson,
    CloseCase,
    IdentifierDetails,
    LiftOverride,
    NameForm,
    PersonDetails,
    RegisterMan,
    RelativeDetails,
    ReopenCase,
    SaveIdentifier,
    SaveName,
    SaveRelative,
    SaveService,
    ServiceDetails,
    SetOverride,
)
from app.shapes.requests.evidence import (
    AddAssertion,
    CiteFact,
    CorrectEvent,
    NewSource,
    PreferAccount,
    RecordEvent,
    SaidBy,
    WithdrawAssertion,
    WithdrawEvent,
)
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo, TakeInExhibit
from app.shapes.requests.handovers import RecordHandover
from app.shapes.requests.incidents import (
    AddPosition,
    AddUnit,
    OpenIncident,
    RecordClaim,
)
from app.shapes.requests.places import AddPlace, PlaceNameForm
from app.vault.evidence import fingerprint
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, ClosureReason, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.exhibits import ExhibitKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, NameKind, Relation
from models.vocabulary.places import PlaceKind
from models.vocabulary.status import Facet
from tests.factories.men import day
from tests.importing.invented_lists import HEADER, profile
from tests.security.canaries import CANARIES

#: Texts that are codes: of a language, a vocabulary, a series.
_CODES = {"lang", "words_lang", "number", "says", "rank", "code", "figure", "prefix", "value"}
_WORDS = cycle(CANARIES)


def talking[T](kind: type[T], /, **given: object) -> T:
    """Make a request whose every free text is a planted word."""
    spoken = {
        field.name: next(_WORDS)
        for field in fields(kind)  # type: ignore[arg-type]  # every request is a dataclass
        if field.type in {"str", str} and field.name not in _CODES | set(given)
    }
    return kind(**spoken, **given)


def source() -> SaidBy:
    """Let a source speak that nobody else speaks like."""
    new = talking(NewSource, kind=SourceKind.OTHER, confidential=True)
    said = PartialDate.unknown(next(_WORDS))
    return talking(SaidBy, source=new, said=said, account=PartialDate.unknown(next(_WORDS)))


def event(case_id: UUID | None, code: EventCode, **more: object) -> RecordEvent:
    """Record something in planted words."""
    given: dict[str, object] = {
        "case_ids": (case_id,) if case_id else (),
        "code": code,
        "occurred": PartialDate.unknown(next(_WORDS)),
        "said_by": (source(), source()),
    }
    return talking(RecordEvent, **(given | more))


def tell_everything(register: Workspace, lists: Path) -> UUID:
    """Use every use case that takes words; answers the case most was said about."""
    incident = register.write(partial(incidents.open_incident, request=talking(OpenIncident))).value
    unit = register.write(partial(incidents.add_unit, request=talking(AddUnit))).value
    position = register.write(
        partial(
            incidents.add_position,
            request=talking(AddPosition, incident_id=incident, unit_id=unit),
        )
    ).value
    place = register.write(
        partial(
            places.add_place,
            request=talking(
                AddPlace,
                kind=PlaceKind.SETTLEMENT,
                names=tuple(PlaceNameForm("hy", next(_WORDS)) for _ in range(3)),
            ),
        )
    ).value
    man = _register(register, incident, position, place)
    _edit(register, man, incident)
    _speak(register, man, place)
    _publish(register, incident)
    _keep_on_the_desk(register)
    _import(register, lists)
    _end(register, man)
    return man


def _register(register: Workspace, incident: UUID, position: UUID, place: UUID) -> UUID:
    details = talking(
        PersonDetails,
        birth=PartialDate.unknown(next(_WORDS)),
        home_place_id=place,
        blood_group="A+",
        do_not_transmit=True,
    )
    man = talking(
        RegisterMan,
        names=tuple(talking(NameForm, lang="hy") for _ in range(3)),
        details=details,
        service=talking(ServiceDetails, since=PartialDate.unknown(next(_WORDS))),
        identifiers=(talking(IdentifierDetails, kind=IdentifierKind.PASSPORT, value=next(_WORDS)),),
        relatives=(talking(RelativeDetails, relation=Relation.MOTHER),),
        incident_id=incident,
        position_id=position,
        report=event(None, EventCode.E01),
    )
    return register.write(partial(cases.register_man, request=man)).value.case_id


def _edit(register: Workspace, man: UUID, incident: UUID) -> None:
    file = file_of(register, man)
    for use_case, request in (
        (
            people.change_person,
            talking(
                ChangePerson,
                case_id=man,
                version=file.person_version,
                details=talking(PersonDetails, blood_group="0"),
            ),
        ),
        (
            cases.change_case,
            talking(
                ChangeCase,
                case_id=man,
                version=file.version,
                incident_id=incident,
                position_id=None,
                access_limited=True,
            ),
        ),
        (
            people.save_name,
            talking(SaveName, case_id=man, name=talking(NameForm, kind=NameKind.ALIAS)),
        ),
        (people.save_service, talking(SaveService, case_id=man, service=_service())),
        (
            people.save_identifier,
            talking(
                SaveIdentifier,
                case_id=man,
                identifier=talking(
                    IdentifierDetails, kind=IdentifierKind.OTHER, value=next(_WORDS)
                ),
            ),
        ),
        (
            people.save_relative,
            talking(
                SaveRelative,
                case_id=man,
                relative=talking(RelativeDetails, relation=Relation.FATHER),
            ),
        ),
        (
            sources.cite_fact,
            talking(
                CiteFact,
                case_id=man,
                subject_id=man,
                field="occupation",
                said_by=source(),
            ),
        ),
    ):
        register.write(partial(use_case, request=request))  # type: ignore[arg-type]  # each with its own


def _service() -> ServiceDetails:
    return talking(ServiceDetails)


def _speak(register: Workspace, man: UUID, place: UUID) -> None:
    (seen,) = register.write(
        partial(events.record_event, request=event(man, EventCode.C12, place_id=place, figure="V1"))
    ).value
    said = AddAssertion(seen, source())
    assertion = register.write(partial(events.add_assertion, request=said)).value
    kept = file_of(register, man).event(seen)
    assert kept is not None
    prefer = talking(PreferAccount, event_id=seen, version=kept.version, assertion_id=assertion)
    register.write(partial(events.prefer_account, request=prefer))
    taken = talking(WithdrawAssertion, assertion_id=assertion, version=1)
    register.write(partial(events.withdraw_assertion, request=taken))
    kept = file_of(register, man).event(seen)
    assert kept is not None
    corrected = talking(
        CorrectEvent,
        event_id=seen,
        version=kept.version,
        corrected=event(man, EventCode.C12, occurred=day("2020-12-15")),
    )
    newer = register.write(partial(events.correct_event, request=corrected)).value
    kept = file_of(register, man).event(newer)
    assert kept is not None
    withdrawn = talking(WithdrawEvent, event_id=newer, version=kept.version)
    register.write(partial(events.withdraw_event, request=withdrawn))


def _publish(register: Workspace, incident: UUID) -> None:
    claim = talking(
        RecordClaim,
        category=ClaimCategory.MISSING,
        form=ClaimForm.WORDS,
        said_by=source(),
        incident_id=incident,
    )
    register.write(partial(claims.record_claim, request=claim))
    handover = talking(RecordHandover, occurred=day("2021-01-28"), incident_id=incident)
    register.write(partial(handovers.record_handover, request=handover))
    register.write(lambda unit: office.name_office(unit, talking(Office)))


def _keep_on_the_desk(register: Workspace) -> None:
    for word in CANARIES:
        content = f'{{"words": "{word}"}}'
        register.write(partial(desk.keep_draft, form="event", subject=word, content=content))
        register.write(partial(desk.remember, key=f"search.{word}"[:60], value=f'"{word}"'))


def _import(register: Workspace, lists: Path) -> None:
    """Take in a list whose name and whose every cell is a planted word."""
    lists.mkdir()
    path = lists / f"{CANARIES[0]}.csv"
    columns = len(HEADER.split(","))
    rows = [",".join(next(_WORDS) + str(n) for _ in range(columns)) for n in range(30)]
    path.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    register.write(partial(desk.drop_draft, form="event", subject=CANARIES[3]))
    report = import_job.run(register, path, profile(), received_from=next(_WORDS))
    assert report.new == 30
    assert report.batch_id is not None
    import_job.undo(register, report.batch_id, next(_WORDS))
    import_job.run(register, path, profile(), received_from=next(_WORDS))


def _end(register: Workspace, man: UUID) -> None:
    override = talking(
        SetOverride,
        case_id=man,
        facet=Facet.CUSTODY,
        value="INDICATED",
        reason=" ".join(next(_WORDS) for _ in range(3)),
        review_by=register.clock.today() + timedelta(days=30),
    )
    set_id = register.write(partial(overrides.set_override, request=override)).value
    lift = talking(LiftOverride, override_id=set_id, version=1)
    register.write(partial(overrides.lift_override, request=lift))
    close = talking(
        CloseCase,
        case_id=man,
        version=file_of(register, man).version,
        reason=ClosureReason.OUTSIDE_MANDATE,
    )
    register.write(partial(cases.close_case, request=close))
    reopen = talking(ReopenCase, case_id=man, version=file_of(register, man).version)
    register.write(partial(cases.reopen_case, request=reopen))


def file_of(register: Workspace, man: UUID) -> CaseFile:
    """Read his file."""
    return register.read(lambda reader: case_file(reader, man))


def attach_everything(register: Workspace, man: UUID) -> None:
    """Attach a file with every planted word in it, in its name and in what is said of it."""
    words = "\n".join(CANARIES)
    for code in ("utf-8", "utf-16le"):
        source = io.BytesIO(words.encode(code) * 40)
        kept = register.evidence.keep(source, fingerprint(source))
        facts = talking(ExhibitFacts, kind=ExhibitKind.LETTER, origin_unknown=False)
        request = talking(
            TakeInExhibit,
            kept=kept,
            media_type="text/plain",
            facts=facts,
            links=(LinkTo(man),),
            warnings=(),
        )
        register.write(partial(take_in_exhibit, request=request))
