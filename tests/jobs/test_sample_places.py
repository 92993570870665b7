"""The 63 places: names by language, exact coordinates where they are sure, homonyms told apart."""

import re
from collections import defaultdict

import pytest

from app.db.unit_of_work import Reader
from app.queries.places import find_places
from app.search.scripts import script_of
from app.services.places.gazetteer import load_gazetteer, seed_places
from app.workspace import Workspace
from models.vocabulary.people import Script
from models.vocabulary.places import CoordinateConfidence, PlaceNameKind

#: Coordinates that stand in a published source, as domain.md 4.9 gives them.
SURE = {
    "khtsaberd": (39.5458, 46.7708), "hin-tagher": (39.5075, 46.8236), "hadrut": (39.5167, 47.0300),
    "spitakashen-hadrut": (39.5389, 46.7117), "spitakashen-martuni": (39.8233, 47.0178),
    "katarovank": (39.5264, 46.8561), "dizapayt": (39.5264, 46.8561),
    "khandzadzor": (39.4969, 46.8783), "tumi": (39.5831, 46.9014), "togh": (39.5850, 46.9653),
    "tsakuri": (39.5697, 46.9836), "mets-tagher": (39.6183, 46.9547), "azokh": (39.6206, 46.9783),
    "drakhtik-hadrut": (39.6281, 47.0017), "drakhtik-gegharkunik": (40.5650, 45.2378),
    "taghaser": (39.5189, 47.0117), "tsaghkavank": (39.5489, 47.0861),
    "arajamugh": (39.3589, 47.0344), "taghavard": (39.6658, 46.9044),
    "karmir-shuka": (39.6758, 46.9486), "karin-tak": (39.7417, 46.7492),
    "lisagor": (39.6875, 46.6431), "mets-shen": (39.6583, 46.6019), "mataghis": (40.326, 46.750),
}  # fmt: skip
SCRIPTS = {
    "hy": Script.ARMENIAN,
    "en": Script.LATIN,
    "az": Script.LATIN,
    "az-Cyrl": Script.CYRILLIC,
    "ru": Script.CYRILLIC,
}


def test_there_are_sixty_three_places() -> None:
    assert len(seed_places()) == 63


def test_sure_coordinates_are_exactly_those_of_their_source() -> None:
    sure = {
        key: (place.lat, place.lon)
        for key, place in seed_places().items()
        if place.coord_confidence is CoordinateConfidence.HIGH
    }
    assert sure == SURE


def test_every_point_lies_in_the_theatre_and_says_how_exact_it_is() -> None:
    for key, place in seed_places().items():
        assert (place.lat is None) == (place.lon is None) == (place.coord_precision_m is None), key
        if place.lat is not None and place.lon is not None:
            assert 38.3 <= place.lat <= 41.9, key
            assert 43.4 <= place.lon <= 51.0, key


def test_each_name_is_in_the_script_of_its_language() -> None:
    for key, place in seed_places().items():
        for name in place.names:
            assert script_of(name.name) is SCRIPTS[name.lang], (key, name.name)


def test_every_place_has_a_name_for_readers_of_each_language() -> None:
    for key, place in seed_places().items():
        assert {"hy", "en", "ru"} <= {name.lang for name in place.names}, key


def test_old_azerbaijani_letters_follow_the_table_of_1958() -> None:
    letters = {
        "г": "q", "ғ": "ğ", "ә": "ə", "ж": "j", "ы": "ı", "ј": "y", "ҝ": "g", "ө": "ö", "ү": "ü",
        "х": "x", "һ": "h", "ч": "ç", "ҹ": "c", "ш": "ş", "и": "i", "к": "k", "а": "a", "б": "b",
        "в": "v", "д": "d", "е": "e", "з": "z", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", " ": " ",
    }  # fmt: skip
    for key, place in seed_places().items():
        latin = [name.name for name in place.names if name.lang == "az"]
        for name in place.names:
            if name.lang == "az-Cyrl" and name.kind is not PlaceNameKind.VARIANT:
                turned = "".join(letters[letter] for letter in name.name.lower())
                plain = {re.sub("i̇", "i", one.replace("I", "ı").lower()) for one in latin}
                assert any(one.startswith(turned) for one in plain), (key, turned, plain)


def test_places_of_one_name_are_told_apart_by_their_district() -> None:
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place in seed_places().values():
        for name in place.names:
            bearers[name.lang, name.name].append(place.district)
    shared = {name: districts for name, districts in bearers.items() if len(districts) > 1}
    assert {name for _, name in shared} >= {"Spitakashen", "Drakhtik", "Ağdam"}
    for bearer, districts in shared.items():
        assert len(set(districts)) == len(districts), bearer
        assert all(districts), bearer


@pytest.mark.parametrize(
    "name", ["Spitakashen", "Սպիտակաշեն", "Спитакашен", "Drakhtik", "Ağdam", "Ағдам"]
)
def test_homonyms_ask_which_one_is_meant(register: Workspace, name: str) -> None:
    register.write(load_gazetteer)
    found = register.read(lambda reader: find_places(reader, name, 10))
    exact = [place for place in found if name in {one.name for one in place.names}]
    assert len(exact) == 2
    assert len({place.district_en for place in exact}) == 2


def test_a_place_is_found_by_each_of_its_names(register: Workspace) -> None:
    ids = register.write(load_gazetteer).value

    def missed(reader: Reader) -> list[tuple[str, str]]:
        return [
            (key, name.name)
            for key, place in seed_places().items()
            for name in place.names
            if ids[key] not in {found.id for found in find_places(reader, name.name, 20)}
        ]

    assert register.read(missed) == []


def test_loading_twice_enters_nothing_twice(register: Workspace) -> None:
    first = register.write(load_gazetteer).value
    again = register.write(load_gazetteer)
    assert again.value == first
    assert len(first) == 63


def test_no_name_ranks_above_another_by_kind() -> None:
    kinds = {name.kind for place in seed_places().values() for name in place.names}
    assert {PlaceNameKind.OFFICIAL_A, PlaceNameKind.OFFICIAL_B, PlaceNameKind.SOVIET} <= kinds
