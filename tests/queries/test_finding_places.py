"""A place is found by each of its names, typed on any keyboard; homonyms stand side by side."""

from sqlalchemy import update

from app.db.unit_of_work import Reader, UnitOfWork
from app.queries.places import find_places, stale_names
from app.search.place_words import rank
from app.services.places.gazetteer import load_gazetteer, seed_places
from app.services.places.place_sounds import keep_places_findable
from app.shapes.changes import Changes, Outcome
from app.shapes.places import PlaceView
from app.workspace import Workspace
from models.places import PlaceName


def found(register: Workspace, text: str, limit: int = 12) -> tuple[PlaceView, ...]:
    return register.read(lambda reader: find_places(reader, text, limit))


def test_each_name_of_rows_1_to_45_finds_its_row_among_all_settlements(register: Workspace) -> None:
    ids = register.write(load_gazetteer).value
    rows = list(seed_places().items())[:45]

    def missed(reader: Reader) -> list[tuple[str, str]]:
        return [
            (key, name.name)
            for key, place in rows
            for name in place.names
            if ids[key] not in {one.id for one in find_places(reader, name.name, 5)}
        ]

    assert register.read(missed) == []


SPELLINGS = (
    ("Гадрут", "hadrut"), ("Hatrut", "hadrut"), ("hadr", "hadrut"), ("Hin Tager", "hin-tagher"),
    ("Хцаберд", "khtsaberd"), ("Xcaberd", "khtsaberd"), ("хцаб", "khtsaberd"),
    ("Caylaqqala", "khtsaberd"), ("chaylaqqala", "khtsaberd"), ("Karintak", "karin-tak"),
    ("Քարին Տակ", "karin-tak"), ("Каринтак", "karin-tak"), ("Ходжавенд", "martuni"),
    ("Xocavend", "martuni"), ("khojavend", "martuni"), ("Stepanagerd", "stepanakert"),
    ("ՍՏԵՓԱՆԱԿԵՐՏ", "stepanakert"), ("шуш", "shushi"),
)  # fmt: skip
NAMESAKES = (
    ("Սպիտակաշեն", {"spitakashen-hadrut", "spitakashen-martuni"}),
    ("Спитакашен", {"spitakashen-hadrut", "spitakashen-martuni"}),
    ("Drakhtik", {"drakhtik-hadrut", "drakhtik-gegharkunik"}),
    ("Ağdam", {"hakaku", "akna"}), ("Агдам", {"hakaku", "akna"}),
)  # fmt: skip


def test_other_spellings_of_other_keyboards_find_it_among_the_first(register: Workspace) -> None:
    ids = register.write(load_gazetteer).value
    missed = [
        (typed, key)
        for typed, key in SPELLINGS
        if ids[key] not in [place.id for place in found(register, typed, 5)]
    ]
    assert missed == []


def test_homonyms_stand_side_by_side_and_differ_in_what_is_said_of_them(
    register: Workspace,
) -> None:
    ids = register.write(load_gazetteer).value
    for name, keys in NAMESAKES:
        views = {place.id: place for place in found(register, name)}
        both = [views[ids[key]] for key in keys]
        assert len({(place.district_en, place.lat) for place in both}) == 2, name


def test_martuni_is_asked_about_three_times_and_vank_is_not_katarovank(
    register: Workspace,
) -> None:
    ids = register.write(load_gazetteer).value
    martunis = [p for p in found(register, "Мартуни") if rank("Мартуни", [p.name("ru")]) == 0]
    assert {p.district_en for p in martunis} == {"Martuni district", "Gegharkunik province"}
    assert len(martunis) == 3
    assert found(register, "Vank")[0].id != ids["katarovank"]


def test_whatever_is_typed_is_answered(register: Workspace) -> None:
    register.write(load_gazetteer)
    odd = ("", " ", "…", "🙂", "ა", "%", "_", "'", '"', "x" * 5000, "а b գ 1 ə ҝ", "\u0000")
    for text in odd:
        assert len(found(register, text)) <= 12, text


def test_names_from_before_are_computed_anew_without_a_word_in_the_history(
    register: Workspace,
) -> None:
    register.write(load_gazetteer)

    def forget(unit: UnitOfWork) -> Outcome[None]:
        unit.session.execute(
            update(PlaceName).values(sounds=""), execution_options={"derived": True}
        )
        return Outcome(None, Changes())

    register.write(forget)
    assert [p.name("en") for p in found(register, "Հադրութ")][:1] == ["Hadrut"]
    assert not found(register, "Hatrut")
    many = register.write(keep_places_findable).value
    assert many > 7_000
    assert not register.read(stale_names)
    assert [p.name("en") for p in found(register, "Hatrut")][:1] == ["Hadrut"]
    assert register.write(keep_places_findable).value == 0
