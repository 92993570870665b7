"""The settlements that come with the program: once, beside the 63, never over them."""

from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.errors import CaseChangedMeanwhile
from app.queries.history.told import history_list
from app.queries.history.undoing import last_to_redo, last_to_undo
from app.queries.places import find_places, place
from app.services.desk.undo import undo_entry
from app.services.places.gazetteer import load_gazetteer, seed_places
from app.services.places.places import add_place
from app.services.places.settlements import GEONAMES, LANGUAGES, regions, settlements
from app.shapes.places import PlaceView
from app.shapes.requests.places import AddPlace, PlaceNameForm
from app.workspace import Workspace
from models.places import Place, PlaceName
from models.vocabulary.coordinates import in_theatre, metres_between
from models.vocabulary.places import PlaceKind, PlaceNameKind
from tests.factories.men import missing_man, record, seen_in_video
from tests.services.test_undo import do_again, take_back_last


def counted(reader: Reader) -> tuple[int, int]:
    return (
        reader.session.scalar(select(func.count(Place.id))) or 0,
        reader.session.scalar(select(func.count(PlaceName.id))) or 0,
    )


def found(register: Workspace, text: str) -> tuple[PlaceView, ...]:
    return register.read(lambda reader: find_places(reader, text, 20))


def test_the_file_holds_three_countries_each_with_its_regions_in_three_languages() -> None:
    places = list(settlements())
    assert set(Counter(one.country for one in places)) == {"AM", "AZ", "GE"}
    assert len({one.geoname_id for one in places}) == len(places) > 1_000
    assert all(len(set(words)) >= 2 and all(words) for words in regions().values())
    assert sum(1 for one in places if not one.district) < 5
    assert all(one.names and {n.lang for n in one.names} <= set(LANGUAGES) for one in places)
    outside = [p for p in places if p.country != "GE" and not in_theatre(p.lat or 0, p.lon or 0)]
    assert not outside, "a mirrored or swapped point among the villages"


def test_names_of_each_script_lead_to_a_settlement(register: Workspace) -> None:
    register.write(load_gazetteer)
    for name in ("Դիլիջան", "Дилижан", "Dilijan"):
        assert {"Tavush province"} == {p.district_en for p in found(register, name)}, name


def test_a_place_of_the_seed_stays_as_it_was_and_learns_further_names(register: Workspace) -> None:
    ids = register.write(load_gazetteer).value
    seed = seed_places()
    learnt = 0
    for key, place_id in ids.items():
        view = register.read(lambda reader, i=place_id: place(reader, i))  # type: ignore[misc]  # bound
        ours = [(n.lang, n.name, n.kind) for n in seed[key].names]
        theirs = [(n.lang, n.name, n.kind) for n in view.names]
        assert theirs[: len(ours)] == ours, key
        assert (view.lat, view.lon) == (seed[key].lat, seed[key].lon), key
        assert all(kind is PlaceNameKind.VARIANT for _, _, kind in theirs[len(ours) :]), key
        learnt += len(theirs) > len(ours)
    assert learnt >= 20


def test_no_settlement_stands_twice_near_one_point(register: Workspace) -> None:
    ids = register.write(load_gazetteer).value
    for key in ("martuni", "stepanakert", "baku", "gyumri", "lisagor", "akna"):
        mine = register.read(lambda reader, k=key: place(reader, ids[k]))  # type: ignore[misc]  # bound
        for name in mine.names[:3]:
            beside = [
                other
                for other in found(register, name.name)
                if other.id != mine.id
                and name.name in {n.name for n in other.names}
                and metres_between(mine.lat or 0, mine.lon or 0, other.lat or 0, other.lon or 0)
                < 20_000
            ]
            assert not beside, (key, name.name)


def test_loading_is_one_entry_and_a_second_time_none(register: Workspace) -> None:
    before = len(register.read(history_list))
    register.write(load_gazetteer)
    once = register.read(counted)
    register.write(load_gazetteer)
    assert register.read(counted) == once
    entries = register.read(history_list)
    assert len(entries) == before + 1
    assert (entries[0].action, entries[0].cases) == ("load_gazetteer", 0)


def test_a_register_from_before_gets_them_beside_what_its_office_entered(
    register: Workspace,
) -> None:
    own = AddPlace(
        PlaceKind.SETTLEMENT,
        (PlaceNameForm("hy", "Դիլիջան", PlaceNameKind.OFFICIAL_A),),
        lat=40.745,
        lon=44.862,
        district="Tavush",
    )
    mine = register.write(lambda unit: add_place(unit, own)).value
    register.write(load_gazetteer)
    view = register.read(lambda reader: place(reader, mine))
    assert (view.lat, view.district_en) == (40.745, "Tavush")
    assert {"Դիլիջան", "Дилижан", "Dilijan"} <= {n.name for n in view.names}
    assert [p.id for p in found(register, "Դիլիջան")] == [mine]


def test_loading_is_taken_back_and_done_again_to_the_last_row(register: Workspace) -> None:
    before = register.read(counted)
    register.write(load_gazetteer)
    loaded = register.read(counted)
    take_back_last(register)
    assert register.read(counted) == before
    assert register.read(last_to_redo) is not None
    do_again(register)
    assert register.read(counted) == loaded
    assert [p.name("en") for p in found(register, "Դիլիջան")] == ["Dilijan"]


def test_it_is_not_taken_back_from_under_a_man(register: Workspace) -> None:
    ids = register.write(load_gazetteer).value
    entry = register.read(last_to_undo)
    record(register, replace(seen_in_video(missing_man(register)), place_id=ids["hadrut"]))
    assert entry is not None
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda unit: undo_entry(unit, entry))
    assert found(register, "Hadrut")


def test_every_point_from_geonames_says_so(register: Workspace) -> None:
    register.write(load_gazetteer)
    sources = register.read(
        lambda reader: reader.session.scalars(
            select(Place.coord_source).where(Place.district == "Tavush province").distinct()
        ).all()
    )
    assert sources == [GEONAMES]
