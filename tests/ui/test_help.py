"""The manual: a topic for every page, three languages, nothing dead, nothing from outside."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.i18n.translator import LANGUAGES, PSEUDO, Translator
from app.ui.doors import Part
from app.ui.editors.editor_page import place_of
from app.ui.help.door import first_help, hang_help
from app.ui.help.help_panel import HelpPanel
from app.ui.help.manual_text import ManualText
from app.ui.help.topics import PLACES, Topic, folder, linked_topic, page, title, topic_at
from app.ui.main_window import MainWindow
from app.ui.shell.page import PagePanel, Section
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit

UI = Path(__file__).resolve().parents[2] / "app" / "ui"
LETTERS = {"hy": re.compile(r"[\u0531-\u058a]"), "ru": re.compile(r"[а-яё]", re.IGNORECASE)}
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
KEYS = re.compile(r"`[^`]*`")


def pages() -> Iterator[tuple[str, Topic]]:
    return ((lang, topic) for lang in LANGUAGES for topic in Topic)


def places_of_the_window() -> set[str]:
    """Read the place of every page from the modules that make them."""
    found = set()
    for path in UI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if not any(f"{kind})" in text for kind in ("PagePanel", "FormPage", "PaperPanel")):
            continue
        found |= set(re.findall(r'^PLACE(?:: Final)? = "(\w+)"', text, re.MULTILINE))
        found |= set(re.findall(r'super\(\).__init__\(work\.kit, "(\w+)"', text))
    return found | {place_of(part) for part in Part}


def test_every_page_of_the_window_has_a_topic() -> None:
    places = places_of_the_window()
    assert {"cases", "case", "incidents", "incident", "imports", "papers", "help"} <= places
    assert places <= set(PLACES)


def test_a_place_without_a_topic_opens_what_the_register_is() -> None:
    assert topic_at("somewhere new") is Topic.WHAT_IT_IS


def test_every_topic_stands_in_three_languages() -> None:
    for lang, topic in pages():
        path = folder(lang) / f"{topic}.md"
        assert path.is_file(), path
        assert path.read_text(encoding="utf-8").startswith("# "), path


def test_every_file_of_the_manual_is_a_topic() -> None:
    for lang in LANGUAGES:
        assert {path.stem for path in folder(lang).glob("*.md")} == set(Topic)


def test_no_topic_has_two_names() -> None:
    for lang in LANGUAGES:
        assert len({title(topic, lang) for topic in Topic}) == len(Topic)


def test_no_link_is_dead_and_none_leads_outside() -> None:
    for lang, topic in pages():
        for is_picture, address in LINK.findall(page(topic, lang).read_text(encoding="utf-8")):
            if is_picture:
                assert (folder(lang) / address).is_file(), (lang, topic, address)
                assert address.startswith("pictures/")
            else:
                assert linked_topic(address) is not None, (lang, topic, address)


@pytest.mark.parametrize("lang", sorted(LETTERS))
def test_no_line_was_left_in_english(lang: str) -> None:
    for topic in Topic:
        for line in page(topic, lang).read_text(encoding="utf-8").splitlines():
            words = KEYS.sub("", LINK.sub("", line))
            if re.search(r"[A-Za-z]{3}", words):
                assert LETTERS[lang].search(words), (topic, line)


@pytest.mark.parametrize("lang", sorted(LETTERS))
def test_languages_tell_the_same_parts(lang: str) -> None:
    for topic in Topic:
        assert shape(topic, lang) == shape(topic, "en"), topic


def shape(topic: Topic, lang: str) -> tuple[int, int, int]:
    lines = page(topic, lang).read_text(encoding="utf-8").splitlines()
    return (
        sum(line.startswith("#") for line in lines),
        sum(line.startswith("|") for line in lines),
        sum(bool(re.match(r"- |\d\. ", line)) for line in lines),
    )


def test_armenian_sentences_end_as_armenian_ones() -> None:
    for topic in Topic:
        for line in page(topic, "hy").read_text(encoding="utf-8").splitlines():
            assert "?" not in line, (topic, line)
            assert not re.search(r"[\u0561-\u0587»]:(\s|$)", line), (topic, line)


def test_a_page_in_an_unknown_language_is_english() -> None:
    assert page(Topic.KEYS, PSEUDO) == page(Topic.KEYS, "en")


# --- in the window


@pytest.fixture
def window(qtbot: QtBot, kit: Kit) -> MainWindow:
    made = MainWindow(kit)
    qtbot.addWidget(made)
    for place in ("cases", "imports"):
        made.add_section(
            Section(place, lambda t: t.say("Search"), "search", lambda: PagePanel(kit))
        )
    hang_help(made)
    made.open_page("cases")
    made.show()
    qtbot.waitExposed(made)
    return made


def press(window: MainWindow, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(window.windowHandle(), event)


def manual(window: MainWindow) -> HelpPanel:
    panel = window.page("help")
    assert isinstance(panel, HelpPanel)
    return panel


def test_f1_opens_the_topic_of_the_page_in_front_and_esc_leads_back(window: MainWindow) -> None:
    for place in ("cases", "imports"):
        window.open_page(place)
        press(window, Qt.Key.Key_F1)
        assert window.place() == "help"
        assert manual(window).topics.topic() is topic_at(place)
        assert title(topic_at(place), "en") in manual(window).text.toPlainText()
        press(window, Qt.Key.Key_Escape)
        assert window.place() == place


def test_the_manual_changes_its_language_live(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1)
    for lang in ("hy", "ru", "en"):
        window.speak(Translator.open(lang))
        shown = manual(window)
        assert shown.topics.topic() is Topic.REGISTER
        assert shown.topics.currentItem().text() == title(Topic.REGISTER, lang)
        assert title(Topic.REGISTER, lang) in shown.text.toPlainText()


def test_a_link_leads_to_its_topic_and_nowhere_else(window: MainWindow) -> None:
    window.open_page("help", Topic.WHAT_IT_IS)
    text = manual(window).text
    text.anchorClicked.emit(QUrl("four-answers.md"))
    assert manual(window).topics.topic() is Topic.FOUR_ANSWERS
    for address in ("https://example.org/four-answers.md", "../register.md", "file:///register.md"):
        text.anchorClicked.emit(QUrl(address))
        assert manual(window).topics.topic() is Topic.FOUR_ANSWERS


def test_the_page_reads_nothing_but_pictures_of_the_manual(qtbot: QtBot, kit: Kit) -> None:
    text = ManualText(kit)
    qtbot.addWidget(text)
    text.show_topic(Topic.REGISTER, "en")
    image = QTextDocument.ResourceType.ImageResource.value
    shown = text.loadResource(image, QUrl("pictures/cases.png"))
    assert isinstance(shown, QImage)
    assert not shown.isNull()
    outside = (
        "../../icons/person.svg",
        "/etc/hostname",
        "file:///etc/hostname",
        "https://example.org/cases.png",
        "//example.org/pictures/cases.png",
        "pictures/none.png",
    )
    for address in outside:
        assert text.loadResource(image, QUrl(address)) is None, address
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert text.loadResource(style, QUrl("register.md")) is None


def test_the_unlock_screen_has_the_manual_too(qtbot: QtBot, kit: Kit) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(1440, 900)
    sheet = first_help(kit, screen)
    panel = sheet.findChild(HelpPanel)
    assert isinstance(panel, HelpPanel)
    assert panel.topics.topic() is Topic.FIRST_START
    sheet.open()
    with qtbot.waitSignal(sheet.rejected):
        panel.left.emit()


def test_dressing_a_page_leaves_the_type_of_the_program_alone(qtbot: QtBot, kit: Kit) -> None:
    text = ManualText(kit)
    qtbot.addWidget(text)
    before = [kit.theme.font(size, strong=strong) for size in Size for strong in (False, True)]
    kept = [font.toString() for font in before]
    text.show_topic(Topic.KEYS, "hy")
    after = [kit.theme.font(size, strong=strong) for size in Size for strong in (False, True)]
    assert [font.toString() for font in after] == kept


def test_every_page_is_shown_whole(qtbot: QtBot, kit: Kit) -> None:
    text = ManualText(kit)
    qtbot.addWidget(text)
    for lang, topic in pages():
        text.show_topic(topic, lang)
        shown = text.toPlainText()
        assert title(topic, lang) in shown
        assert "**" not in shown
        assert "](" not in shown
