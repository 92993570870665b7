"""Places are entered, corrected and named; one in use stays; every step can be taken back."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from app.errors import BadInput, CaseChangedMeanwhile, NotAllowed
from app.queries.cases.lines import first_rows
from app.queries.place_pages import place_page
from app.queries.places import find_places
from app.services.places.places import (
    add_place,
    change_place,
    drop_place_name,
    save_place_name,
)
from app.shapes.case_list import CaseFilter, CaseRow, CaseSort
from app.shapes.places import PlacePage
from app.shapes.requests.places import (
    AddPlace,
    ChangePlace,
    DropPlaceName,
    PlaceNameForm,
    SavePlaceName,
)
from app.workspace import Workspace
from models.places import PlaceName
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind
from models.vocabulary.roles import Role
from tests.factories.men import missing_man, record, seen_in_video
from tests.services.test_undo import do_again, take_back_last

LUSADZOR = AddPlace(
    PlaceKind.SETTLEMENT,
    (PlaceNameForm("hy", "Լուսաձոր"), PlaceNameForm("en", "Lusadzor")),
    lat=39.5,
    lon=46.9,
    coord_precision_m=500,
    coord_source="invented",
    coord_confidence=CoordinateConfidence.LOW,
    district="Hadrut district",
)


def entered(register: Workspace) -> UUID:
    return register.write(lambda unit: add_place(unit, LUSADZOR)).value


def page(register: Workspace, place_id: UUID) -> PlacePage:
    return register.read(lambda reader: place_page(reader, place_id))


def changed(page: PlacePage, **more: object) -> ChangePlace:
    view = page.place
    request = ChangePlace(
        view.id, page.version, view.kind, view.lat, view.lon, view.coord_precision_m,
        view.coord_source, view.coord_confidence, view.district_en,
    )  # fmt: skip
    return replace(request, **more)  # type: ignore[arg-type]  # fields by name


def listed(register: Workspace, text: str) -> tuple[CaseRow, ...]:
    wanted = CaseFilter(text=text)
    return register.read(lambda reader: first_rows(reader, wanted, CaseSort.NAME))


def test_a_place_is_corrected_and_the_correction_taken_back(register: Workspace) -> None:
    place_id = entered(register)
    before = page(register, place_id)
    request = changed(before, lat=39.51, lon=46.91, kind=PlaceKind.MONASTERY)
    register.write(lambda unit: change_place(unit, request))
    after = page(register, place_id)
    assert (after.place.lat, after.place.kind) == (39.51, PlaceKind.MONASTERY)
    take_back_last(register)
    assert page(register, place_id).place == before.place
    do_again(register)
    assert page(register, place_id).place == after.place


def test_without_a_point_nothing_is_said_of_how_exact_it_is(register: Workspace) -> None:
    place_id = entered(register)
    request = changed(page(register, place_id), lat=None, lon=None)
    register.write(lambda unit: change_place(unit, request))
    view = page(register, place_id).place
    assert (view.coord_precision_m, view.coord_confidence) == (None, CoordinateConfidence.NONE)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"lat": None}, "half_a_point"), ({"lat": 95.0}, "off_the_globe"),
        ({"coord_precision_m": 0}, "out_of_range"), ({"district": "x" * 201}, "too_long"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    register: Workspace, more: dict[str, object], reason: str
) -> None:
    request = changed(page(register, entered(register)), **more)
    with pytest.raises(BadInput) as refusal:
        register.write(lambda unit: change_place(unit, request))
    assert refusal.value.data["reason"] == reason


def test_a_stale_correction_is_refused(register: Workspace) -> None:
    place_id = entered(register)
    request = changed(page(register, place_id), district="Martuni district")
    register.write(lambda unit: change_place(unit, request))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda unit: change_place(unit, request))


def test_a_name_is_added_found_corrected_and_taken_away(register: Workspace) -> None:
    place_id = entered(register)
    form = PlaceNameForm("az", "Daşbulaq", PlaceNameKind.OFFICIAL_B, "1992", "")
    name_id = register.write(
        lambda unit: save_place_name(unit, SavePlaceName(place_id, form))
    ).value
    (found,) = register.read(lambda reader: find_places(reader, "Дашбулаг", 5))
    assert found.id == place_id
    better = SavePlaceName(place_id, replace(form, name="Daşbulax"), name_id)
    register.write(lambda unit: save_place_name(unit, better))
    names = {n.name: n for n in page(register, place_id).names}
    assert (names["Daşbulax"].valid_from, names["Daşbulax"].id) == ("1992", name_id)
    register.write(lambda unit: drop_place_name(unit, DropPlaceName(name_id)))
    assert [n.name for n in page(register, place_id).names] == ["Լուսաձոր", "Lusadzor"]
    take_back_last(register)
    assert "Daşbulax" in {n.name for n in page(register, place_id).names}
    sounds = register.read(
        lambda reader: reader.session.scalars(
            select(PlaceName.sounds).where(PlaceName.id == name_id)
        ).one()
    )
    assert sounds, "what was taken back is found again"


def test_no_name_twice_no_empty_one_and_never_the_last_away(register: Workspace) -> None:
    place_id = entered(register)
    for form, reason in (
        (PlaceNameForm("en", "Lusadzor"), "taken_here"),
        (PlaceNameForm("en", "  "), "missing"),
    ):
        with pytest.raises(BadInput) as refusal:
            register.write(
                lambda unit, f=form: save_place_name(unit, SavePlaceName(place_id, f))  # type: ignore[misc]  # bound
            )
        assert refusal.value.data["reason"] == reason
    first, second = page(register, place_id).names
    register.write(lambda unit: drop_place_name(unit, DropPlaceName(first.id)))
    with pytest.raises(BadInput) as refusal:
        register.write(lambda unit: drop_place_name(unit, DropPlaceName(second.id)))
    assert refusal.value.data["reason"] == "last_name"


def test_the_list_says_the_place_as_it_is_called_now(register: Workspace) -> None:
    place_id = entered(register)
    man = missing_man(register)
    record(register, replace(seen_in_video(man, "2020-12-20"), place_id=place_id))
    first = page(register, place_id).names[0]
    form = PlaceNameForm("hy", "Լուսաձորակ")
    rename = SavePlaceName(place_id, form, first.id, first.version)
    register.write(lambda unit: save_place_name(unit, rename))
    (row,) = register.read(
        lambda reader: first_rows(reader, CaseFilter(text="Լուսաձորակ"), CaseSort.NAME, limit=5)
    )
    assert row.case_id == man
    take_back_last(register)
    found = register.read(
        lambda reader: first_rows(reader, CaseFilter(text="Լուսաձորակ"), CaseSort.NAME, limit=5)
    )
    assert not found


def test_a_place_says_how_many_men_it_was_the_place_of(register: Workspace) -> None:
    place_id = entered(register)
    assert page(register, place_id).cases == 0
    for _ in range(2):
        man = missing_man(register)
        record(register, replace(seen_in_video(man), place_id=place_id))
    assert page(register, place_id).cases == 2


def test_whoever_may_only_read_changes_no_place(register: Workspace) -> None:
    place_id = entered(register)
    before = page(register, place_id)
    register.actor = replace(register.actor, roles=frozenset({Role.DATA_PROTECTION}))
    with pytest.raises(NotAllowed):
        register.write(lambda unit: change_place(unit, changed(before)))
