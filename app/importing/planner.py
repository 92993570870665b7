"""Decides what becomes of each row: new, matched, updated or refused; pure, no SQL.

Only a number of a paper or list, or a decision a person made in the preview, ties a row to a
man who is here already; names only propose (decisions.md, Data 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from app.importing.known import Known, NumberKey, number_key
from app.importing.men import man_of
from app.importing.pfif import pfif_man
from app.importing.profile import ListForm, Profile
from app.importing.rows import EventMark, ListedEvent, ListedMan, RowFault, RowNote, RowRefused
from app.importing.table import Record, whole
from app.search.fold import fold, fold_number
from app.shapes.imports import Alike
from app.shapes.requests.cases import IdentifierDetails, NameForm
from models.vocabulary.accounts import RowOutcome
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind


class RowDecision(StrEnum):
    """What a person may decide about a row besides naming the case it belongs to."""

    NEW_MAN = "NEW_MAN"
    LEAVE_OUT = "LEAVE_OUT"


type Decision = UUID | RowDecision


@dataclass(slots=True)
class Additions:
    """What a row brings to a man that was not known of him."""

    names: list[NameForm] = field(default_factory=list)
    identifiers: list[IdentifierDetails] = field(default_factory=list)
    service: bool = False
    events: list[ListedEvent] = field(default_factory=list)
    birth: bool = False

    def __bool__(self) -> bool:
        return bool(self.names or self.identifiers or self.service or self.events or self.birth)


@dataclass(slots=True)
class RowPlan:
    """What becomes of one row. `first` is the row that made the man, where it stood in the file."""

    record: Record
    outcome: RowOutcome
    reason: str = ""
    detail: str = ""
    man: ListedMan | None = None
    case_id: UUID | None = None
    #: The number of the case he has already.
    number: str = ""
    first: RowPlan | None = None
    adds: Additions = field(default_factory=Additions)
    notes: tuple[RowNote, ...] = ()
    #: Men of the register whom a new man resembles; only a person says that he is one of them.
    alike: tuple[Alike, ...] = ()


@dataclass(slots=True)
class _InFile:
    """A man as the rows of the file so far have made him."""

    plan: RowPlan
    seen: _Seen


@dataclass(slots=True)
class _Seen:
    """What is known of a man while rows are added to him."""

    birth: PartialDate
    names: set[str]
    numbers: set[tuple[IdentifierKind, str, str]]
    services: set[tuple[str, str]]
    events: set[EventMark]
    births_said: set[tuple[str, str]]


def read_men(table: Iterable[Record], profile: Profile) -> list[RowPlan]:
    """Read every row; those that cannot be taken are refused with their reason."""
    plans = []
    read = pfif_man if profile.layout.form is ListForm.PFIF else man_of
    for record in table:
        try:
            man = read(whole(record), profile)
        except RowRefused as refused:
            plans.append(RowPlan(record, RowOutcome.REFUSED, refused.fault.value, refused.detail))
        else:
            plans.append(RowPlan(record, RowOutcome.NEW, man=man, notes=man.notes))
    return plans


def plan_rows(
    plans: list[RowPlan], known: Known, decisions: Mapping[int, Decision] | None = None
) -> list[RowPlan]:
    """Decide each row in turn; a row may meet a man whom an earlier row of the file made."""
    planner = _Planner(known, decisions or {})
    for plan in plans:
        if plan.man is not None:
            try:
                planner.decide(plan, plan.man)
            except RowRefused as refused:
                plan.outcome, plan.reason = RowOutcome.REFUSED, refused.fault.value
                plan.detail = refused.detail
    return plans


class _Planner:
    def __init__(self, known: Known, decisions: Mapping[int, Decision]) -> None:
        self._known = known
        self._decisions = decisions
        self._verbatim: dict[tuple[str, ...], int] = {}
        self._by_number: dict[NumberKey, _InFile] = {}
        self._seen: dict[UUID, _Seen] = {}

    def decide(self, plan: RowPlan, man: ListedMan) -> None:
        decision = self._decisions.get(man.row)
        if decision is RowDecision.LEAVE_OUT:
            raise RowRefused(RowFault.LEFT_OUT)
        first_row = self._verbatim.setdefault(plan.record.verbatim, man.row)
        if first_row != man.row:
            raise RowRefused(RowFault.SAME_ROW_TWICE, str(first_row))
        keys = [key for number in man.identifiers if (key := number_key(number))]
        if isinstance(decision, UUID):
            self._join_case(plan, man, decision)
        elif decision is RowDecision.NEW_MAN or not self._join_by_number(plan, man, keys):
            if not man.names:
                raise RowRefused(RowFault.NOBODY_HERE, man.locator)
            plan.outcome = RowOutcome.NEW
        self._remember(plan, man, keys)

    def _join_by_number(self, plan: RowPlan, man: ListedMan, keys: list[NumberKey]) -> bool:
        here = self._carriers(keys)
        in_file = {
            id(found.plan): found for key in keys if (found := self._by_number.get(key)) is not None
        }
        cases = here | {f.plan.case_id for f in in_file.values() if f.plan.case_id is not None}
        makers = [f for f in in_file.values() if f.plan.case_id is None]
        if len(cases) + len(makers) > 1:
            numbers = [self._known.cases[one].number for one in cases if one in self._known.cases]
            rows = [str(maker.plan.record.row) for maker in makers]
            raise RowRefused(RowFault.ID_OF_TWO_MEN, ", ".join(sorted(numbers) + rows))
        if cases:
            self._join_case(plan, man, cases.pop(), by_number=True)
            return True
        if makers:
            self._join_row(plan, man, makers[0])
            return True
        return False

    def _carriers(self, keys: list[NumberKey]) -> set[UUID]:
        """Give the cases that carry his numbers; those in the bin only where there is no other."""
        cases = self._known.cases
        found = {self._known.by_number[key] for key in keys if key in self._known.by_number}
        in_bin = {one for one in found if one in cases and cases[one].in_bin}
        return found - in_bin or found

    def _join_case(
        self, plan: RowPlan, man: ListedMan, case_id: UUID, *, by_number: bool = False
    ) -> None:
        case = self._known.cases.get(case_id)
        if case is None:
            raise RowRefused(RowFault.NO_SUCH_CASE)
        if case.in_bin:
            raise RowRefused(RowFault.IN_BIN, case.number)
        seen = self._seen.get(case_id)
        if seen is None:
            seen = self._seen[case_id] = _Seen(
                case.birth, set(case.names), set(case.numbers), set(case.services),
                set(case.events), set(case.births_said),
            )  # fmt: skip
        if by_number:
            _refuse_another_man(man, seen, case.number)
        plan.case_id, plan.number = case_id, case.number
        plan.adds = _additions(man, seen)
        plan.outcome = RowOutcome.UPDATED if plan.adds else RowOutcome.MATCHED
        if plan.adds.birth:
            plan.notes = (*plan.notes, RowNote.BIRTH_DIFFERS)

    def _join_row(self, plan: RowPlan, man: ListedMan, found: _InFile) -> None:
        first = found.plan
        _refuse_another_man(man, found.seen, str(first.record.row))
        plan.first = first
        plan.detail = str(first.record.row)
        plan.notes = (*plan.notes, RowNote.SAME_AS_ROW)
        plan.adds = _additions(man, found.seen)
        plan.outcome = RowOutcome.UPDATED if plan.adds else RowOutcome.MATCHED

    def _remember(self, plan: RowPlan, man: ListedMan, keys: list[NumberKey]) -> None:
        if plan.first is not None:
            found = self._by_number[next(key for key in keys if key in self._by_number)]
        elif plan.case_id is not None:
            found = _InFile(plan, self._seen[plan.case_id])
        elif keys:
            found = _InFile(plan, _seen_in(man))
        else:
            return
        for key in keys:
            self._by_number.setdefault(key, found)


def _seen_in(man: ListedMan) -> _Seen:
    return _Seen(
        birth=man.birth,
        names={name.full_as_written for name in man.names},
        numbers={_plain_key(number) for number in man.identifiers},
        services={_service_key(man)},
        events={event.mark for event in man.events},
        births_said=set(),
    )


def _plain_key(number: IdentifierDetails) -> tuple[IdentifierKind, str, str]:
    return (number.kind, number.scope, fold_number(number.value))


def _service_key(man: ListedMan) -> tuple[str, str]:
    service = man.service
    return ("", "") if service is None else (service.rank_as_written, service.unit_as_written)


def _refuse_another_man(man: ListedMan, seen: _Seen, which: str) -> None:
    """Refuse a number that stands for two men: neither name nor birth agrees.

    One of the two may differ: men were taken under another name, clerks mistook years.
    """
    same_name = any(
        _name_words(name.full_as_written) & words
        for name in man.names
        for words in map(_name_words, seen.names)
    )
    if not same_name and not man.birth.may_overlap(seen.birth):
        raise RowRefused(RowFault.ID_OF_ANOTHER, which)


def _name_words(full: str) -> frozenset[str]:
    return frozenset(word for word in fold(full).split() if len(word) > 1)


def _additions(man: ListedMan, seen: _Seen) -> Additions:
    """Collect what is new and note it, so that the next row does not bring it again."""
    adds = Additions()
    for name in man.names:
        if name.full_as_written not in seen.names:
            seen.names.add(name.full_as_written)
            adds.names.append(name)
    for number in man.identifiers:
        if _plain_key(number) not in seen.numbers:
            seen.numbers.add(_plain_key(number))
            adds.identifiers.append(number)
    service = _service_key(man)
    if service != ("", "") and service not in seen.services:
        seen.services.add(service)
        adds.service = True
    for event in man.events:
        if event.mark not in seen.events:
            seen.events.add(event.mark)
            adds.events.append(event)
    said = (man.birth.edtf or "", man.birth.text)
    differs = man.birth.is_known and man.birth.edtf != seen.birth.edtf
    if differs and said not in seen.births_said:
        seen.births_said.add(said)
        adds.birth = True
    return adds
