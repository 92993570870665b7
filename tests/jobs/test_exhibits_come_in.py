"""Files become exhibits: hashed first, kept bit by bit, pictured in the sandbox, told of twice."""

import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from app.errors import AlreadyKept, BadInput, Stopped
from app.jobs.exhibits.folder import Fared, take_in_folder
from app.jobs.exhibits.intake import first_look, take_in
from app.jobs.exhibits.pictures import picture_of
from app.queries.exhibits.lines import count_exhibits
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.shapes.exhibits import ExhibitFilter
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo
from app.workspace import Workspace
from models.vocabulary.exhibits import BlobKind, ExhibitKind
from tests.factories.exhibits import (
    FROM_MOTHER,
    bring_in,
    original_of,
    photo,
    png,
    view_of,
    written,
)
from tests.factories.men import missing_man
from tests.registers import Home

UNKNOWN = ExhibitFacts(origin_unknown=True)
ALL = ExhibitFilter()


def test_a_photo_comes_in_whole_and_gets_its_pictures(register: Workspace) -> None:
    content = photo()
    case_id = missing_man(register)
    taken = bring_in(register, content, LinkTo(case_id))
    view = view_of(register, taken.exhibit_id)
    assert original_of(register, taken.exhibit_id) == content
    assert taken.sha256 == sha256(content).hexdigest() == view.row.sha256
    assert view.row.media_type == "image/jpeg"
    assert view.row.has_thumbnail
    assert view.row.no_picture == ""
    assert "has_location" in view.row.warnings
    for kind in (BlobKind.THUMBNAIL, BlobKind.PREVIEW):
        picture = picture_of(register, taken.exhibit_id, kind)
        assert picture is not None
        assert b"Planted" not in picture
        assert b"planted" not in picture


def test_a_file_that_breaks_its_reader_is_kept_with_a_note(register: Workspace) -> None:
    broken = photo()[:400]
    taken = bring_in(register, broken)
    view = view_of(register, taken.exhibit_id)
    assert original_of(register, taken.exhibit_id) == broken
    assert not view.row.has_thumbnail
    assert view.row.no_picture


def test_a_sandbox_that_dies_costs_no_more_than_the_picture(
    register: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object, **__: object) -> None:
        raise BadInput("file", FileFault.READER_FAILED.value, worker_ended=True)

    for name in ("look_at", "make_thumbnail", "make_preview", "read_text"):
        monkeypatch.setattr(FileDesk, name, dies)
    taken = bring_in(register, photo(), facts=UNKNOWN)
    view = view_of(register, taken.exhibit_id)
    assert original_of(register, taken.exhibit_id) == photo()
    assert (view.row.media_type, view.row.kind) == (
        "application/octet-stream",
        ExhibitKind.DOCUMENT,
    )
    assert view.row.no_picture == FileFault.READER_FAILED
    assert view.row.warnings == ("damaged",)


def test_the_first_look_guesses_the_kind_and_tells_of_equal_files(
    register: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path / "in", "x.jpg", photo())
    look = first_look(register, path)
    assert (look.kind, look.known) == (ExhibitKind.PHOTO, ())
    taken = take_in(register, path, FROM_MOTHER)
    assert [row.number for row in first_look(register, path).known] == [taken.number]
    with pytest.raises(AlreadyKept):
        take_in(register, path, FROM_MOTHER)
    second = take_in(register, path, FROM_MOTHER, twice=True)
    same = view_of(register, second.exhibit_id).same_bytes
    assert [one.number for one in same] == [taken.number]


def test_nothing_is_kept_of_a_file_that_was_refused(register: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path / "in", "x.jpg", png())
    with pytest.raises(BadInput):
        take_in(register, path, ExhibitFacts())  # nobody said where it came from
    with pytest.raises(Stopped):
        take_in(register, path, FROM_MOTHER, cancelled=lambda: True)
    assert list(register.evidence.ids()) == []
    assert register.read(lambda r: count_exhibits(r, ALL)) == 0


HOSTILE = (
    "../../etc/passwd.jpg",
    "..\\..\\windows\\system.jpg",
    "photo\u202egpj.exe",
    "x" * 300 + ".jpg",
    "a\nb\x1b[31m.jpg",
    "a\x00b.jpg",
    "\udcff\udcfe.jpg",
    "/",
    "",
    "CON.jpg",
)


def test_hostile_names_are_kept_as_names_and_never_as_paths(register: Workspace) -> None:
    with FileDesk() as desk:
        for at, name in enumerate(HOSTILE):
            content = png(str(at))
            taken = bring_in(register, content, name=name, facts=UNKNOWN, desk=desk)
            row = view_of(register, taken.exhibit_id).row
            assert 0 < len(row.original_name) <= 300
            assert not set(row.original_name) & set("/\\\x00\n\x1b")
            assert original_of(register, taken.exhibit_id) == content


def test_pipes_folders_and_names_that_lead_nowhere_are_refused(
    register: Workspace, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "nothing", Path("a\x00b")):
        with pytest.raises(BadInput) as refused:
            take_in(register, path, UNKNOWN)
        assert refused.value.data["field"] == "file"


def test_a_folder_comes_in_file_by_file_and_known_ones_are_told(
    register: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "scans"
    for at in range(3):
        written(folder, f"{at}.png", png(str(at)))
    written(folder, "again.png", png("1"))
    written(folder, "empty.pdf", b"")
    written(folder, ".hidden", b"hidden")
    (folder / "link.png").symlink_to(folder / "0.png")
    steps: list[int] = []
    case_id = missing_man(register)
    done = take_in_folder(
        register,
        folder,
        UNKNOWN,
        (LinkTo(case_id),),
        report=lambda step: steps.append(step.done),
    )
    assert [(line.name, line.fared) for line in done.lines] == [
        ("0.png", Fared.TAKEN_IN),
        ("1.png", Fared.TAKEN_IN),
        ("2.png", Fared.TAKEN_IN),
        ("again.png", Fared.KNOWN),
        ("empty.pdf", Fared.REFUSED),
    ]
    assert steps[-1] == 5
    assert done.lines[3].number == done.lines[1].number
    assert register.read(lambda r: count_exhibits(r, ExhibitFilter(case_id=case_id))) == 3


def test_stopping_a_folder_keeps_the_files_before(register: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    for at in range(3):
        written(folder, f"{at}.png", png(str(at)))
    asked = 0

    def second() -> bool:
        nonlocal asked
        asked = register.read(lambda r: count_exhibits(r, ALL))
        return asked >= 1

    done = take_in_folder(register, folder, UNKNOWN, cancelled=second)
    assert isinstance(done.ended_by, Stopped)
    assert [line.fared for line in done.lines] == [Fared.TAKEN_IN]
    assert len(set(register.evidence.ids())) == 3  # original, thumbnail, preview


def test_taking_in_leaves_the_file_as_it_was(vault: Home, tmp_path: Path) -> None:
    path = written(tmp_path / "in", "x.png", png())
    path.chmod(0o444)
    before = (path.read_bytes(), path.stat().st_mtime_ns, stat.S_IMODE(path.stat().st_mode))
    with vault.open() as register:
        take_in(register, path, UNKNOWN)
    assert before == (path.read_bytes(), path.stat().st_mtime_ns, stat.S_IMODE(path.stat().st_mode))
