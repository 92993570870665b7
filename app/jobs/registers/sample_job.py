"""Makes the sample: the founding incident, its men invented, entered day by day by the use cases.

Every use case runs at its moment on a simulated clock, so that "as known on" has something to
show (decisions.md, Data 5). The sample ends on 10 March 2021. What was published of return
operations after that day is entered on it, with the day on which it was said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from app.clock import FrozenClock
from app.jobs.sample import (
    asked,
    exhibits,
    families,
    handovers,
    lists,
    papers,
    public_record,
    submissions,
    tasks,
)
from app.jobs.sample.asked import RELATIVES, Known
from app.jobs.sample.content import (
    SampleAmendment,
    SampleEvent,
    SampleMan,
    SampleSaid,
    men,
    said,
    together,
)
from app.queries.cases.file import case_file
from app.sandbox.exhibit_calls import FileDesk
from app.services.cases.cases import change_case, close_case, register_man
from app.services.cases.events import (
    add_assertion,
    correct_event,
    prefer_account,
    record_event,
    withdraw_event,
)
from app.services.cases.incidents import add_position, add_unit, open_incident
from app.services.claims import record_claim
from app.services.handovers.handovers import record_handover
from app.services.office import name_office
from app.services.places.gazetteer import load_gazetteer
from app.services.places.toml_table import Table
from app.services.sources import add_source, cite_fact
from app.shapes.case_file import CaseFile, EventView
from app.shapes.progress import Progress, Report, silent
from app.shapes.requests.cases import ChangeCase, CloseCase
from app.shapes.requests.evidence import (
    AddAssertion,
    CiteFact,
    CorrectEvent,
    PreferAccount,
    WithdrawEvent,
)
from app.workspace import Workspace
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.people import NameKind

REPORT_EVERY = 20
"""Steps between two words on how far the work has come."""

_AFTER_REGISTERING = timedelta(minutes=4)
_SAID_OF_THE_CASE = (
    "circumstances_releasable", "responsible", "steps", "remark", "urgent", "access_limited",
)  # fmt: skip


class Step(NamedTuple):
    """One thing staff did, at its moment."""

    at: datetime
    do: Callable[[], None]


def make_sample(workspace: Workspace, clock: FrozenClock, progress: Report = silent) -> None:
    """Fill a fresh register with the sample; `clock` is the clock the workspace was opened with.

    Raises:
        ValueError: the workspace runs on another clock, or a file of the sample is damaged;
        NotAllowed: the member of staff at work does not hold every role.
    """
    if workspace.clock is not clock:
        raise ValueError("the sample needs the clock of its workspace")
    with FileDesk() as desk:
        steps = sorted(SampleMaker(workspace, clock, desk).steps(), key=attrgetter("at"))
        for done, step in enumerate(steps):
            if done % REPORT_EVERY == 0:
                progress(Progress(done, len(steps), "sample"))
            clock.set(max(step.at, clock.now()))
            step.do()
    progress(Progress(len(steps), len(steps), "sample"))


class SampleMaker:
    """Knows what was entered so far, and asks the use cases for the rest."""

    def __init__(self, workspace: Workspace, clock: FrozenClock, desk: FileDesk) -> None:
        self._workspace = workspace
        self._desk = desk
        self._clock = clock
        self._known = Known()
        self._events: dict[int, UUID] = {}
        self._of_families: dict[int, UUID] = {}
        self._family = public_record.sample_file("sources").table("family")
        self._sources = {
            source.text("key"): source
            for source in public_record.sample_file("sources").tables("source")
        }

    def steps(self) -> Iterator[Step]:
        """Give everything that was done, in no order."""
        incident = public_record.sample_file("incident")
        opened = incident.moment("opened")
        yield Step(opened - timedelta(minutes=2), self._found_office)
        yield Step(opened, partial(self._open_incident, incident))
        for event in together():
            yield Step(event.at, partial(self._record, event, None))
        for handover in public_record.handovers():
            yield Step(handover.moment("at"), partial(self._record_handover, handover))
        for claim, spoken in public_record.claims():
            yield Step(claim.moment("at"), partial(self._record_claim, claim, spoken))
        for back in handovers.sample_returns():
            yield Step(back.moment("at"), partial(self._let_come, back))
        for man in men().values():
            yield from self._steps_of(man)
        for told in exhibits.sample_exhibits():
            yield Step(told.moment("at"), partial(self._bring_in, told))
        for entry in submissions.sample_submissions():
            yield Step(entry.at, partial(self._enter, entry))
        for kind, of_family in families.sample_families():
            yield Step(of_family.moment("at"), partial(self._enter_family, kind, of_family))
            if "withdrawn_at" in of_family:
                gone = of_family.moment("withdrawn_at")
                yield Step(gone, partial(self._take_consent_back, of_family))
        yield Step(tasks.SET_AT, self._set_tasks)
        for way, told in lists.sample_lists():
            yield Step(told.moment("at"), partial(self._pass_list, way, told))
        for paper in papers.sample_papers():
            yield Step(paper.at, partial(self._let_leave, paper))

    def _steps_of(self, man: SampleMan) -> Iterator[Step]:
        yield Step(man.opened, partial(self._register, man))
        if any(key in man.told for key in _SAID_OF_THE_CASE):
            yield Step(man.opened + _AFTER_REGISTERING, partial(self._describe_case, man))
        for event in man.events:
            if event is not man.report:
                yield Step(event.at, partial(self._record, event, man))
            yield from self._afterwards(event, man)
        for fact in man.told.tables("citations"):
            yield Step(fact.moment("at"), partial(self._cite, fact, man))
        if "closed" in man.told:
            closed = man.told.table("closed")
            yield Step(closed.moment("at"), partial(self._close, closed, man))

    def _afterwards(self, event: SampleEvent, man: SampleMan) -> Iterator[Step]:
        for spoken in event.later:
            yield Step(spoken.at or event.at, partial(self._add, event, spoken, man))
        if event.preferred:
            yield Step(event.preferred.at, partial(self._prefer, event, event.preferred, man))
        if event.withdrawn:
            yield Step(event.withdrawn.at, partial(self._withdraw, event, event.withdrawn, man))
        if event.corrected and event.correction:
            yield Step(
                event.corrected.at,
                partial(self._correct, event, event.corrected, event.correction, man),
            )

    # --- what is not about one man

    def _found_office(self) -> None:
        self._workspace.write(lambda uow: name_office(uow, public_record.office_asked()))
        self._known.places.update(self._workspace.write(load_gazetteer).value)

    def _set_tasks(self) -> None:
        tasks.set_tasks(self._workspace, self._known.cases)

    def _open_incident(self, told: Table) -> None:
        known, write = self._known, self._workspace.write
        request = public_record.incident_asked(told, known)
        known.incident = write(lambda uow: open_incident(uow, request)).value
        for unit in told.tables("unit"):
            new_unit = public_record.unit_asked(unit, known)
            known.units[unit.text("key")] = write(partial(add_unit, request=new_unit)).value
        for position in told.tables("position"):
            key = position.text("key")
            new_position = public_record.position_asked(position, known)
            known.positions[key] = write(partial(add_position, request=new_position)).value
            known.unit_of_position[key] = position.text("unit")

    def _record_handover(self, told: Table) -> None:
        request = public_record.handover_asked(told, self._known)
        outcome = self._workspace.write(lambda uow: record_handover(uow, request))
        self._known.handovers[told.text("key")] = outcome.value

    def _record_claim(self, told: Table, spoken: SampleSaid) -> None:
        self._know_sources([spoken])
        request = public_record.claim_asked(told, spoken, self._known)
        self._workspace.write(lambda uow: record_claim(uow, request))

    def _let_come(self, told: Table) -> None:
        source = self._known.sources[told.text("said_by")]
        handovers.let_come(self._workspace, told, self._known, source)

    def _enter(self, entry: submissions.Entry) -> None:
        entry.enter(self._workspace, self._known.cases, self._known.sources)

    def _let_leave(self, paper: papers.Leaving) -> None:
        paper.leave(self._workspace, self._known.cases)

    # --- what is about a man

    def _bring_in(self, told: Table) -> None:
        case_id = self._known.cases[told.text("case")]
        exhibits.bring_in(self._workspace, told, case_id, self._desk)

    def _enter_family(self, kind: str, told: Table) -> None:
        case_id = self._known.cases[told.text("case")]
        self._of_families[id(told)] = families.enter(self._workspace, kind, told, case_id)

    def _take_consent_back(self, told: Table) -> None:
        families.take_back(self._workspace, told, self._of_families[id(told)])

    def _pass_list(self, way: str, told: Table) -> None:
        known = self._known
        if known.incident is None:
            raise ValueError("the incident of the sample is opened first")
        if way == lists.SENT:
            lists.send(self._workspace, told, known.cases, known.incident)
            return
        key = told.text("issuer")
        if key not in known.sources:
            request = asked.source_asked(self._sources[key])
            entered = self._workspace.write(partial(add_source, request=request))
            known.sources[key] = entered.value
        issuer = known.sources[key]
        lists.receive(self._workspace, told, issuer, known.incident, known.handovers)

    def _register(self, man: SampleMan) -> None:
        if man.report:
            self._know_sources(man.report.said, man)
        request = asked.man_asked(man, self._known)
        registered = self._workspace.write(lambda uow: register_man(uow, request)).value
        self._known.cases[man.number] = registered.case_id

    def _describe_case(self, man: SampleMan) -> None:
        told, case_id = man.told, self._known.cases[man.number]
        request = ChangeCase(
            case_id=case_id,
            version=self._file(man).version,
            incident_id=self._known.incident if man.in_incident else None,
            position_id=self._known.positions.get(told.text("position")),
            circumstances=told.text("circumstances"),
            circumstances_releasable=told.text("circumstances_releasable"),
            believed_responsible=told.text("responsible"),
            steps_taken=told.text("steps"),
            remark=told.text("remark"),
            access_limited=told.flag("access_limited"),
            urgent=told.flag("urgent"),
            reason=told.text("limited_why"),
        )
        self._workspace.write(lambda uow: change_case(uow, request))

    def _record(self, event: SampleEvent, man: SampleMan | None) -> None:
        self._know_sources(event.said, man)
        request = asked.event_asked(event, self._known, man)
        ids = self._workspace.write(lambda uow: record_event(uow, request)).value
        self._events[id(event)] = ids[0]

    def _add(self, event: SampleEvent, spoken: SampleSaid, man: SampleMan) -> None:
        self._know_sources([spoken], man)
        request = AddAssertion(
            self._events[id(event)], asked.said_by(spoken, self._known, man.number)
        )
        self._workspace.write(lambda uow: add_assertion(uow, request))

    def _prefer(self, event: SampleEvent, why: SampleAmendment, man: SampleMan) -> None:
        view = self._view(event, man)
        said = view.assertions[why.which]
        request = PreferAccount(view.id, view.version, said.id, why.reason)
        self._workspace.write(lambda uow: prefer_account(uow, request))

    def _withdraw(self, event: SampleEvent, why: SampleAmendment, man: SampleMan) -> None:
        view = self._view(event, man)
        request = WithdrawEvent(view.id, view.version, why.reason)
        self._workspace.write(lambda uow: withdraw_event(uow, request))

    def _correct(
        self, event: SampleEvent, why: SampleAmendment, correction: SampleEvent, man: SampleMan
    ) -> None:
        view = self._view(event, man)
        corrected = asked.event_asked(correction, self._known, man)
        request = CorrectEvent(view.id, view.version, corrected, why.reason)
        self._workspace.write(lambda uow: correct_event(uow, request))

    def _cite(self, fact: Table, man: SampleMan) -> None:
        spoken = said(fact)
        self._know_sources([spoken], man)
        case_id = self._known.cases[man.number]
        request = CiteFact(
            case_id=case_id,
            subject_id=_subject(self._file(man), fact.text("subject")),
            field=fact.text("field"),
            said_by=asked.said_by(spoken, self._known, man.number),
            states=fact.text("states"),
        )
        self._workspace.write(lambda uow: cite_fact(uow, request))

    def _close(self, told: Table, man: SampleMan) -> None:
        case_id = self._known.cases[man.number]
        request = CloseCase(
            case_id=case_id,
            version=self._file(man).version,
            reason=ClosureReason(told.text("reason")),
            note=told.text("note"),
        )
        self._workspace.write(lambda uow: close_case(uow, request))

    # --- what both need

    def _know_sources(self, spoken: Iterable[SampleSaid], man: SampleMan | None = None) -> None:
        """Enter the sources that speak for the first time."""
        for one in spoken:
            key = one.by
            if man is not None and one.by in RELATIVES:
                key = f"{man.number} {one.by}"
                request = asked.relative_as_source(self._family, one.by, man)
            else:
                request = asked.source_asked(self._sources[one.by])
            if key not in self._known.sources:
                entered = self._workspace.write(partial(add_source, request=request))
                self._known.sources[key] = entered.value

    def _file(self, man: SampleMan) -> CaseFile:
        case_id = self._known.cases[man.number]
        return self._workspace.read(lambda reader: case_file(reader, case_id))

    def _view(self, event: SampleEvent, man: SampleMan) -> EventView:
        view = self._file(man).event(self._events[id(event)])
        if view is None:
            raise ValueError(f"{man.number}: {event.code}")
        return view


def _subject(file: CaseFile, written: str) -> UUID:
    """Find the record a citation is about: the person, his service, his name in a language."""
    what, _, lang = written.partition("-")
    if what == "service":
        return file.service[0].id
    if what == "name":
        return next(
            name.id
            for name in file.names
            if name.form.lang == lang and name.form.kind is NameKind.OFFICIAL
        )
    return file.case_id
