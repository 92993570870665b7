"""Ask the register for places, sources and units while one types; answers come back later."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from app.i18n import Translator
from app.queries.finding.search import search
from app.queries.papers.private_text import private_in_text
from app.queries.place_pages import places_near
from app.queries.places import find_places, place
from app.queries.sources import find_sources, find_units
from app.services.places.places import add_place
from app.shapes.case_file import SourceView
from app.shapes.changes import Outcome
from app.shapes.places import NearPlace, PlaceView
from app.shapes.requests.places import AddPlace, PlaceNameForm
from app.shapes.search import SearchHit
from app.ui.forms.saved import tell_saved
from app.ui.forms.two_versions import PrivateAnswer, PrivateSearch
from app.ui.shell.unlock_card import error_words
from app.ui.widgets.coordinates_edit import NearAnswer
from app.ui.widgets.new_place import NewPlace
from app.ui.widgets.place_picker import (
    ChosenPlace,
    Entered,
    NewPlaces,
    NotEntered,
    PlaceAnswer,
    PlaceHit,
    PlaceSearch,
)
from app.ui.work import Work
from app.wording.places import distance_in_words, where_in_words
from models.vocabulary.coordinate_reading import read_point
from models.vocabulary.coordinates import NotCoordinates, Point
from models.vocabulary.places import CoordinateConfidence, PlacePrecision
from models.vocabulary.roles import Action, may

MOST = 8

type SourceAnswer = Callable[[Sequence[SourceView]], None]
type SourceSearch = Callable[[str, SourceAnswer], None]
type MenAnswer = Callable[[Sequence[SearchHit]], None]
type MenSearch = Callable[[str, MenAnswer], None]
type UnitAnswer = Callable[[Sequence[tuple[UUID, str]]], None]
type UnitSearch = Callable[[str, UnitAnswer], None]


def place_search(work: Work) -> PlaceSearch:
    """Return the search a place picker asks: by a name, or by the coordinates that were typed."""

    def find(text: str, answer: PlaceAnswer) -> None:
        def show(found: tuple[PlaceView, ...]) -> None:
            answer([place_hit(place, work.kit.translator) for place in found])

        def show_near(found: tuple[NearPlace, ...]) -> None:
            answer([near_hit(near, work.kit.translator) for near in found])

        point = _point_typed(text)
        if point is None:
            work.read(lambda reader: find_places(reader, text, MOST), show)
        else:
            work.read(lambda reader: places_near(reader, point.lat, point.lon), show_near)

    return find


def new_places(work: Work) -> NewPlaces | None:
    """Return what enters a place from within a form; None for who may not."""
    if not may(work.workspace.actor.roles, Action.EDIT_PLACE):
        return None

    def near(point: Point, answer: NearAnswer) -> None:
        work.read(lambda reader: places_near(reader, point.lat, point.lon), answer)

    def enter(new: NewPlace, entered: Entered, failed: NotEntered) -> None:
        request = AddPlace(
            new.kind,
            (PlaceNameForm(new.lang, new.name),),
            lat=new.point.lat if new.point else None,
            lon=new.point.lon if new.point else None,
            coord_precision_m=new.point.precision_m if new.point else None,
            coord_confidence=CoordinateConfidence.LOW if new.point else CoordinateConfidence.NONE,
        )

        def done(outcome: Outcome[UUID]) -> None:
            tell_saved(work, lambda t: t.say("The place is entered."))
            work.read(
                lambda reader: place(reader, outcome.value),
                lambda view: entered(place_hit(view, work.kit.translator)),
            )

        work.write(
            lambda uow: add_place(uow, request), done, lambda error: failed(error_words(error))
        )

    return NewPlaces(near, enter)


def place_hit(place: PlaceView, t: Translator) -> PlaceHit:
    """Say a place as the picker lists it: name, other spellings, what and where it is."""
    others = " · ".join(place.other_names(t.lang)[:3])
    return PlaceHit(str(place.id), place.name(t.lang), others, where_in_words(place, t))


def near_hit(near: NearPlace, t: Translator) -> PlaceHit:
    """Say a place near a point: the same, with how far it lies."""
    hit = place_hit(near.place, t)
    far = distance_in_words(near.metres, t)
    return replace(hit, note=t.say("{where}, {distance}", where=hit.note, distance=far))


def _point_typed(text: str) -> Point | None:
    try:
        return read_point(text)
    except NotCoordinates:
        return None


def chosen_place(
    place: PlaceView | None, precision: PlacePrecision, said: str, t: Translator
) -> ChosenPlace:
    """Fill a place picker with a stored place."""
    if place is None:
        return ChosenPlace(precision=precision, said=said)
    return ChosenPlace(str(place.id), place.name(t.lang), precision, said)


def source_search(work: Work, about: Callable[[], UUID | None] = lambda: None) -> SourceSearch:
    """Return the search a source picker asks: by code or title.

    Sources that speak in the case that `about` gives come first.
    """

    def find(text: str, answer: SourceAnswer) -> None:
        of = about()
        work.read(lambda reader: find_sources(reader, text, MOST, of=of), answer)

    return find


def men_search(work: Work) -> MenSearch:
    """Return the search by which another man is found: name or number."""

    def search_men(text: str, answer: MenAnswer) -> None:
        work.read(lambda reader: search(reader, text, MOST), answer)

    return search_men


def private_search(work: Work, about: Callable[[], UUID | None]) -> PrivateSearch:
    """Return what reads a text for outside; `about` gives the case it is on."""

    def find(text: str, answer: PrivateAnswer) -> None:
        case_id = about()
        work.read(lambda reader: private_in_text(reader, case_id, text), answer)

    return find


def unit_search(work: Work) -> UnitSearch:
    """Return the search a unit picker asks."""

    def find(text: str, answer: UnitAnswer) -> None:
        work.read(lambda reader: find_units(reader, text, MOST), answer)

    return find
