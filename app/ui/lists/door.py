"""Hang the lists in a window: the list of them, the workbench in tabs, intake, comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QWidget

from app.jobs.papers.list_sending import draft_sent_list, note_sent_list_leaves
from app.queries.lists.pages import list_lines
from app.queries.lists.sent import men_to_negotiate_over
from app.shapes.changes import Changes
from app.shapes.lists import ListLine, ListPage, RowView
from app.ui.cases.undo import Undo
from app.ui.doors import ListToPrint, SheetToPrint
from app.ui.forms.form_page import FormPage
from app.ui.lists.bench_deeds import BenchDeeds
from app.ui.lists.bench_page import PLACE as BENCH
from app.ui.lists.bench_page import BenchPanel
from app.ui.lists.change_form import PLACE as CHANGE
from app.ui.lists.change_form import ChangeListForm, ChangingList
from app.ui.lists.choose_list import ChooseList
from app.ui.lists.columns_sheet import ColumnsSheet
from app.ui.lists.compare_page import PLACE as COMPARE
from app.ui.lists.compare_page import ComparePanel
from app.ui.lists.intake_form import PLACE as INTAKE
from app.ui.lists.intake_form import IntakeForm, TakingIn
from app.ui.lists.lists_panel import PLACE, ListsPanel
from app.ui.lists.received_file import save_received
from app.ui.lists.reply_sheet import ReplySheet
from app.ui.lists.send_form import PLACE as SENDING
from app.ui.lists.send_form import SendForm, Sending
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel, Section
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.lists import NEGOTIATED, ListDirection, ListOrigin
from models.vocabulary.papers import Audience
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

_COUNT_AFTER_MS = 400
_KEEP: Words = lambda t: t.say("Save the file as received") + " …"  # noqa: E731  a sentence
_COLUMNS: Words = lambda t: t.say("What the columns hold")  # noqa: E731  a sentence
_CHANGE: Words = lambda t: t.say("Change what is said of the list")  # noqa: E731  a sentence


class ListsDoor:
    """Leads to a list, and to the form that takes one in."""

    def __init__(self, window: MainWindow, work: Work, undo: Undo) -> None:
        self._window = window
        self._work = work
        self._undo = undo
        self._deeds = BenchDeeds(work, undo)
        self._counting = QTimer()
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self._count)
        self._add_actions()
        work.bus.listen(self._touched, "lists", "list_versions", "list_rows")

    def begin(self) -> None:
        """Count in the sidebar the lists that have open rows."""
        self._count()

    def _touched(self, _: Changes) -> None:
        self._counting.start()

    def _count(self) -> None:
        self._work.read(list_lines, self._counted, _nothing)

    def _counted(self, lines: tuple[ListLine, ...]) -> None:
        waiting = sum(1 for line in lines if line.open)
        self._window.sidebar.set_count(PLACE, waiting or None)

    def open_list(self, list_id: UUID, version_no: int | None = None) -> None:
        """Open a list on the workbench in a tab of its own, or come back to it."""
        self._window.open_file(
            f"list:{list_id}",
            "…",
            partial(self._make, list_id),
            parent=PLACE,
            argument=version_no,
        )

    def take_in(self, handover_id: UUID | None = None) -> None:
        """Open the form that takes a list in; of a handover: its manifest."""
        self._window.open_page(INTAKE, TakingIn(handover_id))

    def send_new(self) -> None:
        """Open the form of a list of our men that names nobody yet."""
        self.send(())

    def send_next(self, page: ListPage) -> None:
        """Open the form of the next version of a list that goes out."""
        edits = may(self._work.workspace.actor.roles, Right.EDIT_LIST)
        if edits and page.list.direction is ListDirection.OUT:
            self._window.open_page(SENDING, Sending(before=page))

    def change(self, page: ListPage) -> None:
        """Open the form that mends what is said of a list."""
        if may(self._work.workspace.actor.roles, Right.EDIT_LIST):
            self._window.open_page(CHANGE, ChangingList(page))

    def take_in_new(self) -> None:
        """Open the form of a new list."""
        self.take_in()

    def send(self, case_ids: Sequence[UUID]) -> None:
        """Open the form that sends a list of these men."""
        self._window.open_page(SENDING, Sending(tuple(case_ids)))

    def print_list(self, page: ListPage) -> None:
        """Show a version as it was sent, with the page of what changed, as it would be printed.

        A list over which is negotiated is issued from there, to each recipient his copies.
        """
        papers = self._work.doors.papers
        if papers is None or page.version.frozen_at is None:
            return
        workspace, version, list_id = self._work.workspace, page.version, page.list.id
        named, number = version.named, version.version_no
        if page.list.direction is ListDirection.OUT and page.list.kind in NEGOTIATED:
            listed = ListToPrint(version.id, named)
            self._work.read(
                lambda reader: men_to_negotiate_over(reader, version.id),
                lambda men: papers.open_preview(men, Audience.NEGOTIATION, listed),
            )
            return
        papers.open_sheet(
            SheetToPrint(
                title=lambda t: t.say("List {named}", named=named),
                explained=lambda t: t.say(
                    "As it was sent, with what changed since the version before it."
                ),
                draft=lambda lang, paper: draft_sent_list(workspace, version.id, lang, paper),
                file_name=named.replace(" ", ""),
                back=lambda: self.open_list(list_id, number),
                note=lambda: note_sent_list_leaves(workspace, version.id),
            )
        )

    def reply(self, page: ListPage, rows: Sequence[RowView], host: QWidget) -> ReplySheet:
        """Record what was answered about rows of a list."""
        sheet = ReplySheet(self._work, self._undo, page, rows, host)
        sheet.open()
        return sheet

    def fill_menu(self, menu: QMenu, page: ListPage) -> None:
        """Offer what else can be done with a list."""
        out = page.list.direction is ListDirection.OUT
        edits = may(self._work.workspace.actor.roles, Right.EDIT_LIST)
        if out and page.version.frozen_at is not None:
            words: Words = lambda t: t.say("Print this list")  # noqa: E731
            if page.list.kind in NEGOTIATED:
                words = lambda t: t.say("Print or issue this list")  # noqa: E731
            printed = menu.addAction(self._work.kit.say(words))
            printed.triggered.connect(lambda: self.print_list(page))
        if out and edits:
            sent = menu.addAction(self._work.kit.say(lambda t: t.say("Send the next version")))
            sent.triggered.connect(lambda: self.send_next(page))
        if edits:
            mended = menu.addAction(self._work.kit.say(_CHANGE))
            mended.triggered.connect(lambda: self.change(page))
        if edits and page.version.origin not in (ListOrigin.TYPED, ListOrigin.REGISTER):
            columns = menu.addAction(self._work.kit.say(_COLUMNS))
            columns.triggered.connect(lambda: self._ask_columns(page))
        if edits:
            entry = menu.addAction(self._work.kit.say(lambda t: t.say("Take in the next version")))
            entry.triggered.connect(lambda: self._window.open_page(INTAKE, TakingIn(before=page)))
        if page.version.file_name and page.version.origin is not ListOrigin.REGISTER:
            keep = menu.addAction(self._work.kit.say(_KEEP))
            keep.triggered.connect(lambda: save_received(self._work, page, self._window))

    def _ask_columns(self, page: ListPage) -> None:
        panel = self.front()
        if panel is not None:
            sheet = ColumnsSheet(self._work, self._undo, page, panel)
            sheet.read_again.connect(lambda: panel.show_version(page.version.version_no))
            sheet.open()

    def show_lists(self) -> None:
        """Show the list of lists."""
        self._window.open_page(PLACE)

    def compare(self, first_version: UUID, second_version: UUID) -> None:
        """Compare two versions or two lists on a page of their own."""
        self._window.open_page(COMPARE, (first_version, second_version))

    def ask_what_to_compare(self, list_id: UUID, version_id: UUID) -> ChooseList:
        """Ask with which other list or version one shall be compared."""
        sheet = ChooseList(self._work, list_id, version_id, self._window)
        sheet.chosen.connect(lambda other: self.compare(other, version_id))
        sheet.open()
        return sheet

    def front(self) -> BenchPanel | None:
        """Return the workbench in front."""
        panel = self._window.files.panel(self._window.files.current_key())
        return panel if isinstance(panel, BenchPanel) else None

    def _make(self, list_id: UUID) -> BenchPanel:
        return BenchPanel(self._work, self._deeds, list_id, self, self._window.files.rename)

    def _add_actions(self) -> None:
        table = self._work.actions
        table.hint(BENCH, "↑ ↓", lambda t: t.say("row"))
        table.hint(BENCH, "Enter", lambda t: t.say("accept"))
        acts: tuple[tuple[str, Words, Words, str, Callable[[BenchPanel], object]], ...] = (
            (
                "not_him",
                lambda t: t.say("Not him"),
                lambda t: t.say("not him"),
                "N",
                BenchPanel.not_him,
            ),
            (
                "other",
                lambda t: t.say("Find another man"),
                lambda t: t.say("find another"),
                "F",
                BenchPanel.find_other,
            ),
            (
                "provisional",
                lambda t: t.say("Provisional person"),
                lambda t: t.say("provisional person"),
                "P",
                BenchPanel.provisional,
            ),
            (
                "no_match",
                lambda t: t.say("No match"),
                lambda t: t.say("no match"),
                "X",
                BenchPanel.no_match,
            ),
            (
                "sure",
                lambda t: t.say("Accept all that are sure"),
                lambda t: t.say("accept all sure"),
                "Shift+Enter",
                BenchPanel.accept_sure,
            ),
            (
                "reply",
                lambda t: t.say("Record replies"),
                lambda t: t.say("replies"),
                "R",
                BenchPanel.reply,
            ),
            ("note", lambda t: t.say("Note"), lambda t: t.say("note"), "T", BenchPanel.note),
            (
                "again",
                lambda t: t.say("Open again"),
                lambda t: t.say("open again"),
                "U",
                BenchPanel.open_again,
            ),
            (
                "type",
                lambda t: t.say("Type rows"),
                lambda t: t.say("type rows"),
                "A",
                BenchPanel.type_rows,
            ),
            (
                "correct",
                lambda t: t.say("Correct this row"),
                lambda t: t.say("correct"),
                "E",
                self._correct_front,
            ),
            (
                "change",
                _CHANGE,
                lambda t: t.say("change the list"),
                "D",
                self._change_front,
            ),
            (
                "compare",
                lambda t: t.say("Compare"),
                lambda t: t.say("compare"),
                "C",
                BenchPanel.compare,
            ),
            (
                "print",
                lambda t: t.say("Print this list"),
                lambda t: t.say("print"),
                "Ctrl+P",
                self._print_front,
            ),
            (
                "send",
                lambda t: t.say("Send the next version"),
                lambda t: t.say("next version"),
                "S",
                self._send_front,
            ),
        )
        for name, words, footer, key, run in acts:
            table.add(
                Action(f"list.{name}", words, key, "", BENCH, footer=footer), self._runner(run)
            )

    def _correct_front(self, panel: BenchPanel) -> None:
        """Correct the row in hand, where it was typed here and nobody decided about it."""
        bench, page = panel.in_hand(), panel.page
        if bench is None or page is None or not panel.may_edit:
            return
        if bench.is_open and page.version.origin is ListOrigin.TYPED:
            panel.typing.correct(bench.row)
        else:
            self._work.messages.done(
                lambda t: t.say(
                    "Only a row that was typed here can be corrected, while it is open; U opens "
                    "it again."
                )
            )

    def _print_front(self, panel: BenchPanel) -> None:
        if panel.page is not None:
            self.print_list(panel.page)

    def _change_front(self, panel: BenchPanel) -> None:
        if panel.page is not None:
            self.change(panel.page)

    def _send_front(self, panel: BenchPanel) -> None:
        if panel.page is not None:
            self.send_next(panel.page)

    def _runner(self, run: Callable[[BenchPanel], object]) -> Callable[[], None]:
        def at_front() -> None:
            panel = self.front()
            if panel is not None:
                run(panel)

        return at_front


def _nothing(_: object) -> None:
    """A count that could not be read is not shown; whoever opens the page hears why."""


def hang_lists(window: MainWindow, work: Work, undo: Undo) -> ListsDoor:
    """Add the lists to a window and hang the door to them."""
    door = ListsDoor(window, work, undo)
    window.add_section(
        Section(PLACE, lambda t: t.say("Lists"), "lists", lambda: ListsPanel(work, door), order=60)
    )

    def add(place: str, words: Words, icon: str, make: Callable[[], PagePanel]) -> None:
        def made() -> PagePanel:
            page = make()
            if isinstance(page, FormPage):
                page.left.connect(window.back)
            return page

        window.add_section(Section(place, words, icon, made, hidden=True, parent=PLACE))

    add(
        INTAKE,
        lambda t: t.say("Take a list in"),
        "import",
        lambda: IntakeForm(work, door.open_list),
    )
    add(
        CHANGE,
        _CHANGE,
        "lists",
        lambda: ChangeListForm(work),
    )
    add(
        SENDING,
        lambda t: t.say("Send a list of our men"),
        "lists",
        lambda: SendForm(work, door.open_list),
    )
    add(
        COMPARE,
        lambda t: t.say("Compare two lists"),
        "versus",
        lambda: ComparePanel(work, door),
    )
    work.doors.lists = door
    door.begin()
    return door
