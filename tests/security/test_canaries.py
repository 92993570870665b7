"""R-16, R-17, R-26: everything a register is told, searched for in everything it leaves behind."""

import logging
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any  # Any: an attribute of whatever is asked

import pytest

from app import logs
from app.errors import HomewardError
from app.jobs.report_job import draft_paper
from app.queries.search import search
from app.services import cases, claims, events, handovers, incidents, people, places, sources
from app.shapes.changes import Outcome
from app.shapes.requests.cases import NameForm, RegisterMan, RelativeDetails, SaveName, SaveRelative
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource
from app.shapes.requests.incidents import OpenIncident, RecordClaim, RecordHandover
from app.shapes.requests.places import AddPlace
from app.shapes.search import HitKind
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import Relation
from models.vocabulary.places import PlaceKind
from tests.factories.men import missing_man
from tests.registers import Home
from tests.security.canaries import CANARIES, entropy, found_in
from tests.security.talking import event, file_of, source, talking, tell_everything


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
        left_open = found_in(vault.path) + found_in(own_settings) + found_in(temporary)
        assert register.verify_history() == []
    assert left_open == []
    assert found_in(vault.path) == []
    assert found_in(own_settings) == []
    assert found_in(temporary) == []
    assert len(found_in(lists)) >= len(CANARIES)  # the search does find what is there to be found
    assert log_file.stat().st_size > 0
    assert entropy((vault.path / "data.db").read_bytes()) >= 7.9


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


def test_50_faults_in_50_places_leave_no_word_in_the_log(
    register: Workspace, log_file: Path
) -> None:
    log = logging.getLogger("homeward.test")
    broken = 0
    for use_case, request in use_cases(register):
        for patience in range(40):
            brittle = Brittle(request, patience)
            try:
                register.write(lambda unit, r=brittle, do=use_case: do(unit, r))  # type: ignore[misc]  # bound
            except (ValueError, HomewardError):
                broken += 1
                log.exception("a fault on purpose")
            else:
                break
    assert broken >= 50
    written = log_file.read_text("utf-8")
    assert written.count("ValueError") >= 50
    assert [word for word in CANARIES if word in written] == []
    assert register.verify_history() == []
