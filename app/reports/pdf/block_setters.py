"""Knows which setter turns which kind of block into strips: the one list to add a kind to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.reports import chart_blocks, form_blocks, long_blocks
from app.reports import document as blocks
from app.reports.pdf.blocks import BlockSetter
from app.reports.pdf.charts import ChartSetter
from app.reports.pdf.court import CourtSetter
from app.reports.pdf.forms import FormSetter
from app.reports.pdf.front import FrontSetter
from app.reports.pdf.geometry import U
from app.reports.pdf.letters import LetterSetter
from app.reports.pdf.name_index import NameIndexSetter
from app.reports.pdf.people import PeopleSetter
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.sketch_map import SketchSetter
from app.reports.pdf.strips import Strip, keep_whole
from app.reports.pdf.tables import TableSetter

TABLE_UNDER_TABLE = 2 * U


class BlockSetters:
    """Sets any block of a document."""

    def __init__(self, rows: RowSetter) -> None:
        plain, tables, front = BlockSetter(rows), TableSetter(rows), FrontSetter(rows)
        forms, court = FormSetter(rows), CourtSetter(rows, front)
        letters, charts = LetterSetter(rows), ChartSetter(rows)
        self._room = rows.page.frame_height
        # Any: each setter takes the one kind of block that stands before it.
        self._setters: Mapping[type, Callable[[Any], list[Strip]]] = {
            blocks.TitleBlock: front.title,
            blocks.SheetTitle: front.sheet_title,
            blocks.FourAnswers: front.answers,
            blocks.Certification: front.certification,
            blocks.SectionHead: plain.section_head,
            blocks.Facts: plain.facts,
            blocks.Prose: plain.prose,
            long_blocks.NewPage: _new_page,
            long_blocks.Whole: self._whole,
            blocks.DataTable: tables.table,
            blocks.AccountsMatrix: tables.matrix,
            blocks.PeopleTable: PeopleSetter(rows).table,
            long_blocks.NameIndex: NameIndexSetter(rows).strips,
            blocks.UrgentFace: court.set,
            blocks.AddressBlock: court.set,
            blocks.Portrait: court.set,
            blocks.ChapterHead: court.set,
            blocks.Numbered: court.set,
            blocks.LetterHead: letters.set,
            blocks.LetterPart: letters.set,
            blocks.LetterBox: letters.set,
            blocks.LetterEnd: letters.set,
            chart_blocks.BarChart: charts.bars,
            chart_blocks.TimelineBars: charts.timeline,
            chart_blocks.PlaceMap: SketchSetter(rows).sketch,
            form_blocks.FormTitle: forms.title,
            form_blocks.FormSection: forms.section,
            form_blocks.AskedList: forms.asked,
            form_blocks.Continued: forms.continued,
            form_blocks.SignatureRow: forms.signatures,
            form_blocks.CutCard: forms.card,
        }

    def set(self, block: blocks.Block) -> list[Strip]:
        """Return the strips of a block."""
        return self._setters[type(block)](block)

    def _whole(self, whole: long_blocks.Whole) -> list[Strip]:
        strips: list[Strip] = []
        for block in whole.blocks:
            set_now = self.set(block)
            if strips and isinstance(block, blocks.DataTable) and not strips[-1].section_start:
                set_now[0].space_above = TABLE_UNDER_TABLE
            strips += set_now
        tall = sum(strip.height + strip.space_above for strip in strips)
        return keep_whole(strips) if tall <= self._room else strips


def _new_page(_: long_blocks.NewPage) -> list[Strip]:
    return [Strip(0.0, new_page=True, keep_next=True)]
