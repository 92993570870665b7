"""Show what ties a fact to its sources, and where a source states something else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.case_file import CitationView
from app.ui.cases.content import TOP, StruckLabel
from app.ui.cases.history_words import column_words
from app.ui.cases.spoken import grade_words, known, quoted, when
from app.ui.cases.timeline_parts import source_icon
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Badge, Label


def citation_lines(kit: Kit, citations: Sequence[CitationView]) -> list[QWidget]:
    """Return one line for each tie, in the order of the file."""
    return [_line(kit, citation) for citation in citations]


def _line(kit: Kit, citation: CitationView) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    if citation.states:
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(IconLabel(kit, "versus", Role.WARN, 14), 0, TOP)
        told.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "{field}: this source says {value}",
                    field=column_words(citation.field, t),
                    value=quoted(citation.states, t),
                ),
                role=Role.WARN,
                wrap=True,
            ),
            1,
        )
        column.addLayout(told)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel(kit, source_icon(citation.source.kind), Role.TEXT2, 14), 0)
    face = Label if citation.withdrawn_at is None else StruckLabel
    row.addWidget(face(kit, lambda t: _words(citation, t), Size.S, Role.TEXT2, wrap=True), 1)
    grade = citation.grade
    row.addWidget(Badge(kit, grade, lambda t: grade_words(grade, t)))
    column.addLayout(row)
    return holder


def _words(citation: CitationView, t: Translator) -> str:
    field = column_words(citation.field, t)
    parts = [t.say("{field}: {source}", field=field, source=citation.source.shown(t.lang))]
    if known(citation.said):
        parts.append(t.say("said {date}", date=when(citation.said, t)))
    if citation.locator:
        parts.append(citation.locator)
    if citation.words:
        parts.append(quoted(citation.words, t))
    return ", ".join(parts)
