"""Hang the forms of incidents in a window: hidden pages that the list and the pages lead to."""

from collections.abc import Callable
from uuid import UUID

from app.shapes.incidents import ClaimView, IncidentPage
from app.ui.forms.form_page import FormPage
from app.ui.incidents.claim_form import PLACE as CLAIM
from app.ui.incidents.claim_form import AddingClaim, ChangingClaim, ClaimForm
from app.ui.incidents.handover_form import PLACE as HANDOVER
from app.ui.incidents.handover_form import AddingHandover, HandoverForm
from app.ui.incidents.incident_form import PLACE as INCIDENT
from app.ui.incidents.incident_form import Changing, IncidentForm, Opening
from app.ui.incidents.position_form import PLACE as POSITION
from app.ui.incidents.position_form import AddingPosition, PositionForm
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.widgets.kit import Words
from app.ui.work import Work

LIST = "incidents"


class IncidentForms:
    """Leads to the forms of incidents."""

    def __init__(self, window: MainWindow, work: Work, show: Callable[[UUID], object]) -> None:
        self._window = window
        self._add(INCIDENT, lambda t: t.say("Incident"), lambda: IncidentForm(work, show))
        self._add(POSITION, lambda t: t.say("Add a position"), lambda: PositionForm(work))
        self._add(CLAIM, lambda t: t.say("Add a claim"), lambda: ClaimForm(work))
        self._add(HANDOVER, lambda t: t.say("Add a return"), lambda: HandoverForm(work))

    def open_new(self) -> None:
        """Open the form that enters an incident."""
        self._window.open_page(INCIDENT, Opening())

    def open_change(self, page: IncidentPage) -> None:
        """Open the form with an incident that is to be changed."""
        self._window.open_page(INCIDENT, Changing(page))

    def open_position(self, page: IncidentPage) -> None:
        """Open the form for one more position of an incident."""
        self._window.open_page(POSITION, AddingPosition(page))

    def open_claim(self, page: IncidentPage, supersedes: UUID | None = None) -> None:
        """Open the form for one more published count, or for a later one that replaces another."""
        self._window.open_page(CLAIM, AddingClaim(page, supersedes))

    def open_change_claim(self, page: IncidentPage, claim: ClaimView) -> None:
        """Open the form with a claim that is to be corrected."""
        self._window.open_page(CLAIM, ChangingClaim(page, claim))

    def open_handover(self, page: IncidentPage) -> None:
        """Open the form for one more return operation."""
        self._window.open_page(HANDOVER, AddingHandover(page))

    def _add(self, place: str, words: Words, make: Callable[[], FormPage]) -> None:
        def made() -> FormPage:
            page = make()
            page.left.connect(self._window.back)
            return page

        self._window.add_section(Section(place, words, "plus", made, hidden=True, parent=LIST))
