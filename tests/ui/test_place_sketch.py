"""A place in the window is shown where it lies, and no closer than it is known."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.reports.chart_blocks import SpotKind
from app.shapes.places import PlaceNameView, PlaceView
from app.ui.widgets.kit import Kit
from app.ui.widgets.place_sketch import PlaceSketch
from models.vocabulary.places import PlaceKind, PlaceNameKind


@pytest.fixture
def sketch(qtbot: QtBot, kit: Kit) -> PlaceSketch:
    page = QWidget()
    page.resize(700, 320)
    made = PlaceSketch(kit)
    QVBoxLayout(page).addWidget(made)
    qtbot.addWidget(page)
    page.show()
    made.page = page  # type: ignore[attr-defined]  # kept alive with its sketch
    return made


def place(lat: float | None, kind: PlaceKind = PlaceKind.SETTLEMENT) -> PlaceView:
    """Invent a place near Hadrut."""
    name = PlaceNameView("en", "Sample village", PlaceNameKind.LOCAL)
    lon = None if lat is None else 46.8
    return PlaceView(uuid4(), kind, (name,), lat=lat, lon=lon, coord_precision_m=2000)


def test_a_place_stands_among_the_towns_around_it(sketch: PlaceSketch) -> None:
    sketch.show_place(place(39.55))
    assert sketch.isVisible()
    assert sketch.block is not None
    assert [spot.name for spot in sketch.block.spots] == ["Sample village"]
    assert "Hadrut" in [town.name for town in sketch.block.towns]
    assert not sketch.grab().isNull()


def test_a_district_is_not_one_spot(sketch: PlaceSketch) -> None:
    sketch.show_place(place(39.55, PlaceKind.DISTRICT))
    assert sketch.block is not None
    assert sketch.block.spots[0].kind is SpotKind.AREA
    assert sketch.block.spots[0].within_m is None


@pytest.mark.parametrize("lat", [None, -60.0], ids=["no point", "far from every town"])
def test_a_sketch_that_would_say_nothing_is_not_there(
    sketch: PlaceSketch, lat: float | None
) -> None:
    sketch.show_place(place(39.55))
    sketch.show_place(place(lat))
    assert not sketch.isVisible()
