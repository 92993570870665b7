"""An invented case as a court gets it: exhibits with their custody, what was asked, who agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.reports.context import OfficeContact, PaperContext, Signer
from app.shapes.case_report import (
    AskedBody,
    CaseReport,
    Cite,
    ConsentLine,
    CustodyLine,
    EventLine,
    ExhibitNote,
)
from tests.factories import model_man, papers
from tests.factories.model_man import day

INFORMANT = "Secretyan Vardan"
FRIDAY_NOON = datetime(2021, 3, 12, 11, tzinfo=UTC)

_STEPS = (
    CustodyLine(datetime(2020, 12, 15, 16, 5, tzinfo=UTC), "COLLECTED", "M. Sahakyan", INFORMANT),
    CustodyLine(datetime(2020, 12, 15, 16, 30, tzinfo=UTC), "INGESTED", "M. Sahakyan"),
)
EXHIBITS = (
    replace(
        model_man.VIDEO,
        kind="VIDEO",
        received=day("2020-12-15"),
        origin=f"sent by {INFORMANT}",
        minimum="AMBER",
        custody=_STEPS,
    ),
    ExhibitNote(
        "roster",
        "E-2020-00017",
        "letter of the unit command with its roster",
        day("2020-12-17"),
        "ab" * 32,
        "DOCUMENT",
        "",
        day("2020-12-17"),
        "RED",
        _STEPS[1:],
    ),
    ExhibitNote(
        "reply",
        "E-2021-00003",
        "the Government’s reply, one page",
        day("2021-02-03"),
        "cd" * 32,
        "LETTER",
        "",
        day("2021-02-05"),
        "GREEN",
    ),
)
_PROVES = {"E04": "roster", "D21": "reply"}

ASKED = (
    AskedBody(
        "SUB-2020-002",
        "ICRC",
        "TRACING_REQUEST",
        day("2020-12-18"),
        our_reference="03/412",
        due=date(2021, 1, 18),
    ),
    AskedBody(
        "SUB-2021-001",
        "COURT",
        "INTERIM_MEASURES",
        day("2021-01-02"),
        subject=f"with {INFORMANT}",
        our_reference="03/7",
        their_reference="00000/21",
        reply="NOT_IDENTIFIED",
        replied=day("2021-02-03"),
        reply_words=model_man.DENIAL,
        measure="APPLIED",
        measured=day("2021-01-04"),
    ),
)


def court_case() -> CaseReport:
    """Return the man of the model page with all that a dossier is made of, nothing left out yet."""
    case = papers.model_case()
    return replace(
        case,
        events=tuple(_proven(event) for event in case.events),
        exhibits=EXHIBITS,
        asked=ASKED,
        circumstances_releasable=case.circumstances,
        believed_responsible="Azerbaijan",
        steps_taken=f"{INFORMANT} wrote to everybody.",
        consents=(
            ConsentLine("SHARE_COURT", "YES", ("Nmushyan Anahit, mother",), day("2020-12-16")),
            ConsentLine("SHARE_ICRC", "NO", ("Nmushyan Suren, father",)),
        ),
    )


def court_context() -> PaperContext:
    """Return the making of an issued dossier, with whom the Court should call."""
    return replace(
        papers.issued_context(),
        contact=OfficeContact(
            person="Karine Ejyan, legal officer",
            telephone="+374 00 111 111 (day and night)",
            fax="+374 00 111 112",
        ),
        recipient="Registry of the Court",
        copies=3,
        approved_by=Signer("N. Toghyan", "head of department"),
    )


def _proven(event: EventLine) -> EventLine:
    """Tie an exhibit to what it proves; every event has a wording that may leave."""
    cites = event.cites
    if event.code in _PROVES:
        cites = (*cites, Cite(exhibit=_PROVES[event.code]))
    spoken = replace(event, cites=cites, words_releasable=event.words, words_lang="en")
    if event.code == "C19":
        return replace(spoken, verbatim=f"I am {INFORMANT} and heard him.")
    return spoken
