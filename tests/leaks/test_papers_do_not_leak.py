"""Nothing a reader may not see is in his paper: every paper, twenty cases, three languages.

What may stand on a paper is written out here once more by hand. It is read off no table of the
program, so that a mistake in those tables does not pass; what no line below names must be absent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache

import pytest

from app.reports.audience import paper_for
from app.reports.context import OfficeContact
from app.reports.document import Prose, plain
from app.reports.field_classes import FIELDS
from app.reports.papers import TEMPLATES, Made, make_document
from app.reports.render import write_pdf
from models.vocabulary.papers import Audience
from tests.factories import papers
from tests.leaks.checker import leaks, text_of
from tests.leaks.invented_cases import Invented, invented_cases
from tests.metrics import record

CASES = 20
LANGUAGES = ("en", "hy", "ru")

_WHO = (
    "PrintedName.family", "PrintedName.given", "PrintedName.father", "PrintedName.patronymic",
    "Identity.born",
)  # fmt: skip
_WHERE = ("EventLine.place*", "Account.place.*")
_RELEASABLE = ("CaseReport.circumstances_releasable", "EventLine.words_releasable")

MAY_STAND: dict[Audience, tuple[str, ...]] = {
    Audience.INTERNAL: ("*",),
    Audience.ICRC: (
        *_WHO, *_WHERE, *_RELEASABLE,
        "Identity.*", "IdentityDocument.*", "Described.words*", "Service.*",
        "PrintedName.written", "PlaceWords.as_reported", "Relative.* of enquirer",
        "Relative.name of other",
        "CaseReport.believed_responsible", "CaseReport.incident_title", "AskedBody.*",
        "ExhibitNote.number", "EventLine.verbatim of answer",
    ),
    Audience.COURT: (
        *_WHO, *_WHERE, *_RELEASABLE,
        "Identity.*", "IdentityDocument.*", "Described.words*", "Service.*", "PrintedName.*",
        "PlaceWords.*", "Relative.name of *", "Relative.* of enquirer", "Statement.title",
        "Statement.reference", "Statement.code", "Disagreement.meanwhile_place.*",
        "ExhibitNote.*", "TranslationNote.*", "CustodyLine.*", "EventLine.verbatim*",
        "EventLine.particulars", "Account.*", "Disagreement.meanwhile_words",
        "Disagreement.decided*", "ConsentLine.by of SHARE_COURT", "AskedBody.*",
        "CaseReport.believed_responsible",
        "CaseReport.incident_title", "CaseReport.steps_taken", "GreyPicture.exhibit_number",
    ),
    Audience.NEGOTIATION: (
        *_WHO, "EventLine.place.*", "IdentityDocument.number", "Service.unit",
        "Service.personal_number", *_RELEASABLE,
    ),
    Audience.FAMILY: (
        *_WHO, *_WHERE, *_RELEASABLE,
        "Identity.*", "IdentityDocument.*", "Service.*", "Relative.name of *",
        "Relative.* of enquirer", "AskedBody.*", "PlaceWords.as_reported",
        "CaseReport.incident_title",
    ),
    Audience.PUBLIC: (
        "EventLine.place.*", *_RELEASABLE, "Identity.residence.region",
        "Identity.born_place.region",
    ),
}  # fmt: skip

#: For every reader outside the office, whatever a line above may seem to allow.
NEVER = (
    "CaseReport.circumstances", "CaseReport.remark", "CaseReport.do_not_transmit",
    "CaseReport.case_officer", "EventLine.words", "EventLine.withdrawn_why", "OpenQuestion.*",
    "Disagreement.reviewer", "Known.asked_note", "Statement.title of informant",
    "Statement.reference of informant", "Statement.reference of confidential",
    "ConsentLine.by of another scope", "DisclosedNote.*",
    "EventLine.particulars of witness",
    "Relative.contact of other", "Relative.address of other", "Relative.email of other",
)  # fmt: skip

#: The name of a source that is known by its code stands on no paper at all.
NOWHERE = ("Statement.title of confidential",)


@cache
def _cases() -> tuple[Invented, ...]:
    return invented_cases(CASES)


def _fits(field: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(field, pattern) for pattern in patterns)


def _forbidden(audience: Audience, of: Invented) -> set[str]:
    """Return what may not stand on a paper of `of`: his guarded values and the others' names."""
    never = NOWHERE if audience is Audience.INTERNAL else (*NOWHERE, *NEVER)
    withheld = {
        value
        for field, values in of.planted.items()
        if _fits(field, never) or not _fits(field, MAY_STAND[audience])
        for value in values
    }
    others = {name for other in _cases() if other is not of for name in other.names}
    return withheld | others


def _made(audience: Audience, of: Invented, lang: str) -> Made:
    """Make a paper as an office does; a letter goes to whoever asked for him."""
    (enquirer,) = of.of("Relative.name of enquirer")
    context = replace(
        papers.issued_context(),
        recipient=enquirer if audience is Audience.FAMILY else "The Commission",
        contact=OfficeContact("Yerevan", "+374 00 000 000", "office@example.invalid"),
    )
    return make_document(audience, (of.case,), lang, context)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("audience", TEMPLATES)
def test_no_paper_holds_what_its_reader_may_not_see(audience: Audience, lang: str) -> None:
    found: list[str] = []
    for of in _cases():
        content = write_pdf(_made(audience, of, lang).document).content
        seen = {leak.value: leak for leak in leaks(content, _forbidden(audience, of))}
        for value, leak in seen.items():
            field = next((f for f, said in of.planted.items() if value in said), "another's name")
            found.append(f"{of.case.number} {field}: {value} ({leak.where}, {leak.how})")
    record(
        "R-48",
        f"values withheld or of others in {audience.value} papers, {lang}",
        f"{len(found)} in {CASES} cases",
        target="0",
        holds=not found,
    )
    assert found == []


@pytest.mark.parametrize("audience", [a for a in TEMPLATES if a is not Audience.INTERNAL])
def test_what_never_leaves_is_gone_before_a_template_sees_the_case(audience: Audience) -> None:
    for of in _cases():
        left = repr(_made(audience, of, "en").released)
        passed = {
            field
            for field, values in of.planted.items()
            if _fits(field, NEVER) and any(value in left for value in values)
        }
        assert passed == set()


@pytest.mark.parametrize("audience", [a for a in TEMPLATES if a is not Audience.INTERNAL])
def test_a_paper_that_leaks_one_guarded_value_is_caught(audience: Audience) -> None:
    """Show that the test above would fail: print every withheld value."""
    of = _cases()[0]
    document, forbidden = _made(audience, of, "hy").document, _forbidden(audience, of)
    values = tuple(Prose(plain(value)) for value in sorted(forbidden))
    leaky = write_pdf(replace(document, blocks=(*document.blocks[:1], *values))).content
    assert {leak.value for leak in leaks(leaky, forbidden)} == forbidden
    assert document.furniture.class_word in text_of(leaky)


def test_every_field_that_can_hold_words_is_planted() -> None:
    planted = {field.split(" ")[0].split(",")[0] for of in _cases() for field in of.planted}
    planted |= {field.rsplit(".", 1)[0] for field in planted}
    assert set(FIELDS) - planted - WITHOUT_WORDS == set()


def test_every_reader_has_a_line() -> None:
    assert set(MAY_STAND) == set(Audience)
    assert all(paper_for(audience).may_see for audience in Audience)


#: Fields that hold codes, days or counts, or a shape whose own fields are planted.
_WORDLESS = {
    "Account": "cite date place taken",
    "AskedBody": "body due kind measure measured replied reply sent",
    "CaseReport": "asked consents disagreements disclosed events exhibits family identity "
    "incident_date minimum_missing minimum_points next_call number open_questions photo places "
    "sample service statements status status_as_of told_in_person",
    "Cite": "exhibit grade statement",
    "ConsentLine": "scope since state",
    "CustodyLine": "action at",
    "Described": "feature",
    "Disagreement": "about accounts decided_on meanwhile_date review_by",
    "DisclosedNote": "audience copies issued",
    "EventLine": "cites code date disputed key level withdrawn words_lang",
    "ExhibitNote": "custody dated key kind minimum received translations",
    "GreyPicture": "height pixels taken width",
    "Identity": "description documents names own_script sex",
    "IdentityDocument": "cites issued kind",
    "Known": "also_said asked cites value",
    "Narrative": "cites lang text",
    "OpenQuestion": "due",
    "PlaceLine": "cites code place when point",
    "PlaceWords": "also_called kind names precision region",
    "PrintedName": "cites kind script",
    "Relative": "cites may_be_told notification_address notify relation reporter",
    "Service": "gc3_category rank service_type since",
    "Statement": "confidential key kind said_on",
    "TranslationNote": "certified certified_on from_lang lang",
    "Wording": "az en hy ru",
}
WITHOUT_WORDS = frozenset(
    f"{shape}.{name}" for shape, names in _WORDLESS.items() for name in names.split()
)
