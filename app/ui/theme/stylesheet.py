"""Say in a stylesheet only what the palette cannot: radius, padding, the edge of a field."""

from pathlib import Path
from string import Template
from typing import Final

from app.ui.theme.palette import Palette, Role, contrast

_TICKS: Final = {"tick-white.svg": "#FFFFFF", "tick-dark.svg": "#201F1C"}
_SHEET: Final = Template("""
QWidget#sidebar, QWidget#unlock { background: $window; }
QWidget#canvas, QWidget#rail, QWidget#footer, QWidget#topbar { background: $canvas; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QFrame#card { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame#unlockCard { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame#contradiction { background: $surface; border: 1px solid $warnline; border-radius: 8px; }
QFrame#summary { background: $errbg; border: 0; border-radius: 8px; }
QFrame#raised { background: $raised; border: 1px solid $line2; border-radius: 10px; }
QFrame#toast { background: $raised; border: 1px solid $line2; border-radius: 8px; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {
  background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
  padding: 5px 9px; selection-background-color: $accentfill; selection-color: $onaccent;
}
QLineEdit { min-height: ${field_height}px; padding: 0 9px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus {
  border: 2px solid $accent;
}
QLineEdit[tall="true"], QComboBox[tall="true"] { min-height: ${tall_height}px; }
QLineEdit:focus { padding: 0 8px; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $text3; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 8px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border: 2px solid $err; padding: 0 8px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $hover; color: $text3; border-color: $line2;
}
QLineEdit[bare="true"] { border: 0; background: transparent; padding: 0; min-height: 0; }
QComboBox {
  background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
  padding: 0 9px; min-height: ${field_height}px; selection-background-color: $sel;
}
QComboBox:focus, QComboBox:on { border: 2px solid $accent; padding: 0 8px; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView, QListView#popup {
  background: $raised; color: $text; border: 1px solid $line2; border-radius: 8px;
  padding: 3px; outline: 0; selection-background-color: $sel; selection-color: $selText;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $sel; color: $selText; }
QFrame#banner { background: $warnbg; border: 0; border-bottom: 1px solid $warnline; }
QMenu {
  background: $raised; color: $text; border: 1px solid $line2; border-radius: 8px; padding: 4px;
}
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $sel; color: $selText; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip {
  background: $raised; color: $text; border: 1px solid $line2; padding: 4px 8px;
}
QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 28px; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 16px; height: 16px; border: 1px solid $field; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QTableView {
  background: $surface; color: $text; border: 0; gridline-color: transparent; outline: 0;
  selection-background-color: $sel; selection-color: $selText;
}
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $text3; border: 0; border-bottom: 1px solid $line; padding: 0 8px;
}
QTableCornerButton::section { background: $surface; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QDialog { background: $canvas; }
""")


def stylesheet(palette: Palette, field_height: int, ticks: Path) -> str:
    """Return the sheet of one palette; `field_height` is the inner height of a field in pixels.

    A field with the property `tall` is 4 px higher, as on the unlock screen. `ticks` is the folder
    of the two ticks; the one that stands out on the accent is taken.
    """
    accent = palette.hex(Role.ACCENT)
    tick = max(_TICKS, key=lambda name: contrast(_TICKS[name], accent))
    colours = {role.value: palette.hex(role) for role in Role}
    return _SHEET.substitute(
        colours,
        field_height=field_height,
        tall_height=field_height + 4,
        tick=(ticks / tick).as_posix(),
    )
