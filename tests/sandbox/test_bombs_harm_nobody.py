"""Bombs are refused or their worker ended; whoever asked lives on and asks again (R-31 to R-34)."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from app.errors import BadInput
from app.sandbox.catalogue import LIMITS, Job
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.sandbox.limits import Limits
from app.sandbox.process import Worker
from tests.metrics import record
from tests.sandbox import bombs
from tests.sandbox.odd_files import picture

ORDINARY = picture("JPEG")
#: Nothing in these goes off within the limits, so a picture may come of them.
MAY_BE_SHOWN = {
    "png text of 60 MB",
    "png profile of 60 MB",
    "pdf packed 400 MB",
    "pdf page of no size",
}
TURNS_IN_CIRCLES = {"pdf form inside itself"}


class Reader:
    """Ask both kinds of worker for whatever a file could be opened as."""

    def __init__(self, desk: FileDesk, tables: Worker) -> None:
        self.desk = desk
        self.tables = tables

    def look(self, content: bytes, name: str) -> str:
        """Give the type of a file, sparing the worker, which is not used again otherwise."""
        return str(self.desk._ask({"do": "look", "name": name}, content).head["media_type"])

    def shows(self, content: bytes) -> bool:
        return self._answers(partial(self.desk.make_preview, content))

    def reads(self, content: bytes) -> bool:
        return self._answers(partial(self.desk.read_text, content))

    def lists(self, content: bytes, kind: str) -> bool:
        asked = partial(self.tables.ask, {"name": f"list.{kind}"}, content)
        return self._answers(lambda: list(asked()))

    def opens(self, content: bytes, kind: str) -> bool:
        """Open an office file the way this program would."""
        in_cells = kind in {"xlsx", "ods"}
        return self.lists(content, kind) if in_cells else self.reads(content)

    @staticmethod
    def _answers(ask: Callable[[], object]) -> bool:
        """Ask; False where a coded refusal comes back."""
        try:
            ask()
        except BadInput as fault:
            return str(fault.data["reason"]) not in set(FileFault)
        return True


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with FileDesk() as desk, Worker(Job.READ_TABLE) as tables:
        yield Reader(desk, tables)


def test_every_bomb_is_refused_and_the_worker_is_ready_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [*bombs.pictures(), *bombs.documents(), *bombs.films()]
    opened: list[str] = []
    dead = 0
    for name, content in files:
        assert reader.look(content, name)  # whatever it is, there is an answer
        with monkeypatch.context() as hurry:
            if name in TURNS_IN_CIRCLES:  # ended by its processor time; here a little earlier
                hurry.setitem(LIMITS, Job.OPEN_FILE, Limits(wall_seconds=3.0))
            shown = reader.shows(content)
        if shown and name not in MAY_BE_SHOWN:
            opened.append(name)
        dead += reader.desk.make_thumbnail(ORDINARY).width != 24
    record(
        "R-31",
        "bombs (pictures, PDF, film) refused or their worker ended",
        f"{len(files) - len(opened)} of {len(files)}; worker not ready again: {dead}",
        target="all; 0",
        holds=not opened and not dead,
    )
    assert opened == []
    assert dead == 0


def test_no_picture_of_more_than_fifty_million_pixels_is_opened(reader: Reader) -> None:
    sizes = [(7_100, 7_100), (9_000, 9_000), (9_500, 9_500), (13_000, 13_000), (20_000, 5_000)]
    opened = [size for size in sizes if reader.shows(bombs.png(*size))]
    record(
        "R-32",
        "pictures above 50 million pixels opened, those Pillow only warns of included",
        f"{len(opened)} of {len(sizes)}",
        target="0",
        holds=not opened,
    )
    assert opened == []
    assert reader.desk.make_preview(bombs.png(7_000, 7_000)).width == 1600


def test_archives_that_trick_are_refused(reader: Reader) -> None:
    files = list(bombs.archives())
    opened = [name for name, content in files if reader.opens(content, name.split()[0])]
    record(
        "R-34",
        "archives that trick (size, ratio, count, nesting, path, link) refused",
        f"{len(files) - len(opened)} of {len(files)}",
        target="all",
        holds=not opened,
    )
    assert opened == []


def test_nothing_in_foreign_xml_is_expanded_or_fetched(reader: Reader, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(bombs.SECRET, "utf-8")
    expanded: list[str] = []
    tricks = list(bombs.xml_tricks(secret))
    for trick, text in tricks:
        for kind in bombs.OFFICE:
            opens = reader.opens(bombs.office(kind, text), kind)
            expanded += [f"{kind} {trick}"] * opens
        for kind, root in bombs.FOREIGN_XML.items():
            content = _rooted(text, root)
            media_type = reader.look(content, f"x.{kind}")
            opens = reader.lists(content, kind) or reader.shows(content) or reader.reads(content)
            if opens or media_type not in {"application/xml", "image/svg+xml"}:
                expanded.append(f"{kind} {trick} {media_type}")
    tried = len(tricks) * (len(bombs.OFFICE) + len(bombs.FOREIGN_XML))
    record(
        "R-33",
        "XML tricks expanded or fetched (XLSX, ODS, DOCX, ODT, KML, GPX, PFIF, SVG)",
        f"{len(expanded)} of {tried}",
        target="0",
        holds=not expanded,
    )
    assert expanded == []


def _rooted(text: bytes, root: str) -> bytes:
    encoding = "utf-16" if text.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    words = text.decode(encoding).replace("<x>", f"<{root}>").replace("</x>", f"</{root}>")
    return words.encode(encoding)
