"""Makes the draft of a paper as it was ordered, to be looked at or to leave as a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from app.errors import PaperNotReleased
from app.jobs.papers.paper_facts import PaperFacts, make_paper, pictured, read_facts, warnings_of
from app.queries.papers.kept_papers import order_in
from app.reports.audience import paper_for
from app.reports.gates import gates_of_men, why_second
from app.reports.leaving_out import LeftOut
from app.reports.papers import Made
from app.reports.render import PdfFile, write_pdf
from app.shapes.court import CourtWarning
from app.shapes.disclosures import Gate, WhySecond
from app.shapes.papers import PaperOrder
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience

#: Readers whose paper is on all men of an order at once; others get a paper a man.
ON_MANY = frozenset({Audience.NEGOTIATION})


@dataclass(frozen=True, slots=True)
class DraftedOrder:
    """A draft as it was ordered, what is not on it and why, and what keeps it from leaving.

    `second` says why a second person is needed; None where none is. `pictured` are the men whose
    portrait is on it, with their numbers. `warnings` keep nothing in: they are what a person
    should know before it goes to a court.
    """

    order: PaperOrder
    numbers: tuple[str, ...]
    pdf: PdfFile
    left_out: tuple[LeftOut, ...]
    gates: tuple[Gate, ...]
    second: WhySecond | None
    pictured: tuple[tuple[UUID, str], ...] = ()
    warnings: tuple[CourtWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class UnsetDraft:
    """A draft whose words are made and whose pages are not set."""

    order: PaperOrder
    facts: PaperFacts
    made: Made
    gates: tuple[Gate, ...]

    def drafted(self, pdf: PdfFile) -> DraftedOrder:
        """Give the draft with its pages."""
        return DraftedOrder(
            order=self.order,
            numbers=tuple(man.number for man in self.facts.men),
            pdf=pdf,
            left_out=self.made.left_out,
            gates=self.gates,
            second=why_second(paper_for(self.order.audience), self.facts.men),
            pictured=pictured(self.facts, self.made.released),
            warnings=warnings_of(self.order, self.facts, self.made.released, pdf.pages),
        )


def orders_of(order: PaperOrder) -> tuple[PaperOrder, ...]:
    """Part an order into papers: a list is one on all its men, any other paper is on one man."""
    if order.audience in ON_MANY:
        return (order,)
    return tuple(replace(order, case_ids=(case_id,)) for case_id in order.case_ids)


def draft_order(
    workspace: Workspace, order: PaperOrder, how: ReadKind = ReadKind.PRINTED
) -> DraftedOrder:
    """Make the draft of one paper, and say what would keep it from being issued.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged; PaperNotReleased: not even a draft may be made.
    """
    draft = word_draft(order, read_facts(workspace, order, how))
    return draft.drafted(write_pdf(draft.made.document))


def draft_request(workspace: Workspace, request_id: UUID) -> DraftedOrder:
    """Make the draft of what a colleague asked to be approved, with the facts of today."""
    order = workspace.read(lambda reader: order_in(reader, request_id))
    return draft_order(workspace, order)


def word_draft(order: PaperOrder, facts: PaperFacts) -> UnsetDraft:
    """Say in words what its reader may see; raises PaperNotReleased where it is locked."""
    gates = refuse_locked(order, facts)
    return UnsetDraft(order, facts, make_paper(order, facts, facts.context), gates)


def refuse_locked(order: PaperOrder, facts: PaperFacts) -> tuple[Gate, ...]:
    """Refuse what nobody may look at, not even as a draft; give what else keeps a paper in.

    Raises:
        PaperNotReleased.
    """
    gates = gates_of_men(paper_for(order.audience), facts.men, order.basis)
    locked = tuple(gate for gate in gates if gate.locks_draft)
    if locked:
        raise PaperNotReleased(gates=locked)
    return gates
