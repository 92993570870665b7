"""Whatever is saved, taken back or imported: men are found by what the register says of them."""

import random
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from app.db.unit_of_work import UnitOfWork
from app.jobs import import_job
from app.jobs.registers.check import check_register, mend_register
from app.queries.finding.index_state import index_is_stale
from app.queries.finding.search import search
from app.queries.history.undoing import last_to_undo
from app.queries.register.imports import import_batches
from app.services.desk.undo import undo_entry
from app.services.finding.reindexing import build_if_stale, index_faults
from app.services.importing.undo import undo_import
from app.shapes.changes import Outcome
from app.shapes.checks import FaultKind
from app.shapes.search import HitKind
from app.workspace import Workspace
from tests.factories.intentions import Steps
from tests.factories.men import missing_man
from tests.importing import invented_lists as lists


def found(register: Workspace, typed: str) -> set[UUID]:
    hits = register.read(lambda reader: search(reader, typed, 50))
    return {hit.id for hit in hits if hit.kind is HitKind.CASE}


def spoil(register: Workspace, *tables: str) -> None:
    def deed(uow: UnitOfWork) -> Outcome[None]:
        for table in tables:
            uow.session.connection().execute(text(f"DELETE FROM {table}"))  # noqa: S608  # ours
        return Outcome(None)

    register.write(deed)


def test_the_index_is_what_one_built_anew_would_be_whatever_is_saved_and_taken_back(
    register: Workspace, tmp_path: Path
) -> None:
    steps, chance = Steps(register), random.Random(7)  # noqa: S311  # which walk is no secret
    names = list(steps.all(register))
    for name in chance.sample(names, len(names)):
        register.write(steps.all(register)[name])
        assert register.read(index_faults) == [], name
        entry = register.read(last_to_undo)
        if entry is not None:
            register.write(lambda uow, e=entry: undo_entry(uow, e))  # type: ignore[misc]  # bound
    assert register.read(index_faults) == []
    import_job.run(register, lists.written(tmp_path, lists.text()), lists.profile())
    assert register.read(index_faults) == []
    (batch,) = register.read(import_batches)
    register.write(lambda uow: undo_import(uow, batch.id))
    assert register.read(index_faults) == []


def test_a_spoilt_index_is_told_and_mended(register: Workspace) -> None:
    aram = missing_man(register)
    spoil(register, "known_words", "cases_fts")
    told = check_register(register, deep=True)
    assert {fault.what for fault in told} == {FaultKind.INDEX}
    mend_register(register)
    assert check_register(register, deep=True) == []
    assert aram in found(register, "Նմուշյան")


def test_a_register_of_an_older_program_is_made_findable_once(register: Workspace) -> None:
    aram = missing_man(register)
    spoil(register, "case_briefs", "known_words", "cases_fts")
    assert register.read(index_is_stale)
    assert found(register, "Նմուշյան") == set()
    register.write(build_if_stale)
    assert not register.read(index_is_stale)
    assert register.read(index_faults) == []
    assert aram in found(register, "Նմուշյան")
