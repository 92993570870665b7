"""Who he is: identity with all forms of his name, service, family."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n.translator import mark
from app.reports.document import FactRow, Facts, Text, literal, plain, strong
from app.reports.sections.desk import Desk, Part, cites_of, fact, other_value
from app.shapes.case_report import Known, PlaceWords, PrintedName, Relative, Wording

FEATURES = {
    "HEIGHT": mark("Height"),
    "BUILD": mark("Build"),
    "HAIR": mark("Hair"),
    "EYES": mark("Eyes"),
    "MARKS": mark("Marks"),
    "BLOOD_GROUP": mark("Blood group"),
}


def identity(desk: Desk) -> Part:
    """Make the section on his identity; birth, sex and residence always stand."""
    identity, words, marks = desk.case.identity, desk.words, desk.citations.marks
    rows = [_born(desk), _sex(desk), _residence(desk)]
    if identity.nationality.value:
        nationality = _named(identity.nationality, words.country)
        rows.append(fact(desk, words.say("Nationality"), nationality))
    if identity.occupation.value:
        rows.append(fact(desk, words.say("Occupation"), identity.occupation))
    for document in identity.documents:
        value = document.number
        if document.issued is not None and document.issued.edtf is not None:
            issued = words.when(document.issued)
            value = words.say("{number}, issued {date}", number=value, date=issued)
        if document.issuer:
            value = f"{value}; {document.issuer}"
        label = words.opening(words.label("identifier_kind", document.kind))
        rows.append(FactRow(label, literal(value), marks(document.cites)))
    for feature in identity.description:
        label = words.say(FEATURES.get(feature.feature, feature.feature))
        rows.append(fact(desk, label, feature.words))
    rows.extend(_other_names(desk))
    return Part(words.say("Identity"), (Facts(tuple(rows)),))


def service(desk: Desk) -> Part:
    """Make the section on his service; rank, unit and number always stand."""
    service, words = desk.case.service, desk.words
    rank = _labelled(desk, "rank", service.rank)
    rows = [
        fact(desk, words.say("Rank"), rank),
        fact(desk, words.say("Unit"), _unit(desk, service.unit)),
    ]
    if service.service_type.value:
        kind = _labelled(desk, "service_type", service.service_type)
        rows.append(fact(desk, words.say("Service"), kind))
    if service.since.value is not None:
        since = literal(words.when(service.since.value))
        marks = desk.citations.marks(service.since.cites)
        rows.append(FactRow(words.say("In service since"), since, marks))
    if service.post.value:
        rows.append(fact(desk, words.say("Duty"), service.post))
    rows.append(fact(desk, words.say("Personal number"), service.personal_number))
    if service.gc3_category.value:
        category = _labelled(desk, "gc3_category", service.gc3_category)
        rows.append(fact(desk, words.say("Category, GC III"), category))
    return Part(words.say("Service"), (Facts(tuple(rows)),))


def family(desk: Desk) -> Part | None:
    """Make the section on his people, or nothing when none is recorded."""
    relatives = desk.case.family
    if not relatives:
        return None
    rows = tuple(_relative(desk, relative) for relative in relatives)
    return Part(desk.words.say("Family"), (Facts(rows),))


def _born(desk: Desk) -> FactRow:
    identity, words = desk.case.identity, desk.words
    born, place = identity.born, identity.born_place
    if born.value is None and place.value is None:
        value = words.absent(born)
    elif born.value is None:
        value = words.say("date not known; {place}", place=words.place(place.value or PlaceWords()))
    elif place.value is None:
        value = words.when(born.value)
    else:
        value = f"{words.when(born.value)}, {words.place(place.value)}"
    also = [
        (other_value(desk, words.when(other.value)), desk.citations.marks(other.cites))
        for other in born.also_said
        if other.value is not None
    ]
    also += [
        (other_value(desk, words.place(other.value)), desk.citations.marks(other.cites))
        for other in place.also_said
        if other.value is not None
    ]
    marks = desk.citations.marks(cites_of(born, place))
    return FactRow(words.say("Born"), literal(value), marks, tuple(also))


def _sex(desk: Desk) -> FactRow:
    sex, words = desk.case.identity.sex, desk.words
    known = sex not in {"", "UNKNOWN"}
    value = words.label("sex", sex) if known else words.say("not recorded")
    return FactRow(words.say("Sex"), plain(value))


def _residence(desk: Desk) -> FactRow:
    identity, words = desk.case.identity, desk.words
    parts = [identity.address.value or ""]
    if identity.residence.value is not None:
        parts.insert(0, words.place(identity.residence.value))
    value = ", ".join(part for part in parts if part) or words.absent(identity.residence)
    marks = desk.citations.marks(cites_of(identity.residence, identity.address))
    return FactRow(words.say("Home address"), literal(value), marks)


def _other_names(desk: Desk) -> list[FactRow]:
    """Give every further form of his name a row of its own, with where it was found."""
    words = desk.words
    rows: list[FactRow] = []
    for name in desk.case.identity.names:
        if not name.kind:
            continue
        label = words.say("Also written") if not rows else ""
        rows.append(FactRow(label, _other_name(desk, name), desk.citations.marks(name.cites)))
    return rows


def _other_name(desk: Desk, name: PrintedName) -> Text:
    full = desk.words.full_name(name, desk.case.identity.sex)
    kind = desk.words.label("name_kind", name.kind)
    where = f"{kind}, {name.where}" if name.where else kind
    return (*literal(full), *plain(f" ({where})"))


def _labelled(desk: Desk, list_name: str, known: Known[str]) -> Known[str]:
    return _named(known, lambda code: desk.words.label(list_name, code))


def _unit(desk: Desk, known: Known[Wording]) -> Known[str]:
    return _named(known, lambda unit: unit.best(desk.words.lang))


def _named[T](known: Known[T], say: Callable[[T], str]) -> Known[str]:
    """Say a fact, and what others say of it, in the words of the paper."""
    return Known(
        value=say(known.value) if known.value else None,
        asked=known.asked,
        asked_note=known.asked_note,
        cites=known.cites,
        also_said=tuple(
            Known(value=say(other.value), cites=other.cites)
            for other in known.also_said
            if other.value
        ),
    )


def _relative(desk: Desk, relative: Relative) -> FactRow:
    words = desk.words
    label = words.opening(words.label("relation", relative.relation))
    name: Text = literal(relative.name or words.say("name not recorded"))
    if relative.birth_family:
        born = words.say("born {name}", name=relative.birth_family)
        name = (*name, *literal(f", {born}"))
    duties = []
    if relative.notify:
        duties.append(words.say("to be informed first"))
    if relative.reporter:
        duties.append(words.say("reported him missing"))
    also: list[tuple[Text, tuple[()]]] = []
    if duties:
        also.append((strong("; ".join(duties)), ()))
    contact = "; ".join(part for part in (relative.contact, relative.address) if part)
    if contact:
        also.append((literal(contact), ()))
    return FactRow(label, name, desk.citations.marks(relative.cites), tuple(also))
