"""Prints the accounting sheet and writes it as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.db.unit_of_work import Reader
from app.exporting.tables import table_as_csv, table_as_xlsx
from app.i18n import Translator
from app.jobs.papers.office_papers import paper_context
from app.jobs.papers.report import keep
from app.queries.accounting.paper import accounting_paper
from app.queries.accounting.sheet import accounting_sheet, names_of_line
from app.reports.accounting_sheet import accounting_document
from app.reports.render import PdfFile, write_pdf
from app.shapes.accounting import Scope, ScopeName
from app.wording.accounting_table import lines_table, names_table
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import PaperFormat

_EVERYBODY = 1_000_000
_PLAIN = re.compile(r"[^A-Za-z0-9-]+")


def accounting_draft(
    workspace: Workspace,
    scope: Scope,
    as_known: date | None,
    lang: str,
    how: ReadKind = ReadKind.PRINTED,
    paper: PaperFormat = PaperFormat.A4,
) -> PdfFile:
    """Print the sheet of a scope as a draft, in memory.

    Raises:
        NotAllowed; NotFound; BadInput: a day yet to come.
    """
    sheet, context = workspace.read(
        lambda reader: (
            accounting_paper(reader, scope, as_known, how),
            paper_context(reader, lang, paper),
        )
    )
    return write_pdf(accounting_document(sheet, lang, context))


def accounting_file_name(name: ScopeName) -> str:
    """Name the file of a sheet, without its ending; never by what was asked."""
    about = _PLAIN.sub("", name.number)
    return f"accounting_{about}" if about else "accounting"


def accounting_table(
    workspace: Workspace,
    scope: Scope,
    as_known: date | None,
    lang: str,
    target: str | Path,
    *,
    names: bool,
) -> str:
    """Write the lines or the names; XLSX by that ending, CSV by any other. Gives the file's name.

    Raises:
        NotAllowed; NotFound; BadInput; DiskFull; OSError: the folder cannot be written.
    """
    path, t = Path(target), Translator.open(lang)
    read = _names if names else _lines
    table = workspace.read(lambda reader: read(reader, scope, as_known, t))
    as_sheet = path.suffix.lower() == ".xlsx"
    content = table_as_xlsx(table, t.say("Accounting sheet")) if as_sheet else table_as_csv(table)
    keep(path, content)
    return path.name


def _lines(
    reader: Reader, scope: Scope, as_known: date | None, t: Translator
) -> list[Sequence[str]]:
    return list(lines_table(accounting_paper(reader, scope, as_known, ReadKind.EXPORTED), t))


def _names(
    reader: Reader, scope: Scope, as_known: date | None, t: Translator
) -> list[Sequence[str]]:
    sheet = accounting_sheet(reader, scope, as_known)
    men = {
        line.key: names_of_line(
            reader, scope, as_known, line.key, limit=_EVERYBODY, how=ReadKind.EXPORTED
        ).men
        for line in sheet.lines
    }
    return list(names_table(sheet, men, t))
