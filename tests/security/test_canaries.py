"""R-16, R-17, R-26: everything a register is told, searched for in everything it leaves behind."""

import logging
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any  # Any: an attribute of whatever is asked

import pytest

from app import logs, workspace
from app.db import engine
from app.db.engine import VaultFile, Way, open_raw
from app.errors import CipherMissing, HomewardError
from app.jobs.papers.report import draft_paper
from app.jobs.registers import backup as backup_job
from app.queries.finding.search import search
from app.services import claims, sources
from app.services.cases import cases, events, incidents, people
from app.services.handovers import handovers
from app.services.places import places
from app.shapes.changes import Outcome
from app.shapes.requests.cases import NameForm, RegisterMan, RelativeDetails, SaveName, SaveRelative
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource
from app.shapes.requests.handovers import RecordHandover
from app.shapes.requests.incidents import OpenIncident, RecordClaim
from app.shapes.requests.places import AddPlace, PlaceNameForm, SavePlaceName
from app.shapes.search import HitKind
from app.workspace import Workspace
from models.base import new_id
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import Relation
from models.vocabulary.places import PlaceKind
from tests.factories.men import missing_man
from tests.metrics import record, record_count
from tests.registers import FOUNDER, PASSPHRASE, Home
from tests.security.canaries import CANARIES, entropy, found_in
from tests.security.talking import (
    attach_everything,
    event,
    file_of,
    source,
    talking,
    tell_everything,
)


@pytest.fixture
def log_file(own_settings: Path) -> Iterator[Path]:
    """Write the program's log at its most talkative."""
    yield logs.set_up(logging.DEBUG, own_settings / "logs")
    logs.close()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let everything temporary fall into a folder that can be searched."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_nothing_a_register_was_told_can_be_read_without_its_key(
    vault: Home, own_settings: Path, temporary: Path, log_file: Path, tmp_path: Path
) -> None:
    second_disk = tmp_path / "second-disk"
    second_disk.mkdir()
    lists = tmp_path / "lists-as-received"
    with vault.open() as register:
        man = tell_everything(register, lists)
        paper = draft_paper(register, man, lang="hy").pdf
        assert paper.pages > 1
        said = str(file_of(register, man))
        for word in CANARIES:
            hits = register.read(lambda reader, w=word: search(reader, w, 50))  # type: ignore[misc]  # bound
            assert any(hit.kind is HitKind.CASE for hit in hits), word
        assert sum(word in said for word in CANARIES) == len(CANARIES)  # they are all in there
        logging.getLogger("homeward").debug("case %s was read", man)
        attach_everything(register, man)
        backup_job.back_up(register)
        backup_job.back_up(register, second_disk)
        everywhere = (vault.path, own_settings, temporary, second_disk)
        left_open = [hit for place in everywhere for hit in found_in(place)]
        assert register.verify_history() == []
    left = [hit for place in everywhere for hit in found_in(place)]
    noise = min(
        entropy(file.read_bytes())
        for place in (vault.path, second_disk)
        for file in place.rglob("*.db")
    )
    readable = {word for _, word in (*left_open, *left)}
    record("R-16", "planted words readable", f"{len(readable)} of {len(CANARIES)}", target="0",
           holds=not readable)  # fmt: skip
    record("R-16", "least surprise of an encrypted file", f"{noise:.3f} bits a byte",
           target="7.9", holds=noise >= 7.9)  # fmt: skip
    assert left_open == left == []
    assert len(found_in(lists)) >= len(CANARIES)  # the search does find what is there to be found
    assert log_file.stat().st_size > 0
    assert sum(1 for _ in second_disk.rglob("*.db")) >= 2
    assert noise >= 7.9


def test_the_cipher_is_there_and_another_program_reads_nothing(vault: Home) -> None:
    with vault.open() as register:
        missing_man(register)
        version = register.read(
            lambda reader: (
                reader.session.connection().exec_driver_sql("PRAGMA cipher_version").scalar()
            )
        )
        assert version
    data = vault.path / "data.db"
    assert not data.read_bytes().startswith(b"SQLite format 3")
    plain = sqlite3.connect(data)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM sqlite_master")
    plain.close()


def test_without_the_cipher_nothing_is_opened_and_nothing_written(
    vault: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "driver", sqlite3)  # the library of the system, without a cipher
    before = {file: file.read_bytes() for file in vault.path.rglob("*.db*")}
    refused = 0
    for act in (
        vault.open,
        lambda: workspace.create(tmp_path / "new", FOUNDER, PASSPHRASE),
        lambda: open_raw(VaultFile(vault.path / "data.db", bytes(32)), Way.WRITE),
    ):
        try:
            act()
        except CipherMissing:
            refused += 1
    plain = [file for file in (tmp_path / "new").rglob("*.db") if file.stat().st_size]
    record_count("R-17", "ways in refused without a cipher", refused, 3)
    record("R-17", "files written without a cipher", str(len(plain)), target="0", holds=not plain)
    assert refused == 3
    assert plain == []
    assert {file: file.read_bytes() for file in vault.path.rglob("*.db*")} == before


class Brittle:
    """A request that breaks, with a planted word, when it is asked for the n-th time."""

    def __init__(self, real: object, patience: int) -> None:
        self._real = real
        self._patience = patience

    def __getattr__(self, name: str) -> Any:
        self._patience -= 1
        if self._patience < 0:
            raise ValueError(*CANARIES)
        return getattr(self._real, name)


type UseCase = Callable[[Any, Any], Outcome[Any]]  # Any: each with a request of its own


def use_cases(register: Workspace) -> list[tuple[UseCase, object]]:
    man = missing_man(register)
    return [
        (
            cases.register_man,
            talking(RegisterMan, names=(talking(NameForm, lang="hy"),)),
        ),
        (events.record_event, event(man, EventCode.E02)),
        (people.save_relative, talking(SaveRelative, case_id=man, relative=_mother())),
        (people.save_name, talking(SaveName, case_id=man, name=talking(NameForm))),
        (sources.add_source, talking(NewSource, kind=SourceKind.OTHER)),
        (incidents.open_incident, talking(OpenIncident)),
        (places.add_place, talking(AddPlace, kind=PlaceKind.SETTLEMENT, names=())),
        (
            places.save_place_name,
            talking(SavePlaceName, place_id=new_id(), name=talking(PlaceNameForm, lang="hy")),
        ),
        (
            claims.record_claim,
            talking(
                RecordClaim,
                category=ClaimCategory.DEAD,
                form=ClaimForm.WORDS,
                said_by=source(),
            ),
        ),
        (handovers.record_handover, talking(RecordHandover, occurred=UNKNOWN_DATE)),
    ]


def _mother() -> RelativeDetails:
    return talking(RelativeDetails, relation=Relation.MOTHER)


def test_50_faults_in_50_places_leave_no_word_in_the_log_nor_on_the_error_stream(
    register: Workspace,
    home: Home,
    log_file: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for hooked in (sys, threading):
        monkeypatch.setattr(hooked, "excepthook", hooked.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    logs.hear_uncaught(lambda kind: print(kind, file=sys.stderr))
    log = logging.getLogger("homeward.test")
    broken, places = 0, set()
    for use_case, request in use_cases(register):
        for patience in range(40):
            brittle = Brittle(request, patience)
            try:
                register.write(lambda unit, r=brittle, do=use_case: do(unit, r))  # type: ignore[misc]  # bound
            except (ValueError, HomewardError) as fault:
                broken += 1
                places.add(place_of(fault))
                log.exception("a fault on purpose")
                sys.excepthook(type(fault), fault, fault.__traceback__)
            else:
                break
    written, told = log_file.read_text("utf-8"), capfd.readouterr().err
    found = [word for word in CANARIES if word in written or word in told]
    said = f"{len(found)} of {len(CANARIES)} after {broken} faults in {len(places)} places"
    record("R-26", f"words of a case in logs and on the error stream ({home.kind})", said,
           target="0, 50 faults, 50 places", holds=not found and len(places) >= 50)  # fmt: skip
    assert broken >= len(places) >= 50
    assert told.count("ValueError") >= 50
    assert written.count("ValueError") >= 50
    assert found == []
    assert register.verify_history() == []


def place_of(fault: BaseException) -> tuple[str, int]:
    """Return the line of the program in which a fault arose."""
    ours = [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(fault.__traceback__)
        if "/app/" in frame.filename or "/models/" in frame.filename
    ]
    return ours[-1]


def test_a_command_that_breaks_shows_no_word_of_a_case(own_settings: Path) -> None:
    script = (
        "import sys\n"
        "from app import bootstrap\n"
        "from app.cli import root\n"
        "def breaks(*_, **__): raise ValueError(sys.argv[1])\n"
        "root.command_line = breaks\n"
        "sys.exit(bootstrap.main(['search', 'x', 'y']))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, CANARIES[0]],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert ended.returncode == 1
    assert "Something went wrong (ValueError)" in ended.stderr
    assert CANARIES[0] not in ended.stderr
    assert found_in(own_settings) == []
    assert "ValueError" in (own_settings / "logs" / "homeward.log").read_text("utf-8")
