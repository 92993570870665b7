"""The handover sheet sets manifest against arrivals, and says until when each is to be verified."""

import pytest

from app.jobs.papers.handover_sheet import draft_handover_sheet
from app.queries.handovers.operations import handover_page
from app.reports.document import DataTable, Document
from app.reports.handover_sheet import handover_sheet
from app.reports.paper_words import PaperWords
from app.shapes.requests.handovers import NewArrival
from app.workspace import Workspace
from tests.factories.men import day, missing_man
from tests.factories.returns import a_handover, a_manifest, come
from tests.registers import Home


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_a_sheet_holds_all_three_differences_in_each_language(vault: Home, lang: str) -> None:
    with vault.open() as register:
        man = missing_man(register)
        handover = a_handover(register, headcount=44, agreed_for="minefield maps")
        rows = a_manifest(
            register, handover, ("Нмушьян Арам", "", "2001", None), ("Нет Его", "", "", None)
        )
        come(
            register,
            handover,
            NewArrival("Нмушян Арам", birth=day("2001"), case_id=man, row_id=rows[0]),
            NewArrival("Անունով Մեկը"),
        )
        told = _text(register, handover, lang)
        assert draft_handover_sheet(register, handover, lang).content.startswith(b"%PDF")
    for words in ("Нмушьян Арам", "Нет Его", "Անունով Մեկը", "minefield maps", "12.03.2021 05:00"):
        assert words in told


def _text(register: Workspace, handover: object, lang: str) -> str:
    from app.jobs.papers.office_papers import paper_context

    def read(reader: object) -> Document:
        page = handover_page(reader, handover)  # type: ignore[arg-type]  # a Reader and an id
        return handover_sheet(page, PaperWords(lang), paper_context(reader, lang))  # type: ignore[arg-type]  # as above

    document = register.read(read)
    assert sum(isinstance(block, DataTable) for block in document.blocks) == 2
    return str(document.blocks)
