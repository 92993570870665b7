"""An import taken back leaves the register as it was, field by field (R-11)."""

import random
from pathlib import Path

import pytest
from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import BadInput, NotAllowed
from app.jobs import import_job
from app.queries.register.imports import import_batches, import_rows
from app.services.cases.people import save_name
from app.shapes.requests.cases import NameForm, SaveName
from app.shapes.staff import StaffMember
from app.workspace import Workspace
from models.base import Base
from models.vocabulary.roles import Role
from tests.importing import invented_lists as lists
from tests.metrics import record_count
from tests.registers import Home

#: What is kept on purpose: the history and its keys, the list as received, older snapshots.
_KEPT = {
    "history_entries",
    "history_parts",
    "case_keys",
    "kept_files",
    "kept_file_chunks",
    "import_batches",
    "import_rows",
    "facet_snapshots",
}


def contents(register: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Read every field of every row of every table that says something of the register."""

    def read(reader: Reader) -> dict[str, list[tuple[object, ...]]]:
        return {
            name: sorted(map(tuple, reader.session.execute(select(table))), key=repr)
            for name, table in Base.metadata.tables.items()
            if name not in _KEPT
        }

    return register.read(read)


def test_undoing_the_only_import_leaves_an_empty_register(
    register: Workspace, tmp_path: Path
) -> None:
    before = contents(register)
    path = lists.written(tmp_path, lists.text())
    batch = import_job.run(register, path, lists.profile()).batch_id
    assert contents(register) != before
    assert batch is not None
    import_job.undo(register, batch, "the wrong list")
    assert contents(register) == before
    assert register.verify_history() == []
    view = register.read(import_batches)[0]
    assert view.undone_at is not None
    rows = register.read(lambda reader: import_rows(reader, batch))
    assert [row.case_id for row in rows] == [None] * 4
    assert rows[0].verbatim == tuple(lists.ROWS[0].split(","))


def test_undoing_a_later_import_leaves_the_earlier_one_untouched(
    register: Workspace, tmp_path: Path
) -> None:
    import_job.run(register, lists.written(tmp_path, lists.text()), lists.profile())
    before = contents(register)
    update = lists.ROWS[0].replace("Լուսաձորյան", "Լուսաձորեան").replace("1999-05-03", "1998")
    more = lists.text(
        update.replace("գերի", "captured again").replace("2020-12-20", "2021-01-01"),
        "50,Նմուշյան,Արամ,,,,,,,,,captured,2021-01-01,",
    )
    batch = import_job.run(
        register, lists.written(tmp_path, more, "more.csv"), lists.profile()
    ).batch_id
    assert batch is not None
    import_job.undo(register, batch)
    assert contents(register) == before


def test_after_undo_the_same_list_comes_in_anew(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.text())
    for _ in range(3):
        report = import_job.run(register, path, lists.profile())
        assert (report.new, report.sample[0].number) == (4, "HRD-2021-00001")
        assert report.batch_id is not None
        import_job.undo(register, report.batch_id)


@pytest.mark.slow
def test_fifty_imports_of_all_kinds_undone_leave_the_register_as_it_was(
    register: Workspace, home: Home, tmp_path: Path
) -> None:
    import_job.run(register, lists.written(tmp_path, lists.text(lists.ROWS[0])), lists.profile())
    before, equal = contents(register), 0
    for number in range(50):
        chance = random.Random(number)  # noqa: S311  # the same lists every time
        rows = [
            chance.choice(lists.ROWS).replace("captured", f"captured {chance.randrange(9)}")
            .replace("Լուսաձորյան", chance.choice(["Լուսաձորեան", "Նմուշյան", "Լուսաձորյան"]))
            .replace(",N-", f",{chance.choice('NM')}-")
            for _ in range(chance.randint(1, 6))
        ]  # fmt: skip
        path = lists.written(tmp_path, lists.text(*rows), f"{number}.csv")
        batch = import_job.run(register, path, lists.profile()).batch_id
        assert batch is not None
        import_job.undo(register, batch)
        equal += contents(register) == before
    record_count("R-11", f"imports undone to the last field ({home.kind})", equal, 50)
    assert equal == 50
    assert register.verify_history() == []


def test_an_import_is_undone_once(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.text())
    batch = import_job.run(register, path, lists.profile()).batch_id
    assert batch is not None
    import_job.undo(register, batch)
    with pytest.raises(BadInput) as caught:
        import_job.undo(register, batch)
    assert caught.value.data["reason"] == "import_undone"


def test_undo_refuses_and_names_the_cases_that_were_changed_since(
    register: Workspace, tmp_path: Path
) -> None:
    report = import_job.run(register, lists.written(tmp_path, lists.text()), lists.profile())
    case_id = report.sample[1].case_id
    assert case_id is not None
    name = NameForm(family="Нмушян", given="Тигран", is_primary=False)
    register.write(lambda uow: save_name(uow, SaveName(case_id, name)))
    before = contents(register)
    assert report.batch_id is not None
    with pytest.raises(BadInput) as caught:
        import_job.undo(register, report.batch_id)
    assert caught.value.data["reason"] == "import_built_on"
    assert caught.value.data["numbers"] == (report.sample[1].number,)
    assert contents(register) == before


def test_undo_refuses_while_a_later_list_rests_on_it(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.text())
    first = import_job.run(register, path, lists.profile()).batch_id
    second = import_job.run(register, path, lists.profile()).batch_id
    assert first is not None
    assert second is not None
    with pytest.raises(BadInput):
        import_job.undo(register, first)
    import_job.undo(register, second)
    import_job.undo(register, first)


def test_who_may_not_undo_cannot(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.text())
    batch = import_job.run(register, path, lists.profile()).batch_id
    assert batch is not None
    register.actor = StaffMember(
        register.actor.id, register.actor.name, frozenset({Role.CASEWORKER})
    )
    with pytest.raises(NotAllowed):
        import_job.undo(register, batch)
