"""A window at work, in a process of its own: opens a register, imports a list, keeps files.

Run as `python -m tests.security.window_at_work VAULT LIST PHOTO PDF`; prints as JSON which parsers
of foreign files were loaded meanwhile, and which archives were opened by this process.
"""

import json
import os
import sys
import zipfile
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import (  # Any: the arguments of an archive, passed on as they came
    TYPE_CHECKING,
    Any,
    override,
)

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from app.ui.frame import Frame
    from app.ui.shell.tasks import Tasks

PARSERS = frozenset(
    {
        "PIL",
        "pi_heif",
        "pypdfium2",
        "pypdfium2_raw",
        "openpyxl",
        "docx",
        "python_calamine",
        "charset_normalizer",
        "defusedxml",
        "pikepdf",
        "lxml",
    }
)
WAIT_MS = 20_000
loaded: list[str] = []
archives: list[str] = []


class Watch(MetaPathFinder):
    """Note every parser that is asked for; find nothing."""

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in PARSERS:
            loaded.append(fullname)
        return None


class WatchedZip(zipfile.ZipFile):
    """Note every archive that is opened to be read."""

    def __init__(self, file: Any, mode: Any = "r", *more: Any, **named: Any) -> None:
        if mode == "r":
            archives.append(type(file).__name__)
        super().__init__(file, mode, *more, **named)


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    for _ in range(WAIT_MS // 50):
        QTest.qWait(50)
        if holds():
            return
    raise TimeoutError("the window did not come so far")


def keep_and_show(frame: "Frame", tasks: "Tasks", files: list[Path]) -> list[str]:
    """Take files in, open each, turn a page and the picture; answers what was shown."""
    from app.queries.exhibits.lines import exhibit_ids, exhibit_rows
    from app.shapes.exhibits import ExhibitFilter
    from app.ui.exhibits.incoming import files_of
    from app.ui.exhibits.intake_page import PLACE, IntakePage

    frame.exhibits.deeds.bring_in(files_of(files))
    page = frame.window.page(PLACE)
    if not isinstance(page, IntakePage):
        raise TypeError("the page of intake is not there")
    until(lambda: not tasks.busy)
    page.origin.unknown.setChecked(True)
    page.save()
    until(lambda: not page.busy and not tasks.busy)
    register = frame.work.workspace
    shown: list[str] = []
    for row in register.read(lambda r: exhibit_rows(r, exhibit_ids(r, ExhibitFilter()))):
        frame.exhibits.open_exhibit(row.id)
        until(lambda: frame.exhibits.front() is not None and not tasks.busy)
        panel = frame.exhibits.front()
        if panel is None or panel.exhibit_id != row.id:
            raise RuntimeError("the exhibit did not open")
        if panel.preview.picture.shows_picture:
            shown.append(row.media_type)
        panel.page_on()
        panel.turn_right()
        until(lambda: not tasks.busy)
    return shown


def main(vault: Path, rows: Path, photo: Path, pdf: Path) -> None:
    """Work through an ordinary morning."""
    sys.meta_path.insert(0, Watch())
    zipfile.ZipFile = WatchedZip  # type: ignore[misc]  # to see who opens archives
    from app.i18n.translator import Translator
    from app.sandbox.exhibit_calls import FileDesk
    from app.settings import SettingsFolder
    from app.ui.application import make_application
    from app.ui.imports.import_panel import PLACE, ImportPanel
    from app.ui.start import Program
    from app.ui.vault_door import RegisterDoor
    from tests.registers import FOUNDER, PASSPHRASE

    desk = make_application(["homeward"], Translator.open("en"))
    program = Program(desk, RegisterDoor(SettingsFolder()))
    program.root.show()
    program.open(vault, FOUNDER, PASSPHRASE)
    until(lambda: program.frame is not None and not desk.tasks.busy)
    frame = program.frame
    if frame is None:
        raise RuntimeError("no register is open")
    frame.window.open_page(PLACE)
    panel = frame.window.page(PLACE)
    if not isinstance(panel, ImportPanel):
        raise TypeError("the page of imports is not there")
    panel.open_file(rows)
    until(lambda: panel._draft.table is not None and not desk.tasks.busy)
    panel.preview()
    until(lambda: not desk.tasks.busy)
    panel.run()
    until(lambda: not panel.importing.running and not desk.tasks.busy)
    looked: list[str] = []

    def take_in() -> list[str]:
        with FileDesk() as files:
            files.make_thumbnail(photo.read_bytes())
            files.make_preview(pdf.read_bytes())
            looked.extend(
                files.look_at(path.read_bytes(), path.name).media_type
                for path in (photo, pdf, rows)
            )
        return looked

    desk.tasks.read(take_in, lambda _: None, lambda error: looked.append(repr(error)))
    until(lambda: len(looked) >= 3 and not desk.tasks.busy)
    shown = keep_and_show(frame, desk.tasks, [photo, pdf, rows])
    there = sorted(PARSERS & {name.partition(".")[0] for name in sys.modules})
    print(
        json.dumps(
            {
                "loaded": loaded,
                "there": there,
                "archives": archives,
                "looked": looked,
                "shown": shown,
            }
        ),
        flush=True,
    )
    program.end()
    os._exit(0)  # what is asked was answered; how Qt ends is another test's matter


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
