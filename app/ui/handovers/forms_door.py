"""Hang the forms of handovers in a window: hidden pages that the list and the pages lead to."""

from __future__ import annotations

from collections.abc import Callable

from app.shapes.handovers import ArrivalView, HandoverPage
from app.ui.forms.form_page import FormPage
from app.ui.handovers.arrivals_form import PLACE as ARRIVALS
from app.ui.handovers.arrivals_form import ArrivalsForm, Arriving
from app.ui.handovers.debrief_form import DebriefForm
from app.ui.handovers.step_forms import FamilyForm, ForArrival, MedicalForm, VerifyForm
from app.ui.incidents.claim_form import PLACE as CLAIM
from app.ui.incidents.claim_form import ClaimOnHandover
from app.ui.incidents.handover_form import PLACE as HANDOVER
from app.ui.incidents.handover_form import ChangingHandover, NewHandover
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.vocabulary.handovers import ArrivalStep

LIST = "handovers"
_STEPS = {
    ArrivalStep.VERIFIED: VerifyForm.PLACE,
    ArrivalStep.MEDICAL: MedicalForm.PLACE,
    ArrivalStep.FAMILY: FamilyForm.PLACE,
    ArrivalStep.DEBRIEF: DebriefForm.PLACE,
}


class HandoverForms:
    """Leads to the forms of handovers; those of handover and claim hang with the incidents'."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._add(ARRIVALS, lambda t: t.say("Record who came"), lambda: ArrivalsForm(work))
        self._add(
            VerifyForm.PLACE, lambda t: t.say("Verify his identity"), lambda: VerifyForm(work)
        )
        self._add(MedicalForm.PLACE, lambda t: t.say("Medical check"), lambda: MedicalForm(work))
        self._add(FamilyForm.PLACE, lambda t: t.say("Word to the family"), lambda: FamilyForm(work))
        self._add(DebriefForm.PLACE, lambda t: t.say("Debrief"), lambda: DebriefForm(work))

    def open_new(self) -> None:
        """Open the form of a new handover, of no incident."""
        self._window.open_page(HANDOVER, NewHandover())

    def open_change(self, page: HandoverPage) -> None:
        """Open the form with a handover that is to be changed."""
        self._window.open_page(HANDOVER, ChangingHandover(page))

    def open_claim(self, page: HandoverPage) -> None:
        """Open the form for a count that was announced of a handover."""
        self._window.open_page(CLAIM, ClaimOnHandover(page.id, page.number))

    def open_arrivals(self, page: HandoverPage) -> None:
        """Open the form of who came."""
        self._window.open_page(ARRIVALS, Arriving(page))

    def open_step(self, page: HandoverPage, arrival: ArrivalView, step: ArrivalStep) -> bool:
        """Open the form of a step; False where it has none."""
        place = _STEPS.get(step)
        if place is not None:
            self._window.open_page(place, ForArrival(page, arrival))
        return place is not None

    def _add(self, place: str, words: Words, make: Callable[[], FormPage]) -> None:
        def made() -> FormPage:
            page = make()
            page.left.connect(self._window.back)
            return page

        self._window.add_section(Section(place, words, "plus", made, hidden=True, parent=LIST))
