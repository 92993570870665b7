"""Paint every component on one page, to be looked at: `python tests/ui/gallery.py [lang] [mode]`.

Pictures go to build/ui/. QT_SCALE_FACTOR=1.5 and a third argument (points) show other sizes.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt, QTimer  # noqa: E402  the platform and the path are chosen first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget  # noqa: E402

from app.i18n.translator import Translator  # noqa: E402
from app.ui.application import make_application  # noqa: E402
from app.ui.theme.marks import FILLS  # noqa: E402
from app.ui.theme.theme import Mode  # noqa: E402
from app.ui.widgets.buttons import WithReason, plain, primary, quiet  # noqa: E402
from app.ui.widgets.chips import AddChip, FilterChip, StateChip  # noqa: E402
from app.ui.widgets.contradiction import Account, ContradictionCard  # noqa: E402
from app.ui.widgets.fields import LineEdit  # noqa: E402
from app.ui.widgets.form_field import Field  # noqa: E402
from app.ui.widgets.grade_picker import GradePicker  # noqa: E402
from app.ui.widgets.icon_label import IconLabel, MarkLabel  # noqa: E402
from app.ui.widgets.kit import Kit  # noqa: E402
from app.ui.widgets.partial_date_edit import PartialDateEdit  # noqa: E402
from app.ui.widgets.popover import Popover  # noqa: E402
from app.ui.widgets.states import (  # noqa: E402
    EmptyState,
    ErrorSummary,
    PhotoPlaceholder,
    ProgressCard,
)
from app.ui.widgets.tabs import Segments, TabBar  # noqa: E402
from app.ui.widgets.text import Badge, KeyCap, caption, hairline, label  # noqa: E402
from app.ui.widgets.timeline import SourceLine, Span, Timeline, TimelineItem  # noqa: E402
from app.ui.widgets.toast import Toast  # noqa: E402
from models.vocabulary.partial_date import PartialDate  # noqa: E402


def components(kit: Kit) -> QWidget:
    """Return the page of h-components.png."""
    page = QWidget()
    page.setObjectName("canvas")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 24, 32, 24)
    column.setSpacing(12)
    column.addWidget(label(kit, "Components", "X", strong=True))
    column.addWidget(_marks(kit))
    column.addWidget(hairline(kit))
    row = QHBoxLayout()
    row.setSpacing(32)
    row.addLayout(_buttons(kit), 2)
    row.addLayout(_errors(kit), 1)
    column.addLayout(row)
    low = QHBoxLayout()
    low.setSpacing(28)
    low.addLayout(_progress(kit))
    empty = EmptyState(
        kit,
        "lists",
        "No list yet",
        "Drop a scan, a table or a paste here, or",
        plain(kit, "Add a list", icon="plus", key="Ctrl+N"),
        takes_files=True,
    )
    low.addWidget(empty)
    low.addWidget(_icons(kit))
    column.addLayout(low)
    column.addStretch(1)
    return page


def _marks(kit: Kit) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    for row, (facet, values) in enumerate(FILLS.items()):
        grid.addWidget(label(kit, facet, strong=True), row, 0)
        for at, value in enumerate(values):
            cell = QHBoxLayout()
            cell.addWidget(MarkLabel(kit, facet, value, value, 16))
            cell.addWidget(label(kit, value, "S", "text2"), 1)
            grid.addLayout(cell, row, at + 1)
    return holder


def _buttons(kit: Kit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(caption(kit, "Buttons"))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(primary(kit, "Save event", key="Ctrl+S"))
    row.addWidget(plain(kit, "Print", icon="print"))
    row.addWidget(quiet(kit, "Leave open"))
    off = WithReason(kit, plain(kit, "Issue copy…"))
    off.refuse("needs a second person to approve")
    row.addWidget(off)
    row.addStretch(1)
    column.addLayout(row)
    column.addWidget(caption(kit, "Chips, grades, keys"))
    row = QHBoxLayout()
    row.addWidget(FilterChip(kit, "Incident: Khtsaberd"))
    row.addWidget(AddChip(kit, "Add filter"))
    row.addWidget(StateChip(kit, "clock", "58 days without a sign of life", warn=True))
    row.addWidget(StateChip(kit, "lock", "Access limited"))
    row.addWidget(Badge(kit, "B2"))
    row.addWidget(KeyCap(kit, "Ctrl+K"))
    row.addStretch(1)
    column.addLayout(row)
    row = QHBoxLayout()
    row.addWidget(label(kit, "Լուսաձորյան Խծաբերդ", "X", strong=True))
    row.addWidget(label(kit, "Плен подтверждён", "L", strong=True))
    row.addWidget(label(kit, "between 13 and 16 December 2020"))
    row.addWidget(label(kit, "said on 2 February 2021", "S", "text2"))
    row.addStretch(1)
    column.addLayout(row)
    parts = [("all", "All events"), ("new", "Newest first")]
    tabs = TabBar(kit, [("o", "Overview"), ("t", "Timeline"), ("c", "Capture")])
    tabs.set_count("t", 23)
    tabs.choose("t")
    column.addWidget(tabs)
    column.addWidget(Segments(kit, parts))
    return column


def _errors(kit: Kit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(caption(kit, "Error"))
    line = LineEdit(kit, "Who says so")
    summary = ErrorSummary(kit)
    summary.show_problems([("Say who told you this, or choose “source unknown”.", line)])
    column.addWidget(summary)
    field = Field(kit, "Who says so", line)
    field.refuse("Say who told you this.")
    column.addWidget(field)
    column.addStretch(1)
    return column


def _progress(kit: Kit) -> QVBoxLayout:
    column = QVBoxLayout()
    toast = Toast(kit, "3 cases moved to “Closed”.", undo=lambda: None)
    toast.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column.addWidget(toast)
    card = ProgressCard(kit, "Importing 1 240 rows")
    card.show_progress(768, 1240, "768 read: 751 new, 14 matched, 3 refused")
    column.addWidget(card)
    column.addWidget(PhotoPlaceholder(kit, 92, 114))
    column.addStretch(1)
    return column


def _icons(kit: Kit) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    for at, name in enumerate(kit.theme.icon_names):
        grid.addWidget(IconLabel(kit, name), at // 12, at % 12)
    return holder


def case_parts(kit: Kit) -> QWidget:
    """Return a page with timeline, contradiction, date, grades and a popover."""
    page = QWidget()
    page.setObjectName("canvas")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    opener = plain(kit, "Why?", icon="question")
    column.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)
    timeline = Timeline(kit)
    timeline.show_items(_items(kit))
    column.addWidget(timeline)
    date = PartialDateEdit(kit, "When")
    date.set_value(PartialDate.parse_edtf("[2020-12-13..2020-12-16]", "«դեկտեմբերի կեսերին»"))
    column.addWidget(date)
    column.addWidget(GradePicker(kit))
    popover = Popover(kit, "Why")
    popover.body.addWidget(label(kit, "Why “Capture confirmed – denied”", strong=True))
    text = "His mother names him in video V12 at 00:41. A denial never lowers “held”."
    popover.body.addWidget(label(kit, text, wrap=True))
    popover.setParent(page)
    QTimer.singleShot(20, page, lambda: popover.open_below(opener))
    return page


def _items(kit: Kit) -> list[TimelineItem]:
    video = SourceLine("video", "Named by his mother", "B2")
    first = Account("between 13 and 16 December 2020, once", "before the 16th", video)
    second = Account(
        "end of November 2020", "նոյեմբերի վերջին", SourceLine("doc", "Indictment", "C4")
    )
    return [
        TimelineItem(
            "a", "3 February 2021", Span.EXACT_DAY, "Detention denied", quote="not identified"
        ),
        TimelineItem(
            "b",
            "15 December 2020",
            Span.LASTED,
            "Appears in video, held",
            "posted about 23:40",
            "V12, figure 3",
            sources=(video,),
        ),
        TimelineItem(
            "c",
            "between 13 and 16 December 2020",
            Span.ONCE_WITHIN,
            "Two accounts",
            "happened once",
            card=lambda: ContradictionCard(
                kit, "Two accounts of the day of capture", first, second
            ),
        ),
    ]


def main(lang: str = "en", mode: str = "light", points: str = "9.75") -> None:
    """Write the pictures of one language and mode."""
    desk = make_application([], Translator.open(lang), mode=Mode(mode), points=float(points))
    folder = ROOT / "build" / "ui"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (("components", components), ("case-parts", case_parts)):
        page = QScrollArea()
        page.setWidgetResizable(True)
        inner = make(desk.kit)
        page.setWidget(inner)
        page.resize(1440, 900)
        page.show()
        QTest.qWait(60)
        page.grab().save(str(folder / f"{name}-{lang}-{mode}-{points}.png"))
        inner.grab().save(str(folder / f"{name}-{lang}-{mode}-{points}-whole.png"))
        page.close()
    desk.tasks.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
