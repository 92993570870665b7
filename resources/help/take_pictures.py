"""Take the pictures of the manual from the real window, on the sample, without a display.

    python resources/help/take_pictures.py [LANGUAGE...]

The sample is made in a temporary folder. Each picture is taken once the window has come to rest,
1440 x 900, and kept in 256 colours where nobody could see the difference.
"""

# ruff: noqa: E402  the program is found, and told that there is no display, before it is loaded

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any  # what a query reads from is a thing of another floor
from uuid import UUID

HERE = Path(__file__).resolve().parent
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(HERE.parents[1]))

from PIL import Image
from PySide6.QtGui import QImage

from app.i18n.translator import LANGUAGES, Translator
from app.jobs.registers.opening import SAMPLE_PASSPHRASE, SAMPLE_USER, found_sample
from app.queries.accounting.incidents import incident_rows
from app.queries.cases.file import case_id_of
from app.queries.places import find_places
from app.queries.sources import find_sources
from app.settings import SettingsFolder
from app.shapes.case_list import CaseFilter
from app.ui.application import make_application
from app.ui.cases.cases_panel import CasesPanel
from app.ui.doors import Doors
from app.ui.events.draft import EventDraft
from app.ui.events.event_page import EventPage
from app.ui.events.source_draft import SourceDraft, shown_source
from app.ui.forms.keeping import to_json
from app.ui.frame import Frame
from app.ui.imports.import_panel import ImportPanel
from app.ui.shell.page import PagePanel
from app.ui.start import Program
from app.ui.theme.theme import Mode
from app.ui.vault_door import RegisterDoor
from app.ui.widgets.date_draft import Boxes, DateDraft, DateWord
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.place_picker import ChosenPlace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.places import PlacePrecision

MAN = "HRD-2020-00123"
MAIN = ("cases", "case-file", "record-event", "incident")
LIST = """No,Name,Father,Born,Unit,Remark
1,Քարաբերդյան Արտակ,Սուրեն,14.03.2001,00001,SAMPLE
2,Նմուշյան Հայկ,Վարդան,1999,00001,SAMPLE
3,Լուսաձորյան Գոռ,Տիգրան,02.11.2000,00002,SAMPLE
4,Ձորաղբյուրյան Արամ,Կարեն,31.02.2001,00002,SAMPLE
5,Քարավազյան Նարեկ,Աշոտ,07.2000,00003,SAMPLE
6,Սարալանջյան Մհեր,Գագիկ,,00003,SAMPLE
"""
STILL = 4
"""So many equal looks in a row, a quarter of a second apart, are called rest."""
LONGEST = 60.0
"""So many seconds are waited for it."""
GROUNDS = 96
"""So many colours, the most frequent ones, stay as they are."""
CLOSE = 7
"""A colour nearer than this to one that is kept is drawn as that one."""
UNSEEN = 16
"""The most by which the edge of a letter may differ, of 255."""

type Colour = tuple[int, int, int]


class Camera:
    """The window of the program, and what it takes to have a page of it in front."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = folder / "Register"
        settings = SettingsFolder(folder / "settings")
        found_sample(self.vault, settings=settings)
        self.desk = make_application(["homeward"], Translator.open("en"), mode=Mode.LIGHT)
        self.desk.app.setCursorFlashTime(0)
        self.program = Program(self.desk, RegisterDoor(settings))
        self.program.root.resize(1440, 900)
        self.program.root.show()

    @property
    def frame(self) -> Frame:
        """The open register."""
        if self.program.frame is None:
            raise RuntimeError("the sample is not open")
        return self.program.frame

    @property
    def doors(self) -> Doors:
        """The doors of its window."""
        return self.frame.work.doors

    def ask[T](self, query: Callable[[Any], T]) -> T:
        """Read from the sample."""
        return self.frame.opened.workspace.read(query)

    def page[P: PagePanel](self, place: str, kind: type[P]) -> P:
        """Give a page of the window; raises TypeError for one of another kind."""
        found = self.frame.window.page(place)
        if not isinstance(found, kind):
            raise TypeError(place)
        return found

    def open(self) -> None:
        """Unlock the sample."""
        self.program.open(self.vault, SAMPLE_USER, SAMPLE_PASSPHRASE)
        while self.program.frame is None:
            self._wait(0.1)
        self.rest()

    def rest(self) -> QImage:
        """Wait until nothing moves any more and return what the window looks like."""
        before, same, until = QImage(), 0, time.monotonic() + LONGEST
        while same < STILL:
            if time.monotonic() > until:
                raise TimeoutError("the window does not come to rest")
            self._wait(0.25)
            now = self.program.root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
            same = same + 1 if now == before else 0
            before = now
        return before

    def take(self, lang: str, name: str) -> None:
        """Keep a picture of the window as it stands."""
        path = HERE / lang / "pictures" / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        self.rest().save(str(path))
        _make_small(path)
        print(path.relative_to(HERE), f"{path.stat().st_size / 1024:.0f} KB")

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.desk.app.processEvents()
            time.sleep(0.01)

    # --- what is in front

    def man(self) -> UUID:
        """Give the man the pictures tell of."""
        return self.ask(lambda reader: case_id_of(reader, MAN))

    def cases(self) -> None:
        """Show the open cases, one man in hand."""
        self.frame.window.open_page("cases", CaseFilter(with_closed=False))
        self.rest()
        page = self.page("cases", CasesPanel)
        for at in range(page.table.rows.rowCount()):
            row = page.table.row_at(at)
            if row is not None and row.number == MAN:
                page.table.choose_row(at)
                above = page.table.rows.index(max(at - 7, 0), 0)
                page.table.scrollTo(above, page.table.ScrollHint.PositionAtTop)
        self.rest()

    def case_file(self) -> None:
        """Show his file at the timeline."""
        if self.doors.cases is not None:
            self.doors.cases.open_case(self.man(), "timeline")

    def record_event(self) -> None:
        """Show the form of an event while it is being filled."""
        if self.doors.events is not None:
            self.doors.events.open_record(self.man())
        self.rest()
        page = self.page("event_form", EventPage)
        page.take_draft(to_json(self._draft()))

    def incident(self) -> None:
        """Show the incident with its sum and its claims."""
        if self.doors.incidents is not None:
            self.doors.incidents.open_incident(self.ask(incident_rows)[0].id)

    def imported(self) -> None:
        """Show a list with its columns mapped and what would happen."""
        path = self.folder / "list-2021-03-09.csv"
        path.write_text(LIST, encoding="utf-8")
        self.frame.window.open_page("imports")
        page = self.page("imports", ImportPanel)
        page.open_file(path)
        self.rest()
        page.findChildren(LineEdit)[0].setText("Ministry of Defence")
        page.preview()

    def preview(self) -> None:
        """Show his file as it would be printed."""
        if self.doors.papers is not None:
            self.doors.papers.open_preview([self.man()])

    def _draft(self) -> EventDraft:
        lang = self.desk.kit.translator.lang
        place = self.ask(lambda reader: find_places(reader, "Baku", limit=1))[0]
        source = self.ask(lambda reader: find_sources(reader, "W-03", limit=1))[0]
        who = SourceDraft(
            source=str(source.id),
            shown=shown_source(source.code, source.shown(lang)),
            said="09.03.2021",
            words="Տեսել եմ նրան միջանցքում, ձեռքը վիրակապված էր։",
            words_lang="hy",
            reliability=Reliability.C,
            credibility=Credibility.THREE,
        )
        return EventDraft(
            code=EventCode.C19,
            when=DateDraft(DateWord.BETWEEN, Boxes("20", 1, "2021"), Boxes("25", 1, "2021")),
            place=ChosenPlace(str(place.id), place.name(lang), PlacePrecision.SETTLEMENT),
            who=who,
        )


def _make_small(path: Path) -> None:
    """Write a picture anew in 256 colours, unless one could see it; the grounds stay exact."""
    full = Image.open(path).convert("RGB")
    bands = full.tobytes()
    points = list(zip(bands[::3], bands[1::3], bands[2::3], strict=True))
    counted = [colour for colour, _ in Counter(points).most_common()]
    kept = counted[:GROUNDS]
    for colour in counted[GROUNDS:]:
        if len(kept) < 256 and _distance(colour, _nearest(colour, kept)) > CLOSE:
            kept.append(colour)
    place = {colour: at for at, colour in enumerate(kept)}
    taken = {colour: place[_nearest(colour, kept)] for colour in counted}
    if max(_distance(colour, kept[taken[colour]]) for colour in counted) > UNSEEN:
        full.save(path, "PNG", optimize=True)
        return
    small = Image.frombytes("P", full.size, bytes(taken[colour] for colour in points))
    small.putpalette([part for colour in kept for part in colour])
    small.save(path, "PNG", optimize=True)


def _distance(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _nearest(colour: Colour, kept: list[Colour]) -> Colour:
    return min(kept, key=lambda one: _distance(colour, one))


def take(camera: Camera, lang: str) -> None:
    """Take the pictures of one language."""
    camera.program.speak(lang)
    files = camera.frame.window.files
    while files.keys():
        files.close_current()
    for name, show in zip(
        MAIN, (camera.cases, camera.case_file, camera.record_event, camera.incident), strict=True
    ):
        show()
        camera.take(lang, name)
    if lang != "en":
        return
    for name, show in (("import", camera.imported), ("report-preview", camera.preview)):
        show()
        camera.take(lang, name)
    camera.desk.kit.theme.choose(Mode.DARK)
    camera.cases()
    camera.take(lang, "cases-dark")
    camera.desk.kit.theme.choose(Mode.LIGHT)


def main(wanted: list[str]) -> None:
    """Take the pictures of the languages named, of all without a name."""
    with TemporaryDirectory() as folder:
        os.environ["HOMEWARD_SETTINGS_DIR"] = str(Path(folder) / "settings")
        camera = Camera(Path(folder))
        camera.take("en", "unlock")
        camera.open()
        for lang in wanted or LANGUAGES:
            take(camera, lang)
        camera.program.end()


if __name__ == "__main__":
    main(sys.argv[1:])
