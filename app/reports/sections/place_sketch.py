"""A sketch of the places in a file, from what is left of it for the reader."""

from __future__ import annotations

from collections.abc import Iterable

from app.reports.chart_blocks import PlaceMap, Spot, SpotKey, SpotKind
from app.reports.paper_words import PaperWords
from app.reports.sketch.ground import ground_for
from app.reports.sketch.towns import towns
from app.shapes.case_report import PlaceLine
from models.vocabulary.coordinates import Point
from models.vocabulary.places import PlaceKind, PlacePrecision

_WIDTH, _HEIGHT = 165.0, 62.0  # of the sheet on paper, in mm; only their ratio matters here
_COARSE = frozenset({PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY})
_WIDE = frozenset({PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY})
ENOUGH = 2  # marks, towns included: one dot on white says nothing


def place_sketch(lines: Iterable[PlaceLine], words: PaperWords) -> PlaceMap | None:
    """Sketch these places, or nothing where a sketch would say nothing.

    A place without a point is named below. A district is never drawn as if it were one spot.
    """
    spots: dict[Spot, None] = {}
    without: dict[str, None] = {}
    for line in lines:
        if line.point is not None:
            spots[_spot(line, line.point, words)] = None
        else:
            without[words.place(line.place)] = None
    return sketch_of(spots, words, without)


def sketch_of(
    spots: Iterable[Spot], words: PaperWords, without: Iterable[str] = ()
) -> PlaceMap | None:
    """Sketch these marks with the towns around; `without` are the names that have no point."""
    spots = tuple(spots)
    points = [Point(spot.lat, spot.lon, spot.within_m) for spot in spots]
    every = towns()
    ground = ground_for(points, _WIDTH, _HEIGHT, [town.point for town in every])
    if ground is None:
        return None
    around = tuple(
        Spot(SpotKind.TOWN, town.name.best(words.lang), town.point.lat, town.point.lon)
        for town in every
        if ground.shows(town.point.lat, town.point.lon)
    )
    if len({(spot.lat, spot.lon) for spot in spots}) < ENOUGH and len(around) < ENOUGH:
        return None
    return PlaceMap(
        spots=spots,
        towns=around,
        key=_key(spots, words),
        north=words.translator.say_in("north, on a map", "N"),
        bar_m=ground.scale_bar(),
        bar=_length(ground.scale_bar(), words),
        no_room=words.say("Drawn without a name, for want of room:"),
        under=_under(without, words),
    )


def _length(metres: int, words: PaperWords) -> str:
    kilometres, rest = divmod(metres, 1000)
    if rest:
        return words.say("{n} m", n=metres)
    return words.say("{n} km", n=kilometres)


def _spot(line: PlaceLine, point: Point, words: PaperWords) -> Spot:
    place = line.place
    name = place.names.best(words.lang) or words.place(place)
    if place.precision in _COARSE or place.kind in _WIDE:
        said = words.label("place_precision", place.precision) if place.precision else ""
        told = words.say("{place} ({precision})", place=name, precision=said) if said else name
        return Spot(SpotKind.AREA, told, point.lat, point.lon)
    return Spot(SpotKind.PLACE, name, point.lat, point.lon, point.precision_m)


def _key(spots: Iterable[Spot], words: PaperWords) -> tuple[SpotKey, ...]:
    """Explain the marks there may be; what finds no room on the sheet is not explained on it."""
    kinds = {spot.kind for spot in spots}
    meaning: list[tuple[SpotKind | None, str]] = []
    if SpotKind.PLACE in kinds:
        meaning.append((SpotKind.PLACE, words.say("place named in the file")))
    if any(spot.within_m for spot in spots):
        meaning.append((None, words.say("the place lies within this ring")))
    if SpotKind.AREA in kinds:
        meaning.append((SpotKind.AREA, words.say("known no closer than the district or region")))
    meaning.append((SpotKind.TOWN, words.say("town, to find one’s way")))
    return tuple(SpotKey(kind, said) for kind, said in meaning)


def _under(without: Iterable[str], words: PaperWords) -> tuple[str, ...]:
    said = [
        words.say("A sketch, not to be used for navigation. Names imply no position on status.")
    ]
    unplaced = "; ".join(without)
    if unplaced:
        lacking = words.say(
            "Not on the sketch, for want of coordinates: {places}.", places=unplaced
        )
        said.insert(0, lacking)
    return tuple(said)
