"""Papers leave, come back and are told apart: genuine, reprinted, superseded, changed, forged."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any  # Any: fields of a person, by name

import pytest

from app.errors import BadInput, DiskFull, PaperNotReleased
from app.i18n import Translator
from app.jobs.papers.draft import draft_order
from app.jobs.papers.handing_out import save_copy
from app.jobs.papers.issue import approve, ask, issue_order, reprint
from app.jobs.papers.verify import verify_code
from app.queries.cases.file import case_file
from app.queries.papers.disclosures import disclosure, disclosure_log, waiting_for_me
from app.queries.papers.kept_papers import kept_copy
from app.reports.paper_code import new_code
from app.services.cases.people import change_person
from app.shapes.disclosures import Genuine
from app.shapes.requests.cases import ChangePerson
from app.wording.releases import verdict_lines
from app.workspace import Workspace
from models.vocabulary.papers import Audience, PaperSection
from tests.factories.men import day, missing_man
from tests.factories.releases import an_order, at_work, colleague, issue
from tests.reports.reading import text_of

T = Translator.open("en")


def correct(register: Workspace, man: Any, **more: Any) -> None:
    """Say something else of a man."""
    file = register.read(lambda reader: case_file(reader, man))
    request = ChangePerson(man, file.person_version, replace(file.details, **more))
    register.write(lambda uow: change_person(uow, request))


def test_what_was_issued_is_kept_to_the_byte_and_says_of_itself_what_the_log_says(
    register: Workspace, tmp_path: Path
) -> None:
    man, out = missing_man(register), tmp_path / "file.pdf"
    paper = issue_order(register, an_order(man), out=out)[0]
    assert paper.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert register.read(lambda reader: kept_copy(reader, paper.id)) == out.read_bytes()
    line = register.read(lambda reader: disclosure(reader, paper.id))
    printed = text_of(out.read_bytes())
    for told in (line.number, line.code, line.recipient, line.data_hash):
        assert told in printed
    assert f"history {line.history_seq} {line.history_hash[:16]}".encode() in _plain(out)
    assert line.handed_out_at is not None
    with pytest.raises(BadInput):
        save_copy(register, paper.id, tmp_path / "again.pdf")


def _plain(path: Path) -> bytes:
    """Give what the file says of itself, which is written as Latin-1 or as UTF-16."""
    content = path.read_bytes()
    wide = re.sub(rb"\\(\d{3})", lambda octal: bytes([int(octal[1], 8)]), content)
    return content + wide.replace(b"\0", b"")


def test_genuine_changed_superseded_and_forged_papers_are_told_apart(register: Workspace) -> None:
    man = missing_man(register)
    first = issue(register, man)
    verdict = verify_code(register, first.code.lower().replace("-", " "))
    assert (verdict.answer, verdict.holds, verdict.comparable) == (Genuine.GENUINE, True, True)
    assert verdict.paper is not None
    assert verdict.paper.number == first.number

    correct(register, man, birth=day("2001-05-24"))
    verdict = verify_code(register, first.code)
    assert not verdict.holds
    assert [(one.section, one.changed) for one in verdict.changed] == [(PaperSection.IDENTITY, 1)]

    second = issue(register, man)
    verdict = verify_code(register, first.code)
    assert verdict.paper is not None
    assert verdict.paper.superseded_by == second.number
    assert verify_code(register, second.code).holds

    forged, slip = new_code(), ("2" if first.code[0] != "2" else "3") + first.code[1:]
    assert verify_code(register, forged).answer is Genuine.UNKNOWN
    assert verify_code(register, slip).answer is Genuine.MISTYPED
    told = {tuple(verdict_lines(verify_code(register, one), T)) for one in (forged, slip)}
    assert len(told) == 2


def test_a_reprint_is_the_kept_page_with_its_own_number_and_the_word(register: Workspace) -> None:
    man = missing_man(register)
    paper = issue(register, man, lang="ru")
    correct(register, man, birth=day("2001-05-24"))
    again = reprint(register, paper.id, "The first was lost by the courier")
    kept, marked = (
        text_of(register.read(lambda reader, one=one: kept_copy(reader, one.id)))  # type: ignore[misc]  # mypy infers no default
        for one in (paper, again)
    )
    assert again.code in marked
    assert "24 апреля 2001" in kept.replace("\u00a0", " ")
    assert "24 апреля 2001" in marked.replace("\u00a0", " ")
    assert "ПОВТОРН" in marked.upper()
    assert (again.copy, again.number) == (2, "D-2021-0002")
    verdict = verify_code(register, again.code)
    assert verdict.paper is not None
    assert (verdict.paper.is_reprint, verdict.paper.reprint_of) == (True, paper.number)
    assert verdict.changed
    assert [one.code for one in verify_code(register, paper.code).reprints] == [again.code]
    with pytest.raises(BadInput):
        reprint(register, paper.id, " ")


def test_a_notice_is_approved_by_another_and_expires_unless_confirmed(
    register: Workspace, tmp_path: Path
) -> None:
    man = missing_man(register)
    order = an_order(man, audience=Audience.PUBLIC)
    with pytest.raises(PaperNotReleased):
        issue_order(register, order)
    request_id = ask(register, order)
    at_work(register, colleague(register))
    waits = register.read(waiting_for_me)[0]
    paper = approve(register, request_id, waits.version)[0]
    save_copy(register, paper.id, tmp_path / "notice.pdf")
    assert not verify_code(register, paper.code).expired
    register.clock.advance(days=91)  # type: ignore[attr-defined]  # the clock of a test
    assert verify_code(register, paper.code).expired


def test_a_full_disk_leaves_neither_a_number_nor_a_file(
    register: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    man, out = missing_man(register), tmp_path / "file.pdf"

    def full(_: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr("app.jobs.papers.leaving_files.os.fsync", full)
        with pytest.raises(DiskFull):
            issue_order(register, an_order(man, copies=2), out=out)
    assert not list(tmp_path.glob("*.pdf*"))
    assert register.read(disclosure_log).total == 0
    assert issue(register, man).number == "D-2021-0001"


def test_a_draft_says_what_is_left_out_and_what_would_keep_it_in(register: Workspace) -> None:
    man = missing_man(register)
    drafted = draft_order(register, an_order(man, audience=Audience.ICRC))
    assert [gate.missing for gate in drafted.gates]
    assert drafted.left_out
    assert drafted.second is None
    again = draft_order(register, an_order(man, audience=Audience.ICRC))
    assert again.pdf.content == drafted.pdf.content
