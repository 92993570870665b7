"""Pages of incidents, imports and papers: every word follows the language, all have names."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any  # queries and use cases of any answer
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.translator import PSEUDO, Translator
from app.queries.accounting.incidents import incident_page
from app.services.cases.incidents import add_position, open_incident
from app.services.claims import record_claim, withdraw_claim
from app.services.handovers.handovers import record_handover
from app.shapes.requests.cases import NameForm
from app.shapes.requests.evidence import NewSource, SaidBy
from app.shapes.requests.handovers import RecordHandover
from app.shapes.requests.incidents import AddPosition, OpenIncident, RecordClaim
from app.ui.frame import Frame
from app.ui.imports.import_panel import ImportPanel
from app.ui.incidents.incidents_panel import IncidentsDoor
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from tests.factories.men import day, missing_man
from tests.registers import Home
from tests.ui.frames import framed, settle
from tests.ui.spoken_pages import unnamed, words_of

type Opens = Callable[[Frame, QtBot, UUID, Path], QWidget]

LIST = "Փական,ազգանուն\nfamily name,given name\nՆմուշյան,Արամ\nՔարաբերդյան,Գոռ\n"
FIGURES = (ClaimForm.EXACT, ClaimForm.ABOUT, ClaimForm.AT_LEAST, ClaimForm.RANGE, ClaimForm.WORDS)


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


def said_so(register: Workspace, incident_id: UUID, form: ClaimForm) -> None:
    """Record a count that was said in one of the forms."""
    claim = RecordClaim(
        ClaimCategory.MISSING,
        form,
        SaidBy(NewSource(SourceKind.NGO, "Թերթ"), said=day("2021-01-30"), words="վաթսուն"),
        number_from=None if form is ClaimForm.WORDS else 60,
        number_to=70 if form is ClaimForm.RANGE else None,
        as_of=day("2020-12-31"),
        incident_id=incident_id,
    )
    register.write(lambda uow: record_claim(uow, claim))


@pytest.fixture
def incident(register: Workspace) -> UUID:
    """Enter an incident with all that its page may show; every name is in Armenian letters."""
    made: UUID = register.write(
        lambda uow: open_incident(
            uow, OpenIncident("Նմուշի անցում", occurred=day("2020-12-13"), summary="Կապը կորել է։")
        )
    ).value
    register.write(lambda uow: add_position(uow, AddPosition(made, "Վերին դիրք")))
    register.write(
        lambda uow: record_handover(
            uow, RecordHandover(day("2021-01-28"), headcount=5, incident_id=made, route="Երևան")
        )
    )
    for form in FIGURES:
        said_so(register, made, form)
    page = register.read(lambda reader: incident_page(reader, made))
    first = page.claims[0]
    register.write(lambda uow: withdraw_claim(uow, first.id, first.version, "վրիպակ"))
    return made


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    missing_man(register, (NameForm("Նմուշյան", "Արամ"),))
    with framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def door(frame: Frame) -> IncidentsDoor:
    found = frame.work.doors.incidents
    assert isinstance(found, IncidentsDoor)
    return found


def the_list(frame: Frame, qtbot: QtBot, incident: UUID, folder: Path) -> QWidget:
    frame.window.open_page("incidents")
    settle(qtbot, frame.work.tasks)
    return frame.window.page("incidents")


def the_incident(frame: Frame, qtbot: QtBot, incident: UUID, folder: Path) -> QWidget:
    door(frame).open_incident(incident)
    settle(qtbot, frame.work.tasks)
    panel = door(frame).front()
    assert panel is not None
    return panel


def the_claims(frame: Frame, qtbot: QtBot, incident: UUID, folder: Path) -> QWidget:
    the_incident(frame, qtbot, incident, folder)
    panel = door(frame).front()
    assert panel is not None
    rail = panel.rail()
    assert rail is not None
    return rail


def form(place: str, opens: Callable[[IncidentsDoor], object]) -> Opens:
    def shown(frame: Frame, qtbot: QtBot, incident: UUID, folder: Path) -> QWidget:
        the_incident(frame, qtbot, incident, folder)
        opens(door(frame))
        settle(qtbot, frame.work.tasks)
        page = frame.window.page(place)
        save = getattr(page, "save", None)
        assert callable(save)
        save()
        return page

    return shown


def the_import(frame: Frame, qtbot: QtBot, incident: UUID, folder: Path) -> QWidget:
    path = folder / "ցուցակ.csv"
    path.write_text(LIST.split("\n", 1)[1], encoding="utf-8")
    frame.window.open_page("imports")
    page = frame.window.page("imports")
    assert isinstance(page, ImportPanel)
    page.open_file(path)
    settle(qtbot, frame.work.tasks)
    page.preview()
    settle(qtbot, frame.work.tasks)
    assert page._alike.choices
    return page


def the_preview(frame: Frame, qtbot: QtBot, incident: UUID, folder: Path) -> QWidget:
    papers = frame.work.doors.papers
    assert papers is not None
    papers.open_preview((missing_man(frame.work.workspace),))
    settle(qtbot, frame.work.tasks)
    return frame.window.page("papers")


def the_paper_rail(frame: Frame, qtbot: QtBot, incident: UUID, folder: Path) -> QWidget:
    the_preview(frame, qtbot, incident, folder)
    rail = frame.window.page("papers").rail()
    assert rail is not None
    return rail


PAGES: tuple[Opens, ...] = (
    the_list,
    the_incident,
    the_claims,
    form("incident_form", lambda at: at.forms.open_new()),
    form("incident_form", lambda at: at.front() and at.front().change()),  # type: ignore[union-attr]  # looked at before
    form("claim_form", lambda at: at.front() and at.front().add_claim()),  # type: ignore[union-attr]  # looked at before
    form("position_form", lambda at: at.front() and at.front().add_position()),  # type: ignore[union-attr]  # looked at before
    form("handover_form", lambda at: at.front() and at.front().add_handover()),  # type: ignore[union-attr]  # looked at before
    the_import,
    the_preview,
    the_paper_rail,
)


def is_plain(text: str) -> bool:
    """Tell whether a text holds Latin words that no catalogue gave."""
    known = ("English", "CSV, XLSX, ODS", "family name", "given name", "F6", "INC-2020", "HRD-")
    if text in {"A4", "Letter"}:  # sizes of sheets are called so everywhere
        return False
    latin = any(letter.isascii() and letter.isalpha() for letter in text)
    return latin and "«" not in text and not any(name in text for name in known)


@pytest.mark.parametrize("opens", PAGES)
def test_no_word_stays_untranslated_when_the_language_changes(
    frame: Frame, qtbot: QtBot, incident: UUID, tmp_path: Path, opens: Opens
) -> None:
    page = opens(frame, qtbot, incident, tmp_path)
    frame.window.speak(Translator.open(PSEUDO))
    settle(qtbot, frame.work.tasks)
    assert [text for text in words_of(page) if is_plain(text)] == []


@pytest.mark.parametrize("opens", PAGES)
def test_everything_that_takes_the_keyboard_has_a_name(
    frame: Frame, qtbot: QtBot, incident: UUID, tmp_path: Path, opens: Opens
) -> None:
    assert unnamed(opens(frame, qtbot, incident, tmp_path)) == []


def test_no_query_of_these_pages_runs_on_the_thread_of_the_window(
    frame: Frame,
    qtbot: QtBot,
    incident: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    where: list[threading.Thread] = []
    for name in ("read", "write"):
        real = getattr(Workspace, name)

        def noted(self: Workspace, work: Any, real: Any = real) -> Any:
            where.append(threading.current_thread())
            return real(self, work)

        monkeypatch.setattr(Workspace, name, noted)
    for opens in (the_list, the_incident, the_import):
        opens(frame, qtbot, incident, tmp_path)
    page = frame.window.page("imports")
    assert isinstance(page, ImportPanel)
    page.run()
    settle(qtbot, frame.work.tasks)
    assert where
    assert threading.main_thread() not in where
