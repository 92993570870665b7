"""What stands around the text of a paper that is not on one man: sums, lists, calls, handovers."""

from __future__ import annotations

from app.reports.context import PaperContext
from app.reports.document import Block, Document, Format, Furniture, Properties
from app.reports.fingerprint import fingerprint
from app.reports.page_furniture import (
    copy_mark,
    facts_line,
    genuine_line,
    printed_line,
    sample_mark,
)
from app.reports.paper_words import PaperWords
from models.codebook import CODEBOOK_VERSION


def digest_of(shape: object) -> str:
    """Return the data hash of a sheet: 16 hex digits over all its facts, in fours."""
    return fingerprint(shape)


def sheet_furniture(
    words: PaperWords,
    context: PaperContext,
    *,
    document_type: str,
    scope: str,
    about: str,
    template: str,
    version: str,
    digest: str,
) -> Furniture:
    """Say what stands at the head, the foot and in the margins of a sheet for work in the office.

    `scope` says who may read it ("staff only"), `about` which thing it is on, by number.
    """
    return Furniture(
        office=context.office.best(words.lang),
        document_type=document_type,
        class_word=words.say("CONFIDENTIAL"),
        scope=scope,
        case_number=about,
        facts_as_of=facts_line(words, context),
        template_line=words.say(
            "Template {template} {version} · codebook {codebook} · data {digest}",
            template=template,
            version=version,
            codebook=CODEBOOK_VERSION,
            digest=digest,
        ),
        printed_line=printed_line(words, context),
        genuine_line=genuine_line(words, context),
        page_of=words.say("Page {page} of {pages}", page="{page}", pages="{pages}"),
        code=context.code,
        draft="" if context.code else words.say("DRAFT – not issued"),
        left_mark=sample_mark(words) if context.sample else "",
        right_mark=copy_mark(words, context),
    )


def office_sheet(
    words: PaperWords,
    context: PaperContext,
    furniture: Furniture,
    title: str,
    blocks: tuple[Block, ...],
    *,
    landscape: bool = False,
) -> Document:
    """Put the blocks of a sheet between its furniture; `title` is what the file says of itself."""
    return Document(
        properties=Properties(title=title, lang=words.lang, made_at=context.printed_at),
        furniture=furniture,
        blocks=blocks,
        format=Format.LANDSCAPE if landscape else Format.PORTRAIT,
        paper=context.paper_format,
    )
