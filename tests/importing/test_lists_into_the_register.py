"""A list comes into the register whole or not at all, as one entry, with the file as received."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.errors import BadInput, NotAllowed
from app.i18n import Translator
from app.importing.planner import RowDecision
from app.importing.profile import Profile
from app.importing.profile_file import read_profile, shipped_profile
from app.importing.request import ImportStopped
from app.jobs import import_job
from app.queries.cases.lines import count_cases
from app.queries.finding import alike_in_bulk
from app.queries.register.imports import import_batches, import_rows, kept_file, namesakes
from app.services.cases.people import save_identifier
from app.services.desk.bin import put_into_bin, restore_from_bin
from app.services.finding.register_line import refresh
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Outcome
from app.shapes.imports import ImportReport, RowReport
from app.shapes.progress import Progress
from app.shapes.requests.bin import PutIntoBin, RestoreFromBin
from app.shapes.requests.cases import IdentifierDetails, NameForm, SaveIdentifier
from app.shapes.staff import StaffMember
from app.wording.imports import row_reason
from app.workspace import Workspace
from models.base import Base
from models.cases import Case, CaseLine, FacetSnapshot
from models.events import Assertion, Citation, Event
from models.history import HistoryEntry
from models.people import Identifier, Person, PersonName, ServiceRecord
from models.sources import Source
from models.vocabulary.accounts import RowOutcome
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import IdentifierKind, NameKind
from models.vocabulary.roles import Action, Role
from tests.factories.men import missing_man
from tests.importing import invented_lists as lists
from tests.services.test_who_sees_what import at_work_as, limit


def taken(register: Workspace, path: Path, profile: Profile | None = None) -> ImportReport:
    return import_job.run(register, path, profile or lists.profile())


def count(register: Workspace, table: type[Base]) -> int:
    return register.read(
        lambda reader: reader.session.scalar(select(func.count()).select_from(table)) or 0
    )


def test_every_row_is_a_new_man_with_all_that_the_row_says(
    register: Workspace, tmp_path: Path
) -> None:
    report = taken(register, lists.written(tmp_path, lists.text()))
    assert (report.rows, report.new, report.refused) == (4, 4, ())
    first = report.sample[0]
    assert first.number == "HRD-2021-00001"

    def look(reader: object) -> None:
        session = reader.session  # type: ignore[attr-defined]  # a Reader
        person = session.get_one(Person, first.case_id)
        assert person.birth.edtf == "1999-05-03"
        assert [name.full_as_written for name in person.names] == ["Լուսաձորյան Արամ Տիգրանի"]
        assert person.names[0].kind is NameKind.ON_LIST
        assert {number.value for number in person.identifiers} == {"1", "N-1"}
        assert person.service[0].rank == "PRIVATE"
        event = session.scalars(select(Event).where(Event.case_id == person.id)).one()
        assert (event.code, event.occurred.edtf) == (EventCode.C10, "2020-12-13")
        assert event.place_as_reported == "Խծաբերդ"
        said = event.assertions[0]
        assert (said.words, said.locator, said.grade) == ("գերի", "row 1", "F6")
        assert said.source.title == "Invented list of 2020-12-20"
        fields = set(session.scalars(select(Citation.field).where(Citation.case_id == person.id)))
        assert fields == {"name", "birth", "birth_place", "rank", "unit"}

    register.read(look)


def test_one_import_is_one_entry_of_a_sound_history(register: Workspace, tmp_path: Path) -> None:
    before = count(register, HistoryEntry)
    taken(register, lists.written(tmp_path, lists.text()))
    assert count(register, HistoryEntry) == before + 1
    assert register.verify_history() == []


def test_the_file_and_its_rows_are_kept_as_received(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.text())
    report = import_job.run(register, path, lists.profile(), received_from="a courier")
    assert report.batch_id is not None
    batch_id: UUID = report.batch_id
    assert register.read(lambda reader: kept_file(reader, batch_id)) == path.read_bytes()
    batch = register.read(import_batches)[0]
    assert (batch.file_name, batch.rows, batch.new) == ("list.csv", 4, 4)
    rows = register.read(lambda reader: import_rows(reader, batch_id))
    assert [list(row.verbatim) for row in rows] == [line.split(",") for line in lists.ROWS]
    assert rows[3].notes == ("note_birth_unreadable", "note_date_unreadable")


def test_a_second_import_of_the_same_list_creates_nobody(
    register: Workspace, tmp_path: Path
) -> None:
    path = lists.written(tmp_path, lists.text())
    taken(register, path)
    counted = {kind: count(register, kind) for kind in (Person, PersonName, Event, Citation)}
    again = taken(register, path)
    assert (again.new, again.matched, again.updated) == (0, 4, 0)
    assert {kind: count(register, kind) for kind in counted} == counted


def test_an_update_adds_beside_what_stands_and_overwrites_nothing(
    register: Workspace, tmp_path: Path
) -> None:
    first = taken(register, lists.written(tmp_path, lists.text())).sample[0]
    row = lists.ROWS[0].replace("Լուսաձորյան", "Լուսաձորեան").replace("1999-05-03", "1998")
    newer = lists.text(row.replace("գերի", "captured again"))
    report = taken(register, lists.written(tmp_path, newer, "newer.csv"))
    assert (report.updated, report.sample[0].number) == (1, first.number)

    def look(reader: object) -> None:
        session = reader.session  # type: ignore[attr-defined]  # a Reader
        person = session.get_one(Person, first.case_id)
        assert person.birth.edtf == "1999-05-03"
        assert [(n.family, n.is_primary) for n in person.names] == [
            ("Լուսաձորյան", True),
            ("Լուսաձորեան", False),
        ]
        states = session.scalars(
            select(Citation.states).where(Citation.field == "birth", Citation.states != "")
        )
        assert list(states) == ["1998"]
        events = session.scalars(select(Event).where(Event.case_id == person.id)).all()
        assert len(events) == 2

    register.read(look)


def test_a_decision_of_the_preview_ties_a_row_to_a_case(
    register: Workspace, tmp_path: Path
) -> None:
    him = taken(register, lists.written(tmp_path, lists.text())).sample[0]
    other = lists.written(tmp_path, lists.text("77,Ուրիշյան,Պետրոս,,,,,,,,,captured,,"), "b.csv")
    assert him.case_id is not None
    decided = import_job.run(register, other, lists.profile(), {2: him.case_id})
    assert (decided.new, decided.updated, decided.sample[0].case_id) == (0, 1, him.case_id)


def test_names_only_propose(register: Workspace, tmp_path: Path) -> None:
    taken(register, lists.written(tmp_path, lists.text()))
    twin = lists.text("88,Լուսաձորյան,Արամ,Տիգրանի,,,,,,,,captured,,")
    report = import_job.preview(
        register, lists.written(tmp_path, twin, "twin.csv"), lists.profile()
    )
    assert (report.new, report.matched, report.proposed) == (1, 0, 1)


def test_a_preview_changes_nothing_and_tells_every_row(register: Workspace, tmp_path: Path) -> None:
    report = import_job.preview(
        register, lists.written(tmp_path, lists.text()), lists.profile(), {3: RowDecision.LEAVE_OUT}
    )
    assert report.dry_run
    assert (report.new, len(report.sample), report.refused[0].row) == (3, 3, 3)
    assert count(register, Person) == 0
    assert register.read(import_batches) == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_come_in_the_same(
    register: Workspace, tmp_path: Path, encoding: str
) -> None:
    report = taken(register, lists.written(tmp_path, lists.text().encode(encoding)))
    assert report.sample[1].name == "Карабердян Тигран Арамович"


def test_a_workbook_comes_in_the_same(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.workbook(lists.text()), "list.xlsx")
    assert [row.name for row in taken(register, path).sample] == [
        "Լուսաձորյան Արամ Տիգրանի",
        "Карабердян Тигран Арамович",
        "Nmushyan Gevorg",
        "Քարաբերդյան Վահե Արամի",
    ]


def test_lines_and_snapshots_are_what_a_single_save_would_compute(
    register: Workspace, tmp_path: Path
) -> None:
    taken(register, lists.written(tmp_path, lists.text()))

    def lines(reader: object) -> list[dict[str, object]]:
        session = reader.session  # type: ignore[attr-defined]  # a Reader or a unit of work
        rows = session.scalars(select(CaseLine).order_by(CaseLine.row))
        return [{c.name: getattr(row, c.name) for c in CaseLine.__table__.c} for row in rows]

    imported = register.read(lines)
    snapshots = count(register, FacetSnapshot)

    def anew(uow: object) -> Outcome[None]:
        uow.doing(Action.EDIT_CASE)  # type: ignore[attr-defined]  # a UnitOfWork
        ids = [row["case_id"] for row in imported]
        refresh(uow, ids)  # type: ignore[arg-type]  # the same
        return Outcome(None)

    register.write(anew)
    assert register.read(lines) == imported
    assert count(register, FacetSnapshot) == snapshots


def test_stopping_leaves_nothing(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.text())
    with pytest.raises(ImportStopped):
        import_job.run(register, path, lists.profile(), cancelled=lambda: True)
    assert {count(register, kind) for kind in (Person, Case, Source, Assertion)} == {0}
    assert register.verify_history() == []


def test_progress_is_told(register: Workspace, tmp_path: Path) -> None:
    told: list[Progress] = []
    path = lists.written(tmp_path, lists.text())
    import_job.run(register, path, lists.profile(), progress=told.append)
    assert (told[-1].done, told[-1].total) == (4, 4)


def test_a_ragged_list_changes_nothing_though_its_first_rows_are_good(
    register: Workspace, tmp_path: Path
) -> None:
    path = lists.written(tmp_path, lists.text(*lists.ROWS, "9,too,short"))
    with pytest.raises(BadInput) as caught:
        taken(register, path)
    assert caught.value.data["row"] == 6
    assert count(register, Person) == 0


def test_refused_rows_leave_the_good_ones_in(register: Workspace, tmp_path: Path) -> None:
    rows = (lists.ROWS[0], "5" + "," * 13, f"6,{'ա' * 5_000}" + "," * 12)
    report = taken(register, lists.written(tmp_path, lists.text(*rows)))
    assert report.new == 1
    assert [(row.row, row.reason, row.outcome) for row in report.refused] == [
        (3, "row_no_name", RowOutcome.REFUSED),
        (4, "row_name_too_long", RowOutcome.REFUSED),
    ]


def test_text_that_looks_like_formulas_or_markup_is_only_text(
    register: Workspace, tmp_path: Path
) -> None:
    row = "7,=HYPERLINK(1),<b>@x</b>,+1,-5,,,,,,,=cmd|' /C',,"
    report = taken(register, lists.written(tmp_path, lists.text(row)))
    assert report.sample[0].name == "=HYPERLINK(1) <b>@x</b> +1"


def test_direction_marks_and_hidden_signs_are_kept(register: Workspace, tmp_path: Path) -> None:
    row = "8,Նմու\u202eշյան,Арaм,,,,,,,,,captured,,"
    report = taken(register, lists.written(tmp_path, lists.text(row)))
    assert report.sample[0].name == "Նմու\u202eշյան Арaм"
    assert set(report.sample[0].notes) == {"note_direction_marks", "note_mixed_scripts"}


def test_grades_of_an_own_profile_need_the_right_to_grade(
    register: Workspace, tmp_path: Path
) -> None:
    path = lists.written(tmp_path, lists.text())
    own = read_profile(lists.PROFILE.replace('kind = "NGO"', 'kind = "NGO"\nreliability = "A"'))
    founder = register.actor
    register.actor = StaffMember(founder.id, founder.name, frozenset({Role.INTAKE}))
    with pytest.raises(NotAllowed):
        taken(register, path, own)
    assert taken(register, path).new == 4


def test_who_may_not_import_cannot(register: Workspace, tmp_path: Path) -> None:
    path = lists.written(tmp_path, lists.text())
    register.actor = StaffMember(
        register.actor.id, register.actor.name, frozenset({Role.ADMINISTRATOR})
    )
    with pytest.raises(NotAllowed):
        taken(register, path)
    with pytest.raises(NotAllowed):
        import_job.preview(register, path, lists.profile())


def test_sources_are_shared_between_rows_and_imports(register: Workspace, tmp_path: Path) -> None:
    header = "id,facs_url,same_as,list_date,list_no,surname,forename,generation,honorific,rank,"
    header += "unit,birth_land,birth_district,birth_place,birth_date,events,notes"
    rows = [
        f'{at},http://example.org/{at % 2},,1915-01-01,9,Musterl,Max{at},,,,,,,,1890,"'
        + json.dumps([{"type": "wounded", "label": "verw."}]).replace('"', '""')
        + '",'
        for at in range(6)
    ]
    profile = shipped_profile("austria-ww1-verlustliste")
    path = lists.written(tmp_path, lists.text(*rows, header=header))
    assert taken(register, path, profile).new == 6
    assert count(register, Source) == 2
    more = [row.replace("Musterl", "Beispiel").replace(f"{at},", f"2{at},", 1)
            for at, row in enumerate(rows)]  # fmt: skip
    path = lists.written(tmp_path, lists.text(*more, header=header), "more.csv")
    assert taken(register, path, profile).new == 6
    assert count(register, Source) == 2
    assert count(register, ServiceRecord) == 0
    assert count(register, Identifier) == 12


def test_a_list_that_meets_a_case_in_the_bin_refuses_the_row_until_it_is_restored(
    register: Workspace, tmp_path: Path
) -> None:
    path = lists.written(tmp_path, lists.text())
    first = taken(register, path).sample[0]
    case_id = first.case_id
    assert case_id is not None
    register.write(lambda u: put_into_bin(u, PutIntoBin((case_id,), "another war")))
    again = taken(register, path)
    assert [(row.reason, row.detail) for row in again.refused] == [("row_in_bin", first.number)]
    assert first.number in row_reason(again.refused[0], Translator.open("en"))
    assert again.matched == 3
    register.write(lambda u: restore_from_bin(u, RestoreFromBin((case_id,))))
    assert taken(register, path).matched == 4


def test_of_a_row_on_a_limited_case_others_learn_only_that_it_is_there(
    register: Workspace, tmp_path: Path
) -> None:
    report = taken(register, lists.written(tmp_path, lists.text()))
    assert report.batch_id is not None
    batch_id: UUID = report.batch_id
    him = report.sample[1].case_id
    assert him is not None
    limit(register, him)

    def read(reader: Reader) -> tuple[RowReport, ...]:
        return import_rows(reader, batch_id)

    whole = register.read(read)
    assert (whole[1].case_id, whole[1].number) == (him, report.sample[1].number)
    at_work_as(register, Role.INTAKE)
    shown = register.read(read)
    assert shown[1] == RowReport(whole[1].row, whole[1].outcome)
    assert [shown[at] for at in (0, 2, 3)] == [whole[at] for at in (0, 2, 3)]
    with pytest.raises(NotAllowed):
        register.read(lambda reader: kept_file(reader, batch_id))


@pytest.mark.parametrize("way", ["asking", "walking"])
def test_a_man_in_another_script_is_proposed_with_reasons_and_still_new(
    register: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(alike_in_bulk, "_ROWS_A_QUESTION", 0 if way == "asking" else 10**6)
    him = taken(register, lists.written(tmp_path, lists.text())).sample[0]
    rows = (
        "91,Лусадзорян,Арам,Тигранович,,,,,,,,captured,,",
        "92,Ուրիշյան,Պետրոս,,,,,,,,,captured,,",
    )
    path = lists.written(tmp_path, lists.text(*rows), "other.csv")
    report = import_job.preview(register, path, lists.profile())
    assert (report.new, report.proposed) == (2, 1)
    first, second = report.sample
    assert [one.case_id for one in first.alike] == [him.case_id]
    assert first.alike[0].comparison.reasons
    assert second.alike == ()
    named = register.read(lambda reader: namesakes(reader, [one.case_id for one in first.alike]))
    assert {one.number for one in named.values()} == {him.number}


def test_a_row_that_several_men_bear_the_name_of_wants_a_look(
    register: Workspace, tmp_path: Path
) -> None:
    for born in ("1999-01-02", "1975-05-06"):
        missing_man(register, (NameForm("Լուսաձորյան", "Արամ"),), born=born)
    path = lists.written(tmp_path, lists.text("91,Лусадзорян,Арам,,,,,,,,,captured,,"))
    (row,) = import_job.preview(register, path, lists.profile()).sample
    assert len(row.alike) == 2
    assert "note_homonyms" in row.notes


def test_a_number_is_known_however_its_parts_are_set_apart(
    register: Workspace, tmp_path: Path
) -> None:
    here = missing_man(register, (NameForm("Լուսաձորյան", "Արամ"),), born="1999-05-03")
    number = IdentifierDetails(IdentifierKind.SERVICE_NUMBER, "n 1", scope="tests")
    register.write(lambda u: save_identifier(u, SaveIdentifier(here, number)))
    report = taken(register, lists.written(tmp_path, lists.text()))
    assert (report.rows, report.new) == (4, 3)
    assert report.sample[0].case_id == here
    found = register.read(lambda r: count_cases(r, CaseFilter(text="number:N1")))
    assert found == 1
