"""Keep open files (case files) in a row of tabs: Ctrl+Tab, Ctrl+W, middle click."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.ui.shell.file_row import FileRow
from app.ui.shell.page import PagePanel, PageStack
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.tabs import FileTab


class FilesPage(PagePanel):
    """Show the open files; each is a PagePanel of its own, made when it is first opened."""

    emptied = Signal()
    current_changed = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "files")
        self._files: dict[str, PagePanel] = {}
        self._tabs: dict[str, FileTab] = {}
        self._words: dict[str, Words] = {}
        self._stack = PageStack()
        self._row = FileRow(kit)
        self._row.chosen.connect(self.show_file)
        self._corner = PageStack()
        self._corner.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setContentsMargins(24, 4, 24, 4)
        head.setSpacing(8)
        head.addWidget(self._row, 1)
        head.addWidget(self._corner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def open(self, key: str, words: Words, make: Callable[[], PagePanel], argument: object) -> None:
        """Open a file in its tab, or come back to it."""
        if key not in self._files:
            panel = make()
            tab = FileTab(self.kit, key, words)
            tab.clicked.connect(self._click)
            tab.closed.connect(self.close_file)
            panel.rail_changed.connect(self.rail_changed)
            self._files[key], self._tabs[key], self._words[key] = panel, tab, words
            self._stack.addWidget(panel)
            corner = panel.corner() or QWidget()
            self._corner.addWidget(corner)
            self._row.add(tab)
        self._files[key].arrive(argument)
        self.show_file(key)

    def rename(self, key: str, words: Words) -> None:
        """Give a tab another title."""
        if key in self._tabs:
            self._tabs[key].set_words(words)
            self._words[key] = words

    def show_file(self, key: str) -> None:
        """Bring an open file to the front."""
        panel = self._files[key]
        self._tabs[key].setChecked(True)
        for other, tab in self._tabs.items():
            tab.setChecked(other == key)
        self._row.arrange()
        self._stack.setCurrentWidget(panel)
        self._corner.setCurrentIndex(self._stack.currentIndex())
        self.place = panel.place
        self.current_changed.emit(key)

    def close_file(self, key: str) -> None:
        """Close a file if it lets go; tells when none is left."""
        panel = self._files.get(key)
        if panel is None or not panel.may_leave():
            return
        keys = list(self._files)
        at = keys.index(key)
        was_current = self.current_key() == key
        corner = self._corner.widget(self._stack.indexOf(panel))
        tab = self._tabs.pop(key)
        self._row.remove(tab)
        del self._files[key], self._words[key]
        for widget in (panel, tab, corner):
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        rest = list(self._files)
        if not rest:
            self.emptied.emit()
        elif was_current:
            self.show_file(rest[min(at, len(rest) - 1)])

    def close_current(self) -> None:
        """Close the file in front."""
        self.close_file(self.current_key())

    def step(self, by: int) -> None:
        """Go to the next or previous file, round and round."""
        keys = list(self._files)
        if keys:
            self.show_file(keys[(keys.index(self.current_key()) + by) % len(keys)])

    def current_key(self) -> str:
        """Return the key of the file in front, "" when there is none."""
        panel = self._stack.currentWidget()
        return next((key for key, one in self._files.items() if one is panel), "")

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the open files in order."""
        return tuple(self._files)

    def panel(self, key: str) -> PagePanel | None:
        """Return the panel of an open file."""
        return self._files.get(key)

    def rail(self) -> QWidget | None:
        """Return the rail of the file in front."""
        panel = self._files.get(self.current_key())
        return panel.rail() if panel is not None else None

    def rail_width(self) -> tuple[int, int]:
        """Return the limits of the file in front."""
        panel = self._files.get(self.current_key())
        return panel.rail_width() if panel is not None else super().rail_width()

    def may_leave(self) -> bool:
        """Tell whether every open file lets go."""
        return all(panel.may_leave() for panel in self._files.values())

    def retranslate(self, translator: Translator) -> None:
        """Pass the language on to every open file."""
        for panel in self._files.values():
            panel.retranslate(translator)

    def _click(self) -> None:
        tab = self.sender()
        if isinstance(tab, FileTab):
            self.show_file(tab.key)
            tab.setFocus(Qt.FocusReason.OtherFocusReason)
