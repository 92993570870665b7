"""Lists come in through the window: recognised, looked at, decided, imported, taken back."""

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.importing.fitting import fits, fitting_profile
from app.importing.planner import RowDecision
from app.importing.profile_file import load_profile, shipped_profile, shipped_profiles
from app.jobs import import_job
from app.queries.accounting.incidents import incident_page
from app.queries.cases.lines import count_cases
from app.queries.register.imports import import_batches
from app.services.cases.incidents import open_incident
from app.shapes.case_list import CaseFilter
from app.shapes.imports import ImportReport, RowReport
from app.shapes.requests.cases import NameForm
from app.shapes.requests.incidents import OpenIncident
from app.ui.frame import Frame
from app.ui.imports.draft import OWN_WORDS
from app.ui.imports.import_panel import PLACE, ImportPanel
from app.ui.widgets.buttons import Button
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.accounts import RowOutcome
from tests.factories.men import missing_man
from tests.registers import Home
from tests.ui.frames import framed, settle, until

LIST = """family name,given name,father,date of birth,rank
Նմուշյան,Արամ,Սուրենի,24.04.2001,շարքային
Քարաբերդյան,Գոռ,Վահեի,1999,սերժանտ
Ձյունասարյան,Մհեր,Գոռի,,
"""


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        made.window.open_page(PLACE)
        settle(qtbot, made.work.tasks)
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "autumn list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def panel_of(frame: Frame) -> ImportPanel:
    page = frame.window.page(PLACE)
    assert isinstance(page, ImportPanel)
    return page


def looked_at(frame: Frame, qtbot: QtBot, path: Path) -> ImportPanel:
    """Open a list as if it had been chosen, and wait until its columns are there."""
    panel = panel_of(frame)
    panel.open_file(path)
    settle(qtbot, frame.work.tasks)
    return panel


def men(register: Workspace) -> int:
    return register.read(lambda reader: count_cases(reader, CaseFilter()))


def rows_of(columns: str) -> tuple[tuple[str, ...], ...]:
    return (tuple(columns.split(",")), tuple("x" for _ in columns.split(",")))


def test_a_list_of_a_shipped_kind_is_recognised_by_its_columns() -> None:
    known = [shipped_profile(name) for name in shipped_profiles()]
    australian = "conflict,id,Name,ServiceNumber,ServiceName,DateOfBirth,PlaceOfBirth"
    found = fitting_profile(known, rows_of(australian))
    assert found is not None
    assert found.name == "australia-ww2-pow"
    assert fitting_profile(known, rows_of("family name,given name,rank")) is None
    assert fitting_profile(known, rows_of("id,Name")) is None


def test_a_list_without_header_fits_only_by_the_count_of_its_columns() -> None:
    profile = shipped_profile("soviet-card-register")
    row = tuple(str(n) for n in range(19))
    assert fits(profile, (row, row))
    assert not fits(profile, (row[:18],))
    assert not fits(profile, ())


def test_a_list_comes_in_whole_and_is_taken_back_whole(
    frame: Frame, qtbot: QtBot, register: Workspace, file: Path
) -> None:
    panel = looked_at(frame, qtbot, file)
    panel.preview()
    settle(qtbot, frame.work.tasks)
    assert men(register) == 0
    panel.run()
    settle(qtbot, frame.work.tasks)
    assert men(register) == 3
    (batch,) = register.read(import_batches)
    assert (batch.file_name, batch.new, batch.undone_at) == (file.name, 3, None)
    assert frame.window.messages.undo_last()
    settle(qtbot, frame.work.tasks)
    assert men(register) == 0
    (batch,) = register.read(import_batches)
    assert batch.undone_at is not None


def test_the_page_is_worked_by_keyboard_alone(
    frame: Frame, qtbot: QtBot, register: Workspace, file: Path
) -> None:
    panel = looked_at(frame, qtbot, file)
    reached = set()
    for _ in range(40):
        focused = frame.window.focusWidget()
        assert focused is not None
        reached.add(focused.accessibleName())
        if focused is panel._import:
            break
        QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_Tab)
    assert "What kind of list it is" in reached
    assert "Import this list" in reached
    QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_Space)
    settle(qtbot, frame.work.tasks)
    assert men(register) == 3


def test_new_men_belong_to_the_incident_that_was_chosen(
    frame: Frame, qtbot: QtBot, register: Workspace, file: Path
) -> None:
    incident: UUID = register.write(
        lambda uow: open_incident(uow, OpenIncident("Crossing of Nmush"))
    ).value
    frame.window.open_page(PLACE)
    panel = looked_at(frame, qtbot, file)
    panel._details.incident.set_code(incident)
    panel.run()
    settle(qtbot, frame.work.tasks)
    assert register.read(lambda reader: incident_page(reader, incident)).cases == 3


def test_a_row_with_a_known_name_is_a_new_man_unless_a_person_says_otherwise(
    frame: Frame, qtbot: QtBot, register: Workspace, file: Path
) -> None:
    here = missing_man(register, (NameForm("Նմուշյան", "Արամ", "Սուրենի"),))
    panel = looked_at(frame, qtbot, file)
    panel.preview()
    settle(qtbot, frame.work.tasks)
    assert list(panel._alike.choices) == [2]
    choice = panel._alike.choices[2]
    assert choice.code() is RowDecision.NEW_MAN
    choice.set_code(here)
    settle(qtbot, frame.work.tasks)
    assert list(panel._alike.choices) == [2]
    panel.run()
    settle(qtbot, frame.work.tasks)
    assert men(register) == 3


def test_another_mapping_asks_again_what_was_decided(
    frame: Frame, qtbot: QtBot, register: Workspace, file: Path
) -> None:
    here = missing_man(register, (NameForm("Նմուշյան", "Արամ", "Սուրենի"),))
    panel = looked_at(frame, qtbot, file)
    panel._draft.decide(2, here)
    panel._details.profile.set_code("australia-ww2-pow")
    assert panel._draft.decisions == {}


def test_a_mapping_is_kept_in_a_file_and_recognised_the_next_time(
    frame: Frame, qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    panel = looked_at(frame, qtbot, file)
    panel.mappings.keep(tmp_path / "ours", panel._draft.profile())
    settle(qtbot, frame.work.tasks)
    kept = tmp_path / "ours.toml"
    assert load_profile(str(kept)) == panel._draft.profile()
    panel.mappings.load(kept)
    settle(qtbot, frame.work.tasks)
    assert panel._draft.profile_name == str(kept)
    looked_at(frame, qtbot, file)
    assert panel._draft.recognised
    panel._details.profile.set_code(OWN_WORDS)
    assert not panel._draft.recognised


@pytest.mark.parametrize(
    ("name", "content"),
    [("list.csv", b"\x00\xff\x01" * 400), ("list.xlsx", b"not a workbook"), ("list.csv", b"")],
)
def test_a_dropped_file_of_garbage_gets_a_sentence_and_changes_nothing(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    panel = panel_of(frame)
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle(qtbot, frame.work.tasks)
    assert frame.window.messages.panel is not None
    assert panel._draft.table is None
    assert men(register) == 0


def test_a_mapping_that_is_none_gets_a_sentence(
    frame: Frame, qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    panel = looked_at(frame, qtbot, file)
    path = tmp_path / "broken.toml"
    path.write_text("name = [", encoding="utf-8")
    panel.mappings.load(path)
    settle(qtbot, frame.work.tasks)
    assert frame.window.messages.panel is not None
    assert panel._draft.profile_name == OWN_WORDS


def test_cancel_in_the_middle_leaves_nothing(
    frame: Frame,
    qtbot: QtBot,
    register: Workspace,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = import_job.run

    def slowly(*given: object, **more: object) -> ImportReport:
        cancelled = more["cancelled"]
        assert callable(cancelled)
        while not cancelled():
            time.sleep(0.01)
        return run(*given, **more)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(import_job, "run", slowly)
    panel = looked_at(frame, qtbot, file)
    panel.run()
    until(qtbot, lambda: panel.importing.card is not None)
    card = panel.importing.card
    assert card is not None
    assert not panel._details.isEnabled()
    card.cancel_button.click()
    settle(qtbot, frame.work.tasks)
    assert men(register) == 0
    assert register.read(import_batches) == ()
    assert not panel.importing.running
    assert panel._draft.table is not None


@pytest.mark.parametrize("name", ["refused.csv", "refused"])
def test_the_refused_rows_are_saved_from_the_report(
    frame: Frame, qtbot: QtBot, tmp_path: Path, file: Path, name: str
) -> None:
    panel = looked_at(frame, qtbot, file)
    verbatim = ("7", "=cmd", "")
    row = RowReport(3, RowOutcome.REFUSED, "row_no_name", verbatim=verbatim)
    report = ImportReport(1, 0, 0, 0, (row,), 0, dry_run=False, head=("no", "family", "given"))
    asked: list[ImportReport] = []
    panel._report.keep_refused.connect(asked.append)
    panel._report.show_report(report)
    (button,) = [
        one for one in panel._report.findChildren(Button) if "refused" in one.accessibleName()
    ]
    panel._report.keep_refused.disconnect(panel.refused.choose)
    button.click()
    assert asked == [report]
    panel.refused.keep(report, tmp_path / name)
    settle(qtbot, frame.work.tasks)
    path = tmp_path / (name if name.endswith(".csv") else "refused.xlsx")
    assert import_job.look_at(path).rows == (report.head, verbatim)
