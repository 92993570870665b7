"""A file is taken for what it is, never for what its name says; what runs is told (R-38)."""

from collections.abc import Iterator

import pytest

from app.sandbox.exhibit_calls import FileDesk, look_at
from app.shapes.files import DANGEROUS, FileLook, FileWarning
from tests.metrics import record
from tests.sandbox import odd_files as odd


@pytest.fixture
def desk() -> Iterator[FileDesk]:
    with FileDesk() as open_desk:
        yield open_desk


def looked_at(desk: FileDesk, content: bytes, name: str) -> FileLook:
    """Look without spending a worker on each dangerous file: a test has a hundred of them."""
    from app.sandbox.exhibit_calls import _look

    return _look(desk._ask({"do": "look", "name": name}, content))


def test_no_file_is_taken_by_its_ending(desk: FileDesk) -> None:
    files = [*odd.programs(), *odd.by_name(), *odd.two_in_one(), *odd.laden()]
    wrong: list[str] = []
    for file in files:
        look = looked_at(desk, file.content, file.name)
        if look.media_type != file.media_type:
            wrong.append(f"{file.name}: {look.media_type}, not {file.media_type}")
        elif not file.warnings <= set(look.warnings):
            wrong.append(f"{file.name}: {look.warnings}, not {set(file.warnings)}")
    record(
        "R-38",
        "mislabelled files and two formats in one, known by content",
        f"{len(files) - len(wrong)} of {len(files)}",
        target="all of at least 60",
        holds=not wrong and len(files) >= 60,
    )
    assert wrong == []
    assert len(files) >= 60


def test_everything_that_runs_is_flagged(desk: FileDesk) -> None:
    files = [
        file
        for file in (*odd.programs(), *odd.by_name(), *odd.two_in_one(), *odd.laden())
        if file.runs
    ]
    missed = [f.name for f in files if not looked_at(desk, f.content, f.name).dangerous]
    record(
        "R-38",
        "programs, macros and scripts flagged",
        f"{len(files) - len(missed)} of {len(files)}",
        target="all",
        holds=not missed,
    )
    assert missed == []


def test_ordinary_files_are_left_in_peace(desk: FileDesk) -> None:
    told: list[str] = []
    for name, content, media_type in odd.ordinary():
        look = looked_at(desk, content, name)
        quiet = set(look.warnings) <= {FileWarning.DAMAGED} and look.media_type == media_type
        told += [] if quiet else [f"{name}: {look.media_type} {look.warnings}"]
    assert told == []


def test_dangerous_warnings_are_those_that_harm() -> None:
    harmless = set(FileWarning) - DANGEROUS
    assert FileWarning.WRONG_EXTENSION in harmless
    assert FileWarning.PROGRAM not in harmless


def test_a_name_with_half_a_letter_in_it_is_no_reason_to_wait() -> None:
    assert look_at(b"%PDF-1.4\n", "half \ud83d.pdf").media_type == "application/pdf"
