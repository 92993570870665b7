"""The answer to a man who asks holds his own data, and nothing of others or of who told of him.

What may stand in it is written out by hand once more, as for the papers of the six readers.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from app.reports.paper_words import PaperWords
from app.reports.render import write_pdf
from app.reports.subject_access import answer_of, subject_access_document
from app.shapes.subject_access import HeldOnHim
from tests.factories import papers
from tests.leaks.checker import leaks
from tests.leaks.invented_cases import Invented, invented_cases

CASES = 4

#: His own data, and whom the office asked about him; no field of a relative, witness or colleague.
MAY_STAND = (
    "PrintedName.*", "Identity.*", "IdentityDocument.*", "Described.words*", "Service.*",
    "EventLine.place.*", "EventLine.place_to.*", "EventLine.place", "EventLine.place_to",
    "EventLine.words_releasable", "CaseReport.circumstances_releasable",
    "AskedBody.number", "AskedBody.body_name", "AskedBody.our_reference",
    "AskedBody.their_reference", "ExhibitNote.number", "ExhibitNote.sha256",
    "CaseReport.incident_*",
)  # fmt: skip


def _kept_from_him(of: Invented, all_of: tuple[Invented, ...]) -> set[str]:
    withheld = {
        value
        for field, values in of.planted.items()
        if not any(fnmatchcase(field, may) for may in MAY_STAND)
        for value in values
    }
    return withheld | {name for other in all_of if other is not of for name in other.names}


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_an_answer_holds_nothing_of_other_people_or_of_who_told_of_him(lang: str) -> None:
    everybody = invented_cases(CASES)
    found: list[str] = []
    for of in everybody:
        held = HeldOnHim(of.case, (), (), ())
        answer = answer_of(held, "His lawyer")
        document = subject_access_document(answer, PaperWords(lang), papers.issued_context())
        forbidden = _kept_from_him(of, everybody)
        assert len(forbidden) > 100
        for leak in leaks(write_pdf(document).content, forbidden):
            field = next((f for f, said in of.planted.items() if leak.value in said), "a name")
            found.append(f"{field}: {leak.value}")
    assert found == []


def test_what_is_kept_from_him_is_gone_before_a_word_is_made() -> None:
    everybody = invented_cases(2)
    for of in everybody:
        left = repr(answer_of(HeldOnHim(of.case, (), (), ()), "His lawyer"))
        told = ("Relative.", "Statement.title", "ConsentLine.by", "EventLine.verbatim")
        passed = {
            field
            for field, values in of.planted.items()
            if field.startswith(told) and any(value in left for value in values)
        }
        assert passed == set()
