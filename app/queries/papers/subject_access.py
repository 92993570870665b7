"""Reads for a man who asks all that is held on him and everything that left (domain.md 7.1)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.papers.disclosures import disclosures_of_case
from app.queries.papers.private_text import private_in_text
from app.queries.papers.report_reading import case_report
from app.shapes.case_report import CaseReport
from app.shapes.disclosures import DisclosureLine
from app.shapes.subject_access import CopyPassedOn, ExhibitPassedOn, HeldOnHim, ListPassedOn
from models.disclosures import Disclosure
from models.lists import ListRow, ListVersion
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.lists import ListDirection
from models.vocabulary.papers import SUBJECT_ACCESS, Audience, DisclosureState
from models.vocabulary.roles import Action

_LEFT = frozenset({CustodyAction.EXPORTED, CustodyAction.HANDED_TO, CustodyAction.RETURNED})


def held_on_him(
    reader: Reader, case_id: UUID, asker: str, how: ReadKind = ReadKind.PRINTED
) -> HeldOnHim:
    """Read what is held on a man and what of it left the office, the oldest first.

    The name of a relative to whom a letter went, and what was typed of a purpose that names other
    people, are not in it unless it is the one who asks.

    Raises:
        NotAllowed: also where access is limited; NotFound; CaseInBin; CaseMerged.
    """
    reader.allow(Action.READ_DISCLOSURES)
    reader.allow(Action.READ_FAMILY)
    lines = disclosures_of_case(reader, case_id, how)
    case = case_report(reader, case_id, how)
    plain = _Plain(reader, case_id, case, asker)
    copies = tuple(_copy(line, plain) for line in lines)
    exhibits = tuple(_exhibits(case, plain))
    lists = tuple(_lists(reader, case_id, plain))
    return HeldOnHim(case, copies, lists, exhibits, plain.kept)


class _Plain:
    """Lets words through that name nobody else, and counts those it held back."""

    def __init__(self, reader: Reader, case_id: UUID, case: CaseReport, asker: str) -> None:
        self._reader = reader
        self._case_id = case_id
        self._kin = {_same(one.name) for one in case.family if one.name}
        self._asker = _same(asker)
        self._seen: dict[str, str] = {}
        self.kept = 0

    def body(self, name: str, *, private: bool = False) -> str:
        """Give to whom something went, but for a relative who is not the one asking."""
        if _same(name) == self._asker or not (private or _same(name) in self._kin):
            return name
        self.kept += 1
        return ""

    def words(self, typed: str) -> str:
        """Give what a colleague typed, but for words that point at somebody else."""
        if typed not in self._seen:
            found = private_in_text(self._reader, self._case_id, typed)
            self._seen[typed] = "" if found else typed
        said = self._seen[typed]
        self.kept += typed != said
        return said


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()


def _copy(line: DisclosureLine, plain: _Plain) -> CopyPassedOn:
    to_family = line.audience is Audience.FAMILY and line.template != SUBJECT_ACCESS
    return CopyPassedOn(
        number=line.number,
        audience=line.audience.value,
        language=line.language,
        template=line.template,
        template_version=line.template_version,
        sections=line.sections,
        recipient=plain.body(line.recipient, private=to_family),
        purpose=plain.words(line.purpose),
        basis=line.basis.value,
        facts_as_of=line.facts_as_of,
        issued_at=line.issued_at,
        handed_out=line.handed_out_at is not None,
        copy_no=line.copy_no,
        copies=line.copies,
        pages=line.pages,
        sha256=line.sha256,
        reprint_of=line.reprint_of,
        supersedes=line.supersedes,
        superseded_by=line.superseded_by,
    )


def _lists(reader: Reader, case_id: UUID, plain: _Plain) -> Iterator[ListPassedOn]:
    """Read the lists of ours on which he went out, but for those that went as papers."""
    on_him = select(ListRow.version_id).where(ListRow.case_id == case_id)
    as_paper = select(Disclosure.list_version_id).where(
        Disclosure.list_version_id.is_not(None), Disclosure.state == DisclosureState.ISSUED
    )
    versions = reader.session.scalars(
        select(ListVersion).where(
            ListVersion.id.in_(on_him),
            ListVersion.id.not_in(as_paper),
            ListVersion.of.has(direction=ListDirection.OUT),
        )
    )
    for version in sorted(versions, key=lambda one: (one.passed_on.sort_key, one.of.number)):
        yield ListPassedOn(
            number=f"{version.of.number} v{version.version_no}",
            kind=version.of.kind.value,
            recipient=plain.body(version.of.recipient),
            passed_on=version.passed_on,
            sha256=version.sha256,
        )


def _exhibits(case: CaseReport, plain: _Plain) -> Iterator[ExhibitPassedOn]:
    for exhibit in case.exhibits:
        for step in exhibit.custody:
            if step.action in _LEFT:
                why = plain.words(step.reason)
                yield ExhibitPassedOn(exhibit.number, step.action, step.at, exhibit.sha256, why)
