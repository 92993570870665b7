"""What every paper says of its own making: whose office, who prints, at what moment."""

from __future__ import annotations

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.queries.register.office import office
from app.reports.context import OfficeContact, PaperContext, Signer
from app.shapes.case_report import Wording
from app.wording.vocabulary import label
from models.vocabulary.papers import PaperFormat


def paper_context(reader: Reader, lang: str, paper: PaperFormat = PaperFormat.A4) -> PaperContext:
    """Read who prints a draft now, with the function of whoever holds one role only.

    `paper` is the sheet it is printed on: what is made with this context is laid out for it.
    """
    about = office(reader)
    now = reader.clock.now().astimezone(OFFICE_ZONE)
    actor = reader.actor
    function = label("role", min(actor.roles).value, lang) if len(actor.roles) == 1 else ""
    return PaperContext(
        office=Wording(en=about.name_en, hy=about.name_hy, ru=about.name_ru),
        facts_as_of=now,
        printed_at=now,
        printed_by=actor.name,
        prepared_by=Signer(actor.name, function),
        checked_by=Signer("", ""),
        contact=OfficeContact(
            address=about.address(lang),
            telephone=about.telephone,
            email=about.email,
            fax=about.fax,
            person=about.person_to_contact,
        ),
        paper_format=paper,
        sample=about.is_sample,
    )
