"""How our typesetter stands beside WeasyPrint, fpdf2 and typst: the same words in the same run.

The peers live apart from us and are never beside ours in one environment:

    python -m venv PEERS && PEERS/bin/pip install --group peers
    HOMEWARD_PEERS=PEERS ./homeward bench paper_peers

What is compared is pages for a second of processor time, so that other work on the machine does
not count for or against anybody. A peer that is not installed is said not to be.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.reports.document import (
    AccountsMatrix,
    DataTable,
    Document,
    Facts,
    FourAnswers,
    Mark,
    SectionHead,
    Text,
    TitleBlock,
)
from app.reports.internal_file import internal_file
from app.reports.pdf.fonts import BOLD_FILE, DIRECTORY, REGULAR_FILE
from app.reports.render import write_pdf
from tests.bench.figure import Figure
from tests.bench.paper import another
from tests.factories import papers
from tests.reports.every_paper import texts_of

PAPERS = 12
_RUN = Path(__file__).with_name("paper_peers_run.py")
_GOALS = {"WeasyPrint": (1.0, 8.0), "fpdf2": (0.0, 1.0), "typst": (0.0, 1.0)}
_LANGUAGES = ("en", "hy", "ru")


@dataclass(frozen=True, slots=True)
class Took:
    """What one of them needed for the papers."""

    pages: int
    seconds: float
    processor: float

    @property
    def papers_a_second(self) -> float:
        """Give the papers for a second of processor time: pages differ in what they hold."""
        return PAPERS / self.processor

    def __str__(self) -> str:
        return (
            f"{self.pages} pages of {PAPERS} papers, {1000 * self.processor / PAPERS:.0f} ms of "
            f"processor time a paper, {1000 * self.seconds / PAPERS:.0f} ms on the wall"
        )


def measure() -> list[Figure]:
    """Set the papers by our own means, then by each peer's."""
    case, context = papers.model_case(), papers.issued_context()
    documents = [internal_file(another(case, n), _LANGUAGES[n % 3], context) for n in range(PAPERS)]
    write_pdf(documents[0])
    begun, used = time.perf_counter(), time.process_time()
    pages = sum(write_pdf(one).pages for one in documents)
    ours = Took(pages, time.perf_counter() - begun, time.process_time() - used)
    figures = []
    for name, (floor, goal) in _GOALS.items():
        theirs = _peer(name, documents)
        ratio = None if theirs is None else ours.papers_a_second / theirs.papers_a_second
        how = f"{name} is not installed" if theirs is None else f"{name}: {theirs}; ours: {ours}"
        what = f"case files set in the time in which {name} sets one"
        figures.append(Figure(what, "×", ratio, floor, goal, more_is_better=True, how=how))
    return figures


def _peer(name: str, documents: list[Document]) -> Took | None:
    """Let a peer set the same words; None where it is not there."""
    named = Path(os.environ.get("HOMEWARD_PEERS", "nowhere"))
    python = next(
        (p for p in (named / "bin/python", named / "Scripts/python.exe") if p.exists()), None
    )
    if python is None:
        return None
    asked = {
        "fonts": [str(DIRECTORY / REGULAR_FILE), str(DIRECTORY / BOLD_FILE)],
        "papers": [_words(one) for one in documents],
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "papers.json"
        file.write_text(json.dumps(asked, ensure_ascii=False), "utf-8")
        done = subprocess.run(
            [python.absolute(), _RUN, name, file],
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return None
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def _words(document: Document) -> dict[str, object]:
    """Give the words of a paper in their order, as heads, rows and paragraphs."""
    return {
        "title": document.properties.title,
        "lang": document.properties.lang,
        "parts": [part for block in document.blocks for part in _parts(block)],
        "notes": {note.key: _said(note.text) for note in document.notes.values()},
    }


def _parts(block: object) -> Iterator[tuple[str, object]]:
    match block:
        case SectionHead(number, title):
            yield "head", f"{number} {title}"
        case TitleBlock():
            yield "head", block.name
            yield "text", " · ".join((*block.other_names, block.headline, *block.lines))
        case FourAnswers(rows):
            yield "rows", [[r.question, f"{r.answer} {_said(r.reason, r.marks)}"] for r in rows]
        case Facts(rows):
            yield "rows", [[row.label, _said(row.value, row.marks)] for row in rows]
        case DataTable(columns, rows):
            table = [[column.head for column in columns]]
            table += [
                [*map(_said, row.cells[:-1]), _said(row.cells[-1], row.marks)] for row in rows
            ]
            yield "rows", table
        case AccountsMatrix():
            yield "text", block.title
            yield (
                "rows",
                [["", *block.heads]] + [[r.label, *map(_said, r.cells)] for r in block.rows],
            )
            yield from (("text", f"{head}: {_said(text)}") for head, text in block.below)
        case _:
            yield "text", " ".join(texts_of(block))


def _said(text: Text, marks: tuple[Mark, ...] = ()) -> str:
    return "".join(run.text for run in text) + "".join(f" [{mark.text}]" for mark in marks)
