"""A paper leaves through the window: looked at, issued, found in the log, proved by its code."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n.translator import LANGUAGES, Translator
from app.queries.history.told import history_of_case
from app.queries.papers.disclosures import disclosure_log
from app.ui.cases.history_card import said_changes
from app.ui.cases.history_words import column_words
from app.ui.frame import Frame
from app.ui.papers.issue_sheet import ToWhom
from app.ui.papers.issued_preview import PLACE as ISSUED
from app.ui.papers.issued_preview import IssuedPreview
from app.ui.papers.last_choice import LastChoice
from app.ui.papers.preview import PLACE, PreviewPanel
from app.ui.papers.request_preview import PLACE as REQUEST
from app.ui.papers.request_preview import RequestPreview
from app.ui.papers.sheet_preview import PLACE as SHEETS
from app.ui.papers.sheet_preview import SheetPreview
from app.ui.reports.reports_panel import GENUINE, ReportsPanel
from app.ui.reports.reports_panel import PLACE as REPORTS
from app.ui.shell.state_store import MemoryStore
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from models.vocabulary.papers import Audience, DisclosureState, LegalBasis, PaperSection
from tests.factories.men import ARAM, GOR, missing_man, well_known_man
from tests.registers import Home
from tests.reports.reading import text_of
from tests.ui.frames import framed, settle
from tests.ui.spoken_pages import cut

BASIS = LegalBasis.PUBLIC_INTEREST_MANDATE


@pytest.fixture
def men(vault: Home) -> list[UUID]:
    with vault.open() as register:
        return [missing_man(register, names) for names in (ARAM, GOR)]


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, men: list[UUID]
) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def preview(frame: Frame, qtbot: QtBot, *men: UUID, reader: Audience) -> PreviewPanel:
    papers = frame.work.doors.papers
    assert papers is not None
    papers.open_preview(men, reader)
    settle(qtbot, frame.work.tasks)
    panel = frame.window.page(PLACE)
    assert isinstance(panel, PreviewPanel)
    assert panel.drafted is not None
    return panel


def give(frame: Frame, qtbot: QtBot, panel: PreviewPanel, to: ToWhom) -> None:
    """Fill the sheet in and let the paper leave."""
    panel.issue()
    sheet = panel.issuing.sheet
    assert sheet is not None
    sheet.recipient.setText(to.recipient)
    sheet.purpose.set_text(to.purpose)
    sheet.basis.set_code(to.basis)
    sheet.copies.set_code(to.copies)
    sheet.for_all.setChecked(to.for_all)
    sheet.give()
    settle(qtbot, frame.work.tasks)


def issued(frame: Frame, qtbot: QtBot, man: UUID, copies: int = 1) -> IssuedPreview:
    panel = preview(frame, qtbot, man, reader=Audience.INTERNAL)
    give(frame, qtbot, panel, ToWhom("Head of the office", "review", BASIS, copies))
    shown = frame.window.page(ISSUED)
    assert isinstance(shown, IssuedPreview)
    assert shown.line is not None
    return shown


def words_in(widget: object) -> str:
    assert hasattr(widget, "findChildren")
    return " ".join(label.text() for label in widget.findChildren(Label) if not label.isHidden())


def test_an_issued_paper_is_shown_and_its_code_proves_it_genuine(
    frame: Frame, qtbot: QtBot, kit: Kit, men: list[UUID]
) -> None:
    shown = issued(frame, qtbot, men[0], copies=2)
    assert shown.line is not None
    assert shown.line.copies == 2
    said = [
        column_words(change.field, kit.translator)
        for line in frame.work.workspace.read(lambda reader: history_of_case(reader, men[0]))
        for change in said_changes(line)
    ]
    assert kit.say(lambda t: t.say("Who will read it")) in said
    assert kit.say(lambda t: t.say("Other")) not in said
    frame.window.open_page(REPORTS, GENUINE)
    page = frame.window.page(REPORTS)
    assert isinstance(page, ReportsPanel)
    page.box.code.setText(shown.line.code.lower())
    page.box.ask()
    settle(qtbot, frame.work.tasks)
    assert "Genuine" in words_in(page.box)
    page.box.code.setText("0000-0000-00")
    page.box.ask()
    settle(qtbot, frame.work.tasks)
    assert shown.line.number not in words_in(page.box)
    page.tabs.choose("issued")
    settle(qtbot, frame.work.tasks)
    assert page.log.table.rows.rowCount() == 2
    page.log.text.setText("nothing like it")
    page.log._filter()
    settle(qtbot, frame.work.tasks)
    assert page.log.table.rows.rowCount() == 0


def test_nothing_is_issued_before_the_sheet_says_to_whom_and_why(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    panel = preview(frame, qtbot, men[0], reader=Audience.INTERNAL)
    give(frame, qtbot, panel, ToWhom("", "", None))
    sheet = panel.issuing.sheet
    assert sheet is not None
    assert sheet.isVisible()
    qtbot.wait(50)
    assert cut(sheet) == []  # it has grown by what it says now
    assert frame.work.workspace.read(disclosure_log).total == 0
    sheet.recipient.setText("somebody")
    sheet.reject()
    assert panel._choice.to_whom(Audience.INTERNAL).recipient == "somebody"


def test_a_copy_leaves_once_and_then_asks_for_a_reprint_with_a_reason(
    frame: Frame, qtbot: QtBot, men: list[UUID], tmp_path: Path
) -> None:
    shown = issued(frame, qtbot, men[0])
    first = shown.line
    assert first is not None
    shown.save_to(tmp_path / "copy.pdf")
    settle(qtbot, frame.work.tasks)
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")
    assert not shown._may_leave()
    shown.print_now()
    sheet = shown._sheet
    assert sheet is not None
    sheet.text.set_text("the printer tore it")
    sheet.give()
    settle(qtbot, frame.work.tasks)
    assert shown.line is not None
    assert shown.line.reprint_of == first.number
    assert shown._may_leave()
    shown.save_to(tmp_path / "again.pdf")
    settle(qtbot, frame.work.tasks)
    assert (tmp_path / "again.pdf").exists()
    assert not shown._may_leave()


def test_a_cover_sheet_is_made_for_the_copies_in_view(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    shown = issued(frame, qtbot, men[0], copies=2)
    shown.ask_cover()
    asking = shown.cover
    assert asking is not None
    asking.attention.setText("Head of delegation")
    asking.give()
    settle(qtbot, frame.work.tasks)
    sheet = frame.window.page(SHEETS)
    assert isinstance(sheet, SheetPreview)
    assert sheet.desk.pdf is not None
    told = text_of(sheet.desk.pdf.content)
    assert shown.line is not None
    assert shown.line.number in told
    assert "Head of delegation" in told
    sheet.go_back()
    shown.ask_cover()
    assert shown.cover is not None
    assert shown.cover.attention.text() == "Head of delegation"
    shown.cover.reject()


def test_a_paper_for_a_court_waits_for_somebody_else(frame: Frame, qtbot: QtBot) -> None:
    man = well_known_man(frame.work.workspace)
    panel = preview(frame, qtbot, man, reader=Audience.COURT)
    assert panel.drafted is not None
    assert panel.drafted.second is not None
    assert "Court asks whom it should call" in words_in(panel._rail)
    give(frame, qtbot, panel, ToWhom("Court", "application", BASIS))
    [line] = frame.work.workspace.read(disclosure_log).lines
    assert line.state is DisclosureState.WAITING
    papers = frame.work.doors.papers
    assert papers is not None
    papers.open_request(line.id)
    settle(qtbot, frame.work.tasks)
    request = frame.window.page(REQUEST)
    assert isinstance(request, RequestPreview)
    assert not request.approve_button.isEnabled()
    request.take_back()
    settle(qtbot, frame.work.tasks)
    line = frame.work.workspace.read(disclosure_log).lines[0]
    assert line.state is DisclosureState.TAKEN_BACK


def test_what_keeps_a_paper_in_is_said_in_the_sheet(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    panel = preview(frame, qtbot, men[0], reader=Audience.COURT)
    give(frame, qtbot, panel, ToWhom("Court", "application", BASIS))
    assert panel.issuing.sheet is not None
    assert "The paper was not issued" in words_in(panel.issuing.sheet)
    assert frame.work.workspace.read(disclosure_log).total == 0


def test_the_reader_decides_what_is_left_out_and_sections_can_be_taken_out(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    panel = preview(frame, qtbot, men[0], reader=Audience.INTERNAL)
    rail = panel._rail
    assert rail.sections.chosen() is None
    rail.sections._boxes[PaperSection.SERVICE].setChecked(False)
    settle(qtbot, frame.work.tasks)
    assert panel.drafted is not None
    assert PaperSection.SERVICE.value not in (panel.drafted.order.sections or ())
    panel.show_left_out()
    assert panel.beside.isVisible()
    panel = preview(frame, qtbot, men[0], reader=Audience.ICRC)
    assert panel.drafted is not None
    assert panel.drafted.left_out
    assert "Left out" in words_in(panel._rail)


def test_papers_on_all_chosen_men_are_issued_as_one_job(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    panel = preview(frame, qtbot, *men, reader=Audience.INTERNAL)
    give(frame, qtbot, panel, ToWhom("Head of the office", "review", BASIS, for_all=True))
    log = frame.work.workspace.read(disclosure_log)
    assert log.total == 2
    assert {man.case_id for line in log.lines for man in line.men} == set(men)


def test_the_last_choice_is_kept_but_never_whom_a_family_letter_was_for() -> None:
    store = MemoryStore()
    choice = LastChoice(store)
    choice.keep(Audience.ICRC, "hy")
    choice.issued(Audience.ICRC, ToWhom("ICRC delegation", "tracing", BASIS, 2))
    choice.issued(Audience.FAMILY, ToWhom("Անահիտ Նմուշյան", "news", BASIS))
    again = LastChoice(store)
    assert again.audience is Audience.ICRC
    assert again.lang == "hy"
    assert again.to_whom(Audience.ICRC).recipient == "ICRC delegation"
    assert again.to_whom(Audience.ICRC).purpose == ""
    assert again.to_whom(Audience.FAMILY) == ToWhom()


def test_on_a_small_screen_at_150_per_cent_nothing_of_the_papers_is_cut_or_out_of_sight(
    frame: Frame, qtbot: QtBot, men: list[UUID]
) -> None:
    for width in (1150, 911):  # 1366 x 768, less the bar of the desktop; drawn small by hand
        frame.window.resize(width, 472)
        qtbot.wait(30)
    panel = preview(frame, qtbot, *men, reader=Audience.COURT)
    frame.window.open_page(REPORTS)
    reports = frame.window.page(REPORTS)
    assert isinstance(reports, ReportsPanel)
    found: set[tuple[str, str, str]] = set()
    for lang in LANGUAGES:
        frame.window.speak(Translator.open(lang))
        for tab in reports.tabs.keys():  # noqa: SIM118  no mapping
            frame.window.open_page(REPORTS, tab)
            qtbot.wait(40)
            found |= {(lang, tab, text) for text in cut(reports)}
        preview(frame, qtbot, *men, reader=Audience.COURT)
        found |= {(lang, "preview", text) for text in (*cut(panel), *cut(panel._rail))}
        rail = panel._rail
        assert rail.issue.mapTo(frame.window, rail.issue.rect().bottomLeft()).y() < 440
        assert frame.window.size().toTuple() == (911, 472)
    assert found == set()
