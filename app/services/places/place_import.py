"""Use case: take the places of a GeoNames file in, as one entry of the history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from app.db.unit_of_work import Reader, UnitOfWork
from app.importing.geonames import LineFault, ReadLine
from app.importing.request import ImportStopped
from app.search.fold import fold
from app.services.permission import require
from app.services.places.gazetteer import add_what_is_missing, seed_places, sort_out
from app.services.places.known_places import NEAR, KnownPlaces
from app.services.places.place_rows import AT_ONCE, PlaceWriter, place_rows
from app.shapes.changes import Changes, Outcome
from app.shapes.gazetteers import Namesake, PlacesReport, RefusedPlace, Spoken
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.shapes.requests.places import AddPlace
from models.vocabulary.coordinates import metres_between
from models.vocabulary.places import PlaceKind
from models.vocabulary.roles import Action


@dataclass(frozen=True, slots=True)
class ImportPlaces:
    """The lines of a file, and what a person decided about the doubtful ones.

    `everywhere`: places outside the theatre come in too; `namesakes`: places elsewhere that bear
    the name of one of the 63 come in too.
    """

    lines: Sequence[ReadLine]
    count: int
    passed: int
    everywhere: bool = False
    namesakes: bool = False


@dataclass(slots=True)
class _Plan:
    new: dict[UUID, AddPlace] = field(default_factory=dict)
    again: dict[UUID, AddPlace] = field(default_factory=dict)
    known: int = 0
    outside: int = 0
    passed: int = 0
    namesakes: list[Namesake] = field(default_factory=list)
    refused: list[RefusedPlace] = field(default_factory=list)


def preview_places(reader: Reader, request: ImportPlaces) -> PlacesReport:
    """Say what a file of places would bring, and change nothing.

    Raises NotAllowed.
    """
    require(reader, Action.EDIT_PLACE)
    return _report(request, _planned(reader, request), dry_run=True)


def import_places(
    uow: UnitOfWork,
    request: ImportPlaces,
    progress: Report = silent,
    cancelled: Cancelled = never,
) -> Outcome[PlacesReport]:
    """Enter the places of a file that are not here; those that are learn their further names.

    Raises NotAllowed; ImportStopped when asked to stop. Nothing is changed then.
    """
    uow.doing(Action.EDIT_PLACE, named="import_places")
    plan = _planned(uow, request)
    writer = PlaceWriter(uow)
    new = list(plan.new.items())
    for start in range(0, len(new), AT_ONCE):
        if cancelled():
            raise ImportStopped
        writer.write([place_rows(place_id, place) for place_id, place in new[start:][:AT_ONCE]])
        progress(Progress(min(start + AT_ONCE, len(new)), len(new), "places"))
    add_what_is_missing(uow, plan.again)
    report = _report(request, plan, dry_run=False)
    return Outcome(report, Changes.of("places", *plan.new, *plan.again))


def _report(request: ImportPlaces, plan: _Plan, *, dry_run: bool) -> PlacesReport:
    return PlacesReport(
        lines=request.count,
        new=len(plan.new),
        known=plan.known,
        learnt=len(plan.again),
        outside=plan.outside,
        passed=request.passed + plan.passed,
        namesakes=tuple(plan.namesakes),
        namesakes_taken=request.namesakes,
        refused=tuple(plan.refused),
        dry_run=dry_run,
    )


def _planned(unit: Reader | UnitOfWork, request: ImportPlaces) -> _Plan:
    plan = _Plan()
    known = KnownPlaces(unit)
    wanted: list[AddPlace] = []
    numbers: set[int | None] = set()
    for read in request.lines:
        place = read.place
        if read.fault is LineFault.OUTSIDE and place is not None:
            plan.outside += not request.everywhere
        elif read.fault is not None:
            plan.refused.append(RefusedPlace(read.line, read.name, read.fault.value))
        if place is None:
            plan.passed += read.fault is None
        elif read.fault is None or (read.fault is LineFault.OUTSIDE and request.everywhere):
            if place.geoname_id in numbers:
                plan.refused.append(RefusedPlace(read.line, read.name, LineFault.TWICE.value))
                continue
            numbers.add(place.geoname_id)
            if known.of_number(place.geoname_id) is not None:
                plan.known += 1
                continue
            namesake = None if known.like(place) else _namesake(place, read.line)
            if namesake is not None:
                plan.namesakes.append(namesake)
            if namesake is None or request.namesakes:
                wanted.append(place)
    plan.again = sort_out(wanted, known, plan.new)
    return plan


def _namesake(place: AddPlace, line: int) -> Namesake | None:
    """Say which of the 63 places of the same kind bears one of the names, and how far it lies."""
    others = {
        key: other
        for name in place.names
        for key, other in _seed_by_name().get((place.kind, fold(name.name)), {}).items()
    }
    if not others:
        return None
    nearest = min(others.values(), key=lambda other: _metres(place, other) or 1e9)
    metres = _metres(place, nearest)
    if metres is not None and metres <= NEAR:
        return None
    km = None if metres is None else round(metres / 1_000)
    return Namesake(line, place.names[0].name, _districts(place), _spoken(nearest), km)


def _districts(place: AddPlace) -> Spoken:
    return place.district, place.district_hy, place.district_ru


def _spoken(place: AddPlace) -> Spoken:
    """Say one of ours with its district, in three languages."""
    first = {name.lang: name.name for name in reversed(place.names)}
    en, hy, ru = (
        f"{first[lang]} ({district})" if district else first[lang]
        for lang, district in zip(("en", "hy", "ru"), _districts(place), strict=True)
    )
    return en, hy, ru


def _metres(place: AddPlace, other: AddPlace) -> float | None:
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return None
    return metres_between(place.lat, place.lon, other.lat, other.lon)


@cache
def _seed_by_name() -> Mapping[tuple[PlaceKind, str], Mapping[str, AddPlace]]:
    found: dict[tuple[PlaceKind, str], dict[str, AddPlace]] = defaultdict(dict)
    for key, place in seed_places().items():
        for name in place.names:
            found[place.kind, fold(name.name)][key] = place
    return found
