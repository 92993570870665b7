"""PFIF comes into the register: a person by his number, a note as the account of its author."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.importing.pfif import pfif_man
from app.importing.profile_file import read_profile, shipped_profile
from app.importing.profile_text import profile_text
from app.importing.rows import ListedMan, RowRefused
from app.importing.table import Record
from app.jobs import import_job
from app.shapes.imports import ImportReport
from app.workspace import Workspace
from models.events import Assertion, Event
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import NameKind, Sex
from tests.registers import Home
from tests.sandbox.test_pfif_comes_in_as_a_table import SAMPLES, pfif

PFIF = shipped_profile("pfif")
ARAM = {
    "person_record_id": "ex.am/p.1",
    "source_date": "2020-12-20T10:00:00Z",
    "source_name": "Պատուհան",
    "full_name": "Արամ Լուսաձորյան\nАрам Лусадзорян",
    "sex": "male",
    "home_city": "Գյումրի",
}
SEEN = {
    "note_record_id": "ex.am/n.1",
    "author_name": "Նարե Քարաբերդյան",
    "author_phone": "+374 00 000000",
    "source_date": "2020-12-21T08:00:00Z",
    "status": "believed_alive",
    "text": "Տեսել եմ նրան տեսանյութում",
}
SOUGHT = {
    "note_record_id": "ex.am/n.2",
    "author_name": "Наре Карабердян",
    "source_date": "2020-12-22T08:00:00Z",
    "status": "information_sought",
    "text": "Ищу брата",
    "last_known_location": "Խծաբերդ",
}


def man(cells: dict[str, str], *notes: dict[str, str]) -> ListedMan:
    noted = {"notes": json.dumps(notes)} if notes else {}
    return pfif_man(Record(2, {**cells, **noted}, ()), PFIF)


def elements(fields: dict[str, str]) -> str:
    return "".join(f"<{name}>{words}</{name}>" for name, words in fields.items())


def file_of(folder: Path, *notes: dict[str, str], **changes: str) -> Path:
    noted = "".join(f"<note>{elements(note)}</note>" for note in notes)
    path = folder / "people.xml"
    path.write_bytes(pfif(f"<person>{elements({**ARAM, **changes})}{noted}</person>"))
    return path


def taken(register: Workspace, path: Path) -> ImportReport:
    return import_job.run(register, path, import_job.profile_for(path))


def test_a_record_tells_of_a_man_by_its_number_within_its_domain() -> None:
    aram = man(ARAM)
    assert [name.full_as_written for name in aram.names] == ["Արամ Լուսաձորյան", "Арам Лусадзорян"]
    assert [name.kind for name in aram.names] == [NameKind.ON_LIST, NameKind.ALIAS]
    assert (aram.sex, aram.home_address) == (Sex.MALE, "Գյումրի")
    assert [(one.value, one.scope) for one in aram.identifiers] == [("ex.am/p.1", "ex.am")]
    assert (aram.said.edtf, aram.events) == ("2020-12-20", ())
    old = {**ARAM, "full_name": "", "first_name": "Aram", "last_name": "Lusadzoryan"}
    assert man(old).name == "Aram Lusadzoryan"
    assert man({**ARAM, "age": "18-22"}).birth.edtf == "[1997..2002]"
    assert man({**ARAM, "date_of_birth": "2001-05"}).birth.edtf == "2001-05"
    assert read_profile(profile_text(PFIF)) == PFIF


def test_a_note_is_an_account_of_its_author_and_no_event_of_its_own() -> None:
    seen, sought, bare = man(ARAM, SEEN, SOUGHT, {"text": "?"}).events
    assert (seen.code, sought.code, bare.code) == (EventCode.E08, EventCode.E01, EventCode.E08)
    assert seen.source is not None
    assert seen.source.title == "Նարե Քարաբերդյան (ex.am)"
    assert seen.source.contact == "+374 00 000000"
    assert seen.said is not None
    assert (seen.said.edtf, seen.words) == ("2020-12-21", "Տեսել եմ նրան տեսանյութում")
    assert (seen.narrative, sought.place) == ("status: believed_alive", "Խծաբերդ")
    dead = man(ARAM, {**SEEN, "status": "believed_dead"}).events[0]
    assert dead.code is EventCode.E08


@pytest.mark.parametrize(
    ("changes", "fault", "detail"),
    [
        ({"person_record_id": ""}, "row_no_field", "person_record_id"),
        ({"source_date": ""}, "row_no_field", "source_date"),
        ({"full_name": ""}, "row_no_field", "full_name"),
    ],
)
def test_a_record_without_its_fields_is_refused(
    changes: dict[str, str], fault: str, detail: str
) -> None:
    with pytest.raises(RowRefused) as caught:
        man({**ARAM, **changes})
    assert (caught.value.fault.value, caught.value.detail) == (fault, detail)


def test_an_expired_record_is_refused_by_its_day() -> None:
    left = {key: ARAM[key] for key in ("person_record_id", "source_date")}
    with pytest.raises(RowRefused) as caught:
        man({**left, "entry_date": "2021-01-01T00:00:00Z", "expiry_date": "2021-03-01T00:00:00Z"})
    assert caught.value.fault.value == "row_expired"
    assert caught.value.detail == "2021-03-01T00:00:00Z"
    assert "note_sender_deletes" in man({**ARAM, "expiry_date": "2030-01-01T00:00:00Z"}).notes


def test_the_same_man_comes_again_and_only_what_is_new_is_added(
    register: Workspace, tmp_path: Path
) -> None:
    first = taken(register, file_of(tmp_path, SEEN))
    assert (first.new, first.refused) == (1, ())
    again = taken(register, file_of(tmp_path, SEEN, source_url="https://ex.am/1"))
    assert (again.new, again.matched) == (0, 1)
    twin = {**SEEN, "note_record_id": "ex.am/n.7"}
    assert taken(register, file_of(tmp_path, SEEN, SOUGHT, twin)).updated == 1

    def accounts(reader: Reader) -> list[tuple[str, str, str | None]]:
        rows = reader.session.execute(
            select(Event.code, Assertion).join(Assertion).order_by(Assertion.locator)
        )
        return [(code.value, one.source.title, one.said.edtf) for code, one in rows]

    assert register.read(accounts) == [
        ("E08", "Նարե Քարաբերդյան (ex.am)", "2020-12-21"),
        ("E01", "Наре Карабердян (ex.am)", "2020-12-22"),
        ("E08", "Նարե Քարաբերդյան (ex.am)", "2020-12-21"),
    ]

    path = tmp_path / "notes.xml"
    later = {**SOUGHT, "note_record_id": "ex.am/n.9", "person_record_id": "ex.am/p.1"}
    stranger = {**SOUGHT, "person_record_id": "ex.am/p.2"}
    path.write_bytes(pfif("".join(f"<note>{elements(one)}</note>" for one in (later, stranger))))
    report = taken(register, path)
    assert (report.updated, [row.reason for row in report.refused]) == (1, ["row_nobody_here"])


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the foreign samples are not here")
def test_the_samples_of_others_come_in_and_what_cannot_has_its_reason(
    vault: Home,
) -> None:
    with vault.open() as register:

        def outcome(name: str) -> tuple[int, int, int, list[str]]:
            report = taken(register, SAMPLES / name)
            return report.new, report.matched, report.updated, [r.reason for r in report.refused]

        assert outcome("test.pfif-1.2-note.xml") == (0, 0, 0, ["row_nobody_here"] * 2)
        assert outcome("test.pfif-1.2-badrecord.xml") == (2, 0, 0, [])
        assert outcome("test.pfif-1.1.xml") == (0, 0, 1, [])
        assert outcome("test.pfif-1.2.xml") == (0, 1, 0, [])
        assert outcome("test.pfif-1.4.xml") == (0, 0, 1, [])
        assert outcome("test.pfif-1.2-believed-dead.xml") == (0, 0, 1, [])
        assert outcome("sample-import.csv") == (0, 0, 0, ["row_ragged"])
