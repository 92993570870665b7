"""The handover sheet sets manifest against arrivals, and says until when each is to be verified."""

from dataclasses import replace

import pytest

from app.jobs.papers.handover_sheet import draft_handover_sheet
from app.queries.handovers.operations import handover_page
from app.reports.document import DataTable, Document, SheetTitle
from app.reports.handover_sheet import handover_sheet
from app.reports.paper_words import PaperWords
from app.shapes.requests.handovers import NewArrival
from app.workspace import Workspace
from models.vocabulary.accounts import Channel
from tests.factories.men import day, missing_man
from tests.factories.papers import draft_context
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


def test_a_channel_that_says_nothing_is_not_told_beside_the_route(vault: Home) -> None:
    with vault.open() as register:
        handover = a_handover(register)
        found = register.read(lambda reader: handover_page(reader, handover))
        page = replace(found, channel=Channel.OTHER, route="by way of Georgia")
        for told in (page, replace(page, route="")):
            title = handover_sheet(told, PaperWords("en"), draft_context()).blocks[0]
            assert isinstance(title, SheetTitle)
            assert ("other" in title.under) is not bool(told.route)


def _text(register: Workspace, handover: object, lang: str) -> str:
    from app.jobs.papers.office_papers import paper_context

    def read(reader: object) -> Document:
        page = handover_page(reader, handover)  # type: ignore[arg-type]  # a Reader and an id
        return handover_sheet(page, PaperWords(lang), paper_context(reader, lang))  # type: ignore[arg-type]  # as above

    document = register.read(read)
    assert sum(isinstance(block, DataTable) for block in document.blocks) == 2
    return str(document.blocks)
