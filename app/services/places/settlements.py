"""The settlements of three countries that come with the program, from GeoNames (CC BY 4.0)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache

from app.paths import resources
from app.services.places.toml_table import Table
from app.shapes.requests.places import AddPlace, PlaceNameForm
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind

GEONAMES = "GeoNames, CC BY 4.0"
"""The attribution the licence asks for; stands beside every point that came from there."""
LANGUAGES = ("hy", "en", "az", "az-Cyrl", "ru")
PRECISION = 2_000
"""Metres: the points of GeoNames lie within about so much of the middle of a village."""


@cache
def regions() -> Mapping[str, tuple[str, str, str]]:
    """Read the regions of the three countries, in English, Armenian and Russian, by their code."""
    file = Table.of_file(resources() / "places" / "regions.toml")
    return {code: file.three(code) for code in file.written()}


def region_of(country: str, code: str) -> tuple[str, str, str]:
    """Say the region under which GeoNames files a place; empty words where it has none."""
    return regions().get(f"{country}.{code}", ("", "", ""))


def settlements() -> Iterator[AddPlace]:
    """Read the settlements that come with the program, in the order of the file."""
    path = resources() / "places" / "settlements.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            district, district_hy, district_ru = region_of(row["country"], row["region"])
            yield AddPlace(
                kind=PlaceKind.SETTLEMENT,
                names=tuple(
                    PlaceNameForm(lang, name, PlaceNameKind.VARIANT)
                    for lang in LANGUAGES
                    for name in row[lang].split("|")
                    if name
                ),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                coord_precision_m=PRECISION,
                coord_source=GEONAMES,
                coord_confidence=CoordinateConfidence.HIGH,
                district=district,
                district_hy=district_hy,
                district_ru=district_ru,
                country=row["country"],
                geoname_id=int(row["geoname"]),
                population=int(row["population"]) if row["population"] else None,
            )
