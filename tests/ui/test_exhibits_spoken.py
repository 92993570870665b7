"""Pages of exhibits: every word follows the language, whatever takes the keyboard has a name."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.translator import LANGUAGES, PSEUDO, Translator
from app.sandbox.exhibit_calls import FileDesk
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo
from app.ui.exhibits.exhibit_form import PLACE as FORM
from app.ui.exhibits.exhibits_panel import PLACE
from app.ui.exhibits.intake_page import PLACE as INTAKE
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy, Shown
from tests.factories.exhibits import bring_in, photo
from tests.factories.men import missing_man
from tests.metrics import record
from tests.registers import Home
from tests.ui.exhibit_desk import drop, intake_of, kept, list_of, opened, plain_text
from tests.ui.frames import framed, settle
from tests.ui.spoken_pages import cut, unnamed, words_of

#: What is data or the same in every language: Armenian names, numbers, types, keys, sizes.
DATA = re.compile(
    r"[Ա-Ֆա-ևА-Яа-яё“”«»]|^[\W\d_]*$|HRD-|E-20|^[0-9a-f ]{79}$|image/|text/|\.(jpg|txt)"
    r"|Ctrl|Alt|Esc|Enter|Del|Pg|F\d|^[A-Z]$|SAMPLE|Homeward|English"
)


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as found:
        facts = ExhibitFacts(
            ExhibitKind.PHOTO,
            "Նկար",
            origin="Մայրը բերեց",
            received_by=ReceivedBy.IN_PERSON,
            shows=frozenset({Shown.INJURY}),
            url="հասցե",
            description="Երեք մարդ",
        )
        man = missing_man(found)
        with FileDesk() as desk:
            bring_in(found, photo(), LinkTo(man), name="նկար.exe", facts=facts, desk=desk)
        yield found


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def pages(frame: Frame, qtbot: QtBot, register: Workspace) -> list[QWidget]:
    """Open every page of exhibits with something on it."""
    (row,) = kept(register)
    frame.window.open_page(PLACE)
    settle(qtbot, frame.work.tasks)
    page = list_of(frame)
    panel = opened(frame, qtbot, row)
    panel.edit()
    settle(qtbot, frame.work.tasks)
    drop(page, plain_text("Խոսք"))
    settle(qtbot, frame.work.tasks)
    evidence = frame.exhibits.evidence_of(row.links[0].case_id or row.id, "Նմուշյան")
    qtbot.addWidget(evidence)
    evidence.show()
    settle(qtbot, frame.work.tasks)
    sheets: list[QWidget] = [
        panel.deeds.outward.export_original(row, panel),
        panel.deeds.tie(row, panel),
        panel.deeds.put_into_bin(row, panel),
    ]
    return [
        page,
        page.detail,
        panel,
        panel._rail,
        panel._corner,
        frame.window.page(FORM),
        intake_of(frame),
        evidence,
        *sheets,
    ]


def test_every_word_follows_the_language_and_every_control_has_a_name(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    shown = pages(frame, qtbot, register)
    assert frame.window.page(INTAKE) in shown
    assert [name for page in shown for name in unnamed(page)] == []
    frame.window.speak(Translator.open(PSEUDO))
    settle(qtbot, frame.work.tasks)
    left = sorted(
        {text for page in shown for text in words_of(page) if text and not DATA.search(text)}
    )
    assert left == []


def test_no_word_is_cut_at_three_sizes_in_three_languages(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    frame.window.resize(1440, 900)
    (row,) = kept(register)
    panel = opened(frame, qtbot, row)
    panel.edit()
    drop(list_of(frame), plain_text("Խոսք"))
    settle(qtbot, frame.work.tasks)
    places = ((PLACE, list_of(frame)), (FORM, frame.window.page(FORM)), (INTAKE, intake_of(frame)))
    found: set[tuple[float, str, str, str]] = set()
    for points in (9.0, 12.0, 18.0):
        frame.window.kit.theme.set_points(points)
        for lang in LANGUAGES:
            frame.window.speak(Translator.open(lang))
            for place, page in places:
                frame.window.open_page(place)
                qtbot.wait(60)
                found |= {(points, lang, place, text) for text in cut(page)}
            frame.exhibits.open_exhibit(row.id)
            qtbot.wait(200)
            found |= {(points, lang, "exhibit", text) for text in cut(panel)}
    record(
        "U-15",
        "words cut on the pages of exhibits at three sizes in three languages",
        str(len(found)),
        target="0",
        holds=not found,
    )
    assert found == set()
