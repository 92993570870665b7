"""Look through a page for words nobody translated and for what a screen reader cannot name."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.text import Label


def unnamed(page: QWidget) -> list[str]:
    """List what takes the keyboard and has no accessible name."""
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in _within(page)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(page)
        and one.focusProxy() is None
        and not one.accessibleName()
        and not (isinstance(one, QAbstractButton) and one.text())
        and not isinstance(one, QScrollArea)
    ]


def words_of(page: QWidget) -> Iterator[str]:
    """Give every text of a page: labels, buttons, names, notes."""
    for one in _within(page):
        if not one.isVisibleTo(page):
            continue
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        yield one.accessibleName()
        yield one.toolTip()


def cut(page: QWidget) -> list[str]:
    """Name the words of a page that have less room than they need."""
    found = []
    for one in page.findChildren(QWidget):
        if not one.isVisibleTo(page) or not one.isVisible():
            continue
        if isinstance(one, Label) and one.text():
            lines = one.heightForWidth(one.width()) if one.wordWrap() else 0
            wide = one.wordWrap() or one.sizeHint().width() <= one.width() + 1
            if lines > one.height() + 1 or not wide:
                found.append(one.text())
        if isinstance(one, Button) and one.sizeHint().width() > one.width() + 1:
            found.append(one.text())
    return found


def _within(page: QWidget) -> list[QWidget]:
    return [page, *page.findChildren(QWidget)]
