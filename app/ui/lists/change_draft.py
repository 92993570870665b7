"""Hold what is said of a list while it is being mended; no window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.shapes.lists import ListPage
from app.shapes.requests.lists import ChangeList, ChangeVersion, VersionDetails
from app.ui.events.source_draft import SourceDraft, shown_source
from app.ui.forms.typed import shown_typed, typed_date
from app.ui.lists.list_said import ListSaid, Problems


@dataclass(frozen=True, slots=True)
class ChangeDraft(ListSaid):
    """What stands in the form that mends a list; `remark` is that of the list."""

    version_remark: str = ""
    reason: str = ""

    @classmethod
    def of(cls, page: ListPage, lang: str) -> ChangeDraft:
        """Open what is said of a list and of the version that is shown."""
        head, version = page.list, page.version
        issuer = head.issuer
        return cls(
            kind=head.kind,
            direction=head.direction,
            title=head.title,
            issuer=SourceDraft(
                source=str(issuer.id) if issuer is not None else "",
                shown=shown_source(issuer.code, issuer.shown(lang)) if issuer is not None else "",
                reliability=version.reliability,
                credibility=version.credibility,
            ),
            recipient=head.recipient,
            channel=head.channel,
            dated=shown_typed(version.dated),
            passed_on=shown_typed(version.passed_on),
            incident=str(head.incident_id or ""),
            handover=str(head.handover_id or ""),
            remark=head.remark,
            version_remark=version.remark,
        )

    def problems(self, today: date) -> Problems:
        """List what stops a save."""
        return self.details_problems(today) + self.day_problems(today)

    def request(self, page: ListPage) -> ChangeList:
        """Give the change as the register takes it; raises NotADate.

        A date that was not typed anew stays as it was kept, with the words it was given in.
        """
        version = page.version
        dates = (
            kept if typed == shown_typed(kept) else typed_date(typed)
            for typed, kept in ((self.dated, version.dated), (self.passed_on, version.passed_on))
        )
        dated, passed_on = dates
        return ChangeList(
            page.list.id,
            page.list.version,
            self.details(),
            ChangeVersion(
                version.id,
                version.version,
                VersionDetails(
                    dated=dated,
                    passed_on=passed_on,
                    reliability=self.issuer.reliability,
                    credibility=self.issuer.credibility,
                    remark=self.version_remark.strip(),
                ),
            ),
            self.reason,
        )
