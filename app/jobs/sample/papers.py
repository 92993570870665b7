"""Lets a few papers of the sample leave: one issued, one in its place, a reprint, one that waits.

A code tells the genuine from the superseded and the forged only where something was issued.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple
from uuid import UUID

from app.jobs.papers.issue import ask, issue_order, reprint
from app.jobs.sample.public_record import sample_file
from app.services.papers.disclosures import note_handed_out
from app.services.places.toml_table import Table
from app.shapes.papers import PaperOrder
from app.workspace import Workspace
from models.vocabulary.papers import Audience, LegalBasis

type Ids = Mapping[str, UUID]


class Leaving(NamedTuple):
    """A paper that left, or was to leave, at its moment; it is given the register and the cases."""

    at: datetime
    leave: Callable[[Workspace, Ids], None]


def sample_papers() -> Iterator[Leaving]:
    """Give everything that was done about papers, in no order."""
    told = sample_file("papers")
    issued: dict[str, UUID] = {}
    for paper in told.tables("issued"):
        yield Leaving(paper.moment("at"), partial(_issue, paper, issued))
    for again in told.tables("reprinted"):
        yield Leaving(again.moment("at"), partial(_reprint, again, issued))
    for request in told.tables("asked"):
        yield Leaving(request.moment("at"), partial(_ask, request))


def _issue(told: Table, issued: dict[str, UUID], workspace: Workspace, cases: Ids) -> None:
    paper = issue_order(workspace, _order(told, cases))[0]
    workspace.write(lambda uow: note_handed_out(uow, paper.id))
    issued[told.text("key")] = paper.id


def _reprint(told: Table, issued: dict[str, UUID], workspace: Workspace, _: Ids) -> None:
    reprint(workspace, issued[told.text("of")], told.text("reason"))


def _ask(told: Table, workspace: Workspace, cases: Ids) -> None:
    ask(workspace, _order(told, cases))


def _order(told: Table, cases: Ids) -> PaperOrder:
    return PaperOrder(
        audience=Audience(told.text("audience")),
        lang=told.text("lang"),
        case_ids=(cases[told.text("case")],),
        recipient=told.text("recipient"),
        purpose=told.text("purpose"),
        basis=LegalBasis(told.text("basis")),
    )
