"""The commands that ask of papers that left: whether one is genuine, and which went to whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from app.wording.paper_names import paper_name
from app.wording.vocabulary import label

if TYPE_CHECKING:
    from datetime import datetime

    from app.db.unit_of_work import Reader
    from app.i18n import Translator
    from app.shapes.disclosures import DisclosureLine, Verdict


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    root.command("verify-paper")(verify_paper)
    root.command("disclosures")(disclosures)


def verify_paper(
    vault: Vault,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code at the foot of a page.")],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Say whether a paper is genuine, what took its place, and what has changed since.

    Exit code 0: genuine; 1: this office issued no such paper; 4: the code is mistyped.
    """
    from app.jobs.papers.verify import verify_code
    from app.shapes.disclosures import Genuine
    from app.wording.releases import verdict_lines

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        verdict = verify_code(workspace, code)
    answer(
        _verdict_facts(verdict), as_json=as_json, words=lambda: "\n".join(verdict_lines(verdict, t))
    )
    ends = {Genuine.UNKNOWN: Exit.ANSWER_IS_NO, Genuine.MISTYPED: Exit.REFUSED}
    if end := ends.get(verdict.answer):
        raise typer.Exit(int(end))


def disclosures(
    vault: Vault,
    number: Annotated[
        str | None, typer.Option("--case", metavar="NUMBER", help="Only papers on this man.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="With --case: the answer to a man who asks, as a PDF."),
    ] = None,
    asked_by: Annotated[
        str, typer.Option("--asked-by", metavar="NAME", help="Who asks: he, or who acts for him.")
    ] = "",
    issue: Annotated[
        bool, typer.Option("--issue", help="Let the answer leave: with number, code and record.")
    ] = False,
    approved_by: Annotated[
        str, typer.Option("--approved-by", metavar="NAME", help="The second person, where needed.")
    ] = "",
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List the papers that left the office: what, on whom, to whom, why, by whose leave.

    With --case: all that was passed on about one man, the oldest first. Exit code 1 where
    there is nothing. With --out as well: the answer to a request for access as a PDF, with all
    that is held on him and what is kept back; a draft, or with --issue a paper that leaves.
    """
    from app.queries.cases.file import case_id_of
    from app.queries.papers.disclosures import disclosures_of_case

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if out is not None:
        if number is None:
            fail(t.say("Name the man with --case: the answer is on one man."), Exit.WRONG_USAGE)
        order = _AnswerWanted(number, asked_by, out, issue=issue, approved_by=approved_by)
        facts = _answered(asked, order)
        answer(facts, as_json=as_json, words=lambda: _answer_words(facts, t))
        return

    def read(reader: Reader) -> tuple[DisclosureLine, ...]:
        if number is None:
            return _whole_log(reader)
        return disclosures_of_case(reader, case_id_of(reader, number))

    with opened(asked) as workspace:
        lines = workspace.read(read)
    nothing = (
        t.say("No paper has left this office.")
        if number is None
        else t.say("No paper on him has left this office.")
    )
    answer(
        {"disclosures": [_line_facts(line) for line in lines]},
        as_json=as_json,
        words=lambda: "\n".join(_line_words(line, t) for line in lines) or nothing,
    )
    if not lines:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


class _AnswerWanted(NamedTuple):
    """An answer to a man who asks, as it was ordered."""

    number: str
    asker: str
    out: Path
    issue: bool
    approved_by: str


def _answered(asked: Asked, wanted: _AnswerWanted) -> dict[str, object]:
    from app.jobs.papers.report import keep
    from app.jobs.papers.subject_access import draft_answer, issue_answer
    from app.queries.cases.file import case_id_of
    from app.shapes.subject_access import AccessAsked
    from models.vocabulary.deeds import ReadKind

    with opened(asked) as workspace:
        case_id = workspace.read(lambda reader: case_id_of(reader, wanted.number))
        request = AccessAsked(case_id, wanted.asker, asked.lang)
        told: dict[str, object] = {"path": str(wanted.out), "number": None, "code": None}
        if wanted.issue:
            copy = issue_answer(workspace, request, approved_by=wanted.approved_by, out=wanted.out)
            told |= {"number": copy.number, "code": copy.code}
            return told | {"pages": copy.pages, "sha256": copy.sha256}
        pdf = draft_answer(workspace, request, ReadKind.EXPORTED)
        keep(wanted.out, pdf.content)
        return told | {"pages": pdf.pages, "sha256": pdf.sha256}


def _answer_words(facts: dict[str, object], t: Translator) -> str:
    count = facts["pages"]
    pages = t.say_n(
        "{path}: {n} page", "{path}: {n} pages", count if isinstance(count, int) else 0,
        path=facts["path"],
    )  # fmt: skip
    return " · ".join(str(part) for part in (pages, facts["number"], facts["code"]) if part)


def _whole_log(reader: Reader) -> tuple[DisclosureLine, ...]:
    from app.queries.papers.disclosures import disclosure_log

    lines: list[DisclosureLine] = []
    while len(some := disclosure_log(reader, offset=len(lines)).lines):
        lines += some
    return tuple(lines)


def _line_words(line: DisclosureLine, t: Translator) -> str:
    from app.wording.clock import moment

    men = ", ".join(man.number for man in line.men)
    parts = (
        line.number,
        moment(line.issued_at or line.asked_at, t),
        label("disclosure_state", line.state.value, t.lang),
        paper_name(line.audience.value, line.template, t),
        men,
        line.recipient,
        line.purpose,
        label("legal_basis", line.basis.value, t.lang),
        line.code,
    )
    return " · ".join(filter(None, parts))


def _line_facts(line: DisclosureLine) -> dict[str, object]:
    return {
        "number": line.number or None,
        "state": line.state.value,
        "audience": line.audience.value,
        "language": line.language,
        "cases": [man.number for man in line.men],
        "hidden_cases": line.hidden,
        "recipient": line.recipient,
        "purpose": line.purpose,
        "basis": line.basis.value,
        "sections": list(line.sections),
        "template": line.template or None,
        "template_version": line.template_version or None,
        "copy": line.copy_no,
        "copies": line.copies,
        "code": line.code or None,
        "sha256": line.sha256 or None,
        "data_hash": line.data_hash or None,
        "pages": line.pages,
        "facts_as_of": _at(line.facts_as_of),
        "prepared_by": line.prepared_by,
        "asked_at": _at(line.asked_at),
        "approved_by": line.decided_by or None,
        "decided_at": _at(line.decided_at),
        "issued_by": line.issued_by or None,
        "issued_at": _at(line.issued_at),
        "handed_out_at": _at(line.handed_out_at),
        "refusal_reason": line.refusal_reason or None,
        "expires_on": line.expires_on.isoformat() if line.expires_on else None,
        "reprint_of": line.reprint_of or None,
        "supersedes": line.supersedes or None,
        "superseded_by": line.superseded_by or None,
    }


def _verdict_facts(verdict: Verdict) -> dict[str, object]:
    return {
        "answer": verdict.answer.value,
        "code": verdict.code,
        "holds": verdict.holds,
        "paper": None if verdict.paper is None else _line_facts(verdict.paper),
        "reprints": [
            {"number": one.number, "code": one.code, "issued_at": _at(one.issued_at)}
            for one in verdict.reprints
        ],
        "expired": verdict.expired,
        "comparable": verdict.comparable,
        "closed": verdict.closed,
        "changed": [
            {
                "case": one.number,
                "section": one.section.value,
                "changed": one.changed,
                "added": one.added,
                "removed": one.removed,
            }
            for one in verdict.changed
        ],
    }


def _at(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
