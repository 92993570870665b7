"""Stand the pieces of a form's page: what scrolls, and the buttons that stay at its foot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.text import hairline

if TYPE_CHECKING:
    from app.ui.forms.form_page import FormPage

WIDEST = 920


def lay_out(page: "FormPage") -> tuple[QScrollArea, QBoxLayout]:
    """Lay a form's page out; gives what scrolls and the row at the foot."""
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    scroll = _scrolling(page)
    bar = QWidget()
    bar.setMaximumWidth(page.kit.theme.scaled(WIDEST))
    foot = _foot(page, bar)
    whole.addWidget(scroll, 1)
    whole.addWidget(hairline(page.kit))
    whole.addWidget(bar)
    return scroll, foot


def _scrolling(page: "FormPage") -> QScrollArea:
    content = QWidget()
    content.setMaximumWidth(page.kit.theme.scaled(WIDEST))
    column = QVBoxLayout(content)
    column.setContentsMargins(24, 4, 24, 16)
    column.setSpacing(6)
    column.addWidget(page.back, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(page.title)
    for part in (page.summary, page.banner, page.versions):
        column.addWidget(part)
    column.addLayout(page.notices)
    column.addLayout(page.parts)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(content)
    return scroll


def _foot(page: "FormPage", bar: QWidget) -> QBoxLayout:
    foot = QHBoxLayout(bar)
    foot.setContentsMargins(24, 9, 24, 9)
    foot.setSpacing(8)
    foot.addWidget(page.kept_words)
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    buttons.addStretch(1)
    for button in (page.cancel_button, page.more_button, page.save_button):
        buttons.addWidget(button)
    foot.addLayout(buttons, 1)
    return foot
