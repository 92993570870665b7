"""Binds the book of a whole register in a process of its own; prints its time and its memory."""

from __future__ import annotations

import json
import resource
import tempfile
import time
from pathlib import Path

from app.jobs.papers.book import BookOrder, write_book
from app.queries.cases.chosen import cases_answering
from app.shapes.case_list import CaseFilter
from tests.bench import paper_register


def main() -> None:
    """Bind it once and say what it took."""
    with tempfile.TemporaryDirectory() as folder, paper_register.opened() as register:
        men = register.read(lambda reader: cases_answering(reader, CaseFilter()))
        begun = time.perf_counter()
        book = write_book(register, BookOrder(men, "hy", whole=True), Path(folder) / "book.pdf")
        seconds = time.perf_counter() - begun
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    told = {
        "seconds": seconds,
        "pages": book.pages,
        "processor": sum(one.ru_utime + one.ru_stime for one in used),
        # the most each ever held, as if at the same moment
        "memory": sum(one.ru_maxrss for one in used) / 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
