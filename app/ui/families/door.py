"""Hang the pages on families in a window: the list of calls, and the forms it leads to."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.queries.exhibits.lines import exhibits_of_case
from app.queries.families.calls import count_calls_due
from app.queries.families.contacts import family_page
from app.ui.families.calls_page import PLACE as CALLS
from app.ui.families.calls_page import CallsPanel
from app.ui.families.consent_form import PLACE as CONSENT
from app.ui.families.consent_form import ConsentFormPage, RecordingConsent
from app.ui.families.contact_form import PLACE as CONTACT
from app.ui.families.contact_form import ContactForm, LoggingContact
from app.ui.families.deeds import FamilyDeeds
from app.ui.families.family_section import FamilySection
from app.ui.forms.form_page import FormPage
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.page import Section
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may


class FamiliesDoor:
    """Leads to the calls and to the forms of calls and consents."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        self._deeds = FamilyDeeds(work)
        window.add_section(
            Section(
                CALLS,
                lambda t: t.say("Calls"),
                "phone",
                lambda: CallsPanel(work, self),
                order=40,
                hidden=not may(work.workspace.actor.roles, Right.READ_FAMILY),
            )
        )
        if may(work.workspace.actor.roles, Right.READ_FAMILY):
            work.actions.add(
                Action("families.calls", lambda t: t.say("Calls"), "", "phone"), self.open_calls
            )
            work.bus.listen(self._count, "family_contacts")
            self._count()
        self._add(CONTACT, lambda t: t.say("Log a call or visit"), lambda: ContactForm(work))
        self._add(CONSENT, lambda t: t.say("Record a consent"), lambda: ConsentFormPage(work))

    def open_calls(self) -> None:
        """Show whom to ring."""
        self._window.open_page(CALLS)

    def family_of(self, case_id: UUID) -> QWidget:
        """Make the part of a case file that shows contacts, consents and calls."""
        return FamilySection(self._work, self._deeds, self, case_id)

    def open_log(self, case_id: UUID, relative_id: UUID | None = None) -> None:
        """Open the form that logs a call or visit."""
        if not self._may(Right.LOG_CONTACT):
            return
        self._work.read(
            lambda reader: family_page(reader, case_id),
            lambda page: self._window.open_page(CONTACT, LoggingContact(page, relative_id)),
        )

    def open_consent(self, case_id: UUID) -> None:
        """Open the form that keeps a consent."""
        if not self._may(Right.RECORD_CONSENT):
            return
        self._work.read(
            lambda reader: RecordingConsent(
                family_page(reader, case_id), exhibits_of_case(reader, case_id)
            ),
            lambda intention: self._window.open_page(CONSENT, intention),
        )

    def _count(self, *_: object) -> None:
        """Count in the sidebar the families whose day has come."""
        today = self._work.workspace.clock.today()
        self._work.read(lambda reader: count_calls_due(reader, today), self._show_count)

    def _show_count(self, count: int) -> None:
        self._window.sidebar.set_count(CALLS, count or None)

    def _may(self, right: Right) -> bool:
        allowed = may(self._work.workspace.actor.roles, right)
        if not allowed:
            self._work.messages.done(lambda t: t.say("Your role does not include families."))
        return allowed

    def _add(self, place: str, words: Words, make: Callable[[], FormPage]) -> None:
        def made() -> FormPage:
            page = make()
            page.left.connect(self._window.back)
            return page

        section = Section(place, words, "phone", made, hidden=True, parent="cases")
        self._window.add_section(section)


def hang_families(window: MainWindow, work: Work) -> FamiliesDoor:
    """Add the list of calls to a window and hang the door to families."""
    door = FamiliesDoor(window, work)
    work.doors.families = door
    return door
