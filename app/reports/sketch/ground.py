"""Which piece of ground a sketch shows, and where a point of it lies on the sheet.

Degrees become lengths as on a flat sheet, with the shrinking of the meridians taken at the middle:
over a few hundred kilometres nobody can tell, and over more no sketch is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, floor, log10, radians

from models.vocabulary.coordinates import METRES_A_DEGREE, Point, on_the_globe

LEAST_METRES = 24_000  # across: a village alone says nothing without what lies around it
MOST_METRES = 600_000  # between his places: beyond, lengths and directions would be wrong
MARGIN = 1.3  # of the ground that the places take
GROWTH, MOST_GROWTH = 1.25, 3.0
ENOUGH_TOWNS = 5
BAR_SHARE = 0.28  # of the width, at most
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Ground:
    """A rectangle of ground on a rectangle of sheet; y runs down, as on a page and a screen."""

    lat: float  # of the middle
    lon: float
    metres: float  # for one unit of the sheet
    width: float
    height: float

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a point lies, from the top left corner."""
        east = (lon - self.lon) * _metres_a_degree_east(self.lat)
        north = (lat - self.lat) * METRES_A_DEGREE
        return self.width / 2 + east / self.metres, self.height / 2 - north / self.metres

    def shows(self, lat: float, lon: float, inset: float = 0.0) -> bool:
        """Tell whether a point lies on the sheet, `inset` from its edge."""
        x, y = self.place(lat, lon)
        return inset <= x <= self.width - inset and inset <= y <= self.height - inset

    def length(self, metres: float) -> float:
        """Return how long a distance is on the sheet."""
        return metres / self.metres

    def scale_bar(self) -> int:
        """Return the metres of a scale bar: 1, 2 or 5 and noughts, no longer than its share."""
        most = self.width * BAR_SHARE * self.metres
        power = 10 ** floor(log10(most))
        return int(max(step * power for step in _STEPS if step * power <= most))


def ground_for(
    points: Sequence[Point], width: float, height: float, towns: Iterable[Point] = ()
) -> Ground | None:
    """Choose the ground that shows all of `points` with their circles, and some towns around.

    Only `points` decide where it lies. Returns None where they lie too far apart, or where there
    is no point at all.
    """
    shown = [point for point in points if on_the_globe(point.lat, point.lon)]
    if not shown:
        return None
    lat, lon = _middle([p.lat for p in shown]), _middle([p.lon for p in shown])
    east = _metres_a_degree_east(lat)
    across = max(2 * (abs(p.lon - lon) * east + (p.precision_m or 0)) for p in shown)
    down = max(2 * (abs(p.lat - lat) * METRES_A_DEGREE + (p.precision_m or 0)) for p in shown)
    if max(across, down) > MOST_METRES:
        return None
    metres = max(across * MARGIN / width, down * MARGIN / height, LEAST_METRES / width)
    known = list(towns)
    best = ground = Ground(lat, lon, metres, width, height)
    most = _seen(ground, known)
    while most < ENOUGH_TOWNS and ground.metres * GROWTH <= metres * MOST_GROWTH:
        ground = Ground(lat, lon, ground.metres * GROWTH, width, height)
        if _seen(ground, known) > most:
            best, most = ground, _seen(ground, known)
    return best


def _seen(ground: Ground, towns: Iterable[Point]) -> int:
    return sum(ground.shows(town.lat, town.lon) for town in towns)


def _middle(angles: Sequence[float]) -> float:
    return (min(angles) + max(angles)) / 2


def _metres_a_degree_east(lat: float) -> float:
    return METRES_A_DEGREE * max(cos(radians(lat)), 0.05)
