"""Puts the places of the theatre into a register, each under all its names (domain.md 4.8-4.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.db.unit_of_work import UnitOfWork
from app.paths import resources
from app.queries.case_history import batches
from app.search.fold import fold
from app.services.places.known_places import KnownPlaces
from app.services.places.place_rows import PlaceWriter, name_row, place_rows
from app.services.places.settlements import LANGUAGES, settlements
from app.services.places.toml_table import Table
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.places import AddPlace, PlaceNameForm
from models.base import new_id
from models.places import Place, PlaceName
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind
from models.vocabulary.roles import Action

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
    """Enter the places that come with the program and are not there yet.

    Gives the ids of the seed by their keys. A place of the seed is there if it has the English name
    and the district; a settlement if its number is known. Where a place that is there bears a name
    of a settlement and lies near it, it is that settlement: it keeps all it has, and the further
    names are added to it as variants.

    Raises:
        NotAllowed.
    """
    uow.doing(Action.EDIT_PLACE, named="load_gazetteer")
    there = _places_there(uow)
    known = KnownPlaces(uow)
    new: dict[UUID, AddPlace] = {}
    ids: dict[str, UUID] = {}
    for key, request in seed_places().items():
        place_id = there.get((_english(request), request.district))
        ids[key] = place_id or new_id()
        if place_id is None:
            new[ids[key]] = request
            known.take_in(ids[key], request)
    again = sort_out(settlements(), known, new)
    PlaceWriter(uow).write([place_rows(place_id, place) for place_id, place in new.items()])
    add_what_is_missing(uow, again)
    return Outcome(ids, Changes.of("places", *new, *again))


def sort_out(
    places: Iterable[AddPlace], known: KnownPlaces, new: dict[UUID, AddPlace]
) -> dict[UUID, AddPlace]:
    """Put the places that are not here among the new ones; give those that lack their number.

    What is new itself and met once more, by name and point, takes the further names at once.
    """
    again: dict[UUID, AddPlace] = {}
    for place in places:
        if known.of_number(place.geoname_id) is not None:
            continue
        same = known.like(place)
        if same is None:
            same = new_id()
            new[same] = place
        elif same in new:
            new[same] = with_more(new[same], place)
        elif same in again:
            continue
        else:
            again[same] = place
        known.take_in(same, new.get(same) or place)
    return again


def with_more(place: AddPlace, theirs: AddPlace) -> AddPlace:
    """Give a place what GeoNames knows beside: number, country, people, further names."""
    return replace(
        place,
        names=(*place.names, *_further(theirs, {(n.lang, fold(n.name)) for n in place.names})),
        geoname_id=theirs.geoname_id,
        country=place.country or theirs.country,
        population=place.population or theirs.population,
    )


def _further(theirs: AddPlace, held: AbstractSet[tuple[str, str]]) -> list[PlaceNameForm]:
    return [name for name in theirs.names if (name.lang, fold(name.name)) not in held]


def add_what_is_missing(uow: UnitOfWork, found: Mapping[UUID, AddPlace]) -> None:
    """Give places that are here what GeoNames knows beside: number, country, further names."""
    for ids in batches(found):
        rows = uow.session.scalars(
            select(Place).where(Place.id.in_(ids)).options(selectinload(Place.names))
        )
        for place in rows:
            theirs = found[place.id]
            place.geoname_id = theirs.geoname_id
            place.country = place.country or theirs.country
            place.population = place.population or theirs.population
            held = {(name.lang, name.search_key) for name in place.names}
            uow.session.add_all(
                PlaceName(**name_row(place.id, name, at))
                for at, name in enumerate(_further(theirs, held), start=len(place.names))
            )
    uow.session.flush()


def _places_there(uow: UnitOfWork) -> dict[tuple[str, str], UUID]:
    rows = uow.session.execute(
        select(PlaceName.name, Place.district, Place.id)
        .join(Place, Place.id == PlaceName.place_id)
        .where(PlaceName.lang == "en")
    )
    return {(name, district): place_id for name, district, place_id in rows}


def _english(request: AddPlace) -> str:
    return next(name.name for name in request.names if name.lang == "en")


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
