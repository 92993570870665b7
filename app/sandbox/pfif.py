"""Read PFIF, the format in which finders of people exchange records, as a plain table.

One row a person, the heads are the names PFIF gives its fields, the words stand as they were
written. What others noted of him stands in the last column as a list of objects in JSON.
"""

import io
import json
from collections.abc import Iterator
from typing import override
from xml.sax import SAXException  # nosec B406  # the name of an error
from xml.sax.handler import (  # nosec B406  # defusedxml does the parsing
    ContentHandler,
    feature_namespaces,
)
from xml.sax.xmlreader import AttributesNSImpl  # nosec B406  # the name of a type

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.text_tables import MAX_CELL, MAX_COLUMNS, MAX_ROWS

VERSIONS = {f"http://zesty.ca/pfif/{version}": version for version in ("1.1", "1.2", "1.3", "1.4")}
NOTES = "notes"
PERSON_ID = "person_record_id"
#: The order of PFIF 1.4, each older name beside the one that took its place.
_ORDER = (
    PERSON_ID, "entry_date", "expiry_date", "author_name", "author_email", "author_phone",
    "source_name", "source_date", "source_url", "full_name", "first_name", "given_name",
    "last_name", "family_name", "alternate_names", "description", "other", "sex",
    "date_of_birth", "age", "home_street", "home_neighborhood", "home_city", "home_state",
    "home_zip", "home_postal_code", "home_country", "photo_url", "profile_urls",
)  # fmt: skip
_ALWAYS = (PERSON_ID, "source_date")

type _Name = tuple[str | None, str]
type _Fields = dict[str, str]


def is_pfif(content: bytes) -> bool:
    """Say whether the root of an XML file is that of PFIF, in whatever namespace.

    Raises `JobRefused`: `XML_TRICK` for a document type, `DAMAGED` for what is not XML.
    """
    try:
        _parse(content, _Root())
    except _RootSeen as seen:
        return seen.name == "pfif"
    return False


def read_pfif(content: bytes) -> tuple[str, list[str], Iterator[list[str]]]:
    """Give the version, the heads and the rows of a PFIF file.

    Raises `JobRefused`: a namespace that is none of PFIF 1.1 to 1.4 (`PFIF_VERSION`), a document
    type or entity (`XML_TRICK`), a field beyond the limit, broken XML, nobody in it.
    """
    reader = _People()
    _parse(content, reader)
    people = reader.people
    if not people:
        raise JobRefused(FileFault.EMPTY)
    seen = dict.fromkeys(name for person in people.values() for name in person.fields)
    heads = [name for name in _ORDER if name in seen or name in _ALWAYS]
    heads += [name for name in seen if name not in _ORDER]
    if len(heads) > MAX_COLUMNS:
        raise JobRefused(FileFault.TOO_MANY_COLUMNS, row=1, found=len(heads), limit=MAX_COLUMNS)
    noted = any(person.notes for person in people.values())
    rows = (
        [person.fields.get(name, "") for name in heads]
        + ([json.dumps(person.notes, ensure_ascii=False) if person.notes else ""] * noted)
        for person in people.values()
    )
    return reader.version, heads + [NOTES] * noted, rows


def _parse(content: bytes, handler: ContentHandler) -> None:
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    try:
        parser.parse(io.BytesIO(content))
    except DefusedXmlException as trick:
        raise JobRefused(FileFault.XML_TRICK) from trick
    except _RootSeen:
        raise
    except (SAXException, ValueError, LookupError) as error:
        raise JobRefused(FileFault.DAMAGED) from error


class _RootSeen(SAXException):
    """The root element began; nothing more is asked."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


class _Root(ContentHandler):
    @override
    def startElementNS(self, name: _Name, qname: str | None, attrs: AttributesNSImpl) -> None:
        raise _RootSeen(name[1])


class _Person:
    """What the file says of one person, and what others noted of him."""

    def __init__(self) -> None:
        self.fields: _Fields = {}
        self.notes: list[_Fields] = []


class _People(ContentHandler):
    """Gathers persons and notes; a note beside a person goes to the one whose id it bears."""

    def __init__(self) -> None:
        super().__init__()
        self.version = ""
        #: By the id of the record; one without an id, or a second of one id, by its number.
        self.people: dict[str | int, _Person] = {}
        self._namespace = ""
        self._depth = 0
        self._person: _Person | None = None
        self._note: _Fields | None = None
        self._field = ""
        self._field_depth = 0
        self._words: list[str] = []
        self._length = 0

    @override
    def startElementNS(self, name: _Name, qname: str | None, attrs: AttributesNSImpl) -> None:
        self._depth += 1
        namespace, tag = name
        if self._depth == 1:
            self._namespace = namespace or ""
            self.version = VERSIONS.get(self._namespace, "")
            if not self.version:
                raise JobRefused(FileFault.PFIF_VERSION, found=self._namespace[:200])
            return
        if namespace != self._namespace or self._field:
            return
        if self._depth == 2 and tag == "person":
            self._person = _Person()
        elif tag == "note" and self._depth == (3 if self._person else 2):
            self._note = {}
        elif self._depth == self._depth_of_fields:
            self._field, self._field_depth = tag, self._depth
            self._words, self._length = [], 0

    @override
    def endElementNS(self, name: _Name, qname: str | None) -> None:
        if self._field and self._depth == self._field_depth:
            self._keep_field()
        elif self._note is not None and self._depth == (3 if self._person else 2):
            self._keep_note(self._note)
        elif self._person is not None and self._depth == 2:
            self._keep_person(self._person)
        self._depth -= 1

    @override
    def characters(self, content: str) -> None:
        if self._field:
            self._length += len(content)
            if self._length > MAX_CELL:
                raise JobRefused(
                    FileFault.PFIF_FIELD_TOO_LONG,
                    row=len(self.people) + 1, found=self._field[:100], limit=MAX_CELL,
                )  # fmt: skip
            self._words.append(content)

    @property
    def _depth_of_fields(self) -> int:
        """How deep a field stands now; 0 where none may stand."""
        if self._note is not None:
            return 4 if self._person else 3
        return 3 if self._person else 0

    def _keep_field(self) -> None:
        fields = self._note if self._note is not None else None
        if fields is None and self._person is not None:
            fields = self._person.fields
        if fields is not None:
            words = "".join(self._words)
            before = fields.get(self._field)
            fields[self._field] = words if before is None else f"{before}\n{words}"
        self._field = ""

    def _keep_note(self, note: _Fields) -> None:
        self._note = None
        if self._person is not None:
            self._person.notes.append(note)
            return
        whose = note.get(PERSON_ID, "").strip()
        person = self.people.get(whose) if whose else None
        if person is None:
            person = _Person()
            person.fields[PERSON_ID] = whose
            self._add(whose, person)
        person.notes.append(note)

    def _keep_person(self, person: _Person) -> None:
        self._person = None
        whose = person.fields.get(PERSON_ID, "").strip()
        here = self.people.get(whose)
        if whose and here is not None and set(here.fields) == {PERSON_ID}:
            # Notes that stood before him in the file waited under his id.
            person.notes = here.notes + person.notes
            self.people[whose] = person
            return
        self._add(whose, person)

    def _add(self, whose: str, person: _Person) -> None:
        if len(self.people) >= MAX_ROWS:
            raise JobRefused(FileFault.TOO_MANY_ROWS, limit=MAX_ROWS)
        free = whose and whose not in self.people
        self.people[whose if free else len(self.people)] = person
