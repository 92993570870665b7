"""Give a page of the manual the type, the spacing and the colours of the program."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)

from app.ui.theme.palette import Role
from app.ui.theme.theme import Theme
from app.ui.theme.type_scale import Size

_PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_SIZES: Final = {1: Size.X, 2: Size.L}
_ABOVE: Final = {0: 0, 1: 4, 2: 18}
_BELOW: Final = {0: 9, 1: 10, 2: 6}
_BELOW_ITEM: Final = 5


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    length: int
    look: QTextCharFormat


def dress_page(document: QTextDocument, theme: Theme) -> None:
    """Dress a document that was read from Markdown."""
    document.setDefaultFont(theme.font())
    document.setDocumentMargin(4)
    document.setIndentWidth(theme.scaled(26))
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    level = min(block.blockFormat().headingLevel(), 2)
    runs = _runs(block)
    cursor = QTextCursor(block)
    shape = QTextBlockFormat(block.blockFormat())
    if not any(run.look.isImageFormat() for run in runs):
        shape.setLineHeight(112 if level == 0 else 100, _PROPORTIONAL)
    below = _BELOW[level]
    if cursor.currentTable() is not None:
        below = 0
    elif block.textList() is not None:
        below = _BELOW_ITEM
    shape.setTopMargin(theme.scaled(_ABOVE[level]))
    shape.setBottomMargin(theme.scaled(below))
    cursor.setBlockFormat(shape)
    cursor.setBlockCharFormat(_sign(theme))
    for run in runs:
        if run.look.isImageFormat():
            continue
        cursor.setPosition(run.start)
        cursor.setPosition(run.start + run.length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_look(run.look, level, theme))


def _sign(theme: Theme) -> QTextCharFormat:
    """Return the look of the dot or number before an item: never bold, whatever follows."""
    made = QTextCharFormat()
    made.setFont(theme.font())
    made.setForeground(theme.color(Role.TEXT2))
    return made


def _runs(block: QTextBlock) -> list[_Run]:
    """Return the runs of a block; they are gathered first because dressing changes them."""
    found, at = [], block.begin()
    while not at.atEnd():
        piece = at.fragment()
        found.append(_Run(piece.position(), piece.length(), piece.charFormat()))
        at += 1
    return found


def _look(was: QTextCharFormat, level: int, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    strong = level > 0 or was.fontWeight() > QFont.Weight.Medium
    made.setFont(theme.font(_SIZES.get(level, Size.M), strong=strong, italic=was.fontItalic()))
    made.setForeground(theme.color(Role.TEXT))
    if was.fontFixedPitch():
        made.setBackground(theme.color(Role.HOVER))
    if was.isAnchor():
        made.setAnchor(True)
        made.setAnchorHref(was.anchorHref())
        made.setForeground(theme.color(Role.ACCENT))
    return made


def _dress_table(table: QTextTable, theme: Theme) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setCellSpacing(0)
    shape.setCellPadding(theme.scaled(4))
    shape.setBorderCollapse(True)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setProperty(QTextFormat.Property.FrameTopMargin, theme.scaled(2))
    shape.setProperty(QTextFormat.Property.FrameBottomMargin, theme.scaled(14))
    table.setFormat(shape)
    line = QBrush(theme.color(Role.LINE), Qt.BrushStyle.SolidPattern)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = QTextTableCellFormat(cell.format().toTableCellFormat())
            look.setBottomBorder(1)
            look.setBottomBorderStyle(shape.BorderStyle.BorderStyle_Solid)
            look.setBottomBorderBrush(line)
            cell.setFormat(look)
