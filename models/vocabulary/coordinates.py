"""Points on the ground: how far apart, how exact, in the theatre or not, said in two ways."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

METRES_A_DEGREE = 111_320
_EARTH = 6_371_000
LAT_LIMIT, LON_LIMIT = 90.0, 180.0
#: The theatre (domain.md 4.8): the South Caucasus from Nakhchivan to Baku and the mountains.
SOUTH, NORTH = 38.3, 41.9
WEST, EAST = 43.4, 51.0
_FINEST = 6


@dataclass(frozen=True, slots=True)
class Point:
    """A point in decimal degrees, WGS 84; `precision_m` is as many metres as its last digit."""

    lat: float
    lon: float
    precision_m: int | None = None


class CoordinateFault(StrEnum):
    """Why a text is no point."""

    EMPTY = "coordinates_empty"
    UNREADABLE = "coordinates_unreadable"
    ONE_NUMBER = "coordinates_one_number"
    ONE_LETTER = "coordinates_one_letter"
    SAME_TWICE = "coordinates_same_twice"
    SIXTY = "coordinates_sixty"
    OFF_THE_GLOBE = "coordinates_off_the_globe"
    SWAPPED = "coordinates_swapped"


class CoordinateDoubt(StrEnum):
    """What about a point wants a question before it is kept (domain.md 4.8)."""

    MIRRORED_WEST = "mirrored_west"
    MIRRORED_SOUTH = "mirrored_south"
    SWAPPED = "swapped"
    OUTSIDE = "outside"


class NotCoordinates(ValueError):
    """A text is no point: `fault` says why, `data` fills the sentence."""

    def __init__(self, fault: CoordinateFault, **data: object) -> None:
        self.fault = fault
        self.data = data
        super().__init__(fault.value)


def on_the_globe(lat: float, lon: float) -> bool:
    """Say whether there is such a point."""
    return abs(lat) <= LAT_LIMIT and abs(lon) <= LON_LIMIT


def in_theatre(lat: float, lon: float) -> bool:
    """Say whether a point lies in the theatre: latitude 38.3-41.9, longitude 43.4-51.0."""
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def doubt_about(lat: float, lon: float) -> CoordinateDoubt | None:
    """Say what is odd about a point outside the theatre; None for one inside.

    A site on the web printed Azokh and Hadrut with West longitude (domain.md 4.8): a slip that
    puts a village into the Atlantic is named as the slip it is.
    """
    if in_theatre(lat, lon):
        return None
    if in_theatre(lat, -lon):
        return CoordinateDoubt.MIRRORED_WEST
    if in_theatre(-lat, lon):
        return CoordinateDoubt.MIRRORED_SOUTH
    if in_theatre(lon, lat):
        return CoordinateDoubt.SWAPPED
    return CoordinateDoubt.OUTSIDE


def metres_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance of two points along the ground, in metres."""
    half_lat = radians(other_lat - lat) / 2
    half_lon = radians(other_lon - lon) / 2
    flat = cos(radians(lat)) * cos(radians(other_lat))
    return 2 * _EARTH * asin(sqrt(sin(half_lat) ** 2 + flat * sin(half_lon) ** 2))


def decimals_for(precision_m: int | None) -> int:
    """Return how many decimals of a degree a point deserves, by its precision in metres."""
    if precision_m is None:
        return 4
    digits = 0
    while digits < _FINEST and METRES_A_DEGREE / 10**digits > max(precision_m, 1) * 1.01:
        digits += 1
    return digits


def in_decimal(point: Point) -> str:
    """Write a point in decimal degrees as it was given, beyond four figures as far as it is exact.

    "39.5458, 46.7708"; seconds turned into degrees would claim to know a hand's breadth.
    """
    given = max(
        len(f"{angle:.6f}".rstrip("0").partition(".")[2]) for angle in (point.lat, point.lon)
    )
    digits = max(2, min(given, max(decimals_for(point.precision_m), 4)))
    return f"{point.lat:.{digits}f}, {point.lon:.{digits}f}"


def in_degrees(angle: float) -> str:
    """Write an angle without its side, in degrees, minutes and seconds: "39°32′45″"."""
    seconds = round(abs(angle) * 3600)
    minutes, seconds = divmod(seconds, 60)
    degrees, minutes = divmod(minutes, 60)
    return f"{degrees}°{minutes:02d}′{seconds:02d}″"
