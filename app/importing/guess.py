"""Guesses which column of an unknown list is what; a person looks it over and corrects it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.importing.list_dates import read_list_date
from app.importing.profile import (
    NOTHING,
    EventRule,
    EventWords,
    IdentifierWords,
    Layout,
    NameWords,
    PersonWords,
    Profile,
    ServiceWords,
    SourceWords,
)
from app.importing.table import column_names
from app.importing.wording_of_cells import Words
from app.sandbox.calls import ForeignTable
from app.search.fold import fold
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import IdentifierKind, NameOrder


class ListField(StrEnum):
    """What a column of a list may hold; several columns of one field are put together."""

    FAMILY = "FAMILY"
    GIVEN = "GIVEN"
    PATRONYMIC = "PATRONYMIC"
    FULL_NAME = "FULL_NAME"
    BIRTH_DATE = "BIRTH_DATE"
    BIRTH_PLACE = "BIRTH_PLACE"
    HOME_ADDRESS = "HOME_ADDRESS"
    RANK = "RANK"
    UNIT = "UNIT"
    SERVICE_NUMBER = "SERVICE_NUMBER"
    LIST_NUMBER = "LIST_NUMBER"
    EVENT_DATE = "EVENT_DATE"
    EVENT_PLACE = "EVENT_PLACE"
    EVENT_WORDS = "EVENT_WORDS"
    SOURCE_TITLE = "SOURCE_TITLE"
    SOURCE_URL = "SOURCE_URL"
    SAID_ON = "SAID_ON"
    REMARK = "REMARK"
    NOTHING = "NOTHING"


#: Headings by which columns are known, folded; whole headings, in any of our languages.
_HEADINGS: Mapping[ListField, str] = {
    ListField.FAMILY: "family familyname lastname surname family_name last_name nachname name1 "
    "фамилия ազգանուն soyad soyadı cognome nom",
    ListField.GIVEN: "given givenname firstname forename first_name given_name name name2 vorname "
    "имя անուն ad adı nome prenom prénom",
    ListField.PATRONYMIC: "patronymic fathername father middlename father_name отчество հայրանուն "
    "ata atasının_adı հոր_անուն",
    ListField.FULL_NAME: "fullname full_name person фио ա_ա_հ անուն_ազգանուն_հայրանուն "
    "name_in_full ազգանուն_անուն_հայրանուն ազգանուն_անուն անուն_ազգանուն",
    ListField.BIRTH_DATE: "dob birth born birthdate birth_date dateofbirth date_of_birth "
    "дата_рождения год_рождения ծննդյան_ամսաթիվ ծննդյան_տարեթիվ ծնված geburtsdatum doğum_tarixi",
    ListField.BIRTH_PLACE: "birthplace birth_place placeofbirth place_of_birth место_рождения "
    "ծննդավայր ծննդյան_վայր geburtsort doğum_yeri",
    ListField.HOME_ADDRESS: "address home residence адрес հասցե բնակության_վայր ünvan",
    ListField.RANK: "rank звание воинское_звание կոչում զինվորական_կոչում dienstgrad rütbə",
    ListField.UNIT: "unit regiment часть воинская_часть подразделение զորամաս einheit hərbi_hissə",
    ListField.SERVICE_NUMBER: "servicenumber service_number service_no personal_number "
    "личный_номер անձնական_համար",
    ListField.LIST_NUMBER: "id no number nr row номер հ_հ հերթական_համար համար n",
    ListField.EVENT_DATE: "date event_date дата ամսաթիվ tarix datum",
    ListField.EVENT_PLACE: "place event_place место վայր yer ort",
    ListField.EVENT_WORDS: "event what circumstances события обстоятельства հանգամանքներ "
    "status статус կարգավիճակ",
    ListField.SOURCE_TITLE: "source источник աղբյուր",
    ListField.SOURCE_URL: "url link source_url ссылка հղում",
    ListField.SAID_ON: "said_on list_date дата_списка ցուցակի_ամսաթիվ",
    ListField.REMARK: "remark remarks note notes comment примечание նշում ծանոթություն qeyd",
}
_BY_HEADING = {
    fold(word.replace("_", " ")): field
    for field, words in _HEADINGS.items()
    for word in reversed(words.split())
}
_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What a person says each column is, and which event the list as a whole reports."""

    fields: Mapping[str, ListField]
    event: EventCode | None = EventCode.E08
    name_order: NameOrder = NameOrder.FGP

    def columns(self, field: ListField) -> tuple[str, ...]:
        """Name the columns of a field, in the order of the list."""
        return tuple(name for name, its in self.fields.items() if its is field)


def looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row names columns: no numbers or dates, nothing twice, no gaps."""
    first = next((row for row in rows if any(cell.strip() for cell in row)), None)
    if first is None:
        return False
    cells = [cell.strip() for cell in first if cell.strip()]
    if any(fold(cell) in _BY_HEADING for cell in cells):
        return True
    plain = all(not any(sign.isdigit() for sign in cell) and len(cell) < 60 for cell in cells)
    return plain and len(set(cells)) == len(cells) and len(cells) == len(first) > 1


def guess_mapping(names: Sequence[str], rows: Sequence[Sequence[str]]) -> ColumnMapping:
    """Guess the field of each column by its heading, else by what stands below it."""
    fields: dict[str, ListField] = {}
    for place, name in enumerate(names):
        known = _BY_HEADING.get(fold(_parted(name)), ListField.NOTHING)
        single = known not in {ListField.REMARK, ListField.NOTHING}
        fields[name] = ListField.NOTHING if single and known in fields.values() else known
        if fields[name] is ListField.NOTHING and _holds_dates(rows, place):
            taken = fields.values()
            free = [f for f in (ListField.BIRTH_DATE,) if f not in taken]
            fields[name] = free[0] if free else ListField.NOTHING
    _one_name(fields)
    return ColumnMapping(fields)


def _parted(name: str) -> str:
    """Part "DateOfBirth" into words, as headings of machines are written."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")


def _one_name(fields: dict[str, ListField]) -> None:
    """Take a column "Name" for the whole name where no other column holds the family name."""
    kinds = set(fields.values())
    if ListField.FAMILY not in kinds and ListField.FULL_NAME not in kinds:
        for name, field in fields.items():
            if field is ListField.GIVEN:
                fields[name] = ListField.FULL_NAME
                return


def _holds_dates(rows: Sequence[Sequence[str]], place: int) -> bool:
    cells = [row[place].strip() for row in rows[1:_LOOKED_AT] if len(row) > place]
    filled = [cell for cell in cells if cell]
    if len(filled) < 3 or not all(any(sign.isdigit() for sign in cell) for cell in filled):
        return False
    read = [read_list_date(cell, dob=True) for cell in filled]
    years = [one.earliest.year for one in read if one is not None and one.earliest is not None]
    return len(years) > 0.8 * len(filled) and all(1800 < year < 2100 for year in years)


def guess_profile(table: ForeignTable, name: str) -> Profile:
    """Guess a profile for an unknown list. Raises BadInput for a table without rows."""
    layout = Layout(
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        header=looks_like_header(table.rows),
    )
    names = column_names(table.rows, layout)
    if not layout.header:
        layout = replace(layout, columns=names)
    return profile_of(guess_mapping(names, table.rows), layout, name)


def profile_of(mapping: ColumnMapping, layout: Layout, name: str) -> Profile:
    """Make a profile of what a person said of the columns. Its grade is F6 until one judges."""

    def words(field: ListField, between: str = ", ") -> Words:
        columns = mapping.columns(field)
        return Words(tuple(f"{{{column}}}" for column in columns), between) if columns else NOTHING

    numbers = [
        IdentifierWords(IdentifierKind.SERVICE_NUMBER, words(ListField.SERVICE_NUMBER)),
        IdentifierWords(IdentifierKind.LIST_ROW, words(ListField.LIST_NUMBER), Words((name,))),
    ]
    return Profile(
        name=name,
        title=name,
        layout=layout,
        names=NameWords(
            family=words(ListField.FAMILY, " "),
            given=words(ListField.GIVEN, " "),
            patronymic=words(ListField.PATRONYMIC, " "),
            full=words(ListField.FULL_NAME, " "),
            order=mapping.name_order,
        ),
        person=PersonWords(
            birth=words(ListField.BIRTH_DATE),
            birth_place=words(ListField.BIRTH_PLACE),
            home_address=words(ListField.HOME_ADDRESS),
            remark=words(ListField.REMARK, "\n"),
        ),
        service=ServiceWords(rank=words(ListField.RANK), unit=words(ListField.UNIT)),
        identifiers=tuple(number for number in numbers if number.value),
        source=SourceWords(
            title=words(ListField.SOURCE_TITLE),
            url=words(ListField.SOURCE_URL),
            said=words(ListField.SAID_ON),
            locator=words(ListField.LIST_NUMBER),
        ),
        events=_events(mapping, words(ListField.EVENT_DATE), words(ListField.EVENT_PLACE),
                       words(ListField.EVENT_WORDS, " ")),
    )  # fmt: skip


def _events(
    mapping: ColumnMapping, date: Words, place: Words, said: Words
) -> tuple[EventWords, ...]:
    if mapping.event is None:
        return ()
    return (EventWords((EventRule(code=mapping.event),), date=date, place=place, words=said),)
