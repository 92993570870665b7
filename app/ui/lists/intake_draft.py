"""Hold a list while it is being taken in: what it is, whose, how it came; no window here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.i18n import Translator
from app.services.lists.typing import TYPED_COLUMNS
from app.shapes.lists import ListPage, ReceivedRows
from app.shapes.requests.lists import (
    ListColumn,
    ReceivedFile,
    TakeInList,
    VersionDetails,
)
from app.ui.events.source_draft import SourceDraft
from app.ui.forms.typed import typed_date
from app.ui.lists.list_said import ListSaid, Problems
from models.vocabulary.lists import ColumnMeaning, ListOrigin

_NAMES = frozenset({ColumnMeaning.NAME, ColumnMeaning.FAMILY, ColumnMeaning.GIVEN})


class Way(StrEnum):
    """How the rows come into the register."""

    FILE = "file"
    PASTE = "paste"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class IntakeDraft(ListSaid):
    """What stands in the form of a list that comes in: its rows beside what is said of it."""

    way: Way = Way.FILE
    file: str = ""
    pasted: str = ""
    meanings: tuple[ColumnMeaning, ...] = ()
    exhibit: str = ""
    exhibit_shown: str = ""
    is_next: bool = False

    @classmethod
    def next_of(cls, page: ListPage) -> IntakeDraft:
        """Begin the next version of a list: what is said of all versions stands already."""
        head = page.list
        return cls(
            kind=head.kind,
            direction=head.direction,
            title=head.title,
            recipient=head.recipient,
            channel=head.channel,
            incident=str(head.incident_id or ""),
            handover=str(head.handover_id or ""),
            is_next=True,
            issuer=SourceDraft(
                reliability=page.version.reliability, credibility=page.version.credibility
            ),
        )

    def problems(self, today: date) -> Problems:
        """List what stops a save, but for the rows."""
        found = [] if self.is_next else self.details_problems(today)
        return found + self.day_problems(today)

    def rows_problems(self, rows: ReceivedRows | None) -> Problems:
        """List what stops a save in the rows; typed ones come later."""
        if self.way is Way.TYPE:
            return []
        if rows is None:
            return [("rows", _no_rows)]
        return [] if _NAMES.intersection(self.meanings) else [("rows", _no_names)]

    def request(
        self, rows: ReceivedRows | None, content: bytes, list_id: UUID | None
    ) -> TakeInList:
        """Give the list as the register takes it; raises NotADate."""
        typed = self.way is Way.TYPE
        origin = ListOrigin.TYPED if typed or rows is None else rows.origin
        return TakeInList(
            origin=origin,
            columns=TYPED_COLUMNS if typed or rows is None else self.columns(rows),
            rows=() if typed or rows is None else rows.rows,
            version=VersionDetails(
                dated=typed_date(self.dated),
                passed_on=typed_date(self.passed_on),
                language=rows.language if rows is not None else "",
                exhibit_id=UUID(self.exhibit) if self.exhibit and typed else None,
                reliability=self.issuer.reliability,
                credibility=self.issuer.credibility,
                remark=self.remark if list_id is not None else "",
            ),
            details=None if list_id is not None else self.details(),
            list_id=list_id,
            file=ReceivedFile(self.file.replace("\\", "/").rpartition("/")[2], content)
            if self.way is Way.FILE
            else None,
        )

    def columns(self, rows: ReceivedRows) -> tuple[ListColumn, ...]:
        """Give the columns as a person read them."""
        if len(self.meanings) != len(rows.columns):
            return rows.columns
        pairs = zip(rows.columns, self.meanings, strict=True)
        return tuple(replace(column, meaning=meaning) for column, meaning in pairs)


def _no_rows(t: Translator) -> str:
    return t.say("Choose the file, paste the rows, or say that you will type them.")


def _no_names(t: Translator) -> str:
    return t.say("Say which column holds the name.")
