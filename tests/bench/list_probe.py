"""Opens the real window on a million cases, scrolls and jumps, and prints figures as JSON."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from app.i18n.translator import Translator
from app.queries.cases.lines import first_rows, row_vector
from app.queries.register.office import office
from app.shapes.case_list import CaseFilter, CaseSort
from app.ui.application import make_application
from app.ui.cases.case_table import CaseTable
from app.ui.cases.cases_panel import PLACE, CasesPanel
from app.ui.desk_store import remembered
from app.ui.frame import Frame
from app.ui.theme.theme import Mode
from app.ui.vault_door import OpenedRegister
from app.workspace import Workspace
from tests.bench import million

STEPS = 400
JUMPS = 200
PATIENCE = 30.0


def wait_until(true: Callable[[], object]) -> None:
    """Let the window live until something is so; TimeoutError after half a minute."""
    loop, clock = QEventLoop(), QTimer()
    end = time.perf_counter() + PATIENCE

    def look() -> None:
        if true() or time.perf_counter() > end:
            loop.quit()

    clock.timeout.connect(look)
    clock.start(0)
    loop.exec()
    if not true():
        raise TimeoutError


def repaint(view: QWidget) -> float:
    """Paint a view now; gives the milliseconds."""
    start = time.perf_counter()
    view.repaint()
    return (time.perf_counter() - start) * 1000


def scroll_and_jump(table: CaseTable) -> list[float]:
    """Scroll by some rows and jump anywhere; each step is painted empty-handed and then filled."""
    bar, view = table.verticalScrollBar(), table.viewport()
    chance = random.Random(20201213)  # noqa: S311  # where to jump is no secret
    taken = []
    for step in range(STEPS + JUMPS):
        if step % 3 == 2:
            bar.setValue(chance.randrange(bar.maximum()))
        else:
            bar.setValue(bar.value() + 5 * table.row_height())
        taken.append(repaint(view))
        top = table.rowAt(1)
        wait_until(lambda at=top: table.row_at(at) is not None)  # type: ignore[misc]  # bound now
        taken.append(repaint(view))
    return taken


def memory(key: str) -> float:
    """Give a figure of this process's memory in MB: VmRSS now, VmHWM at its highest."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(key):
            return int(line.split()[1]) / 1024
    raise KeyError(key)


def ask_alone(workspace: Workspace) -> tuple[float, float]:
    """Time the two questions of the list without a window: first rows, then the whole vector."""
    wanted, sort = CaseFilter(), CaseSort.NUMBER
    start = time.perf_counter()
    workspace.read(lambda reader: first_rows(reader, wanted, sort))
    middle = time.perf_counter()
    workspace.read(lambda reader: row_vector(reader, wanted, sort))
    return middle - start, time.perf_counter() - middle


def main() -> None:
    """Measure and print."""
    workspace = million.opened()
    rows_query, vector_query = ask_alone(workspace)
    desk = make_application(["bench"], Translator.open("en"), mode=Mode.LIGHT)
    found = OpenedRegister(
        workspace, million.PLACE, workspace.read(office), remembered(workspace)
    )  # fmt: skip
    start = time.perf_counter()
    frame = Frame(desk, found)
    frame.window.resize(1440, 900)
    frame.window.show()
    page = frame.window.page(PLACE)
    if not isinstance(page, CasesPanel):
        raise TypeError(page)
    wait_until(lambda: page.table.row_at(0) is not None)
    page.table.viewport().repaint()
    first = time.perf_counter() - start
    wait_until(lambda: page.table.rows.rowCount() == million.MEN)
    vector = time.perf_counter() - start
    wait_until(lambda: page.table.row_at(0) is not None)
    times = sorted(scroll_and_jump(page.table))
    print(
        json.dumps(
            {
                "first_query": rows_query,
                "vector_query": vector_query,
                "first_rows": first,
                "vector": vector,
                "repaint_p95": times[len(times) * 95 // 100],
                "memory": memory("VmRSS"),
                "memory_peak": memory("VmHWM"),
            }
        ),
        flush=True,
    )
    desk.tasks.close()
    frame.shut()
    workspace.close()


if __name__ == "__main__":
    main()
    sys.exit(0)
