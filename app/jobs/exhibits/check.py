"""Verifies what is kept: every original against its hash, every shard, and what nobody names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.clock import Clock, SystemClock
from app.errors import DamagedEvidence
from app.queries.exhibits.kept_files import KeptOf, known_ids, originals
from app.services.exhibits.custody import note_custody
from app.shapes.checks import Fault, FaultKind
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.shapes.requests.exhibits import NoteCustody
from app.vault.evidence import hash_of
from app.workspace import Workspace
from models.vocabulary.exhibits import CustodyAction

_A_DAY = timedelta(days=1)
_BATCH = 500


def verify_exhibits(
    workspace: Workspace,
    exhibit_ids: tuple[UUID, ...] | None = None,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> list[Fault]:
    """Hash originals anew, all of them if none is named; each good one gets its custody step.

    Raises:
        NotAllowed; Stopped.
    """
    kept = workspace.read(lambda reader: originals(reader, exhibit_ids))
    found: list[Fault] = []
    good: list[NoteCustody] = []
    for one, sha256 in _hashed(workspace, kept, report, cancelled):
        if sha256 == one.kept.sha256:
            good.append(NoteCustody(one.exhibit_id, sha256=sha256))
        else:
            found.append(_fault(one, sha256))
    for start in range(0, len(good), _BATCH):
        steps = good[start : start + _BATCH]
        workspace.write(
            lambda uow, steps=steps: note_custody(uow, CustodyAction.VERIFIED, steps)  # type: ignore[misc]  # mypy infers no default
        )
    return found


def evidence_faults(
    workspace: Workspace, *, report: Report = silent, cancelled: Cancelled = never
) -> list[Fault]:
    """List what is wrong with the evidence, changing nothing: shards, kept files, orphans.

    Raises:
        NotAllowed; Stopped.
    """
    kept = workspace.read(lambda reader: originals(reader, of_all=True))
    found = workspace.evidence.faults()
    found += [
        _fault(one, sha256)
        for one, sha256 in _hashed(workspace, kept, report, cancelled)
        if sha256 != one.kept.sha256
    ]
    return found + [Fault(FaultKind.ORPHAN, str(one)) for one in _orphans(workspace)]


def tidy_exhibits(workspace: Workspace, clock: Clock | None = None) -> int:
    """Let go of kept files that no exhibit names and that are older than a day.

    A younger one may belong to an intake that a colleague is just doing.

    Raises:
        NotAllowed.
    """
    before = (clock or SystemClock()).now() - _A_DAY
    return workspace.evidence.discard(
        [one for one in _orphans(workspace) if _moment_of(one) < before]
    )


def _orphans(workspace: Workspace) -> list[UUID]:
    held = set(workspace.evidence.ids())
    return sorted(held - workspace.read(known_ids))


def _moment_of(blob_id: UUID) -> datetime:
    """Read when a kept file got its id (UUID version 7: milliseconds first)."""
    return datetime.fromtimestamp((blob_id.int >> 80) / 1000, UTC)


def _hashed(
    workspace: Workspace, kept: tuple[KeptOf, ...], report: Report, cancelled: Cancelled
) -> list[tuple[KeptOf, str]]:
    """Hash kept files anew; one that cannot be read whole gives its reason in place of a hash."""
    told: list[tuple[KeptOf, str]] = []
    total, done = sum(one.kept.size for one in kept), 0
    for one in kept:
        try:
            sha256 = hash_of(workspace.evidence, one.kept, cancelled).sha256
        except DamagedEvidence as error:
            sha256 = str(error.data["reason"])
        told.append((one, sha256))
        done += one.kept.size
        report(Progress(done, total, one.number))
    return told


def _fault(one: KeptOf, found: str) -> Fault:
    missing = found if found in {"missing", "unreadable"} else "altered"
    return Fault(FaultKind.EXHIBIT, one.number, missing)
