"""Takes every file of a folder in, one exhibit a file: what a scanner or a camera left there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.errors import AlreadyKept, BadInput, HomewardError, Stopped
from app.jobs.exhibits.intake import take_in
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo
from app.workspace import Workspace


class Fared(StrEnum):
    """How a file of a folder fared."""

    TAKEN_IN = "taken_in"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FolderLine:
    """One file: its name, how it fared, the exhibit it became or was already, or why not."""

    name: str
    fared: Fared
    number: str = ""
    error: HomewardError | None = None


@dataclass(frozen=True, slots=True)
class FolderReport:
    """What became of each file, in order; `ended_by` is what stopped the work before its end."""

    lines: tuple[FolderLine, ...]
    ended_by: HomewardError | None = None

    def count(self, fared: Fared) -> int:
        """Count the files that fared so."""
        return sum(line.fared is fared for line in self.lines)


def take_in_folder(
    workspace: Workspace,
    folder: Path,
    facts: ExhibitFacts,
    links: tuple[LinkTo, ...] = (),
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> FolderReport:
    """Take in every file of a folder and of those inside it; known ones are told, not kept twice.

    Each file is acknowledged by itself: stopping, or a full disk, leaves those before it.

    Raises:
        BadInput: the folder cannot be read.
    """
    files = _files(folder)
    lines: list[FolderLine] = []
    with FileDesk() as desk:
        for done, path in enumerate(files):
            report(Progress(done, len(files), path.name))
            try:
                if cancelled():
                    raise Stopped  # asked between files and inside of one alike
                own = replace(facts, title="")
                taken = take_in(workspace, path, own, links, desk=desk, cancelled=cancelled)
                lines.append(FolderLine(path.name, Fared.TAKEN_IN, taken.number))
            except AlreadyKept as known:
                lines.append(FolderLine(path.name, Fared.KNOWN, _first(known)))
            except BadInput as refused:
                if refused.data["field"] != "file":
                    raise
                lines.append(FolderLine(path.name, Fared.REFUSED, error=refused))
            except HomewardError as error:
                return FolderReport(tuple(lines), error)
    report(Progress(len(files), len(files)))
    return FolderReport(tuple(lines))


def _first(known: AlreadyKept) -> str:
    numbers = known.data["numbers"]
    return str(numbers[0]) if isinstance(numbers, tuple) and numbers else ""


def _files(folder: Path) -> list[Path]:
    """List the files to take in: no hidden ones, and no links, which may lead anywhere."""
    try:
        return sorted(_inside(folder))
    except (OSError, ValueError) as error:
        raise BadInput("file", FileFault.NOT_THERE.value, path=str(folder)) from error


def _inside(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _inside(path)
        elif path.is_file():
            yield path
