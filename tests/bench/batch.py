"""Papers of a real register: through the batch job on one core and two, as a book, on the desk."""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.jobs.papers.draft import draft_order, orders_of
from app.jobs.papers.issue_many import save_drafts
from app.queries.cases.chosen import cases_answering
from app.sandbox.calls import PageRenderer
from app.shapes.case_list import CaseFilter
from app.shapes.papers import PaperOrder
from models.vocabulary.papers import Audience
from tests.bench import paper_register
from tests.bench.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.workspace import Workspace

_MEN = 120  # in the batch
_LOOKED_AT = 15
_DPI = 96.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run wrote, and what it took: on the wall, and of processors here and beside."""

    pages: int
    seconds: float
    here: float
    beside: float

    @property
    def rate(self) -> float:
        """Give the pages a second."""
        return self.pages / self.seconds

    def __str__(self) -> str:
        work = self.here + self.beside
        return (
            f"{self.pages} pages; processor seconds {self.here:.2f} here and {self.beside:.2f} "
            f"beside, {self.pages / work:.0f} pages for one of them"
        )


def measure() -> list[Figure]:
    """Save the papers of some men, bind a book of all, and look at first pages."""
    with paper_register.opened() as register:
        men = register.read(lambda reader: cases_answering(reader, CaseFilter()))
        some = men[:_MEN]
        _save(register, some[:12])  # warm
        with one_core():
            alone = _save(register, some)
        both = _save(register, some)
        first = _first_page(register, men[:_LOOKED_AT])
    per_man = alone.pages / len(some)
    files = f"case files of {per_man:.1f} pages, notes at the foot, from a register"
    return [
        Figure(f"{files}: batch, one core", "pages/s", alone.rate, 20, 40, True, str(alone)),
        Figure(f"{files}: batch, all cores", "pages/s", both.rate, 35, 70, True, str(both)),
        Figure("first page in the preview: read, set, drawn", "ms", first, 400, 200),
        *_book(),
    ]


@contextmanager
def one_core() -> Iterator[None]:
    """Hold this process to one core, where the system can."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _save(register: Workspace, men: Sequence[UUID]) -> Ran:
    orders = orders_of(PaperOrder(Audience.INTERNAL, "hy", tuple(men)))
    folder = Path(tempfile.mkdtemp())
    beside, here, begun = _children(), time.process_time(), time.perf_counter()
    done = save_drafts(register, orders, folder)
    taken = time.perf_counter() - begun, time.process_time() - here, _children() - beside
    assert done.done == len(men)
    pages = sum(_pages(file) for file in folder.iterdir())
    shutil.rmtree(folder)
    return Ran(pages, *taken)


def _pages(file: Path) -> int:
    return file.read_bytes().count(b"/Type /Page\n") or file.read_bytes().count(b"/Type /Page ")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _first_page(register: Workspace, men: Sequence[UUID]) -> float:
    """Give the middle of the milliseconds from the key to the pixels, warm."""
    taken: list[float] = []
    with PageRenderer() as renderer:
        for man in men:
            begun = time.perf_counter()
            drafted = draft_order(register, PaperOrder(Audience.INTERNAL, "hy", (man,)))
            renderer.render_pdf_page(drafted.pdf.content, 0, _DPI)
            taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken[2:])


def _book() -> list[Figure]:
    """Bind all men in a process of its own, so that its memory is its own."""
    what = f"book of {paper_register.MEN:,} men of a register, contents and index"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.book_probe"],
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return [Figure(what, "s", None, 150, 60), Figure(f"{what}: memory", "MB", None, 600, 400)]
    found = json.loads(done.stdout.splitlines()[-1])
    how = f"{found['pages']} pages; {found['processor']:.1f} processor seconds in all"
    return [
        Figure(what, "s", found["seconds"], 150, 60, how=how),
        Figure(f"{what}: memory of all its processes", "MB", found["memory"], 600, 400),
    ]
