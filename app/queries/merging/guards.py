"""Which facts forbid that two files are one man, and which make it doubtful (P12)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.queries.case_history import histories
from app.queries.merged import not_same
from app.search.fold import fold_number
from app.shapes.merging import Bar, Doubt
from models.cases import Case
from models.codebook.contradictions import contradictions
from models.codebook.custody import confirms_custody
from models.codebook.facts import CaseHistory
from models.codebook.fate import PROOF_OF_LIFE
from models.codebook.pile import Weighed, lay_out
from models.events import Citation, Event
from models.people import Identifier, Person
from models.places import Place
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, EvidenceLevel, Reliability
from models.vocabulary.merging import MergeBar, MergeDoubt
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, Sex
from models.vocabulary.status import Admin

#: Papers of which a man has one at a time. Of prisoner numbers he may have several.
_OF_ONE_MAN = frozenset(
    {
        IdentifierKind.SERVICE_NUMBER,
        IdentifierKind.MILITARY_ID,
        IdentifierKind.PASSPORT,
        IdentifierKind.NATIONAL_ID,
    }
)
_TRUSTED = frozenset({Reliability.A, Reliability.B, Reliability.C})
_BORNE_OUT = frozenset({Credibility.ONE, Credibility.TWO})

#: What is told of the file and not of the man stays with the file.
OF_THE_FILE = frozenset(
    {EventCode.A110, EventCode.A111, EventCode.A112, EventCode.A113, EventCode.A114}
)
#: A man who was moved was in two places on one day.
_ON_THE_WAY = frozenset({EventCode.D25, EventCode.D26, EventCode.D27, EventCode.R65, EventCode.R66})
_CLOSED = frozenset({Admin.CLOSED, Admin.REJECTED})
#: From one day to another, both without a doubt.
_BY_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Objections:
    """What speaks against a merge."""

    bars: tuple[Bar, ...]
    doubts: tuple[Doubt, ...]


def objections(
    session: Session, survivor_id: UUID, absorbed_id: UUID, today: date, born: PartialDate
) -> Objections:
    """Give what forbids and what makes doubtful that one file is taken into the other.

    `born` is the date of birth the joined man would have.
    """
    both = histories(session, [survivor_id, absorbed_id])
    ours, theirs = both[survivor_id], both[absorbed_id]
    numbers = _Numbers(session, survivor_id, absorbed_id)
    bars = [*numbers.bars(), *_two_places(session, ours, theirs, today)]
    if not_same(session, survivor_id, absorbed_id) is not None:
        bars.append(Bar(MergeBar.NOT_SAME))
    barred = {bar.number_kind for bar in bars}
    doubts = [
        *_of_people(session.get_one(Person, survivor_id), session.get_one(Person, absorbed_id)),
        *(doubt for doubt in numbers.doubts() if doubt.number_kind not in barred),
        *_misfits(ours, theirs, joined_history(ours, theirs, born), today),
    ]
    if session.get_one(Case, survivor_id).admin in _CLOSED:
        doubts.append(Doubt(MergeDoubt.SURVIVOR_CLOSED))
    return Objections(tuple(bars), tuple(doubts))


def joined_history(ours: CaseHistory, theirs: CaseHistory, born: PartialDate) -> CaseHistory:
    """Give what would be known of the man if the second file were taken into the first."""
    coming = tuple(event for event in theirs.events if event.code not in OF_THE_FILE)
    return replace(
        ours,
        events=(*ours.events, *coming),
        overrides=(*ours.overrides, *theirs.overrides),
        born=born if born.edtf is not None else None,
        urgent=ours.urgent or theirs.urgent,
        restricted=ours.restricted or theirs.restricted,
    )


class _Numbers:
    """The numbers of two men, by kind and series."""

    def __init__(self, session: Session, survivor_id: UUID, absorbed_id: UUID) -> None:
        self._confirmed = _confirmed(session, (survivor_id, absorbed_id))
        self._of: dict[UUID, dict[tuple[IdentifierKind, str], list[Identifier]]] = {
            survivor_id: defaultdict(list),
            absorbed_id: defaultdict(list),
        }
        self._ours, self._theirs = self._of[survivor_id], self._of[absorbed_id]
        for row in session.scalars(
            select(Identifier)
            .where(Identifier.person_id.in_([survivor_id, absorbed_id]))
            .order_by(Identifier.id)
        ):
            self._of[row.person_id][row.kind, row.scope.casefold()].append(row)

    def bars(self) -> Iterator[Bar]:
        """Name kinds of which both have a confirmed number, and none in common."""
        for kind, ours, theirs in self._differing():
            first = next((n for n in ours if n.id in self._confirmed), None)
            second = next((n for n in theirs if n.id in self._confirmed), None)
            if kind in _OF_ONE_MAN and first is not None and second is not None:
                yield Bar(MergeBar.IDENTITY_NUMBER, kind, first.value, second.value)

    def doubts(self) -> Iterator[Doubt]:
        """Name kinds of which both have numbers, and none in common."""
        for kind, ours, theirs in self._differing():
            if kind is IdentifierKind.LIST_ROW and ours[0].scope:
                yield Doubt(MergeDoubt.SAME_LIST, kind, ours[0].value, theirs[0].value)
            elif kind in _OF_ONE_MAN:
                yield Doubt(MergeDoubt.NUMBER_DIFFERS, kind, ours[0].value, theirs[0].value)

    def _differing(
        self,
    ) -> Iterator[tuple[IdentifierKind, Sequence[Identifier], Sequence[Identifier]]]:
        for (kind, series), ours in self._ours.items():
            theirs = self._theirs.get((kind, series), [])
            known = {fold_number(number.value) for number in ours}
            if theirs and known.isdisjoint(fold_number(number.value) for number in theirs):
                yield kind, ours, theirs


def _confirmed(session: Session, case_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Name the numbers that a trusted source bears out as they stand."""
    return frozenset(
        session.scalars(
            select(Citation.subject_id).where(
                Citation.case_id.in_(case_ids),
                Citation.withdrawn_at.is_(None),
                Citation.states == "",
                Citation.reliability.in_(_TRUSTED),
                Citation.credibility.in_(_BORNE_OUT),
            )
        )
    )


def _of_people(ours: Person, theirs: Person) -> Iterator[Doubt]:
    if ours.birth.is_known and theirs.birth.is_known and not ours.birth.may_overlap(theirs.birth):
        yield Doubt(MergeDoubt.BIRTH_DIFFERS, dates=(ours.birth, theirs.birth))
    if Sex.UNKNOWN not in (ours.sex, theirs.sex) and ours.sex is not theirs.sex:
        yield Doubt(MergeDoubt.SEX_DIFFERS, first=ours.sex.value, second=theirs.sex.value)
    if _is_mirror(ours, theirs):
        yield Doubt(MergeDoubt.FATHER_AND_SON)


def _is_mirror(ours: Person, theirs: Person) -> bool:
    """Say whether the one bears the name of the other's father, and the other of his."""
    return any(
        _folded(one.given) == _folded(other.patronymic_base)
        and _folded(one.patronymic_base) == _folded(other.given)
        and _folded(one.given) != _folded(one.patronymic_base)
        for one in ours.names
        for other in theirs.names
        if one.given and one.patronymic_base and other.given and other.patronymic_base
    )


def _folded(word: str) -> str:
    return word.strip().casefold()


def _misfits(
    ours: CaseHistory, theirs: CaseHistory, joined: CaseHistory, today: date
) -> Iterator[Doubt]:
    """Give what does not go together in the joined man and did in each file."""
    before = {
        (found.misfit, found.first, found.second)
        for history in (ours, theirs)
        for found in contradictions(history, today)
    }
    for found in contradictions(joined, today):
        if (found.misfit, found.first, found.second) not in before:
            yield Doubt(MergeDoubt.MISFIT, misfit=found)


def _two_places(
    session: Session, ours: CaseHistory, theirs: CaseHistory, today: date
) -> Iterator[Bar]:
    """Name a day on which both were certainly held or seen, in places apart from each other."""
    firsts, seconds = _certain(ours, today), _certain(theirs, today)
    for one in firsts:
        for other in seconds:
            day = _common_day(one.event.date, other.event.date)
            if day is None or _ON_THE_WAY & {one.code, other.code}:
                continue
            if _apart(session, one, other):
                yield Bar(
                    MergeBar.TWO_PLACES,
                    first=_place_name(session, one),
                    second=_place_name(session, other),
                    day=day,
                )
                return


def _certain(history: CaseHistory, today: date) -> list[Weighed]:
    found = []
    for weighed in lay_out(history, today).events:
        shows = confirms_custody(weighed) or (
            weighed.code in PROOF_OF_LIFE and weighed.level is EvidenceLevel.L4
        )
        if shows and weighed.event.place is not None:
            found.append(weighed)
    return found


def _common_day(one: PartialDate, other: PartialDate) -> date | None:
    """Give a day on which both certainly were where they were."""
    lasted, stayed = _lasted(one), _lasted(other)
    if lasted is None or stayed is None:
        return None
    (first, last), (start, end) = lasted, stayed
    begins, ends = max(first, start), min(last, end)
    if first == last and start == end:
        return first if first == start else None
    # On the first and the last day of a stay he may have come from elsewhere, or gone there.
    inside = begins < ends if first != last and start != end else _within(first, last, start, end)
    return begins if inside else None


def _within(first: date, last: date, start: date, end: date) -> bool:
    """Say whether the one that is a single day lies inside the other, not at its ends."""
    return start < first < end if first == last else first < start < last


def _lasted(when: PartialDate) -> tuple[date, date] | None:
    """Give the days from which to which it certainly lasted; None for a day somewhere within."""
    if when.earliest is None or when.latest is None or when.edtf is None:
        return None
    certain = when.is_exact_day or _BY_DAYS.fullmatch(when.edtf)
    return (when.earliest, when.latest) if certain else None


def _apart(session: Session, one: Weighed, other: Weighed) -> bool:
    """Say whether two places are different and neither lies in the other."""
    first, second = UUID(str(one.event.place)), UUID(str(other.event.place))
    return first not in _around(session, second) and second not in _around(session, first)


def _around(session: Session, place_id: UUID) -> frozenset[UUID]:
    found: set[UUID] = set()
    here: UUID | None = place_id
    while here is not None and here not in found:
        found.add(here)
        here = session.scalar(select(Place.parent_id).where(Place.id == here))
    return frozenset(found)


def _place_name(session: Session, weighed: Weighed) -> str:
    event = session.get(Event, UUID(weighed.event.id))
    place = session.get(Place, UUID(str(weighed.event.place)))
    names = sorted(place.names, key=lambda name: name.position) if place is not None else []
    return names[0].name if names else (event.place_as_reported if event is not None else "")
