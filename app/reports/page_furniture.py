"""The words around the text of every page: office, class, facts as of, hand and copy."""

from __future__ import annotations

from app.reports.audience import Paper
from app.reports.context import PaperContext
from app.reports.document import Furniture
from app.reports.fingerprint import fingerprint
from app.reports.paper_words import PaperWords
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience

LONGEST_NAME = 16  # letters of whoever printed a paper, at its foot


def page_furniture(
    case: CaseReport, words: PaperWords, context: PaperContext, paper: Paper
) -> Furniture:
    """Say what stands at the head, the foot and in the margins of a paper on one man."""
    class_word, scope = class_and_scope(words, paper.audience)
    return Furniture(
        office=context.office.best(words.lang),
        document_type=words.label("audience", paper.audience.value),
        class_word=class_word,
        scope=scope,
        case_number=case.number,
        facts_as_of=facts_line(words, context),
        template_line=words.say(
            "Template {template} {version} · codebook {codebook} · data {digest}",
            template=paper.template,
            version=paper.version,
            codebook=case.status.codebook_version,
            digest=fingerprint(case),
        ),
        printed_line=printed_line(words, context, named=paper.audience is not Audience.PUBLIC),
        genuine_line=genuine_line(words, context),
        page_of=words.say("Page {page} of {pages}", page="{page}", pages="{pages}"),
        code=context.code,
        draft="" if context.code else words.say("DRAFT – not issued"),
        left_mark=sample_mark(words) if case.sample else "",
        right_mark=copy_mark(words, context),
    )


def class_and_scope(words: PaperWords, audience: Audience) -> tuple[str, str]:
    """Name the class of a paper, and in plain words who may read it."""
    restricted = words.say("RESTRICTED")
    match audience:
        case Audience.INTERNAL:
            return words.say("CONFIDENTIAL"), words.say("staff only")
        case Audience.ICRC:
            return restricted, words.say("for the ICRC only")
        case Audience.COURT:
            return restricted, words.say("for the Court only")
        case Audience.NEGOTIATION:
            return restricted, words.say("for the recipient only")
        case Audience.FAMILY:
            return words.say("PERSONAL"), words.say("for the family")
        case Audience.PUBLIC:
            return words.say("PUBLIC"), words.say("may be shown to anyone")


def facts_line(words: PaperWords, context: PaperContext) -> str:
    """Say of which moment the facts on the paper are."""
    return words.say(
        "Facts as of {date}, {time} ({zone})",
        date=words.day(context.facts_as_of.date()),
        time=f"{context.facts_as_of:%H:%M}",
        zone=words.zone(context.facts_as_of),
    )


def genuine_line(words: PaperWords, context: PaperContext) -> str:
    """Say how one learns whether the paper is genuine."""
    if context.code:
        return words.say("Genuine? Changed since? The office can tell from the code.")
    return words.say("A draft for work in the office. It is not registered.")


def printed_line(words: PaperWords, context: PaperContext, *, named: bool = True) -> str:
    """Say who printed the paper and when, and which copy it is.

    Not `named`: what hangs on a wall says nothing of whoever works in the office.
    """
    who = _in_short(context.printed_by)
    if not context.disclosure:
        date, time = words.day(context.printed_at.date()), f"{context.printed_at:%H:%M}"
        if not named:
            return words.say("Printed {date}, {time}", date=date, time=time)
        return words.say("Printed {date}, {time} by {who}", date=date, time=time, who=who)
    if not named:
        return words.say(
            "Issued {date} · {number}, copy {copy} of {copies}",
            date=f"{context.printed_at:%d.%m.%Y}",
            number=context.disclosure,
            copy=context.copy,
            copies=context.copies,
        )
    return words.say(
        "Issued {date}, {who} · {number}, copy {copy} of {copies}",
        date=f"{context.printed_at:%d.%m.%Y}",  # in figures: a code may be wide
        who=who,
        number=context.disclosure,
        copy=context.copy,
        copies=context.copies,
    )


def _in_short(name: str) -> str:
    """Shorten a name that the foot has no room for to initials and the last of it."""
    if len(name) <= LONGEST_NAME:
        return name
    *first, last = name.split()
    short = " ".join([*(f"{one[0]}." for one in first), last])
    return short if len(short) <= LONGEST_NAME else short[: LONGEST_NAME - 1] + "…"


def sample_mark(words: PaperWords) -> str:
    """Say in three scripts that nobody on this paper exists."""
    note = words.say("invented people, invented office")
    return f"SAMPLE  ·  ՆՄՈՒՇ  ·  ОБРАЗЕЦ    {note}"


def copy_mark(words: PaperWords, context: PaperContext) -> str:
    """Name the copy and its recipient in the margin of an issued paper."""
    if not context.code or not context.recipient:
        return ""
    return words.say(
        "COPY {copy} OF {copies} · {recipient}",
        copy=context.copy,
        copies=context.copies,
        recipient=context.recipient,
    )
