"""Build the window of an open register: pages, doors, search, undo, what is remembered."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes
from app.ui.accounting.page import hang_accounting
from app.ui.application import Desk
from app.ui.cases.case_files import CaseFiles
from app.ui.cases.cases_panel import PLACE as CASES
from app.ui.cases.cases_panel import CasesPanel
from app.ui.cases.search_hits import RegisterSearch
from app.ui.cases.undo import Undo
from app.ui.decisions.door import hang_decisions
from app.ui.desk_store import DeskStore
from app.ui.doors import Doors
from app.ui.drafts.door import hang_drafts
from app.ui.editors.door import hang_editors
from app.ui.events.door import hang_event_forms
from app.ui.exhibits.door import hang_exhibits
from app.ui.families.door import hang_families
from app.ui.handovers.door import hang_handovers
from app.ui.help.door import hang_help
from app.ui.imports.door import hang_imports
from app.ui.incidents.incidents_panel import hang_incidents
from app.ui.likeness.door import hang_likeness
from app.ui.likeness.pairs_door import hang_pairs
from app.ui.lists.door import hang_lists
from app.ui.main_window import MainWindow
from app.ui.office.backup_keeper import BackupKeeper
from app.ui.office.door import hang_office
from app.ui.papers.door import hang_papers
from app.ui.register_notice import LASTING, RegisterNotice, warning_sentences
from app.ui.reports.door import hang_reports
from app.ui.shell.actions import Action, ActionTable
from app.ui.shell.page import Section
from app.ui.submissions.door import hang_submissions
from app.ui.today.door import hang_today
from app.ui.today.today_panel import PLACE as TODAY
from app.ui.vault_door import OpenedRegister
from app.ui.work import ChangeBridge, Work
from app.vault.reading_only import WhyReadOnly


class Frame(QObject):
    """Hold one open register with its window; `lock_asked` when it shall be shut."""

    lock_asked = Signal()

    def __init__(self, desk: Desk, opened: OpenedRegister) -> None:
        super().__init__(desk.app)
        self.opened = opened
        self.store = DeskStore(opened.workspace, desk.tasks, opened.remembered, self)
        self.window = MainWindow(desk.kit, ActionTable(self), self.store)
        self.work = Work(
            desk.kit,
            opened.workspace,
            desk.tasks,
            desk.bus,
            self.window.action_table,
            self.window.messages,
            self.store,
            Doors(),
        )
        self._bridge = ChangeBridge(opened.workspace, desk.bus, self)
        self.undo = Undo(self.work)
        self.backups = BackupKeeper(self.work, self.window.footer, self)
        self._hang_doors()
        self._dress_top_bar()
        self._connect()
        self._restore()
        self.pairs.keeper.begin()
        self.today.keeper.begin()
        if not self.opened.office.is_sample:
            self.backups.begin()

    def keep(self) -> None:
        """Keep how the window stands now."""
        self.remember_view()
        self.store.flush()

    def remember_view(self) -> None:
        """Note how the window stands now, without writing it yet."""
        self.files.keep()
        self.store.set("frame.lang", self.work.kit.translator.lang)
        size = self.window.window().size()
        self.store.set("frame.size", [size.width(), size.height()])

    def shut(self) -> None:
        """Stop listening to the register."""
        self.backups.stop()
        self.pairs.keeper.stop()
        self.today.keeper.stop()
        self._bridge.stop()

    def notices(self) -> None:
        """Say calmly what a person should hear about this register."""
        if self.opened.workspace.read_only is WhyReadOnly.ASKED:
            self.window.banners.show_line(
                "asked",
                lambda t: t.say(
                    "This register is open to be read: somebody else works in it. Nothing can be "
                    "changed here."
                ),
                icon="eye",
            )
        for warning in self.opened.workspace.warnings:
            if warning.what in LASTING:
                words = warning_sentences(warning)[0]
                self.window.banners.show_line(warning.what.value, words)
                continue
            notice = RegisterNotice(self.work, warning, self.window)
            notice.lock_asked.connect(self.lock_asked)
            notice.open()
        self.drafts.say_at_opening()

    def _hang_doors(self) -> None:
        window, work = self.window, self.work
        hang_papers(window, work)
        hang_event_forms(window, work)
        hang_editors(window, work)
        hang_incidents(window, work)
        hang_accounting(window, work)
        hang_handovers(window, work)
        self.exhibits = hang_exhibits(window, work)
        hang_imports(window, work)
        hang_submissions(window, work)
        hang_likeness(window, work, self.undo)
        hang_lists(window, work, self.undo)
        hang_families(window, work)
        hang_decisions(window, work)
        self.waiting = hang_reports(window, work)
        hang_office(window, work)
        hang_help(window)
        self.drafts = hang_drafts(window, work)
        self.today = hang_today(window, work, self)
        # A case file shows a section for each door that hangs by now.
        self.files = CaseFiles(window, work, self.undo)
        work.doors.cases = self.files
        self.pairs = hang_pairs(window, work, self)
        window.add_section(
            Section(
                CASES,
                lambda t: t.say("Cases"),
                "cases",
                lambda: CasesPanel(work, window.sidebar),
                order=20,
            )
        )
        self._search = RegisterSearch(work, self._show_cases)
        window.finder.set_provider(self._search)
        work.actions.add(
            Action("frame.undo", lambda t: t.say("Undo"), "Ctrl+Z", "undo"), self.undo.take_back
        )
        work.actions.add(
            Action("frame.redo", lambda t: t.say("Redo"), "Ctrl+Shift+Z"), self.undo.do_again
        )

    def _show_cases(self, wanted: CaseFilter) -> None:
        self.window.open_page(CASES, wanted)

    def _dress_top_bar(self) -> None:
        bar = self.window.top_bar
        bar.sample.setVisible(self.opened.office.is_sample)
        bar.person.set_name(self.opened.workspace.actor.name)

    def _connect(self) -> None:
        window = self.window
        window.lock_asked.connect(self.lock_asked)
        window.closing.connect(self.keep)
        window.page_changed.connect(self._light)
        self.work.bus.listen(self._saved)
        self.pairs.keeper.counted.connect(self._recount)
        self._bridge.readings_wait.connect(self._log_readings)
        self.work.tasks.unanswered.connect(window.messages.failed)

    def _restore(self) -> None:
        # Read before any page is opened: opening one is remembered.
        page = self.store.get("frame.page") or TODAY
        self.window.open_page(CASES)
        self.files.restore()
        known = {section.id for section in self.window.sections() if not section.hidden}
        if page in known and self.window.here()[0] != "files":
            self.window.open_page(str(page))

    def _light(self, place: str) -> None:
        page = self.window.page(CASES)
        if place == CASES and isinstance(page, CasesPanel):
            page.light()

    @Slot(int)
    def _recount(self, _: int) -> None:
        page = self.window.page(CASES)
        if isinstance(page, CasesPanel):
            page.desk.saved.count_soon()

    @Slot()
    def _log_readings(self) -> None:
        """Write who was shown limited cases, behind what is being saved (R-45)."""
        self.work.tasks.write(self.opened.workspace.readings.write, _told)

    def _saved(self, _: Changes) -> None:
        time = _clock_words(self.opened.workspace.clock.now())
        self.window.top_bar.set_saved(lambda t: t.say("Saved {time}", time=time))


def _clock_words(at: datetime) -> str:
    return f"{at.astimezone():%H:%M}"


def _told(_: object) -> None:
    """Nobody waits for this."""
