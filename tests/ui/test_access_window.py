"""A man who asks is answered through the window: looked at, issued, found in the log."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.cases.file import case_file
from app.queries.papers.disclosures import disclosure_log
from app.services.cases.cases import change_case
from app.shapes.requests.cases import ChangeCase
from app.ui.frame import Frame
from app.ui.papers.access_preview import PLACE, AccessPreview
from app.ui.papers.issued_preview import PLACE as ISSUED
from app.ui.papers.issued_preview import IssuedPreview
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.papers import SUBJECT_ACCESS
from tests.factories.men import missing_man
from tests.factories.releases import colleague
from tests.registers import Home
from tests.ui.frames import framed, settle

ASKER = "Նմուշյան Արամ"


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


@pytest.fixture
def man(register: Workspace) -> UUID:
    return missing_man(register)


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace, man: UUID
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def opened(frame: Frame, qtbot: QtBot, man: UUID) -> AccessPreview:
    """Open the answer on a man."""
    papers = frame.work.doors.papers
    assert papers is not None
    papers.answer_access(man, "HRD-2021-00001", ASKER)
    settle(qtbot, frame.work.tasks)
    panel = frame.window.page(PLACE)
    assert isinstance(panel, AccessPreview)
    return panel


def test_an_answer_is_looked_at_issued_and_stands_in_the_log(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    panel = opened(frame, qtbot, man)
    assert panel.desk.pdf is not None
    assert panel.asker.text() == ASKER
    assert register.read(disclosure_log).total == 0
    panel.issue()
    settle(qtbot, frame.work.tasks)
    (line,) = register.read(disclosure_log).lines
    assert (line.template, line.recipient) == (SUBJECT_ACCESS, ASKER)
    shown = frame.window.page(ISSUED)
    assert isinstance(shown, IssuedPreview)
    assert shown.title.text() == line.number


def test_nobody_who_asks_is_refused_under_the_field(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    panel = opened(frame, qtbot, man)
    panel.asker.setText("  ")
    panel.issue()
    assert panel.asker.accessibleDescription()
    assert register.read(disclosure_log).total == 0


def test_a_limited_file_asks_for_the_second_person_by_name(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    second = colleague(register)
    version = register.read(lambda reader: case_file(reader, man)).version
    nothing = ("", "", "", "", "")
    limit = ChangeCase(man, version, None, None, *nothing, access_limited=True, reason="Threats")
    register.write(lambda uow: change_case(uow, limit))
    panel = opened(frame, qtbot, man)
    assert panel.second.isHidden() or not panel.second.isVisible()
    panel.issue()
    settle(qtbot, frame.work.tasks)
    assert panel.second.isVisible()
    panel.second.setText(second.name)
    panel.issue()
    settle(qtbot, frame.work.tasks)
    assert register.read(disclosure_log).lines[0].decided_by == second.name
