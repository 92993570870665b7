"""Ask the register for places, sources and units while one types; answers come back later."""

from collections.abc import Callable, Sequence
from uuid import UUID

from app.i18n import Translator
from app.queries.places import find_places
from app.queries.search import search
from app.queries.sources import find_sources, find_units
from app.shapes.case_file import SourceView
from app.shapes.places import PlaceView
from app.shapes.search import SearchHit
from app.ui.widgets.place_picker import ChosenPlace, PlaceAnswer, PlaceHit, PlaceSearch
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.places import PlacePrecision

MOST = 8

type SourceAnswer = Callable[[Sequence[SourceView]], None]
type SourceSearch = Callable[[str, SourceAnswer], None]
type MenAnswer = Callable[[Sequence[SearchHit]], None]
type MenSearch = Callable[[str, MenAnswer], None]
type UnitAnswer = Callable[[Sequence[tuple[UUID, str]]], None]
type UnitSearch = Callable[[str, UnitAnswer], None]


def place_search(work: Work) -> PlaceSearch:
    """Return the search a place picker asks, in the language of the window."""

    def find(text: str, answer: PlaceAnswer) -> None:
        def show(found: tuple[PlaceView, ...]) -> None:
            answer([place_hit(place, work.kit.translator) for place in found])

        work.read(lambda reader: find_places(reader, text, MOST), show)

    return find


def place_hit(place: PlaceView, t: Translator) -> PlaceHit:
    """Say a place as the picker lists it: name, other spellings, what and where it is."""
    lang = t.lang
    kind = label("place_kind", place.kind, lang)
    district = place.district(lang)
    note = t.say("{kind}, {district}", kind=kind, district=district) if district else kind
    return PlaceHit(str(place.id), place.name(lang), " · ".join(place.other_names(lang)[:3]), note)


def chosen_place(
    place: PlaceView | None, precision: PlacePrecision, said: str, t: Translator
) -> ChosenPlace:
    """Fill a place picker with a stored place."""
    if place is None:
        return ChosenPlace(precision=precision, said=said)
    return ChosenPlace(str(place.id), place.name(t.lang), precision, said)


def source_search(work: Work) -> SourceSearch:
    """Return the search a source picker asks: by code or title."""

    def find(text: str, answer: SourceAnswer) -> None:
        work.read(lambda reader: find_sources(reader, text, MOST), answer)

    return find


def men_search(work: Work) -> MenSearch:
    """Return the search by which another man is found: name or number."""

    def search_men(text: str, answer: MenAnswer) -> None:
        work.read(lambda reader: search(reader, text, MOST), answer)

    return search_men


def unit_search(work: Work) -> UnitSearch:
    """Return the search a unit picker asks."""

    def find(text: str, answer: UnitAnswer) -> None:
        work.read(lambda reader: find_units(reader, text, MOST), answer)

    return find
