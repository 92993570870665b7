"""Find people, places and commands from one field (Ctrl+K).

Sections and the commands of the page in front are found here; a command of another page would act
on what nobody sees. A section that is named in full stands first. The rest comes from a provider
given by the composition root: `finder.set_provider(provider)`, where `provider(text, answer)`
calls `answer(hits)` later, on the UI thread. Late answers to an older text are dropped.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.search.fold import folded_words
from app.search.typed_words import SHORTEST_SLIP, is_slip_of
from app.ui.shell.actions import ActionTable
from app.ui.shell.page import Section
from app.ui.widgets.kit import Kit
from app.ui.widgets.popup_list import PopupList, PopupRow


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of the search: icon, what stands first, what stands beside, what it does."""

    icon: str
    first: str
    second: str
    note: str
    run: Callable[[], object]


type Answer = Callable[[Sequence[Hit]], None]
type Provider = Callable[[str, Answer], None]

WAIT_MS = 120


class Finder(QObject):
    """Serve the search field of the top bar."""

    page_asked = Signal(str)

    def __init__(
        self,
        kit: Kit,
        field: QLineEdit,
        table: ActionTable,
        window: QWidget,
        *,
        place: Callable[[], str],
        sections: Callable[[], Sequence[Section]],
    ) -> None:
        super().__init__(window)
        self._place = place
        self._sections = sections
        self._kit = kit
        self._field = field
        self._table = table
        self._provider: Provider | None = None
        self._hits: list[Hit] = []
        self._popup = PopupList(kit, field, lambda t: t.say("Found"))
        self._popup.chosen.connect(self._choose)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._ask)
        field.textEdited.connect(self._on_text)

    def set_provider(self, provider: Provider | None) -> None:
        """Take the search of the open register."""
        self._provider = provider

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _on_text(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._popup.hide_list()

    def _ask(self) -> None:
        text = self._field.text().strip()
        named, begun = self._pages(text)
        rest = [*begun, *self._commands(text)]
        self._show(text, [*named, *rest])
        if self._provider is not None:
            self._provider(text, lambda hits: self._show(text, [*named, *hits, *rest]))

    def _pages(self, text: str) -> tuple[list[Hit], list[Hit]]:
        """Return the sections that are named in full, and those of which words are begun."""
        words = folded_words(text)
        named: list[Hit] = []
        begun: list[Hit] = []
        for section in self._sections():
            said = self._kit.say(section.words)
            if _answers(said, words):
                full = folded_words(said) == words
                run = partial(self.page_asked.emit, section.id)
                (named if full else begun).append(Hit(section.icon, said, "", "", run))
        return named, begun

    def _commands(self, text: str) -> list[Hit]:
        wanted, words = text.casefold(), folded_words(text)
        found = []
        for bound in self._table.at(self._place()):
            said = self._kit.say(bound.action.words)
            meant = wanted in said.casefold() or _answers(said, words)
            if meant and bound.may():
                icon = bound.action.icon or "right"
                found.append(Hit(icon, said, "", bound.action.keys, bound.run))
        return found[:6]

    def _show(self, text: str, hits: list[Hit]) -> None:
        if self._field.text().strip() != text:
            return
        self._hits = hits
        rows = [PopupRow(hit.icon, hit.first, hit.second, hit.note) for hit in hits]
        empty = self._kit.say(lambda t: t.say("Nothing found for “{text}”", text=text))
        self._popup.show_rows(rows, empty)

    def _choose(self, at: int) -> None:
        hit = self._hits[at]
        self._popup.hide_list()
        self._field.clear()
        hit.run()


def _answers(said: str, typed: Sequence[str]) -> bool:
    """Say whether a command has every word that is typed, begun or with one slip in it."""
    words = folded_words(said)
    return bool(typed) and all(any(_meant(one, word) for word in words) for one in typed)


def _meant(typed: str, word: str) -> bool:
    return word.startswith(typed) or (len(typed) >= SHORTEST_SLIP and is_slip_of(typed, word))
