"""Everything of the program that writes files, one intention each, for disks that fill or fail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from app.jobs.papers.report import draft_papers
from app.jobs.registers import backup as backup_job
from app.workspace import Workspace
from tests.torture import work
from tests.torture.work import Notes


@dataclass(frozen=True, slots=True)
class Place:
    """A disk with a vault on it and a folder for what leaves the vault; lists lie elsewhere."""

    vault: Path
    out: Path
    lists: Path


type Writer = Callable[[Workspace, Place, Notes], None]


def save(register: Workspace, _: Place, notes: Notes) -> None:
    """Register a man and an event of his."""
    work.save(register, notes)


def take_in(register: Workspace, place: Place, notes: Notes) -> None:
    """Import a list."""
    work.take_in(register, work.invented_list(place.lists), notes)


def print_paper(register: Workspace, place: Place, notes: Notes) -> None:
    """Print the file of a man onto the disk."""
    case_id = work.save(register, notes)
    (paper,) = draft_papers(register, [case_id], lang="en", out=place.out)
    notes.add("paper", paper.path)


def attach(register: Workspace, _: Place, notes: Notes) -> None:
    """Take in an exhibit."""
    work.attach(register, notes)


def back_up(register: Workspace, _: Place, notes: Notes) -> None:
    """Make a backup into the vault's own folder, of something new."""
    work.save(register, notes)
    backup_job.back_up(register)


WRITERS: Mapping[str, Writer] = {
    "save": save,
    "import": take_in,
    "paper": print_paper,
    "attach": attach,
    "backup": back_up,
}


def truncated(place: Place) -> int:
    """Count what was written outside the tables and is not whole, or was left half made."""
    return sum(not _is_whole(path) for path in place.out.rglob("*") if path.is_file())


def _is_whole(path: Path) -> bool:
    if path.suffix != ".pdf":
        return False
    try:
        pikepdf.open(path).close()
    except pikepdf.PdfError:
        return False
    return True
