"""Checks a register: the file whole, the history unbroken, every status as it was recorded."""

from __future__ import annotations

from functools import partial

from app.queries import checks
from app.shapes.checks import Fault, FaultKind
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.workspace import Workspace

_AT_ONCE = 500


def check_register(
    workspace: Workspace,
    *,
    deep: bool = False,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> list[Fault]:
    """Check a register and list what is wrong; `deep` computes every status anew as well.

    Raises:
        NotAllowed.
    """
    found = workspace.read(checks.damage)
    found += [
        Fault(FaultKind.HISTORY, f"#{problem.where}", problem.what.value)
        for problem in workspace.verify_history()
    ]
    if not deep:
        return found
    cases = workspace.read(checks.all_cases)
    for start in range(0, len(cases), _AT_ONCE):
        if cancelled():
            break
        some = cases[start : start + _AT_ONCE]
        found += workspace.read(partial(checks.wrong_statuses, ids=some))
        report(Progress(start + len(some), len(cases)))
    return found
