"""The whole register goes out in open formats: complete, hashed, whole or not at all."""

import csv
import hashlib
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import AlreadyThere, BadInput, DiskFull, NotAllowed, Stopped
from app.exporting.hashed_file import HashedFile
from app.i18n import Translator
from app.jobs import import_job
from app.jobs.export_job import export_open
from app.jobs.publish_job import publish_pfif
from app.queries.register.open_tables import STAYS, open_tables
from app.services.desk.bin import put_into_bin
from app.services.sources import add_source
from app.shapes.exports import LeftOut
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import NameForm
from app.shapes.requests.evidence import NewSource
from app.wording.open_export import TABLES
from app.workspace import Workspace
from models.base import Base
from models.cases import CaseRead
from models.exhibits import CustodyEntry
from models.history import HistoryEntry
from models.vocabulary.accounts import SourceKind
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.roles import Role
from tests.factories.exhibits import keep_plainly
from tests.factories.men import missing_man
from tests.factories.releases import colleague
from tests.importing import invented_lists as lists
from tests.metrics import record_count
from tests.services.test_who_sees_what import at_work_as, limit

SEALED = "Ծածկանունյան"
GOR = (NameForm("=Քարաբերդյան", "+Գոռ"), NameForm("Карабердян", "Гор"))
BINNED = (NameForm("Աղբաման", "Վահե"),)


def rows_of(folder: Path, table: str) -> list[dict[str, object]]:
    lines = (folder / "tables" / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_table_goes_out_or_is_named_among_those_that_stay() -> None:
    out = {table.name for table in open_tables()}
    assert out | set(STAYS) == set(Base.metadata.tables)
    assert out == set(TABLES)
    columns = {f"{table.name}.{column}" for table in open_tables() for column in table.columns}
    assert not {"sources.sealed_name", "staff.signing_key"} & columns
    assert {"people.birth_edtf", "cases.number", "events.case_id"} <= columns


def test_an_export_is_complete_hashed_and_noted(register: Workspace, tmp_path: Path) -> None:
    shut = missing_man(register)
    limit(register, shut)
    missing_man(register, GOR, "1999")
    gone = missing_man(register, BINNED)
    register.write(lambda u: put_into_bin(u, PutIntoBin((gone,), "entered twice")))
    source = NewSource(
        SourceKind.ANON, "Witness", confidential=True, sealed_name=SEALED, contact="+374 1"
    )
    register.write(lambda u: add_source(u, source))
    keep_plainly(register, b"a letter")
    import_job.run(register, lists.written(tmp_path, lists.text()), lists.profile())

    dest = tmp_path / "out"
    done = export_open(register, dest, "moving house")

    checked = subprocess.run(  # a tool of the system, on our own files
        ["/usr/bin/env", "sha256sum", "-c", "--quiet", "--strict", "manifest-sha256.txt"],
        cwd=dest, capture_output=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    named = {line[66:] for line in (dest / "manifest-sha256.txt").read_text().splitlines()}
    there = {path.relative_to(dest).as_posix() for path in dest.rglob("*") if path.is_file()}
    assert named == there - {"manifest-sha256.txt"} == {file.path for file in done.files}
    assert {path.name for path in tmp_path.iterdir() if "part" in path.name} == set()

    names = [str(row["full_as_written"]) for row in rows_of(dest, "person_names")]
    assert any("Նմուշյան" in name for name in names)
    assert not any("Աղբաման" in name for name in names)
    with (dest / "tables/person_names.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.DictReader(file))
    assert len(cells) == len(names)
    assert "'=Քարաբերդյան" in {cell["family"] for cell in cells}
    twin = load_workbook(dest / "tables/person_names.xlsx").worksheets[0]
    shown = [["" if cell is None else cell for cell in row] for row in twin.values]
    assert shown == [list(cells[0]), *(list(cell.values()) for cell in cells)]
    assert "=Քարաբերդյան" in {row["family"] for row in rows_of(dest, "person_names")}
    everything = b"".join(path.read_bytes() for path in dest.rglob("*") if path.is_file())
    assert SEALED.encode() not in everything
    assert b"+374 1" not in everything

    (original,) = (dest / "exhibits").iterdir()
    (kept,) = rows_of(dest, "exhibits")
    assert hashlib.sha256(original.read_bytes()).hexdigest() == original.stem == kept["sha256"]
    (received,) = (dest / "lists").iterdir()
    assert received.read_bytes() == lists.text().encode()
    assert done.left_out == {LeftOut.CLOSED_TO_YOU: 1, LeftOut.SEALED_NAME: 1}
    readme = (dest / "README.txt").read_text("utf-8-sig")
    assert all(word in readme for word in ("NOT encrypted", "ՉԻ գաղտնագրվում", "НЕ зашифрована"))

    def noted(reader: Reader) -> tuple[list[str], list[CaseRead], list[CustodyEntry]]:
        deeds = reader.session.scalars(select(HistoryEntry.action))
        steps = reader.session.scalars(select(CustodyEntry).order_by(CustodyEntry.id))
        return list(deeds), list(reader.session.scalars(select(CaseRead))), list(steps)

    deeds, read, steps = register.read(noted)
    assert "export_register" in deeds
    assert (shut, ReadKind.EXPORTED) in {(one.case_id, one.how) for one in read}
    assert [step.action for step in steps][-1] is CustodyAction.EXPORTED
    assert register.verify_history() == []


def test_nothing_half_written_stays_and_nothing_is_written_over(
    register: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing_man(register)
    there = tmp_path / "there"
    there.mkdir()
    (there / "mine.txt").write_text("mine")
    with pytest.raises(AlreadyThere):
        export_open(register, there, "why")
    with pytest.raises(Stopped):
        export_open(register, tmp_path / "out", "why", cancelled=lambda: True)

    def full(self: object, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(HashedFile, "write", full)
        with pytest.raises(DiskFull):
            export_open(register, tmp_path / "out", "why")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith("part")] == []
    assert not (tmp_path / "out").exists()
    empty = tmp_path / "out"
    empty.mkdir()
    assert export_open(register, empty, "why").path == empty


def test_what_goes_out_in_bulk_takes_a_second_person_where_there_is_one(
    register: Workspace, tmp_path: Path
) -> None:
    colleague(register, "Սոնա", frozenset({Role.DATA_PROTECTION}))
    colleague(register, "Գոռ", frozenset({Role.CASEWORKER}))
    english, refused = Translator.open("en"), []
    alone = {"": "second_needed", "Գոռ": "may_not_agree", register.actor.name: "oneself"}
    for named in alone:
        with pytest.raises(BadInput) as of_all:
            export_open(register, tmp_path / "out", "moving house", approved_by=named)
        with pytest.raises(BadInput) as of_some:
            publish_pfif(register, tmp_path / "p.xml", "why", english, approved_by=named)
        refused += [of_all.value.data["reason"], of_some.value.data["reason"]]
    assert refused == [why for why in alone.values() for _ in range(2)]
    assert [*tmp_path.glob("out"), *tmp_path.glob("p.xml")] == []
    record_count("R-51", "exports in bulk without a second person refused", len(refused), 6)

    dest = tmp_path / "out"
    export_open(register, dest, "moving house", recipient="State archive", approved_by="սոնա")
    readme = (dest / "README.txt").read_text("utf-8-sig")
    for said in ("For whom: State archive", "Second person: Սոնա", "History: entry "):
        assert said in readme


def test_only_whoever_may_export_exports(register: Workspace, tmp_path: Path) -> None:
    for role in (Role.CASEWORKER, Role.ANALYST, Role.INTAKE, Role.ADMINISTRATOR):
        at_work_as(register, role)
        with pytest.raises(NotAllowed):
            export_open(register, tmp_path / "out", "why")
    register.actor = replace(register.actor, roles=frozenset({Role.SUPERVISOR}))
    assert export_open(register, tmp_path / "out", "why").files
