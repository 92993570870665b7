"""The workbench: the rows of a list held against our people, decided one by one with the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, override
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.i18n import Translator
from app.queries.lists.pages import list_page, ours_not_on
from app.shapes.changes import Changes
from app.shapes.like_pairs import PairMan
from app.shapes.lists import ListPage, Proposal, RowCandidates
from app.shapes.requests.lists import RowDecision
from app.ui.cases.content import rail_limits
from app.ui.lists.bench_deeds import BenchDeeds
from app.ui.lists.bench_head import BenchHead
from app.ui.lists.bench_rail import BenchRail
from app.ui.lists.bench_state import BenchState
from app.ui.lists.bench_table import BenchTable
from app.ui.lists.bench_words import BenchRow, sayer
from app.ui.lists.match_progress import MatchProgress
from app.ui.lists.matcher import Matcher
from app.ui.lists.open_buttons import buttons_of
from app.ui.lists.typing_strip import TypingStrip
from app.ui.shell.page import PagePanel
from app.ui.widgets.kit import Words
from app.ui.widgets.text import hairline
from app.ui.work import Work
from models.vocabulary.lists import ListOrigin, RowState
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

if TYPE_CHECKING:
    from app.ui.lists.door import ListsDoor

PLACE: Final = "list"
_READ_AFTER_MS: Final = 120
_STATES: Final = {
    RowDecision.ACCEPT: RowState.ACCEPTED,
    RowDecision.PROVISIONAL: RowState.PROVISIONAL,
    RowDecision.NO_MATCH: RowState.NO_MATCH,
    RowDecision.NOT_A_MAN: RowState.NOT_A_MAN,
}


class BenchPanel(PagePanel):
    """One list on the workbench; decisions are kept behind what the eye already sees done."""

    def __init__(
        self,
        work: Work,
        deeds: BenchDeeds,
        list_id: UUID,
        door: ListsDoor,
        named: Callable[[str, Words], None],
    ) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self.state = BenchState()
        self._deeds = deeds
        self._list_id = list_id
        self._version_no: int | None = None
        self._door = door
        self._named = named
        self._turn = 0
        at_work = work.workspace
        self.may_edit = at_work.read_only is None and may(at_work.actor.roles, Right.EDIT_LIST)
        kit = work.kit
        self.head = BenchHead(kit, may_edit=self.may_edit)
        self.table = BenchTable(
            kit,
            lambda t: t.say("Rows of the list"),
            sayer(lambda: kit.translator),
            (
                lambda t: t.say("As received, word for word"),
                lambda t: t.say("Match and reasons"),
                lambda t: t.say("Our people"),
            ),
        )
        self.bench_rail = BenchRail(work)
        self.matcher = Matcher(work, self)
        self.progress = MatchProgress(kit)
        self.typing = TypingStrip(work, deeds)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_AFTER_MS)
        self._lay_out()
        self._connect()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.bench_rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, int) or self.page is None:
            self.show_version(argument if isinstance(argument, int) else None)
        self.table.setFocus()

    @override
    def retranslate(self, translator: Translator) -> None:
        self.table.retranslate()
        if self.page is not None:
            self.head.show_page(self.page)
            self.head.show_rows(self.table.rows.rows())

    @override
    def may_leave(self) -> bool:
        self.matcher.stop()
        return True

    # --- what is in hand

    @property
    def page(self) -> ListPage | None:
        """Return the list as it was read."""
        return self.state.page

    def in_hand(self) -> BenchRow | None:
        """Return the row that is open."""
        row = self.table.rows.row(self.table.open_row())
        return row if isinstance(row, BenchRow) else None

    def ticked(self) -> tuple[BenchRow, ...]:
        """Return the ticked rows, the one in hand when none is ticked."""
        rows = [self.table.rows.row(at) for at in self.table.rows.ticked()] or [self.in_hand()]
        return tuple(row for row in rows if isinstance(row, BenchRow))

    # --- what the person does

    def show_version(self, version_no: int | None) -> None:
        """Show a version of the list; None: its newest."""
        self.matcher.stop()
        self._version_no = version_no
        self.state.forget()
        self.read()

    def accept(self) -> None:
        """Tie the row to the man in hand; where several fit, only to one that was chosen."""
        bench = self.in_hand()
        if bench is None or not self.may_edit or not bench.is_open:
            return
        like = bench.candidate
        if bench.proposal is Proposal.NO_MAN:
            self._decide(bench, RowDecision.NOT_A_MAN)
        elif like is None:
            self.work.messages.done(
                lambda t: t.say("Nobody is proposed: F finds a man, P opens a provisional person.")
            )
        elif bench.proposal is Proposal.TWO_FIT and not self.state.is_chosen(bench.row.id):
            self.work.messages.done(
                lambda t: t.say("More than one man fits: choose with ← → which one it is.")
            )
        else:
            self._decide(bench, RowDecision.ACCEPT, like.man, like.comparison.tier)

    def accept_sure(self) -> None:
        """Accept every row of which the machine is sure."""
        if self.page is not None and self.may_edit:
            men = self.state.sure_men()
            self._deeds.accept_sure(self.page.version.id, men, self._failed)

    def not_him(self) -> None:
        """Say that the row does not mean the man in hand; the next is proposed."""
        bench = self.in_hand()
        if bench is None or not self.may_edit or not bench.is_open or bench.candidate is None:
            return
        row, man = bench.row, bench.candidate.man
        self.state.look_again(row.id)
        self._deeds.decide(row, RowDecision.NOT_HIM, self._failed, case_id=man.case_id)
        self._show_rows()

    def no_match(self) -> None:
        """Say that the row means nobody of ours; it is kept."""
        self._decide_open(RowDecision.NO_MATCH)

    def not_a_man(self) -> None:
        """Say that the row is a heading, a remark or a sum."""
        self._decide_open(RowDecision.NOT_A_MAN)

    def provisional(self) -> None:
        """Open a provisional person for the man of the row."""
        self._decide_open(RowDecision.PROVISIONAL)

    def open_again(self) -> None:
        """Take back what was decided of the row in hand."""
        bench = self.in_hand()
        if bench is not None and self.may_edit and not bench.is_open:
            self._deeds.decide(bench.row, RowDecision.REOPEN, self._failed)

    def find_other(self) -> None:
        """Ask which man of the register it is."""
        bench = self.in_hand()
        if bench is not None and self.may_edit and bench.is_open:
            self._deeds.ask_who(
                bench.row, self, lambda man: self._decide(bench, RowDecision.ACCEPT, man)
            )

    def note(self) -> None:
        """Ask for a remark of our own at the row."""
        bench = self.in_hand()
        if bench is not None and self.may_edit:
            self._deeds.ask_note(bench.row, self, self._failed)

    def reply(self) -> None:
        """Record what was answered about the ticked rows, or the one in hand."""
        rows = tuple(bench.row for bench in self.ticked())
        if self.page is not None and self.may_edit and rows:
            self._door.reply(self.page, rows, self)

    def type_rows(self) -> None:
        """Type rows of a list that is typed, one after another."""
        page = self.page
        if page is not None and self.may_edit and page.version.origin is ListOrigin.TYPED:
            self.typing.begin(page.version.id)

    def _done_typing(self) -> None:
        self.typing.hide()
        self.table.setFocus()

    def compare(self) -> None:
        """Compare this version with the one before, or with another list."""
        page = self.page
        if page is None:
            return
        before = [one for one in page.versions if one.version_no < page.version.version_no]
        if before:
            newest = max(before, key=lambda one: one.version_no)
            self._door.compare(newest.id, page.version.id)
        else:
            self._door.ask_what_to_compare(page.list.id, page.version.id)

    def step(self, by: int) -> None:
        """Take another of the men proposed for the open row in hand."""
        bench = self.in_hand()
        men = bench.found.men if bench is not None and bench.found is not None else ()
        if bench is not None and bench.is_open and men:
            self._choose((bench.chosen + by) % len(men))

    # --- building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.progress)
        column.addWidget(hairline(self.kit))
        column.addWidget(self.table, 1)
        column.addWidget(self.typing)

    def _connect(self) -> None:
        table, head = self.table, self.head
        table.set_buttons(self._buttons)
        table.row_chosen.connect(self._show_rail)
        table.accept_asked.connect(self.accept)
        table.step_asked.connect(self.step)
        head.version_chosen.connect(self.show_version)
        head.compare_asked.connect(self.compare)
        head.reply_asked.connect(self.reply)
        head.menu_asked.connect(self._open_menu)
        self.bench_rail.candidate_chosen.connect(self._choose)
        self.bench_rail.open_asked.connect(self._open_file)
        self.matcher.found.connect(self._take_found)
        self.matcher.progressed.connect(self.progress.show_progress)
        self.typing.left.connect(self._done_typing)
        self.progress.stopped.connect(self.matcher.stop)
        self._timer.timeout.connect(self.read)
        self.work.bus.listen(self._touched, "lists", "list_versions", "list_rows")

    def _buttons(self) -> QWidget | None:
        bench = self.in_hand()
        return buttons_of(self, bench) if bench is not None and self.may_edit else None

    def _open_menu(self, _: QWidget) -> None:
        if self.page is not None:
            menu = QMenu(self)
            self._door.fill_menu(menu, self.page)
            self.head.menu_below(menu)

    # --- deciding

    def _decide_open(self, decision: RowDecision) -> None:
        bench = self.in_hand()
        if bench is not None and self.may_edit and bench.is_open:
            self._decide(bench, decision)

    def _decide(
        self,
        bench: BenchRow,
        decision: RowDecision,
        man: PairMan | UUID | None = None,
        tier: int | None = None,
    ) -> None:
        """Keep a decision; the eye sees it at once, and the next open row is in hand."""
        row = bench.row
        case_id = man.case_id if isinstance(man, PairMan) else man
        self._deeds.decide(row, decision, self._failed, case_id=case_id, tier=tier)
        self.state.decide(row, _STATES[decision], None if isinstance(man, UUID) else man, tier)
        at = self.table.open_row()
        self._show_rows()
        self._go_on_from(at)

    def _go_on_from(self, at: int) -> None:
        """Take the next row in hand that waits for a decision; round and round."""
        rows = self.table.rows.rows()
        order = [*range(at + 1, len(rows)), *range(at)]
        following = next((one for one in order if rows[one].is_open), at)
        self.table.choose_row(following)
        self._show_rail()

    def _choose(self, at: int) -> None:
        bench = self.in_hand()
        if bench is not None:
            self.state.choose(bench.row.id, at)
            self._show_rows()
            self._show_rail()

    def _failed(self, error: Exception) -> None:
        self.state.take_back()
        self.work.messages.failed(error)
        self.read()

    # --- reading and showing

    def read(self) -> None:
        """Read the list as it stands."""
        self._turn += 1
        turn, list_id, version_no = self._turn, self._list_id, self._version_no
        self.work.read(
            lambda reader: (turn, list_page(reader, list_id, version_no)), self._show_page
        )

    @Slot(object)
    def _show_page(self, answer: tuple[int, ListPage]) -> None:
        turn, page = answer
        if turn != self._turn:
            return
        self.state.take_page(page)
        self.head.show_page(page)
        self._named(f"list:{page.list.id}", page.version.named)
        in_hand = self.table.open_row()
        self._show_rows()
        if not page.rows:
            self.type_rows()
        elif self.typing.adding:
            in_hand = len(page.rows) - 1
        if in_hand < 0:
            self._go_on_from(-1)
        elif self.table.open_row() < 0 or self.typing.adding:
            self.table.choose_row(min(in_hand, len(page.rows) - 1))
        self.matcher.look(page.version.id, self.state.waiting())
        self._read_absent(page)
        self._show_rail()

    def _read_absent(self, page: ListPage) -> None:
        """Ask who of ours is not on the list, where it belongs to an incident or a handover."""
        version_id = page.version.id
        if page.list.incident_id is not None or page.list.handover_id is not None:
            self.work.read(lambda reader: ours_not_on(reader, version_id), self._take_absent)

    def _take_absent(self, men: tuple[PairMan, ...]) -> None:
        self.bench_rail.show_absent(men)
        self._show_rail()

    def _show_rows(self) -> None:
        self.table.rows.set_rows(self.state.rows())
        self.head.show_rows(self.table.rows.rows())

    def _show_rail(self, *_: object) -> None:
        if self.page is not None:
            self.bench_rail.show_row(self.page, self.in_hand())

    def _take_found(self, found: list[RowCandidates]) -> None:
        self.state.take_found(found)
        self._show_rows()
        bench = self.in_hand()
        if bench is not None and any(one.row_id == bench.row.id for one in found):
            self._show_rail()

    def _touched(self, changes: Changes) -> None:
        own = changes.touches("lists", self._list_id)
        if own or self.state.has(changes.ids("list_rows")):
            self._timer.start()

    def _open_file(self, case_id: object) -> None:
        if self.work.doors.cases is not None and isinstance(case_id, UUID):
            self.work.doors.cases.open_case(case_id)
