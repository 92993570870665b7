"""Reads a row of a list as a man: names, birth, service, numbers, and what happened to him."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from app.importing.list_dates import read_list_date
from app.importing.list_rows import is_sum, names_two
from app.importing.listed_events import listed_events
from app.importing.profile import NameWords, Profile, SourceWords
from app.importing.rows import ListedMan, RowFault, RowNote, RowRefused
from app.importing.table import Record
from app.importing.wording_of_cells import Cells
from app.search.fold import fold
from app.search.scripts import LANG_OF_SCRIPT, script_of, scripts_in
from app.shapes.requests.cases import IdentifierDetails, NameForm, ServiceDetails
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import NameKind, NameOrder, Script

NAME_LIMIT = 600
PART_LIMIT = 200
_LIMITS = {
    "birth_place": 500,
    "home_address": 500,
    "occupation": 200,
    "remark": 20_000,
    "rank": 200,
    "unit": 300,
    "duty": 200,
    "power": 200,
    "number": 200,
    "source": 500,
    "url": 1_000,
    "group": 100,
    "locator": 300,
}
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def man_of(record: Record, profile: Profile) -> ListedMan:
    """Read one row. Raises RowRefused where there is no name or a text is longer than its field."""
    cells = record.cells
    notes: list[RowNote] = []
    names = _names(cells, profile.names)
    notes += look_of(names[0].full_as_written)
    person = profile.person
    birth = birth_date(person.birth.fill(cells), notes)
    said = _said(cells, profile.source)
    return ListedMan(
        row=record.row,
        names=names,
        birth=birth,
        birth_place=short(person.birth_place.fill(cells), "birth_place"),
        home_address=short(person.home_address.fill(cells), "home_address"),
        occupation=short(person.occupation.fill(cells), "occupation"),
        remark=short(person.remark.fill(cells), "remark"),
        service=_service(cells, profile),
        identifiers=_identifiers(cells, profile),
        events=listed_events(cells, profile, said, notes),
        source=_source(cells, profile.source),
        said=said,
        locator=short(profile.source.locator.fill(cells), "locator"),
        words_lang=profile.source.words_lang,
        reliability=profile.source.reliability,
        credibility=profile.source.credibility,
        notes=tuple(dict.fromkeys(notes)),
    )


def clean(text: str) -> str:
    """Give text in NFC, its blanks single; every other sign is kept."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def short(text: str, field: str) -> str:
    """Give a text as it is kept. Raises RowRefused where it is longer than its field."""
    flat = unicodedata.normalize("NFC", text.strip())
    if len(flat) > _LIMITS[field]:
        raise RowRefused(RowFault.FIELD_TOO_LONG, field)
    return flat


# --- the name


def _names(cells: Cells, words: NameWords) -> tuple[NameForm, ...]:
    written = words.full.fill(cells)
    whole = clean(written)
    family, given = clean(words.family.fill(cells)), clean(words.given.fill(cells))
    patronymic = clean(words.patronymic.fill(cells))
    name = whole or f"{family} {given}"
    if not any(sign.isalpha() for sign in name):
        raise RowRefused(RowFault.NO_NAME)
    if is_sum(fold(name)):
        raise RowRefused(RowFault.SUM)
    if names_two(written):
        raise RowRefused(RowFault.TWO_MEN)
    if words.family or words.given:
        parts = {"F": family, "G": given, "P": patronymic}
        full = whole or " ".join(parts[letter] for letter in _letters(words) if parts[letter])
        return (name_form(full, family, given, patronymic, words, first=True),)
    main, _, alias = whole.partition(words.alias_after) if words.alias_after else (whole, "", "")
    forms = [_parted(main.strip(), words, first=True)]
    other = alias.strip().removesuffix(")").strip()
    if other and other != main.strip():
        forms.append(_parted(other, words, first=False))
    return tuple(forms)


def _letters(words: NameWords) -> str:
    order = "FGP" if words.order is NameOrder.UNKNOWN else words.order.value
    return order + "".join(letter for letter in "FGP" if letter not in order)


def _parted(full: str, words: NameWords, *, first: bool) -> NameForm:
    """Part "FAMILY, GIVEN MIDDLE" at its comma, other names at their blanks by the order said.

    Where the order is not known, or there are more words than parts, nothing is guessed: the
    whole stands, the parts stay empty.
    """
    if not full.strip(" ,"):
        raise RowRefused(RowFault.NO_NAME)
    family, comma, rest = full.partition(",")
    if comma:
        return name_form(full, family.strip(), rest.strip(), "", words, first=first)
    pieces = full.split()
    order = words.order.value
    if words.order is NameOrder.UNKNOWN or len(pieces) > len(order) or len(pieces) == 1:
        return name_form(full, "", "", "", words, first=first)
    parts = dict(zip(order, pieces, strict=False))
    return name_form(
        full, parts.get("F", ""), parts.get("G", ""), parts.get("P", ""), words, first=first
    )


def name_form(
    full: str, family: str, given: str, patronymic: str, words: NameWords, *, first: bool
) -> NameForm:
    """Give a form of the name. Raises RowRefused where it is too long to be one."""
    if len(full) > NAME_LIMIT or max(len(family), len(given), len(patronymic)) > PART_LIMIT:
        raise RowRefused(RowFault.NAME_TOO_LONG, str(len(full)))
    script = _script_of(full)
    return NameForm(
        family=family,
        given=given,
        patronymic=patronymic,
        lang=words.lang or LANG_OF_SCRIPT.get(script, ""),
        script=script,
        kind=words.kind if first else NameKind.ALIAS,
        full_as_written=full,
        order=words.order,
        is_primary=first,
    )


@lru_cache(maxsize=65_536)
def _script_of(full: str) -> Script:
    return Script.LATIN if full.isascii() and not full.isdigit() else script_of(full)


def look_of(name: str) -> list[RowNote]:
    """Name what the eye does not see: scripts mixed in a word, direction marks, control signs."""
    if name.isascii() and name.isprintable():
        return []
    notes = []
    if any(len(scripts_in(word)) > 1 for word in name.split()):
        notes.append(RowNote.MIXED_SCRIPTS)
    if not _DIRECTION.isdisjoint(name):
        notes.append(RowNote.DIRECTION_MARKS)
    hidden = [sign for sign in name if sign not in _DIRECTION and sign != " "]
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn"} for sign in hidden):
        notes.append(RowNote.CONTROL_SIGNS)
    return notes


# --- the rest


def birth_date(text: str, notes: list[RowNote]) -> PartialDate:
    """Read a date of birth; one that cannot be read is kept as written, and noted."""
    read = read_list_date(text, dob=True)
    if read is None:
        notes.append(RowNote.BIRTH_UNREADABLE)
        return PartialDate.unknown(short(clean(text), "birth_place"))
    return read


def _said(cells: Cells, source: SourceWords) -> PartialDate:
    text = source.said.fill(cells)
    if not text:
        return UNKNOWN_DATE
    return read_list_date(text) or PartialDate.unknown(text[:PART_LIMIT])


def _service(cells: Cells, profile: Profile) -> ServiceDetails | None:
    words = profile.service
    rank, unit = clean(words.rank.fill(cells)), clean(words.unit.fill(cells))
    duty = clean(words.duty.fill(cells))
    if not (rank or unit or duty):
        return None
    return ServiceDetails(
        service_type=words.service_type,
        rank=words.ranks.get(rank, ""),
        rank_as_written=short(rank, "rank"),
        unit_as_written=short(unit, "unit"),
        duty=short(duty, "duty"),
        power_of_origin=short(words.power.fill(cells), "power"),
    )


def _identifiers(cells: Cells, profile: Profile) -> tuple[IdentifierDetails, ...]:
    found = []
    for words in profile.identifiers:
        value = clean(words.value.fill(cells))
        if value:
            found.append(
                IdentifierDetails(
                    kind=words.kind,
                    value=short(value, "number"),
                    issuer=short(words.issuer.fill(cells), "number"),
                    scope=short(words.scope.fill(cells), "number"),
                )
            )
    return tuple(found)


def _source(cells: Cells, words: SourceWords) -> NewSource | None:
    title, url = words.title.fill(cells), words.url.fill(cells)
    if not (title or url):
        return None
    return _source_of(
        words, short(title or url, "source"), short(url, "url"),
        short(words.group.fill(cells), "group"), short(words.remark.fill(cells), "remark"),
    )  # fmt: skip


@lru_cache(maxsize=4_096)
def _source_of(words: SourceWords, title: str, url: str, group: str, remark: str) -> NewSource:
    return NewSource(kind=words.kind, title=title, url=url, independence_group=group, remark=remark)
