"""Reads a record of PFIF as a man: who he is, by which number, and what others noted of him.

A note is an account, never an event (domain.md 2.9): nobody at an exchange of records saw what
its author saw. Yet an account must hang on something. Where the author looks for the man, that
something is that he was reported missing (E01): to ask for him is to report him. Whatever else a
note says ("believed alive", "believed dead", nothing at all) hangs on a lead received (E08), which
moves none of the four answers, until a person has weighed it. The author's own words, and the
day on which he wrote them, stay his.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.importing.list_dates import read_list_date
from app.importing.men import birth_date, clean, look_of, name_form, short
from app.importing.profile import NameWords, Profile
from app.importing.rows import (
    NOTE_NUMBER,
    ListedEvent,
    ListedMan,
    RowFault,
    RowNote,
    RowRefused,
)
from app.importing.table import Record
from app.importing.wording_of_cells import Cells
from app.shapes.requests.cases import IdentifierDetails, NameForm
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.partial_date import NotADate, PartialDate
from models.vocabulary.people import IdentifierKind, NameOrder, Sex

PERSON_ID, NOTES = "person_record_id", "notes"
_ADDRESS = (
    "home_street", "home_neighborhood", "home_city", "home_state", "home_zip",
    "home_postal_code", "home_country",
)  # fmt: skip
#: What belongs to the person and has no place of its own here: kept by its name in the remark.
_REMARKS = ("photo_url", "profile_urls", "expiry_date")
#: What of a note is neither its words nor its author: kept by its name beside the account.
_BESIDE = (
    "status", "author_made_contact", "found", "linked_person_record_id",
    "email_of_found_person", "phone_of_found_person", "photo_url",
)  # fmt: skip
#: Fields of a note that stand in the row of a person where a table has room for one note.
_IN_ROW = (
    "note_record_id", "author_name", "author_email", "author_phone", "source_date", "text",
    "last_known_location", *_BESIDE[:-1],
)  # fmt: skip
_TELLS_OF_NOTE = ("note_record_id", "text", "status", "last_known_location")
_SOUGHT = frozenset({"information_sought", "believed_missing"})
_KEPT_OF_EXPIRED = frozenset({PERSON_ID, "source_date", "entry_date", "expiry_date"})
_SEXES = {"male": Sex.MALE, "female": Sex.FEMALE, "other": Sex.OTHER}
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d)?(\.\d+)?Z?")
_AGE = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?")
_AS_WRITTEN = NameWords(order=NameOrder.UNKNOWN)
_LONGEST_WORDS = 20_000
#: Nothing in the format tells a relative from a stranger.
_KIND = SourceKind.OTHER

type Note = Mapping[str, str]


def pfif_man(record: Record, profile: Profile) -> ListedMan:
    """Read one record.

    Raises RowRefused: a mandatory field is empty, the record has expired, a text is too long.
    """
    cells = record.cells
    number = clean(cells.get(PERSON_ID, ""))
    if not number:
        raise RowRefused(RowFault.NO_FIELD, PERSON_ID)
    domain = _domain(number) or clean(cells.get("source_name", ""))[:200]
    remarks: list[RowNote] = []
    events = tuple(_account(note, domain, remarks) for note in _notes(cells, remarks))
    names = _names(cells)
    _refuse_what_is_no_record(cells, names=bool(names), notes=bool(events))
    if names:
        remarks += look_of(names[0].full_as_written)
    if cells.get("expiry_date"):
        remarks.append(RowNote.SENDER_DELETES)
    said = moment(cells.get("source_date", ""))
    return ListedMan(
        row=record.row,
        names=names,
        birth=_birth(cells, said, remarks),
        sex=_SEXES.get(cells.get("sex", "").casefold(), Sex.UNKNOWN),
        home_address=short(", ".join(_filled(cells, _ADDRESS)), "home_address"),
        remark=short(_remark(cells), "remark"),
        identifiers=(
            IdentifierDetails(
                kind=IdentifierKind.LIST_ROW,
                value=short(number, "number"),
                issuer=short(domain, "number"),
                scope=short(domain, "number"),
            ),
        ),
        events=events,
        source=_source(cells, domain),
        said=said,
        locator=short(f"{PERSON_ID} {number}", "locator"),
        reliability=profile.source.reliability,
        credibility=profile.source.credibility,
        notes=tuple(dict.fromkeys(remarks)),
    )


def moment(text: str) -> PartialDate:
    """Read the day of a moment ("2020-12-16T04:05:06Z"); what is none is kept as written."""
    found = _MOMENT.fullmatch(text)
    flat = clean(text)[:200]
    if not flat:
        return UNKNOWN_DATE
    read = read_list_date(found[1] if found else flat)
    return PartialDate.unknown(flat) if read is None else replace(read, text=flat)


def _refuse_what_is_no_record(cells: Cells, *, names: bool, notes: bool) -> None:
    """Refuse a record without its fields; one without a name may still bring notes of a man."""
    if names and not cells.get("source_date"):
        raise RowRefused(RowFault.NO_FIELD, "source_date")
    if names or notes:
        return
    filled = {name for name, cell in cells.items() if cell}
    if cells.get("expiry_date") and filled <= _KEPT_OF_EXPIRED:
        raise RowRefused(RowFault.EXPIRED, cells["expiry_date"][:100])
    raise RowRefused(RowFault.NO_FIELD, "full_name")


def _domain(number: str) -> str:
    domain, slash, _ = number.partition("/")
    return domain[:200] if slash else ""


# --- the man


def _names(cells: Cells) -> tuple[NameForm, ...]:
    """Give the forms of his name; each line of `full_name` and `alternate_names` is one."""
    given = clean(cells.get("given_name", "") or cells.get("first_name", ""))
    family = clean(cells.get("family_name", "") or cells.get("last_name", ""))
    whole = _lines(cells.get("full_name", "")) or _lines(f"{given} {family}")
    if not whole:
        return ()
    others = [*whole[1:], *_lines(cells.get("alternate_names", ""))]
    first = name_form(whole[0], family, given, "", _AS_WRITTEN, first=True)
    return (
        first,
        *(
            name_form(other, "", "", "", _AS_WRITTEN, first=False)
            for other in dict.fromkeys(others)
            if other != whole[0]
        ),
    )


def _lines(text: str) -> list[str]:
    return [flat for line in text.splitlines() if (flat := clean(line))]


def _birth(cells: Cells, said: PartialDate, remarks: list[RowNote]) -> PartialDate:
    """Read the birth; where only an age is told, the years between which it lies."""
    written, age = cells.get("date_of_birth", ""), clean(cells.get("age", ""))
    if written or not age:
        return birth_date(written, remarks)
    found = _AGE.fullmatch(age)
    on = said.earliest
    if found is None or on is None:
        return birth_date(f"age {age}", remarks)
    youngest, oldest = int(found[1]), int(found[2] or found[1])
    try:
        years = PartialDate.parse_edtf(
            f"[{on.year - oldest - 1:04d}..{on.year - youngest:04d}]", dob=True
        )
    except NotADate:
        return birth_date(f"age {age}", remarks)
    return replace(years, text=f"age {age}")


def _remark(cells: Cells) -> str:
    described = cells.get("description", "") or cells.get("other", "")
    return "\n".join(filter(None, [described, *_named(cells, _REMARKS)]))


def _filled(cells: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (flat for name in names if (flat := clean(cells.get(name, ""))))


def _named(cells: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (f"{name}: {flat}" for name in names if (flat := clean(cells.get(name, ""))))


def _source(cells: Cells, domain: str) -> NewSource:
    said_by = clean(cells.get("source_name", "")) or clean(cells.get("author_name", ""))
    return NewSource(
        kind=_KIND,
        title=short(said_by or domain or PERSON_ID, "source"),
        url=short(clean(cells.get("source_url", "")), "url"),
        contact=", ".join(_filled(cells, ("author_email", "author_phone")))[:500],
    )


# --- what others noted


def _notes(cells: Cells, remarks: list[RowNote]) -> list[Note]:
    """Give the notes of a record: many as JSON, as the sandbox writes them, or one in the row."""
    text = cells.get(NOTES, "")
    if not text:
        one = {name: cells[name] for name in _IN_ROW if cells.get(name)}
        return [one] if any(name in one for name in _TELLS_OF_NOTE) else []
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, list):
        remarks.append(RowNote.EVENTS_UNREADABLE)
        return []
    return [
        {key: value.strip() for key, value in one.items() if isinstance(value, str)}
        for one in read
        if isinstance(one, dict)
    ]


def _account(note: Note, domain: str, remarks: list[RowNote]) -> ListedEvent:
    """Give what a note says as an account of its author; see above on what it hangs."""
    words = note.get("text", "").strip()
    if len(words) > _LONGEST_WORDS:
        raise RowRefused(RowFault.FIELD_TOO_LONG, "text")
    author = clean(note.get("author_name", ""))
    if not author:
        remarks.append(RowNote.NOTE_UNSIGNED)
    if note.get("linked_person_record_id"):
        remarks.append(RowNote.LINKED)
    said = moment(note.get("source_date", "") or note.get("entry_date", ""))
    number = clean(note.get("note_record_id", ""))
    at = _domain(number) or domain
    speaker = f"{author} ({at})" if author and at else author or at or NOTES
    return ListedEvent(
        code=EventCode.E01 if note.get("status") in _SOUGHT else EventCode.E08,
        occurred=said,
        place=short(clean(note.get("last_known_location", "")), "birth_place"),
        words=words,
        narrative="\n".join(_named(note, _BESIDE)),
        source=NewSource(
            kind=_KIND,
            title=short(speaker, "source"),
            contact=", ".join(_filled(note, ("author_email", "author_phone")))[:500],
        ),
        said=said,
        locator=short(NOTE_NUMBER + number, "locator") if number else "",
    )
