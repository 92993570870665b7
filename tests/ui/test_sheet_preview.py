"""A paper that is not on one man is shown, turned and saved as it will print, also when wide."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.jobs.papers.office_papers import paper_context
from app.reports.document import Column, DataTable, SheetTitle, TableRow, literal
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.ui.doors import SheetToPrint
from app.ui.papers.sheet_preview import PLACE, SheetPreview
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.papers import PaperFormat
from tests.registers import Home
from tests.ui.frames import framed, settle

COLUMNS = (Column("№", 20, right=True), Column("Name", 180))


def draft(register: Workspace, lang: str, size: PaperFormat) -> PdfFile:
    context = register.read(lambda reader: paper_context(reader, lang, size))
    words = PaperWords(lang)
    rows = tuple(
        TableRow((literal(str(n)), literal(f"Լուսաձորյան Տիգրան {n}"))) for n in range(1, 61)
    )
    furniture = sheet_furniture(
        words,
        context,
        document_type="Sheet",
        scope="staff only",
        about="INC-2020-001",
        template="sheet",
        version="1.0",
        digest=digest_of(rows),
    )
    blocks = (SheetTitle("Sixty men", "in one list", (lang,)), DataTable(COLUMNS, rows))
    return write_pdf(office_sheet(words, context, furniture, "Sheet", blocks, landscape=True))


def test_a_wide_sheet_is_shown_in_its_language_and_its_very_bytes_are_saved(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, tmp_path: Path
) -> None:
    came_back: list[bool] = []
    noted: list[bool] = []
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as frame:
        papers = frame.work.doors.papers
        assert papers is not None
        papers.open_sheet(
            SheetToPrint(
                title=lambda _: "Sixty men",
                explained=lambda _: "For work in the office.",
                draft=lambda lang, size: draft(register, lang, size),
                file_name="sixty",
                back=lambda: came_back.append(True),
                note=lambda: noted.append(True),
            )
        )
        settle(qtbot, frame.work.tasks)
        panel = frame.window.page(PLACE)
        assert isinstance(panel, SheetPreview)
        english = panel.desk.pdf
        assert english is not None
        assert english.landscape
        assert english.pages > 1
        first = panel.desk.sheets._sheets[0]
        assert first._image is not None
        assert first.width() > first.height()
        panel.languages.choose("hy")
        settle(qtbot, frame.work.tasks)
        armenian = panel.desk.pdf
        assert armenian is not None
        assert armenian.content != english.content
        panel.sheet_size.choose(PaperFormat.LETTER)
        settle(qtbot, frame.work.tasks)
        letter = panel.desk.pdf
        assert letter is not None
        assert (letter.paper, letter.content != armenian.content) == (PaperFormat.LETTER, True)
        first = panel.desk.sheets._sheets[0]
        assert first.width() * 8.5 == pytest.approx(first.height() * 11, rel=0.01)
        panel.save_to(tmp_path / "sheet.pdf")
        settle(qtbot, frame.work.tasks)
        assert (tmp_path / "sheet.pdf").read_bytes() == letter.content
        assert noted == [True]
        panel.go_back()
        assert came_back == [True]
