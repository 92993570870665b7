"""The look: contrast as measured, marks as defined, type and icons."""

from itertools import product

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.application import RESOURCES
from app.ui.theme.icons import UnknownIcon
from app.ui.theme.marks import FILLS, Fill, fill_of, paint_mark
from app.ui.theme.palette import (
    Palette,
    Role,
    Scheme,
    SystemColours,
    contrast,
    high_contrast,
    load_palettes,
)
from app.ui.theme.stylesheet import stylesheet
from app.ui.theme.theme import Mode, Theme, qt_palette
from app.ui.theme.type_scale import TypeScale
from models.vocabulary.status import Ack, Custody, Facet, Fate, Remains, Repat

PALETTES = load_palettes(RESOURCES / "theme" / "palette.json")
TEXT_ROLES = (Role.TEXT, Role.TEXT2, Role.TEXT3)
GROUNDS = (Role.WINDOW, Role.CANVAS, Role.SURFACE, Role.RAISED, Role.SEL, Role.HOVER)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_text_is_readable_on_every_ground(scheme: Scheme) -> None:
    palette = PALETTES[scheme]
    lowest = min(
        contrast(palette.hex(text), palette.hex(ground))
        for text, ground in product(TEXT_ROLES, GROUNDS)
    )
    assert lowest >= 4.5
    assert round(lowest, 2) >= {Scheme.LIGHT: 4.96, Scheme.DARK: 4.73}[scheme]


@pytest.mark.parametrize(
    ("one", "other", "light", "dark"),
    [
        (Role.ONACCENT, Role.ACCENTFILL, 7.56, 5.37),
        (Role.ACCENT, Role.CANVAS, 7.06, 8.79),
        (Role.WARN, Role.WARNBG, 6.89, 7.58),
        (Role.ERR, Role.ERRBG, 6.87, 7.25),
        (Role.OK, Role.OKBG, 6.04, 6.91),
        (Role.FIELD, Role.SURFACE, 3.67, 3.86),
        (Role.MARK, Role.SEL, 9.7, 7.6),
    ],
)
def test_pairs_have_the_contrast_that_was_measured(
    one: Role, other: Role, light: float, dark: float
) -> None:
    for scheme, figure in ((Scheme.LIGHT, light), (Scheme.DARK, dark)):
        palette = PALETTES[scheme]
        assert contrast(palette.hex(one), palette.hex(other)) == pytest.approx(figure, abs=0.06)


def test_dark_surfaces_get_lighter_as_they_rise() -> None:
    palette = PALETTES[Scheme.DARK]
    rising = [Role.WINDOW, Role.CANVAS, Role.SURFACE, Role.RAISED]
    shades = [QColor(palette.hex(role)).lightness() for role in rising]
    assert shades == sorted(shades)


@pytest.mark.parametrize(
    "system",
    [
        SystemColours("#000000", "#FFFFFF", "#FFFF00", "#1AEBFF", "#000000"),
        SystemColours("#FFFFFF", "#000000", "#00009F", "#37006E", "#FFFFFF"),
        SystemColours("#808080", "#909090", "#808080", "#808080", "#808080"),
    ],
)
def test_high_contrast_is_readable_whatever_the_system_says(system: SystemColours) -> None:
    palette = high_contrast(system)
    for text, ground in product(TEXT_ROLES, GROUNDS):
        assert contrast(palette.hex(text), palette.hex(ground)) >= 7
    assert contrast(palette.hex(Role.ONACCENT), palette.hex(Role.ACCENTFILL)) >= 4.5
    assert palette.hex(Role.LINE) == palette.hex(Role.TEXT)


def test_stylesheet_stays_short_and_has_no_colour_of_its_own() -> None:
    for palette in PALETTES.values():
        sheet = stylesheet(palette, 30, RESOURCES / "theme")
        assert len(sheet.splitlines()) < 150
        named = {palette.hex(role).upper() for role in Role}
        found = {word.strip(";").upper() for word in sheet.split() if word.startswith("#")}
        assert {word for word in found if len(word) == 7} <= named


def test_theme_switches_live(qapp: QApplication, theme: Theme) -> None:
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(theme.is_dark))
    before = theme.color(Role.CANVAS)
    theme.choose(Mode.DARK)
    assert heard == [True]
    assert theme.color(Role.CANVAS) != before
    assert qapp.palette().window().color() == theme.color(Role.CANVAS)
    theme.choose(Mode.HIGH_CONTRAST)
    assert theme.is_high_contrast


@pytest.mark.parametrize("points", [9.0, 9.75, 12.0, 18.0, 40.0])
def test_type_follows_the_base_size_and_is_never_below_11(points: float) -> None:
    scale = TypeScale(["Homeward Sans"], points)
    assert scale.pixels("S") >= 11
    assert scale.pixels("S") <= scale.pixels("M") < scale.pixels("L") < scale.pixels("X")
    assert scale.points <= 18
    assert scale.scaled(32) >= 32


def test_type_at_the_base_of_the_look() -> None:
    scale = TypeScale(["Homeward Sans"], 9.75)
    assert [scale.pixels(size) for size in "SMLX"] == [11, 13, 16, 22]


def test_every_value_of_the_four_questions_has_its_mark() -> None:
    lists = {
        Facet.FATE: Fate,
        Facet.CUSTODY: Custody,
        Facet.ACK: Ack,
        Facet.REPAT: Repat,
        Facet.REMAINS: Remains,
    }
    for facet, values in lists.items():
        assert set(FILLS[facet.value]) == {value.value for value in values}
        for value in values:
            assert isinstance(fill_of(facet, value), Fill)


def test_a_confirmed_death_is_a_bar_and_a_reported_one_only_an_outline() -> None:
    assert fill_of(Facet.FATE, Fate.DEAD_CONFIRMED) is Fill.BAR
    assert fill_of(Facet.FATE, Fate.DEAD_INDICATED) is Fill.OUTLINE


def test_marks_differ_by_shape_alone(qapp: QApplication) -> None:
    seen: dict[bytes, tuple[str, Fill]] = {}
    shapes = {"REMAINS": "REPAT"}
    for facet, values in FILLS.items():
        for value in values:
            image = QImage(28, 28, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            paint_mark(painter, QRectF(0, 0, 28, 28), facet, value, QColor("#000000"))
            painter.end()
            key = (shapes.get(facet, facet), fill_of(facet, value))
            assert seen.setdefault(bytes(image.constBits()), key) == key
    assert len(seen) == len(set(seen.values()))


def test_every_icon_is_drawn_in_its_role(theme: Theme) -> None:
    assert {"photo", "audio", "grip", "camera", "scale", "bell", "calendar"} <= set(
        theme.icon_names
    )
    for name in theme.icon_names:
        image = theme.pixmap(name, Role.ERR, 16, 2.0).toImage()
        ink = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 250
        ]
        assert ink, name
        assert all(abs(one.red() - theme.color(Role.ERR).red()) < 8 for one in ink), name


def test_an_icon_nobody_drew_is_an_error(theme: Theme) -> None:
    with pytest.raises(UnknownIcon):
        theme.icon("no-such-icon")


def test_qt_palette_has_no_zebra() -> None:
    palette: Palette = PALETTES[Scheme.LIGHT]
    qt = qt_palette(palette)
    assert qt.alternateBase().color() == qt.base().color()
