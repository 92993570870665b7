"""Says what stands in the way of a paper: consent, harm, news not told, gaps, a second person.

Pure: the facts of the men come in, the gates go out. A draft may be looked at all the same, but
for one gate: nobody learns of a death from a sheet of paper (`domain.md` 6 (e)). The same rules
hold for papers and for lists that are drawn up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.reports.audience import Paper
from app.shapes.disclosures import Gate, GateKind, ManToRelease, WhySecond
from app.shapes.staff import StaffMember
from models.codebook.consents import Blocked, may_share
from models.vocabulary.families import ConsentScope, ConsentState
from models.vocabulary.papers import Audience, LegalBasis
from models.vocabulary.roles import Action, may

MANY = 20
"""More men than this on one paper take a second person, whoever reads it (R-51)."""

_LEGAL = "MIN.LEGAL"  # the basis the order itself names
#: These stay with those who know of the danger anyway.
_OUR_OWN = frozenset({Audience.INTERNAL, Audience.FAMILY})
#: What a family reads: its own letter, and a notice that hangs where it passes by. A notice says
#: of a dead man no more than that the search goes on, and where it said "captured" before, that is
#: an answer too.
_SEEN_BY_FAMILY = frozenset({Audience.FAMILY, Audience.PUBLIC})
#: A notice without a name asks for no consent, but who refused to be made public is not.
_NAMELESS: Mapping[Audience, ConsentScope] = {Audience.PUBLIC: ConsentScope.PUBLISH_NAME}


def gates_of_men(
    paper: Paper, men: Sequence[ManToRelease], basis: LegalBasis | None
) -> tuple[Gate, ...]:
    """Give what stands in the way because of the men on a paper, in their order.

    Who refused, took back or disagrees is never overruled by another basis; who was not asked
    stands in the way only of a paper that names consent as its basis, or none yet: a missing man
    cannot be asked (domain.md 2.12).

    A family that refused PUBLISH_NAME shuts the public notice whole, not its name alone: task 3 of
    domain.md 7.1 says so ("publish name no: export (e′) blocked with reason"). Year, region, days
    and settlement name a man to everybody who knew him, and no scope asks for a notice without a
    name, so that its no is the family's only word on being made public. Without any answer the
    notice goes out and names nobody (domain.md 6 (e′)).
    """
    return tuple(gate for man in men for gate in _of(paper, man, basis))


def _of(paper: Paper, man: ManToRelease, basis: LegalBasis | None) -> Iterator[Gate]:
    if man.do_not_transmit and paper.audience not in _OUR_OWN:
        yield Gate(GateKind.DO_NOT_TRANSMIT, man.number, reason=man.do_not_transmit_reason)
    scope = paper.scope or _NAMELESS.get(paper.audience)
    if scope is not None:
        answer = may_share(man.standings, scope)
        if isinstance(answer, Blocked) and _blocks(answer, basis):
            yield Gate(GateKind.NOT_AGREED, man.number, consent=answer)
    if paper.audience in _SEEN_BY_FAMILY and man.speaks_of_death and not man.told_in_person:
        yield Gate(GateKind.DEATH_NOT_TOLD, man.number)
    if man.access_limited and paper.audience is Audience.PUBLIC:
        yield Gate(GateKind.LIMITED, man.number)
    missing = tuple(code for code in man.missing if code in paper.needs and code != _LEGAL)
    if missing:
        yield Gate(GateKind.MINIMUM, man.number, missing=missing)


def _blocks(answer: Blocked, basis: LegalBasis | None) -> bool:
    return answer.why is not ConsentState.NOT_ASKED or basis in {None, LegalBasis.CONSENT}


def opens_on_another_basis(gate: Gate) -> bool:
    """Say whether a paper may pass a gate on a legal basis other than consent."""
    return gate.consent is not None and gate.consent.why is ConsentState.NOT_ASKED


def why_second(paper: Paper, men: Sequence[ManToRelease]) -> WhySecond | None:
    """Say why a paper takes a second person; None where it takes none."""
    if paper.second_person:
        return WhySecond.READER
    if any(man.access_limited for man in men):
        return WhySecond.LIMITED
    return WhySecond.MANY if len(men) > MANY else None


def gates_of_people(
    why: WhySecond | None, prepared_by: StaffMember, approver: StaffMember | None, named: str = ""
) -> tuple[Gate, ...]:
    """Give what stands in the way because of who prepared and who approves.

    `named` is who was to approve as it was typed; `approver` None: nobody at work is called so.
    """
    if approver is None:
        if named:
            return (Gate(GateKind.MAY_NOT_APPROVE, who=named),)
        return () if why is None else (Gate(GateKind.SECOND_PERSON, second=why),)
    if approver.id == prepared_by.id:
        return (Gate(GateKind.OWN_PAPER, second=why, who=approver.name),)
    if not may(approver.roles, Action.APPROVE_DISCLOSURE):
        return (Gate(GateKind.MAY_NOT_APPROVE, who=approver.name),)
    return ()
