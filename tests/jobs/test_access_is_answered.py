"""A man who asks is answered by a paper on record: by whoever keeps the log, and nobody else."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from app.errors import BadInput, NotAllowed, PaperNotReleased
from app.i18n import Translator
from app.jobs.papers.handing_out import save_copy
from app.jobs.papers.issue import reprint
from app.jobs.papers.subject_access import draft_answer, issue_answer, note_draft_leaves
from app.jobs.papers.verify import verify_code
from app.queries.cases.file import case_file
from app.queries.history.told import history_of_case
from app.queries.papers.disclosures import disclosure_log, disclosures_of_case
from app.queries.papers.subject_access import held_on_him
from app.services.cases.cases import change_case
from app.services.cases.people import save_relative
from app.shapes.requests.cases import ChangeCase, RelativeDetails, SaveRelative
from app.shapes.subject_access import AccessAsked
from app.wording.releases import verdict_lines
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import SUBJECT_ACCESS, Audience, PaperSection
from models.vocabulary.people import Relation
from models.vocabulary.roles import Role
from tests.factories.men import missing_man
from tests.factories.releases import CASEWORKER, at_work, colleague, issue
from tests.reports.reading import text_of

MOTHER = "Նմուշյան Մարո Գրիգորի"
KEEPER = frozenset({Role.DATA_PROTECTION})


def asked(man: UUID, asker: str = "Նմուշյան Արամ") -> AccessAsked:
    """Let him ask."""
    return AccessAsked(man, asker, "en")


def with_mother(register: Workspace) -> UUID:
    """Register a man with his mother."""
    man = missing_man(register)
    details = RelativeDetails(relation=Relation.MOTHER, full_name=MOTHER, phone="+374 00 000 001")
    register.write(lambda uow: save_relative(uow, SaveRelative(man, details)))
    return man


def limited(register: Workspace, man: UUID) -> None:
    """Limit access to his file."""
    version = register.read(lambda reader: case_file(reader, man)).version
    nothing = ("", "", "", "", "")
    request = ChangeCase(man, version, None, None, *nothing, access_limited=True, reason="Threats")
    register.write(lambda uow: change_case(uow, request))


def test_an_answer_is_a_paper_of_the_log_with_a_code_that_is_genuine(
    register: Workspace, tmp_path: Path
) -> None:
    man, out = with_mother(register), tmp_path / "answer.pdf"
    first = issue(register, man)
    again = reprint(register, first.id, "Lost on the way")
    copy = issue_answer(register, asked(man), out=out)
    printed = text_of(out.read_bytes())
    for told in (first.number, again.number, copy.number, copy.code, "State commission"):
        assert told in printed
    line = register.read(lambda reader: disclosures_of_case(reader, man))[-1]
    assert (line.template, line.recipient) == (SUBJECT_ACCESS, "Նմուշյան Արամ")
    assert line.handed_out_at is not None
    verdict = verify_code(register, copy.code)
    assert "Answer to a request for access" in verdict_lines(verdict, Translator.open("en"))[1]
    assert register.read(lambda reader: history_of_case(reader, man))[-1].action == "answer_access"
    newer = issue_answer(register, asked(man))
    lines = {one.number: one for one in register.read(disclosure_log).lines}
    assert lines[copy.number].superseded_by == newer.number
    assert lines[first.number].superseded_by == ""


def test_a_relative_is_not_named_to_him_unless_it_is_the_one_who_asks(register: Workspace) -> None:
    man = with_mother(register)
    issue(register, man, audience=Audience.FAMILY, recipient=MOTHER, purpose=f"Told {MOTHER}")
    draft = text_of(draft_answer(register, asked(man)).content)
    assert "Մարո" not in draft
    assert "+374" not in draft
    assert "a member of his family" in draft
    held = register.read(lambda reader: held_on_him(reader, man, MOTHER))
    assert [copy.recipient for copy in held.copies] == [MOTHER]


def test_whoever_keeps_the_log_answers_and_hands_it_out_and_a_caseworker_does_not(
    register: Workspace, tmp_path: Path
) -> None:
    man, out = missing_man(register), tmp_path / "answer.pdf"
    keeper = colleague(register, "Լիլիթ Պահապանյան", KEEPER)
    caseworker = colleague(register, "Վահե Օրինակյան", CASEWORKER)
    at_work(register, keeper)
    copy = issue_answer(register, asked(man))
    save_copy(register, copy.id, out)
    assert copy.number in text_of(out.read_bytes())
    at_work(register, caseworker)
    for refused in (draft_answer, issue_answer):
        with pytest.raises(NotAllowed):
            refused(register, asked(man))


def test_nobody_who_asks_is_no_answer_and_a_limited_file_takes_a_second_person(
    register: Workspace,
) -> None:
    man = missing_man(register)
    with pytest.raises(BadInput):
        issue_answer(register, asked(man, " "))
    second = colleague(register)
    limited(register, man)
    with pytest.raises(PaperNotReleased):
        issue_answer(register, asked(man))
    assert register.read(disclosure_log).total == 0
    issue_answer(register, asked(man), approved_by=second.name)
    assert register.read(disclosure_log).lines[0].decided_by == second.name


def test_a_draft_of_a_limited_file_that_leaves_is_noted(register: Workspace) -> None:
    man = missing_man(register)
    limited(register, man)
    before = len(register.read(lambda reader: history_of_case(reader, man)))
    note_draft_leaves(register, man, ReadKind.PRINTED)
    lines = register.read(lambda reader: history_of_case(reader, man))[before:]
    assert "read_limited" in {line.action for line in lines}


def test_an_answer_says_later_which_of_what_it_told_is_different_now(register: Workspace) -> None:
    man = with_mother(register)
    copy = issue_answer(register, asked(man))
    verdict = verify_code(register, copy.code)
    assert (verdict.comparable, verdict.changed, verdict.closed) == (True, (), 0)
    father = RelativeDetails(relation=Relation.FATHER, full_name="Նմուշյան Գրիգոր", phone="")
    register.write(lambda uow: save_relative(uow, SaveRelative(man, father)))
    limited(register, man)  # what he may not read may change without his answer growing old
    (changed,) = verify_code(register, copy.code).changed
    assert (changed.section, changed.added) == (PaperSection.FAMILY, 1)
