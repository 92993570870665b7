"""Enter the actions of the frame itself and build its menu."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.ui.shell.actions import Action
from app.ui.shell.idle_choice import KEPT, OFFERED, accepted_minutes
from app.ui.theme.theme import Mode
from app.ui.theme.type_scale import DEFAULT_POINTS, LARGEST_POINTS, SMALLEST_POINTS
from app.ui.widgets.kit import Words

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

LANGUAGE_NAMES: Final = {"en": "English", "hy": "Հայերեն", "ru": "Русский"}
MAIN: Final = "main"


def add_frame_actions(window: "MainWindow") -> None:
    """Enter what the frame can do wherever one is."""
    table = window.action_table
    table.add(
        Action("frame.find", lambda t: t.say("Search"), "Ctrl+K", "search"), window.finder.begin
    )
    table.add(
        Action(
            "frame.keys",
            lambda t: t.say("All keys"),
            "Ctrl+/",
            menu=MAIN,
            footer=lambda t: t.say("all keys"),
        ),
        window.show_keys_sheet,
    )
    table.add(
        Action("frame.rail", lambda t: t.say("Show or hide the details"), "F4", menu=MAIN),
        window.toggle_rail,
        may=lambda: window.body.rail.content() is not None,
    )
    table.add(Action("frame.back", lambda t: t.say("Back"), "Alt+Left", "left"), window.back)
    table.add(Action("frame.menu", lambda t: t.say("Menu"), "F10", "menu"), window.show_menu)
    table.add(
        Action("frame.lock", lambda t: t.say("Lock"), "Ctrl+L", "lock", menu=MAIN),
        window.lock_asked.emit,
    )
    table.add(
        Action("frame.undo", lambda t: t.say("Undo"), "Ctrl+Z", "undo"), window.messages.undo_last
    )
    table.add(
        Action("frame.larger", lambda t: t.say("Larger text"), "Ctrl+=", menu=MAIN),
        lambda: _resize_text(window, 1),
    )
    table.add(
        Action("frame.smaller", lambda t: t.say("Smaller text"), "Ctrl+-", menu=MAIN),
        lambda: _resize_text(window, -1),
    )
    _add_file_actions(window)


def _resize_text(window: "MainWindow", step: int) -> None:
    theme = window.kit.theme
    sizes = (SMALLEST_POINTS, DEFAULT_POINTS, 11.0, 12.0, 14.0, 16.0, LARGEST_POINTS)
    nearest = min(range(len(sizes)), key=lambda at: abs(sizes[at] - theme.type.points))
    theme.set_points(sizes[min(max(nearest + step, 0), len(sizes) - 1)])
    window.store.set("frame.points", theme.type.points)


def _choose_look(window: "MainWindow", mode: Mode) -> None:
    window.kit.theme.choose(mode)
    window.store.set("frame.look", mode.value)


def restore_look(window: "MainWindow") -> None:
    """Take the look and the size of text this person left; what is not known is passed over."""
    look, points = window.store.get("frame.look"), window.store.get("frame.points")
    theme = window.kit.theme
    if look in {mode.value for mode in Mode} and look != theme.mode:
        theme.choose(Mode(str(look)))
    if isinstance(points, int | float) and points != theme.type.points:
        theme.set_points(points)


def _add_file_actions(window: "MainWindow") -> None:
    files = window.files
    rows: tuple[tuple[Action, Callable[[], object]], ...] = (
        (
            Action("frame.next_file", lambda t: t.say("Next open file"), "Ctrl+Tab"),
            lambda: files.step(1),
        ),
        (
            Action("frame.previous_file", lambda t: t.say("Previous open file"), "Ctrl+Shift+Tab"),
            lambda: files.step(-1),
        ),
        (
            Action("frame.close_file", lambda t: t.say("Close this file"), "Ctrl+W"),
            files.close_current,
        ),
    )
    for action, run in rows:
        window.action_table.add(action, run, may=lambda: window.here()[0] == "files")


def build_menu(window: "MainWindow") -> QMenu:
    """Return the menu of the top bar: what the place offers, look, language, lock."""
    kit = window.kit
    menu = QMenu(window)
    window.action_table.fill(menu, kit, window.place(), MAIN)
    menu.addSeparator()
    look = menu.addMenu(kit.theme.icon("theme"), kit.say(lambda t: t.say("Look")))
    group = QActionGroup(look)
    for mode, words in _modes():
        entry = QAction(kit.say(words), group, checkable=True)
        entry.setChecked(kit.theme.mode is mode)
        entry.setData(mode)
        look.addAction(entry)
    group.triggered.connect(lambda entry: _choose_look(window, Mode(entry.data())))
    speech = menu.addMenu(kit.theme.icon("globe"), kit.say(lambda t: t.say("Language")))
    tongues = QActionGroup(speech)
    for code, name in LANGUAGE_NAMES.items():
        entry = QAction(name, tongues, checkable=True)
        entry.setChecked(kit.translator.lang == code)
        entry.setData(code)
        speech.addAction(entry)
    tongues.triggered.connect(lambda entry: window.language_asked.emit(entry.data()))
    _add_idle_choice(menu, window)
    return menu


def _add_idle_choice(menu: QMenu, window: "MainWindow") -> None:
    kit = window.kit
    chosen = accepted_minutes(window.store.get(KEPT))
    times = menu.addMenu(kit.theme.icon("clock"), kit.say(lambda t: t.say("Lock when left alone")))
    group = QActionGroup(times)
    for minutes in sorted({*OFFERED, chosen}):
        words = _after(minutes)
        entry = QAction(kit.say(words), group, checkable=True)
        entry.setChecked(minutes == chosen)
        entry.setData(minutes)
        times.addAction(entry)
    group.triggered.connect(lambda entry: _choose_minutes(window, entry.data()))


def _after(minutes: int) -> Words:
    return lambda t: t.say_n("After {n} minute", "After {n} minutes", minutes)


def _choose_minutes(window: "MainWindow", minutes: int) -> None:
    window.store.set(KEPT, minutes)
    window.idle_chosen.emit(minutes)


def _modes() -> tuple[tuple[Mode, Words], ...]:
    return (
        (Mode.LIGHT, lambda t: t.say("Light")),
        (Mode.DARK, lambda t: t.say("Dark")),
        (Mode.SYSTEM, lambda t: t.say("As the system")),
        (Mode.HIGH_CONTRAST, lambda t: t.say("High contrast")),
    )
