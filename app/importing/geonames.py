"""Turns lines of GeoNames into places: which kind, which names, and what keeps a line out."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.search.fold import fold
from app.search.scripts import script_of
from app.shapes.requests.places import AddPlace, PlaceNameForm
from models.vocabulary.coordinates import CoordinateDoubt, doubt_about, on_the_globe
from models.vocabulary.people import Script
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind

CLASSES = "PATSRL"
"""Classes of GeoNames that hold places we keep: settlements, districts, heights, spots, roads."""
SOURCE = "GeoNames, CC BY 4.0"
MOST_NAMES = 6
"""Names kept of one language."""
LONGEST_NAME = 200

_KINDS: Mapping[str, PlaceKind] = {
    "A.ADM1": PlaceKind.REGION, "A.ADM2": PlaceKind.DISTRICT, "A.ADM3": PlaceKind.DISTRICT,
    "A.ADMD": PlaceKind.DISTRICT, "A.ADM1H": PlaceKind.REGION, "A.ADM2H": PlaceKind.DISTRICT,
    "T.MT": PlaceKind.MOUNTAIN, "T.MTS": PlaceKind.MOUNTAIN, "T.PK": PlaceKind.MOUNTAIN,
    "T.HLL": PlaceKind.MOUNTAIN, "T.PASS": PlaceKind.MOUNTAIN, "S.MSTY": PlaceKind.MONASTERY,
    "S.CVNT": PlaceKind.MONASTERY, "S.PRN": PlaceKind.DETENTION, "S.PRNJ": PlaceKind.DETENTION,
    "S.PRNQ": PlaceKind.DETENTION, "S.HSP": PlaceKind.HOSPITAL, "S.HSPC": PlaceKind.HOSPITAL,
    "S.HSPM": PlaceKind.HOSPITAL, "S.AIRP": PlaceKind.AIRPORT, "S.AIRF": PlaceKind.AIRPORT,
    "S.AIRB": PlaceKind.AIRPORT, "S.AIRH": PlaceKind.AIRPORT, "S.CSTM": PlaceKind.CROSSING,
    "S.PSTB": PlaceKind.CROSSING, "S.BDG": PlaceKind.ROAD, "R.RD": PlaceKind.ROAD,
    "R.RDJCT": PlaceKind.ROAD, "R.TNLRD": PlaceKind.ROAD, "S.MILB": PlaceKind.POSITION,
    "L.MILB": PlaceKind.POSITION,
}  # fmt: skip
#: Metres within which such a point is believed to lie.
_PRECISION: Mapping[PlaceKind, int] = {
    PlaceKind.SETTLEMENT: 2_000, PlaceKind.DISTRICT: 20_000, PlaceKind.REGION: 50_000,
    PlaceKind.COUNTRY: 200_000,
}  # fmt: skip
_ELSEWHERE = 1_000
_AZERBAIJANI = frozenset("əğışçöü")
_AZ_CYRILLIC = frozenset("ғәјҝөүһҹ")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
_APOSTROPHES = frozenset("'’ʼʻ‘")


class LineFault(StrEnum):
    """Why a line of the file does not come in."""

    RAGGED = "ragged"
    NO_NUMBER = "no_number"
    NO_NAME = "no_name"
    NO_POINT = "no_point"
    OFF_THE_GLOBE = "off_the_globe"
    MIRRORED_WEST = "mirrored_west"
    MIRRORED_SOUTH = "mirrored_south"
    SWAPPED = "swapped"
    OUTSIDE = "outside"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line: the place it holds, or what is wrong with it; neither for a kind we do not keep."""

    line: int
    name: str = ""
    place: AddPlace | None = None
    fault: LineFault | None = None


def read_line(cells: Sequence[str], line: int, regions: Mapping[str, Sequence[str]]) -> ReadLine:
    """Read one line of ten columns; `regions` says a region in three languages by its code."""
    if len(cells) != len(_COLUMNS):
        return ReadLine(line, fault=LineFault.RAGGED)
    row = dict(zip(_COLUMNS, cells, strict=True))
    name = unicodedata.normalize("NFC", row["name"]).strip()[:LONGEST_NAME]
    kind = kind_of(row["class"], row["code"])
    if kind is None:
        return ReadLine(line, name)
    number = row["geonameid"]
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return ReadLine(line, name, fault=LineFault.NO_NUMBER)
    if not any(map(str.isalpha, name)):
        return ReadLine(line, name, fault=LineFault.NO_NAME)
    point = _point(row["lat"], row["lon"])
    if point is None:
        return ReadLine(line, name, fault=LineFault.NO_POINT)
    lat, lon = point
    if not on_the_globe(lat, lon):
        return ReadLine(line, name, fault=LineFault.OFF_THE_GLOBE)
    country = row["country"] if row["country"].isalpha() and len(row["country"]) == 2 else ""
    district, district_hy, district_ru = regions.get(f"{country}.{row['admin1']}", ("", "", ""))
    place = AddPlace(
        kind=kind,
        names=names_of(name, row["names"]),
        lat=lat,
        lon=lon,
        coord_precision_m=_PRECISION.get(kind, _ELSEWHERE),
        coord_source=SOURCE,
        coord_confidence=CoordinateConfidence.HIGH,
        district=district,
        district_hy=district_hy,
        district_ru=district_ru,
        country=country,
        geoname_id=int(number),
        population=_people(row["population"]),
    )
    doubt = doubt_about(lat, lon)
    return ReadLine(line, name, place, LineFault(doubt.value) if doubt else None)


_COLUMNS = (
    "geonameid", "name", "names", "lat", "lon", "class", "code", "country", "admin1", "population",
)  # fmt: skip
MISTAKES = frozenset({LineFault(doubt.value) for doubt in CoordinateDoubt} - {LineFault.OUTSIDE})
"""Points that are no places elsewhere but slips: such a line never comes in as it is."""


def kind_of(group: str, code: str) -> PlaceKind | None:
    """Give our kind of place for a class and a code of GeoNames; None for what we do not keep."""
    if group == "P":
        return PlaceKind.SETTLEMENT
    if group == "A" and code.startswith("PCL"):
        return PlaceKind.COUNTRY
    return _KINDS.get(f"{group}.{code}")


def names_of(name: str, others: str) -> tuple[PlaceNameForm, ...]:
    """Sort the names of a place by language, by their letters; each spelling once."""
    found: dict[tuple[str, str], PlaceNameForm] = {}
    counted: dict[str, int] = {}
    for at, one in enumerate((name, *others.split(","))):
        written = unicodedata.normalize("NFC", one).strip()
        lang = language_of(written)
        if at == 0 and not lang:
            lang = "en"  # the name GeoNames gives itself is in Latin letters, of whatever language
        known = (lang, fold(written)) in found
        if not lang or known or len(written) > LONGEST_NAME or (at and not written[0].isupper()):
            continue
        if counted.get(lang, 0) < MOST_NAMES:
            counted[lang] = counted.get(lang, 0) + 1
            found[lang, fold(written)] = PlaceNameForm(lang, written, PlaceNameKind.VARIANT)
    return tuple(found.values())


def language_of(name: str) -> str:
    """Tell the language of a name by its letters; "" where it is none of ours."""
    script = script_of(name)
    letters = {sign for sign in name.lower() if sign.isalpha()} - _APOSTROPHES
    if not letters:
        return ""
    if script is Script.ARMENIAN:
        return "hy"
    if letters <= _LATIN:
        return "en"
    if letters <= _LATIN | _AZERBAIJANI:
        return "" if _APOSTROPHES & set(name) else "az"
    if letters <= _RUSSIAN:
        return "ru"
    return "az-Cyrl" if letters <= _RUSSIAN | _AZ_CYRILLIC else ""


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        point = float(lat), float(lon)
    except ValueError:
        return None
    return point if all(abs(angle) < 1_000 for angle in point) else None  # neither nan nor inf


def _people(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:10]) < 2**31 else None
