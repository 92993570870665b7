"""The three real lists, where they lie beside the project: counted against the files themselves."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.importing.profile_file import shipped_profile
from app.jobs import import_job
from app.workspace import Workspace
from models.cases import Case
from models.events import Assertion, Event
from models.people import Identifier, Person, PersonName
from models.sources import Source
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import NameKind

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
CARINTHIA = DATA / "pow-austria-ww1-verlustliste" / "visible_carinthia.csv"
AUSTRALIA = DATA / "pow-australia-ww2" / "pows_flat.csv"
CARDS = DATA / "pow-hungary-ussr-cyrillic" / "pseudo_1000_42.csv"

pytestmark = pytest.mark.slow


def present(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"the list {path.name} is not beside the project")
    return path


def codes(register: Workspace) -> Counter[str]:
    def read(reader: Reader) -> Counter[str]:
        counted = reader.session.execute(select(Event.code, func.count()).group_by(Event.code))
        return Counter({code.value: many for code, many in counted})

    return register.read(read)


def test_the_men_of_carinthia_all_come_in(register: Workspace) -> None:
    path = present(CARINTHIA)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    said = [event for row in rows for event in json.loads(row["events"])]
    prisoners = [
        event
        for event in said
        if event["type"] == "pow" or event.get("label", "").startswith("kriegsgef")
    ]
    wounded = [event for event in said if event["type"] == "wounded" and event not in prisoners]
    report = import_job.run(register, path, shipped_profile("austria-ww1-verlustliste"))
    assert (report.rows, report.new, report.refused) == (2475, len(rows), ())
    counted = codes(register)
    assert counted[EventCode.C10] == len(prisoners)
    assert counted[EventCode.E09] == len(wounded)
    dead = sum(event["type"] == "death" for event in said)
    taken_back = sum("War tot gemeldet" in event.get("desc", "") for event in said
                     if event["type"] == "death")  # fmt: skip
    died_captive = sum("Gestorben am" in event.get("desc", "") for event in said
                       if event["type"] == "pow")  # fmt: skip
    assert counted[EventCode.X80] + counted[EventCode.X81] == dead - taken_back + died_captive

    def look(reader: Reader) -> None:
        session = reader.session
        pages = {row["facs_url"] for row in rows}
        assert set(session.scalars(select(Source.url))) == pages
        first = rows[0]
        person = session.scalars(
            select(Person)
            .join(Identifier, Identifier.person_id == Person.id)
            .where(Identifier.value == first["id"])
        ).one()
        assert person.birth.edtf == first["birth_date"]
        assert person.names[0].full_as_written == f"{first['surname']} {first['forename']}"
        event = session.scalars(select(Event).where(Event.case_id == person.id)).one()
        assert event.occurred.edtf == f"[..{first['list_date']}]"
        assert event.assertions[0].grade == "B2"
        assert event.assertions[0].source.url == first["facs_url"]

    register.read(look)
    again = import_job.run(register, path, shipped_profile("austria-ww1-verlustliste"))
    assert (again.new, again.matched, again.updated) == (0, len(rows), 0)


def test_the_australian_list_makes_one_man_of_two_names(register: Workspace) -> None:
    path = present(AUSTRALIA)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    men = len({row["id"] for row in rows})
    report = import_job.run(register, path, shipped_profile("australia-ww2-pow"))
    assert (report.new, report.matched + report.updated) == (men, len(rows) - men)
    assert report.refused == ()
    assert codes(register) == {"C10": men}

    def look(reader: Reader) -> None:
        session = reader.session
        aliases = session.scalar(
            select(func.count()).select_from(PersonName).where(PersonName.kind == NameKind.ALIAS)
        )
        assert aliases
        nobody = select(Identifier).where(Identifier.value == "Not Applicable")
        assert session.scalars(nobody).first() is None

    register.read(look)


def test_the_card_register_keeps_words_where_they_leave_things_open(register: Workspace) -> None:
    path = present(CARDS)
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    report = import_job.run(register, path, shipped_profile("soviet-card-register"))
    assert (report.new, report.refused) == (1000, ())
    counted = codes(register)
    assert counted[EventCode.C10] == sum(bool(row[8]) for row in rows)
    assert counted[EventCode.X81] == sum(row[11].startswith("умер") for row in rows)
    half_said = {row[8] for row in rows if "_" in row[8]}

    def look(reader: Reader) -> None:
        session = reader.session
        unread = session.scalars(
            select(Event).where(Event.code == EventCode.C10, Event.occurred.edtf.is_(None))
        )
        assert {event.occurred.text for event in unread} == half_said
        assert session.scalar(select(func.count()).select_from(Case)) == 1000
        descent = session.scalars(select(Person.nationality).distinct()).all()
        assert descent == [""]
        words = set(session.scalars(select(Assertion.words)))
        assert {row[11] for row in rows if row[11] and not row[11].startswith("умер")} <= words

    register.read(look)
