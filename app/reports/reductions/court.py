"""What stays of a case for a court, where the matrix gives a section only in part.

A court hands what it gets to the other party: so the family is named and nothing more, nobody
who could come to harm is quoted, and how an exhibit came to the office is told by its custody.
"""

from __future__ import annotations

from dataclasses import replace

from app.reports.reductions.kinds import Reductions
from app.shapes.case_report import (
    AskedBody,
    CaseReport,
    Cite,
    ConsentLine,
    Disagreement,
    EventLine,
    ExhibitNote,
    Relative,
)
from models.vocabulary.accounts import SourceKind
from models.vocabulary.families import ConsentScope

#: Bodies that speak in public or in writing: their words may be quoted.
_BODIES = frozenset(
    {
        SourceKind.UNIT_COMMAND,
        SourceKind.MOD_OWN,
        SourceKind.MOD_ADVERSE,
        SourceKind.SECURITY_SERVICE_ADVERSE,
        SourceKind.COURT_ADVERSE,
        SourceKind.STATE_COMMISSION_ADVERSE,
        SourceKind.STATE_COMMISSION_OWN,
        SourceKind.PEACEKEEPERS,
        SourceKind.ECHR,
        SourceKind.UN_BODY,
        SourceKind.OSCE,
        SourceKind.FOREIGN_STATE,
        SourceKind.MEDIA_OWN,
        SourceKind.MEDIA_ADVERSE,
        SourceKind.MEDIA_INTL,
        SourceKind.FORENSIC_LAB,
        SourceKind.HOSPITAL,
        SourceKind.REGISTRY,
    }
)


def _applicant(_: CaseReport, family: tuple[Relative, ...]) -> tuple[Relative, ...]:
    """Keep whoever reported him missing, else who is to be informed first: name and relation."""
    who = next((one for one in family if one.reporter), None)
    who = who or next((one for one in family if one.notify), None)
    if who is None:
        return ()
    return (Relative(relation=who.relation, name=who.name, cites=who.cites),)


def _events(case: CaseReport, events: tuple[EventLine, ...]) -> tuple[EventLine, ...]:
    """Keep the words of bodies; those of everybody else stay in the office."""
    return tuple(
        event if _bodies_speak(case, event.cites) else replace(event, verbatim="", words_lang="")
        for event in events
    )


def _accounts(case: CaseReport, differing: tuple[Disagreement, ...]) -> tuple[Disagreement, ...]:
    """Keep every account, also an unfavourable one; the words only of bodies."""
    return tuple(
        replace(
            one,
            accounts=tuple(
                account if _bodies_speak(case, (account.cite,)) else replace(account, verbatim="")
                for account in one.accounts
            ),
        )
        for one in differing
    )


def _bodies_speak(case: CaseReport, cites: tuple[Cite, ...]) -> bool:
    """Tell whether all that is cited was said by bodies, none of them confidential."""
    cited = {cite.statement for cite in cites if cite.statement}
    said = [statement for statement in case.statements if statement.key in cited]
    return bool(said) and all(s.kind in _BODIES and not s.confidential for s in said)


def _exhibits(_: CaseReport, exhibits: tuple[ExhibitNote, ...]) -> tuple[ExhibitNote, ...]:
    """Keep all of an exhibit but the free words on who brought it."""
    return tuple(
        replace(one, origin="", custody=tuple(replace(line, reason="") for line in one.custody))
        for one in exhibits
    )


def _asked(_: CaseReport, asked: tuple[AskedBody, ...]) -> tuple[AskedBody, ...]:
    """Keep what was sent and answered; a subject line may name other men."""
    return tuple(replace(one, subject="") for one in asked)


def _authority(_: CaseReport, consents: tuple[ConsentLine, ...]) -> tuple[ConsentLine, ...]:
    """Keep by whose word his data may go to a court."""
    return tuple(one for one in consents if one.scope == ConsentScope.SHARE_COURT)


REDUCTIONS: Reductions = {
    "CaseReport.family": _applicant,
    "CaseReport.events": _events,
    "CaseReport.disagreements": _accounts,
    "CaseReport.exhibits": _exhibits,
    "CaseReport.asked": _asked,
    "CaseReport.consents": _authority,
}
