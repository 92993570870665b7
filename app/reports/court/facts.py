"""Facts for a court, apart from what is submitted: a numbered paragraph each, with its proof."""

from __future__ import annotations

from app.reports.court.desk import CourtDesk
from app.reports.court.quoted_words import told_when, tongue
from app.reports.document import Block, Numbered
from app.reports.paper_words import PaperWords
from app.shapes.case_report import Cite, EventLine
from models.vocabulary.date_terms import DatePrecision
from models.vocabulary.partial_date import PartialDate

#: What the Government said is quoted word for word; so is nobody who could come to harm by it.
GOVERNMENT_SPEAKS = frozenset({"C14", "D20", "D21", "L49", "R61", "R63"})
DEATHS = frozenset({"X80", "X81", "X82", "X84", "X86", "M97", "M99", "M100"})
DENIALS = frozenset({"D21", "R63"})


def facts(desk: CourtDesk) -> tuple[Block, ...]:
    """State who he is, how contact with him was lost, and what happened since, by date."""
    paragraphs: list[Numbered] = [_who(desk)]
    service = _service(desk)
    if service is not None:
        paragraphs.append(service)
    paragraphs.extend(_circumstances(desk))
    paragraphs.extend(_happened(desk, event) for event in desk.events())
    return tuple(paragraphs)


def against(desk: CourtDesk) -> tuple[EventLine, ...]:
    """Return what does not bear out the request: deaths reported, denials."""
    return tuple(event for event in desk.events() if event.code in DEATHS | DENIALS)


def _who(desk: CourtDesk) -> Numbered:
    identity, words = desk.case.identity, desk.words
    name, others = words.title_names(identity)
    if others:
        name = words.say("{name} ({others})", name=name, others="; ".join(others))
    if identity.born.value is None:
        parts = [words.say("{name}; the date of birth is not known.", name=name)]
    else:
        parts = [words.say("{person}.", person=with_birth(words, name, identity.born.value))]
    if identity.born_place.value is not None:
        place = words.place(identity.born_place.value)
        parts.append(words.say("Place of birth: {place}.", place=place))
    if identity.residence.value is not None:
        place = words.place(identity.residence.value)
        parts.append(words.say("Residence: {place}.", place=place))
    if identity.nationality.value:
        parts.append(
            words.say("Nationality: {value}.", value=words.country(identity.nationality.value))
        )
    for document in identity.documents:
        kind = words.opening(words.label("identifier_kind", document.kind))
        numbered = words.say("{feature}: {value}", feature=kind, value=document.number)
        parts.append(words.sentence(numbered))
    cites = [*identity.born.cites, *identity.born_place.cites, *identity.residence.cites]
    cites += [cite for document in identity.documents for cite in document.cites]
    return desk.fact(words.opening(" ".join(parts)), tuple(cites))


def with_birth(words: PaperWords, name: str, born: PartialDate) -> str:
    """Put the date of birth behind a name: born 1999, born on a day in 1999."""
    date = words.when(born)
    if born.precision in {DatePrecision.DAY_IN_MONTH, DatePrecision.DAY_IN_YEAR}:
        return words.say("{name}, born on {date}", name=name, date=date)
    return words.say("{name}, born {date}", name=name, date=date)


def _service(desk: CourtDesk) -> Numbered | None:
    service, words = desk.case.service, desk.words
    details: list[str] = []
    cites: list[Cite] = []
    if service.rank.value:
        details.append(words.inside(words.label("rank", service.rank.value)))
        cites += service.rank.cites
    if service.unit.value is not None:
        details.append(service.unit.value.best(words.lang))
        cites += service.unit.cites
    if service.service_type.value:
        details.append(words.inside(words.label("service_type", service.service_type.value)))
        cites += service.service_type.cites
    if service.since.value is not None:
        since = words.when(service.since.value)
        details.append(words.say("in service since {date}", date=since))
        cites += service.since.cites
    if service.personal_number.value:
        number = service.personal_number.value
        details.append(words.say("personal number {number}", number=number))
        cites += service.personal_number.cites
    if not details:
        return None
    return desk.fact(words.say("Service: {details}.", details="; ".join(details)), tuple(cites))


def _circumstances(desk: CourtDesk) -> list[Numbered]:
    """Number each paragraph of the circumstances that may leave the office."""
    return [
        desk.fact(paragraph.strip(), passage.cites)
        for passage in desk.case.circumstances_releasable
        for paragraph in passage.text.split("\n")
        if paragraph.strip()
    ]


def _happened(desk: CourtDesk, event: EventLine) -> Numbered:
    words = desk.words
    parts = [
        words.sentence(told_when(words, event.date)),
        words.sentence(words.label("event", event.code)),
    ]
    place = where(desk, event)
    if place:
        parts.append(words.sentence(words.say("Place: {place}", place=place)))
    if event.words_releasable:
        parts.append(words.sentence(event.words_releasable))
    if event.verbatim and event.code in GOVERNMENT_SPEAKS:
        quoted = words.quoted(event.verbatim)
        if event.words_lang in {"", words.lang}:
            parts.append(words.say("In their words: {words}.", words=quoted))
        else:
            spoken = tongue(desk, event.words_lang, event.cites)
            parts.append(
                words.say("In their words ({language}): {words}.", words=quoted, language=spoken)
            )
    remark = ""
    if event.code in {one.about for one in desk.case.disagreements if len(one.accounts) > 1}:
        remark = words.say("The accounts differ: see chapter II.")
    numbered = desk.fact(" ".join(parts), event.cites, remark)
    desk.paragraphs.of_event[event.key] = desk.paragraphs.count
    return numbered


def where(desk: CourtDesk, event: EventLine) -> str:
    """Name the place of an event, or from where to where."""
    words = desk.words
    if event.place and event.place_to:
        start, end = words.place(event.place), words.place(event.place_to)
        return words.say("from {start} to {end}", start=start, end=end)
    place = event.place or event.place_to
    return words.place(place) if place else ""
