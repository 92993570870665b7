"""Puts the places of the theatre into a register, each under all its names (domain.md 4.8-4.9)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.paths import resources
from app.search.fold import fold
from app.search.scripts import script_of
from app.services.toml_table import Table
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.places import AddPlace, PlaceNameForm
from models.base import new_id
from models.places import Place, PlaceName
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind
from models.vocabulary.roles import Action

LANGUAGES = ("hy", "en", "az", "az-Cyrl", "ru")
#: What the first name of a language is where the file does not say; further ones are variants.
_FIRST_NAME = {
    "hy": PlaceNameKind.OFFICIAL_A,
    "en": PlaceNameKind.EXONYM,
    "az": PlaceNameKind.OFFICIAL_B,
    "az-Cyrl": PlaceNameKind.SOVIET,
    "ru": PlaceNameKind.EXONYM,
}
ALPHABET_OF_1958 = ("1958", "1991")
"""Years in which Azerbaijani was written in the Cyrillic letters of the file."""


def seed_places() -> Mapping[str, AddPlace]:
    """Read the 63 places of the seed, by their keys in the file, in its order."""
    seed = Table.of_file(resources() / "places" / "gazetteer.toml")
    return {place.text("key"): _request(place) for place in seed.tables("place")}


def load_gazetteer(uow: UnitOfWork) -> Outcome[Mapping[str, UUID]]:
    """Enter the places of the seed that are not there yet; gives the ids of all by their keys.

    A place is there if it has the English name and the district of the seed.

    Raises:
        NotAllowed.
    """
    uow.doing(Action.EDIT_PLACE, named="load_gazetteer")
    there = _places_there(uow)
    ids: dict[str, UUID] = {}
    new: list[UUID] = []
    for key, request in seed_places().items():
        known = there.get((_english(request), request.district))
        ids[key] = known or new_id()
        if known is None:
            new.append(ids[key])
            uow.session.add(_place(ids[key], request))
            uow.session.add_all(_names(ids[key], request))
    return Outcome(ids, Changes.of("places", *new))


def _places_there(uow: UnitOfWork) -> dict[tuple[str, str], UUID]:
    rows = uow.session.execute(
        select(PlaceName.name, Place.district, Place.id)
        .join(Place, Place.id == PlaceName.place_id)
        .where(PlaceName.lang == "en")
    )
    return {(name, district): place_id for name, district, place_id in rows}


def _english(request: AddPlace) -> str:
    return next(name.name for name in request.names if name.lang == "en")


def _place(place_id: UUID, request: AddPlace) -> Place:
    return Place(
        id=place_id,
        kind=request.kind,
        lat=request.lat,
        lon=request.lon,
        coord_precision_m=request.coord_precision_m,
        coord_source=request.coord_source,
        coord_confidence=request.coord_confidence,
        district=request.district,
        district_hy=request.district_hy,
        district_ru=request.district_ru,
    )


def _names(place_id: UUID, request: AddPlace) -> list[PlaceName]:
    return [
        PlaceName(
            place_id=place_id,
            lang=name.lang,
            script=script_of(name.name),
            name=name.name,
            kind=name.kind,
            valid_from=name.valid_from,
            valid_to=name.valid_to,
            position=position,
            search_key=fold(name.name),
        )
        for position, name in enumerate(request.names)
    ]


def _request(place: Table) -> AddPlace:
    district, district_hy, district_ru = place.three("district")
    return AddPlace(
        kind=PlaceKind(place.text("kind")),
        names=tuple(name for lang in LANGUAGES for name in _name_forms(place, lang)),
        lat=place.real("lat"),
        lon=place.real("lon"),
        coord_precision_m=place.number("precision"),
        coord_source=place.text("source"),
        coord_confidence=CoordinateConfidence(place.text("confidence")),
        district=district,
        district_hy=district_hy,
        district_ru=district_ru,
    )


def _name_forms(place: Table, lang: str) -> list[PlaceNameForm]:
    kinds = place.table("kinds")
    since, until = ALPHABET_OF_1958 if lang == "az-Cyrl" else ("", "")
    forms = []
    for at, name in enumerate(place.texts(lang)):
        usual = PlaceNameKind.VARIANT if at else _FIRST_NAME[lang]
        kind = PlaceNameKind(kinds.text(name, usual))
        forms.append(PlaceNameForm(lang, name, kind, since, until))
    return forms
