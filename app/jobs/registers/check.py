"""Checks a register: the file whole, the history unbroken, every status as it was recorded."""

from __future__ import annotations

from app.db import dialect
from app.db.unit_of_work import Reader
from app.jobs.exhibits.check import evidence_faults
from app.queries.cases.snapshots import status_faults
from app.services.finding.reindexing import index_faults, mend_index
from app.shapes.checks import Fault, FaultKind
from app.shapes.progress import Cancelled, Report, never, silent
from app.workspace import Workspace
from models.vocabulary.roles import Action


def check_register(
    workspace: Workspace,
    *,
    deep: bool = False,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> list[Fault]:
    """Check a register and list what is wrong.

    `deep` computes every status anew as well, and all by which men are found, and hashes every
    kept file of its exhibits.

    Raises:
        NotAllowed; Stopped.
    """
    found = workspace.read(_file)
    found += broken_history(workspace)
    if deep:
        found += workspace.read(lambda reader: status_faults(reader, report, cancelled))
        found += workspace.read(lambda reader: index_faults(reader, report, cancelled))
        found += evidence_faults(workspace, report=report, cancelled=cancelled)
    return found


def mend_register(
    workspace: Workspace, *, report: Report = silent, cancelled: Cancelled = never
) -> None:
    """Compute anew what can be computed from the rest: all by which men are found.

    Raises:
        NotAllowed; Stopped; ReadOnlyVault.
    """
    workspace.write(lambda uow: mend_index(uow, report, cancelled))


def broken_history(workspace: Workspace) -> list[Fault]:
    """Walk the history and list where it is broken; empty is good."""
    return [
        Fault(FaultKind.HISTORY, f"#{problem.where}", problem.what.value)
        for problem in workspace.verify_history()
    ]


def _file(reader: Reader) -> list[Fault]:
    reader.allow(Action.CHECK_REGISTER)
    return [Fault(FaultKind.FILE, where) for where in dialect.damage(reader.session)]
