"""The papers of all chosen men go to a printer as one job, by key or button, through an `lp`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.jobs.papers import printing
from app.shapes.printing import PrintWish
from app.ui.frame import Frame
from app.ui.papers.preview import PLACE, PreviewPanel
from app.ui.papers.print_sheet import PrintSheet
from app.ui.widgets.kit import Kit
from models.vocabulary.papers import Audience
from tests.factories.men import ARAM, GOR, missing_man
from tests.registers import Home
from tests.ui.frames import framed, settle

pytestmark = pytest.mark.skipif("sys.platform == 'win32'")

LPSTAT = """#!/bin/sh
echo "printer HP_1 {state} since Mon 23 Nov 2026 09:00:00"
echo "HP_1 accepting requests since Mon 23 Nov 2026"
"""
LP = """#!/bin/sh
if [ "$1" = -i ]; then exit 0; fi
n=$(ls "{folder}"/*.pdf 2>/dev/null | wc -l)
cat > "{folder}/$n.pdf"
echo "request id is HP_1-$n (1 file(s))"
"""


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a printing system of our own in the place of the computer's; gives what it printed."""
    programs, printed = tmp_path / "bin", tmp_path / "printed"
    printed.mkdir()
    programs.mkdir()
    state(programs, "is idle.  enabled")
    write(programs / "lp", LP.format(folder=printed))
    monkeypatch.setattr(printing, "_FOLDERS", (str(programs),))
    return printed


def write(path: Path, words: str) -> None:
    path.write_text(words)
    path.chmod(0o700)


def state(programs: Path, words: str) -> None:
    write(programs / "lpstat", LPSTAT.format(state=words))


@pytest.fixture
def frame(qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def test_papers_of_all_chosen_men_are_one_job_and_a_stopped_printer_gets_none(
    frame: Frame, qtbot: QtBot, queue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    men = [missing_man(frame.work.workspace, names) for names in (ARAM, GOR)]
    panel = preview(frame, qtbot, men)
    assert panel._rail.print_all.isVisible()
    monkeypatch.setattr(PrintSheet, "ask", lambda *_: PrintWish("HP_1"))
    offered = {bound.action.id: bound for bound in frame.work.actions.at(PLACE)}
    assert "Ctrl+Shift+P" in offered["papers.print_all"].action.keys
    offered["papers.print_all"].run()
    settle(qtbot, frame.work.tasks)
    sent = sorted(queue.iterdir())
    assert [one.read_bytes()[:5] for one in sent] == [b"%PDF-", b"%PDF-"]
    assert panel.desk.pdf is not None
    assert sent[0].read_bytes() == panel.desk.pdf.content  # the very bytes that are looked at
    state(tmp_path / "bin", "disabled")
    panel._rail.print_all.click()
    settle(qtbot, frame.work.tasks)
    assert len(list(queue.iterdir())) == 2
    assert panel.progress.isHidden()


def test_one_man_or_one_list_is_not_offered_as_many_papers(
    frame: Frame, qtbot: QtBot, queue: Path
) -> None:
    men = [missing_man(frame.work.workspace, names) for names in (ARAM, GOR)]
    assert not preview(frame, qtbot, men[:1])._rail.print_all.isVisible()
    panel = preview(frame, qtbot, men, Audience.NEGOTIATION)
    assert not panel._rail.print_all.isVisible()
    panel.ask_print_all()
    settle(qtbot, frame.work.tasks)
    assert list(queue.iterdir()) == []


def preview(
    frame: Frame, qtbot: QtBot, men: list[UUID], reader: Audience = Audience.INTERNAL
) -> PreviewPanel:
    papers = frame.work.doors.papers
    assert papers is not None
    papers.open_preview(men, reader)
    settle(qtbot, frame.work.tasks)
    panel = frame.window.page(PLACE)
    assert isinstance(panel, PreviewPanel)
    return panel
