"""The simple search finds a man by whatever is known of him, and nobody by what is confidential."""

from app.queries.finding.search import search
from app.shapes.search import HitKind, SearchHit
from app.workspace import Workspace
from tests.queries.register_of_men import Men


def hits(register: Workspace, text: str, limit: int = 50) -> tuple[SearchHit, ...]:
    return register.read(lambda reader: search(reader, text, limit))


def cases(register: Workspace, text: str) -> set[object]:
    return {hit.id for hit in hits(register, text) if hit.kind is HitKind.CASE}


def test_a_man_is_found_by_all_that_is_known_of_him(many: Workspace, men: Men) -> None:
    for text in (
        "HRD-2021-00001", "hrd 2021 00001", "00001",
        "Նմուշյան", "նմուշյան արամ", "ՆՄՈՒՇՅԱՆ ԱՐԱՄ", "Արամ Նմուշյան", "Սուրենի",
        "Нмушян", "нмушян арам", "Суренович", "Nmushyan", "aram", "nmush",
        "Арамчик",
        "AN 0000001", "К-778/21", "к 778",
        "Battery 12", "12-րդ մարտկոց", "12-я батарея",
        "Նմուշի լեռնաշղթա", "Образцовый хребет", "sample ridge", "INC-2021-001",
    ):  # fmt: skip
        assert men.aram in cases(many, text), text


def test_a_man_is_found_by_each_name_of_the_place_he_was_last_seen_in(
    many: Workspace, men: Men
) -> None:
    for text in ("Օրինակաշեն", "Оринакашен", "Örnəkkənd", "ornekkend", "Orinakashen"):
        assert men.all[2] in cases(many, text), text
    assert men.all[1] in cases(many, "Օրինակ դիրք 0")


def test_a_figure_not_yet_named_is_found(many: Workspace, men: Men) -> None:
    assert cases(many, "figure 7 V12") == {men.all[8]}


def test_a_man_is_found_at_every_letter_of_his_name(many: Workspace, men: Men) -> None:
    for name in ("Նմուշյան", "нмушян", "nmushyan"):
        for length in range(3, len(name) + 1):
            assert men.aram in cases(many, name[:length]), name[:length]
            assert men.aram in cases(many, f"{name} ար"[: len(name) + length]), name[:length]


def test_every_word_must_be_there(many: Workspace, men: Men) -> None:
    assert men.aram in cases(many, "Նմուշյան Арам Battery")
    assert cases(many, "Նմուշյան Գոռ") == set()
    assert hits(many, "  ՛ - ") == ()
    assert hits(many, "%") == ()
    assert hits(many, "_______") == ()


def test_places_incidents_and_sources_are_found_too(many: Workspace, men: Men) -> None:
    place = next(hit for hit in hits(many, "оринакашен") if hit.kind is HitKind.PLACE)
    assert place.id == men.place
    assert place.score == 0.8
    incident = hits(many, "образцовый")[0]
    assert (incident.kind, incident.id) == (HitKind.INCIDENT, men.incident)
    assert [h.kind for h in hits(many, "Ministry") if h.kind is HitKind.SOURCE]


def test_a_confidential_source_is_found_by_its_code_alone(many: Workspace, men: Men) -> None:
    for text in ("Գաղտնի", "Աղբյուրյան", "nobody"):
        assert hits(many, text) == (), text
    (hit,) = (h for h in hits(many, "W-77") if h.kind is HitKind.SOURCE)
    assert (hit.number, hit.name, hit.second) == ("W-77", "W-77", "")


def test_who_is_called_so_stands_before_who_is_only_mentioned(many: Workspace, men: Men) -> None:
    found = hits(many, "Քարաբերդյան")
    assert found[0].score == max(hit.score for hit in found)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert hits(many, "2021 00003")[0].why == "number"
    assert len(hits(many, "HRD", limit=4)) == 4
