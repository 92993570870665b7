"""The class of every field a paper may be made of, and the section it stands in (`domain.md` 6.0).

What is not named here never leaves the office: `leaving_out.py` takes it for class X, and a test
asks that every field be named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.reports.audience import FieldClass
from models.vocabulary.papers import LeftThing, PaperSection


@dataclass(frozen=True, slots=True)
class Field:
    """How far a field may travel, which section it is of, and what a person calls it.

    Without a section it is of the one it is found in; without a thing it is told of as the field
    it is found in.
    """

    klass: FieldClass
    section: PaperSection | None = None
    thing: LeftThing | None = None


_P, _R, _C, _SP, _X = FieldClass
_S, _T = PaperSection, LeftThing
UNNAMED = Field(_X)


def _plain(kind: str, *names: str) -> dict[str, Field]:
    return {f"{kind}.{name}": Field(_P) for name in names}


def _all(klass: FieldClass, thing: LeftThing | None, kind: str, *names: str) -> dict[str, Field]:
    return {f"{kind}.{name}": Field(klass, None, thing) for name in names}


#: The class of a field is that of the most guarded thing in it that is not guarded by itself.
FIELDS: Mapping[str, Field] = {
    # --- the case
    **_plain("CaseReport", "number", "identity", "status_as_of", "sample", "minimum_points"),
    "CaseReport.status": Field(_P, _S.STATUS, _T.REASONS),
    "CaseReport.statements": Field(_P, _S.SOURCES, _T.SOURCES),
    "CaseReport.exhibits": Field(_R, _S.EXHIBITS, _T.EXHIBITS),
    "CaseReport.events": Field(_P, _S.TIMELINE, _T.EVENTS),
    "CaseReport.service": Field(_R, _S.SERVICE, _T.SERVICE),
    "CaseReport.family": Field(_R, _S.FAMILY, _T.RELATIVES),
    "CaseReport.circumstances": Field(_X, _S.CIRCUMSTANCES, _T.INTERNAL_TEXT),
    "CaseReport.circumstances_releasable": Field(_R, _S.CIRCUMSTANCES, _T.CIRCUMSTANCES),
    "CaseReport.believed_responsible": Field(_R, _S.CIRCUMSTANCES, _T.CIRCUMSTANCES),
    "CaseReport.steps_taken": Field(_C, _S.STEPS, _T.STEPS),
    "CaseReport.remark": Field(_X, _S.GAPS, _T.REMARKS),
    "CaseReport.asked": Field(_R, _S.STEPS, _T.STEPS),
    "CaseReport.consents": Field(_C, _S.DISCLOSURES, _T.CONSENTS),
    "CaseReport.disclosed": Field(_C, _S.DISCLOSURES, _T.DISCLOSURES),
    "CaseReport.do_not_transmit": Field(_X, _S.DISCLOSURES, _T.REMARKS),
    "CaseReport.told_in_person": Field(_X, _S.FAMILY, _T.REMARKS),
    "CaseReport.next_call": Field(_C, _S.GAPS, _T.GAPS),
    "CaseReport.disagreements": Field(_R, _S.ACCOUNTS, _T.ACCOUNTS),
    "CaseReport.places": Field(_R, _S.DETENTION, _T.PLACES),
    "CaseReport.open_questions": Field(_X, _S.GAPS, _T.GAPS),
    "CaseReport.minimum_missing": Field(_X, _S.GAPS, _T.GAPS),
    "CaseReport.incident_number": Field(_R, _S.STATUS, _T.INCIDENT),
    "CaseReport.incident_title": Field(_R, _S.STATUS, _T.INCIDENT),
    "CaseReport.incident_date": Field(_R, _S.STATUS, _T.INCIDENT),
    "CaseReport.case_officer": Field(_X, _S.STATUS, _T.OFFICER),
    "CaseReport.photo": Field(_R, _S.PHOTO, _T.PORTRAIT),
    # --- who he is
    **_plain("Identity", "own_script", "sex"),
    "Identity.names": Field(_R, _S.IDENTITY, _T.NAMES),
    "Identity.born": Field(_R, _S.IDENTITY, _T.BIRTH),
    "Identity.born_place": Field(_R, _S.IDENTITY, _T.BIRTH),
    "Identity.residence": Field(_R, _S.IDENTITY, _T.RESIDENCE),
    "Identity.address": Field(_C, _S.IDENTITY, _T.ADDRESS),
    "Identity.nationality": Field(_R, _S.IDENTITY, _T.OCCUPATION),
    "Identity.occupation": Field(_R, _S.IDENTITY, _T.OCCUPATION),
    "Identity.documents": Field(_R, _S.IDENTITY, _T.DOCUMENTS),
    "Identity.description": Field(_SP, _S.IDENTITY, _T.DESCRIPTION),
    **_plain("PrintedName", "script", "family", "given", "patronymic", "father", "written"),
    **_plain("PrintedName", "kind", "cites"),
    **_all(_C, _T.NAMES, "PrintedName", "where"),  # which list bore it
    **_plain("IdentityDocument", "kind", "number", "issued", "issuer", "cites"),
    **_plain("Described", "feature", "words"),
    **_plain("Service", "rank", "service_type", "since", "unit", "post", "personal_number"),
    **_plain("Service", "gc3_category"),
    # --- his people
    **_plain("Relative", "relation", "name", "birth_family", "notify", "cites"),
    **_all(_C, _T.CONTACTS, "Relative", "contact", "address", "email", "languages", "reporter"),
    **_all(_C, _T.CONTACTS, "Relative", "notification_address"),
    **_all(_X, _T.REMARKS, "Relative", "may_be_told"),
    # --- what happened
    **_plain("EventLine", "key", "code", "date", "cites", "place", "place_to"),
    **_all(_X, _T.INTERNAL_TEXT, "EventLine", "words", "withdrawn_why"),
    **_all(_R, _T.EVENTS, "EventLine", "words_releasable", "disputed"),
    **_all(_C, _T.OWN_WORDS, "EventLine", "verbatim", "words_lang"),
    **_all(_C, _T.EVENTS, "EventLine", "particulars"),
    **_all(_C, _T.GRADES, "EventLine", "level"),
    **_plain("EventLine", "withdrawn"),
    **_plain("PlaceLine", "place", "code", "when", "cites"),
    **_plain("PlaceWords", "names", "region", "precision", "also_called", "kind"),
    **_all(_R, _T.PLACES, "PlaceWords", "as_reported", "coordinates"),
    **_all(_R, _T.PLACES, "PlaceLine", "point"),
    **_plain("Narrative", "text", "lang", "cites"),
    # --- where accounts differ
    **_plain("Disagreement", "about", "accounts", "meanwhile_date", "meanwhile_place"),
    **_plain("Disagreement", "meanwhile_words"),
    **_all(_C, _T.DECISIONS, "Disagreement", "decided", "decided_on", "decided_by"),
    **_all(_X, _T.DECISIONS, "Disagreement", "review_by", "reviewer"),
    **_plain("Account", "cite", "date", "place", "value", "taken"),
    **_all(_SP, _T.ACCOUNTS, "Account", "condition"),
    **_all(_C, _T.OWN_WORDS, "Account", "verbatim"),
    # --- who says so, and what bears it out
    **_plain("Cite", "statement", "exhibit"),
    **_all(_C, _T.GRADES, "Cite", "grade"),
    **_plain("Statement", "key", "said_on", "kind", "confidential"),
    **_all(_R, _T.SOURCES, "Statement", "title"),
    **_all(_C, _T.SOURCES, "Statement", "code", "reference"),
    **_plain("ExhibitNote", "key", "number", "title", "dated", "kind"),
    **_all(_R, _T.EXHIBITS, "ExhibitNote", "sha256", "received", "translations"),
    **_all(_C, _T.ORIGINS, "ExhibitNote", "origin", "custody", "minimum"),
    **_plain("TranslationNote", "lang", "from_lang", "certified", "paper"),
    **_all(_C, _T.ORIGINS, "TranslationNote", "certified_by", "certified_on"),
    **_plain("CustodyLine", "at", "action", "by", "reason"),
    # --- what was done about him
    **_plain("AskedBody", "number", "body", "kind", "sent", "body_name", "subject"),
    **_plain("AskedBody", "our_reference", "their_reference", "due", "reply", "replied"),
    **_plain("AskedBody", "reply_words", "measure", "measured"),
    **_all(_C, _T.STEPS, "AskedBody", "applicant"),
    **_plain("ConsentLine", "scope", "state", "by", "since"),
    **_plain("DisclosedNote", "number", "audience", "recipient", "issued", "copies"),
    **_plain("DisclosedNote", "sha256", "reprint_of"),
    **_plain("OpenQuestion", "what", "next_step", "who", "due"),
    # --- pictures and words as such
    **_plain("GreyPicture", "width", "height", "pixels", "taken"),
    **_all(_C, _T.EXHIBITS, "GreyPicture", "exhibit_number"),
    **_plain("Known", "value", "asked", "cites", "also_said"),
    **_all(_X, _T.REMARKS, "Known", "asked_note"),
    **_plain("Wording", "en", "hy", "ru", "az"),
}
