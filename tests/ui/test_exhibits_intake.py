"""Files come in through the window: dropped, pasted, picked or scanned, each asked where from."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.jobs.exhibits.intake import take_in
from app.ui.exhibits import intake_run, pickers
from app.ui.exhibits.exhibits_panel import PLACE
from app.ui.exhibits.intake_draft import Twice
from app.ui.exhibits.intake_page import PLACE as INTAKE
from app.ui.exhibits.ties import TieKind
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.workspace import Workspace
from models.vocabulary.exhibits import ReceivedBy
from tests.factories.exhibits import FROM_MOTHER, keep_plainly, photo, png, written
from tests.factories.men import missing_man
from tests.metrics import record
from tests.registers import Home
from tests.ui.exhibit_desk import carrying, drop, files, intake_of, kept, list_of, plain_text
from tests.ui.frames import framed, opened_file, settle, until

LETTER = "От: сестра\nКому: управление\nТема: о моём брате\n\nОн звонил 13 декабря."


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


def pasted_picture() -> QMimeData:
    """Give a picture as a desk copies it where no file stands behind it."""
    mime = QMimeData()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    mime.setImageData(image)
    return mime


def paste(frame: Frame, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    list_of(frame).paste()


def pick(frame: Frame, paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickers, "ask_files", lambda *_: tuple(paths))
    list_of(frame).pick()


def scan(frame: Frame, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickers, "ask_folder", lambda *_: folder)
    list_of(frame).scan()


def test_every_way_in_asks_at_once_where_it_came_from(
    frame: Frame,
    qtbot: QtBot,
    register: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = written(tmp_path, "IMG_1.jpg", photo())
    scans = tmp_path / "scans"
    written(scans, "page 1.png", png())
    ways: list[Callable[[], None]] = [
        lambda: drop(list_of(frame), files(picture)),
        lambda: drop(list_of(frame), files(scans)),
        lambda: drop(list_of(frame), carrying("message/rfc822", LETTER.encode())),
        lambda: paste(frame, files(picture)),
        lambda: paste(frame, carrying("image/png", png())),
        lambda: paste(frame, pasted_picture()),
        lambda: paste(frame, plain_text("Ես տեսա նրան դեկտեմբերի 15-ին")),
        lambda: paste(frame, plain_text(LETTER)),
        lambda: pick(frame, [picture], monkeypatch),
        lambda: scan(frame, scans, monkeypatch),
    ]
    asked = 0
    for bring_in in ways:
        frame.window.open_page(PLACE)
        bring_in()
        page = intake_of(frame)
        page.save()
        here = frame.window.here()[0] == INTAKE and len(page.files.rows) == 1
        asked += here and bool(page.entries["origin"].message) and not page.busy
        page.files.clear()
    settle(qtbot, frame.work.tasks)
    record(
        "U-11",
        "ways of bringing things in that ask where they came from",
        f"{asked} of {len(ways)}",
        target="8 formats",
        holds=asked == len(ways),
    )
    assert asked == len(ways)
    assert kept(register) == ()


def test_a_dropped_file_comes_in_with_the_answer(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    letter = written(tmp_path, "նամակ.txt", "Սիրելի մայրիկ".encode())
    drop(list_of(frame), files(letter))
    page = intake_of(frame)
    page.origin.words.set_text("Մայրը բերեց")
    page.received.set_text("09.03.2021")
    page.save()
    settle(qtbot, frame.work.tasks)
    (row,) = kept(register)
    assert (row.origin, row.original_name) == ("Մայրը բերեց", "նամակ.txt")
    assert row.media_type == "text/plain"
    assert row.received.edtf == "2021-03-09"
    assert frame.window.here()[0] == PLACE
    assert list_of(frame).table.rows.rowCount() == 1


def test_not_known_is_an_answer(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    drop(list_of(frame), plain_text(LETTER))
    page = intake_of(frame)
    assert page.received_by.code() is ReceivedBy.EMAIL
    page.origin.unknown.setChecked(True)
    page.save()
    settle(qtbot, frame.work.tasks)
    (row,) = kept(register)
    assert not row.origin_known
    assert row.title == "о моём брате"


def test_a_program_that_calls_itself_a_document_is_told_of_before_it_comes_in(
    frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    trick = written(tmp_path, "photo\u202egpj.exe", b"MZ" + bytes(4000))
    drop(list_of(frame), files(trick))
    settle(qtbot, frame.work.tasks)
    (row,) = intake_of(frame).files.rows.values()
    said = [label.text() for label in row.findChildren(Label)]
    assert any("It is a program" in text for text in said)
    assert any("cannot be seen" in text for text in said)


def test_the_same_file_again_is_told_and_the_one_that_is_here_is_tied(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    case_id = missing_man(register)
    first = keep_plainly(register, b"the same letter")
    again = written(tmp_path, "copy.txt", b"the same letter")
    file = opened_file(frame, qtbot, case_id)
    drop(file, files(again))
    settle(qtbot, frame.work.tasks)
    page = intake_of(frame)
    (row,) = page.files.rows.values()
    assert row.twice.isVisibleTo(page)
    assert Twice(row.twice.code()) is Twice.TIE
    (tie,) = page.ties.named()
    assert (tie.kind, tie.id) == (TieKind.CASE, str(case_id))
    page.origin.words.set_text("Կրկին ուղարկվել է")
    page.save()
    settle(qtbot, frame.work.tasks)
    (only,) = kept(register)
    assert only.id == first.exhibit_id
    assert [link.case_id for link in only.links] == [case_id]


def test_a_file_that_is_gone_has_its_sentence_and_the_others_come_in(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    paths = [written(tmp_path, f"{n}.txt", f"letter {n}".encode()) for n in range(3)]
    drop(list_of(frame), files(*paths))
    settle(qtbot, frame.work.tasks)
    paths[1].unlink()
    page = intake_of(frame)
    page.origin.words.set_text("Փոստով")
    page.save()
    settle(qtbot, frame.work.tasks)
    assert sorted(row.original_name for row in kept(register)) == ["0.txt", "2.txt"]
    (left,) = page.files.rows.values()
    assert left.incoming.name == "1.txt"
    assert frame.window.here()[0] == INTAKE
    assert page.entries["files"].message


def test_stopping_keeps_what_is_saved_and_says_what_is_not(
    frame: Frame,
    qtbot: QtBot,
    register: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = [written(tmp_path, f"{n}.txt", f"letter {n}".encode()) for n in range(3)]
    done: list[str] = []

    def slowly(*given: object, **more: object) -> object:
        if done:
            cancelled = more["cancelled"]
            assert callable(cancelled)
            while not cancelled():
                time.sleep(0.01)
        taken = take_in(*given, **more)  # type: ignore[arg-type]  # handed on as they came
        done.append(taken.number)
        return taken

    monkeypatch.setattr(intake_run, "take_in", slowly)
    drop(list_of(frame), files(*paths))
    settle(qtbot, frame.work.tasks)
    page = intake_of(frame)
    page.origin.words.set_text("Փոստով")
    page.save()
    until(qtbot, lambda: bool(done))
    assert page.run.card is not None
    page.run.card.cancel_button.click()
    settle(qtbot, frame.work.tasks)
    assert len(kept(register)) == 1
    assert len(page.files.rows) == 2
    message = page.kit.say(page.entries["files"].message)
    assert "1 file is saved and stays." in message
    assert "2 files were not taken in" in message


def test_a_new_source_is_entered_once_for_all_files(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    paths = [written(tmp_path, f"{n}.txt", f"letter {n}".encode()) for n in range(2)]
    drop(list_of(frame), files(*paths))
    page = intake_of(frame)
    page.origin.words.set_text(FROM_MOTHER.origin)
    page.source.start_new()
    page.source.title.setText("Ընկերոջ մայրը")
    page.save()
    settle(qtbot, frame.work.tasks)
    assert len(kept(register)) == 2
    found: list[str] = []
    page.source._search("Ընկերոջ մայրը", lambda hits: found.extend(hit.code for hit in hits))
    settle(qtbot, frame.work.tasks)
    assert len(found) == 1


def test_what_was_typed_waits_when_one_leaves(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    letter = written(tmp_path, "letter.txt", b"letter")
    drop(list_of(frame), files(letter))
    page = intake_of(frame)
    page.origin.words.set_text("Մայրը բերեց")
    content = page.draft_content()
    page.files.clear()
    page.origin.words.set_text("")
    page.take_draft(content)
    settle(qtbot, frame.work.tasks)
    assert page.origin.value() == ("Մայրը բերեց", False)
    assert [row.incoming.path for row in page.files.rows.values()] == [letter]


def test_dropping_on_a_file_ties_to_him_and_to_nobody_else(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    men: list[UUID] = [missing_man(register), missing_man(register)]
    drop(opened_file(frame, qtbot, men[0]), files(written(tmp_path, "of the first.txt", b"1")))
    page = intake_of(frame)
    page.origin.words.set_text("Մայրը բերեց")
    page.cancel()
    settle(qtbot, frame.work.tasks)
    drop(opened_file(frame, qtbot, men[1]), files(written(tmp_path, "of the second.txt", b"2")))
    settle(qtbot, frame.work.tasks)
    assert [tie.id for tie in page.ties.named()] == [str(men[1])]
    assert [row.incoming.name for row in page.files.rows.values()] == ["of the second.txt"]
    assert page.origin.value() == ("", False)
    assert page.banner.isVisibleTo(page)
