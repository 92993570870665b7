"""PFIF of every version becomes a plain table, its words verbatim; hostile files are refused."""

import json
from pathlib import Path

import pytest

from app.errors import BadInput
from app.sandbox.calls import ForeignTable, read_table
from app.sandbox.faults import FileFault

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "interop-pfif"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1 if i > 1 else ''};" * 10}">' for i in range(1, 10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def pfif(inside: str, *, version: str = "1.4", before: str = "", prefix: str = "pfif:") -> bytes:
    """Write a PFIF file; `<person>` and its like get the prefix."""
    colon = prefix.rstrip(":")
    root = f"{prefix}pfif xmlns{':' + colon if colon else ''}='http://zesty.ca/pfif/{version}'"
    marked = inside.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")
    return f"<?xml version='1.0'?>{before}<{root}>{marked}</{prefix}pfif>".encode()


ARAM = (
    "<person><full_name>Արամ\n Լուսաձորյան </full_name><person_record_id>ex.am/p.1"
    "</person_record_id><source_date>2020-12-01T00:00:00Z</source_date>"
    "<note><note_record_id>ex.am/n.1</note_record_id><text>видели в колонне</text></note></person>"
)


def read(content: bytes, name: str = "people.xml") -> ForeignTable:
    return read_table(content, name)


def test_a_person_is_a_row_under_the_names_of_its_fields_word_for_word() -> None:
    table = read(pfif(ARAM))
    assert (table.kind, table.sheet) == ("pfif", "PFIF 1.4")
    assert table.rows[0] == ("person_record_id", "source_date", "full_name", "notes")
    assert table.rows[1][:3] == ("ex.am/p.1", "2020-12-01T00:00:00Z", "Արամ\n Լուսաձորյան ")
    note = {"note_record_id": "ex.am/n.1", "text": "видели в колонне"}
    assert json.loads(table.rows[1][3]) == [note]
    assert read(pfif(ARAM, prefix="")).rows == table.rows
    assert read(pfif(ARAM).decode().replace("?>", " encoding='utf-16'?>").encode("utf-16")).rows


def test_a_note_beside_the_people_goes_to_him_whose_number_it_bears() -> None:
    later = "<note><person_record_id>ex.am/p.1</person_record_id><text>{}</text></note>"
    other = "<note><person_record_id>ex.am/p.9</person_record_id><text>кто?</text></note>"
    rows = read(pfif(later.format("до") + ARAM + later.format("после") + other)).rows
    assert [row[0] for row in rows[1:]] == ["ex.am/p.1", "ex.am/p.9"]
    assert [one["text"] for one in json.loads(rows[1][3])] == ["до", "видели в колонне", "после"]
    assert rows[2][:3] == ("ex.am/p.9", "", "")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (pfif(ARAM, before=LAUGHS), FileFault.XML_TRICK),
        (pfif(ARAM, before=OUTSIDE), FileFault.XML_TRICK),
        (pfif(ARAM, before="<!DOCTYPE pfif>"), FileFault.XML_TRICK),
        (pfif(ARAM, version="9.9"), FileFault.PFIF_VERSION),
        (b"<pfif><person/></pfif>", FileFault.PFIF_VERSION),
        (b"<?xml version='1.0'?><kml/>", FileFault.NOT_A_LIST),
        (pfif(ARAM)[:-20], FileFault.DAMAGED),
        (pfif("<person><full_name>&gone;</full_name></person>"), FileFault.DAMAGED),
        (pfif(""), FileFault.EMPTY),
        (
            pfif(f"<person><description>{'x' * 40_000}</description></person>"),
            FileFault.PFIF_FIELD_TOO_LONG,
        ),
    ],
)
def test_hostile_and_broken_files_have_their_own_refusal(content: bytes, fault: FileFault) -> None:
    with pytest.raises(BadInput) as caught:
        read(content)
    assert caught.value.data["reason"] == fault.value


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the foreign samples are not here")
def test_the_samples_of_others_are_read_in_every_version() -> None:
    people = {path.name: len(read(path.read_bytes()).rows) - 1 for path in SAMPLES.glob("*.xml")}
    assert people == {
        "test.pfif-1.1.xml": 1,
        "test.pfif-1.2.xml": 1,
        "test.pfif-1.4.xml": 1,
        "test.pfif-1.2-badrecord.xml": 2,
        "test.pfif-1.2-believed-dead.xml": 1,
        "test.pfif-1.2-note.xml": 2,
    }
