"""The filter box narrows the register alike on both databases, and says no to no text."""

import pytest

from app.queries.cases.lines import count_cases, row_vector, rows
from app.shapes.case_list import CaseFilter, CaseRow, CaseSort
from app.workspace import Workspace
from tests.queries.register_of_men import Men


def found(register: Workspace, text: str) -> tuple[CaseRow, ...]:
    wanted = CaseFilter(text=text)
    shown = register.read(lambda r: rows(r, row_vector(r, wanted, CaseSort.NUMBER)))
    assert register.read(lambda r: count_cases(r, wanted)) == len(shown)
    return shown


def numbers(register: Workspace, text: str) -> set[str]:
    return {row.number for row in found(register, text)}


@pytest.mark.parametrize("name", ["Օրինակաշեն", "Оринакашен", "örnəkkənd", "orinakashen"])
def test_a_place_is_found_by_any_of_its_names(many: Workspace, men: Men, name: str) -> None:
    there = {row.number for row in found(many, "") if row.place and row.place.id == men.place}
    assert there
    assert numbers(many, f"place:{name}") == there
    everybody = numbers(many, "")
    assert numbers(many, f"-место:{name}") == everybody - there


def test_a_place_known_only_in_words_is_found_by_them(many: Workspace, men: Men) -> None:
    reported = [row for row in found(many, "") if row.place_text]
    assert reported
    for word in ("օրինակ", "Օրինակ", "ՕՐԻՆԱԿ"):
        assert numbers(many, f'վայր:"{word} դիրք"') == {
            row.number for row in reported if row.place_text.startswith("Օրինակ դիրք")
        }


@pytest.mark.parametrize("text", ["unit:12", "unit:battery", "часть:БАТАРЕЯ", "զորամաս:մարտկոց"])
def test_a_unit_is_found_in_each_language_and_its_figures_stand_alone(
    many: Workspace, men: Men, text: str
) -> None:
    aram = next(row.number for row in found(many, "") if row.case_id == men.aram)
    assert numbers(many, text) == {aram}
    assert not numbers(many, "unit:1")
    assert not numbers(many, "unit:2")


@pytest.mark.parametrize(
    "text", ["number:778", "number:AN0000001", 'номер:"AN 0000001"', '"AN 0000001"']
)
def test_a_man_is_found_by_the_number_of_a_paper(many: Workspace, men: Men, text: str) -> None:
    assert [row.case_id for row in found(many, text)] == [men.aram]


def test_codes_and_their_opposite_part_the_register(many: Workspace, men: Men) -> None:
    everybody = found(many, "")
    home = {row.number for row in everybody if row.headline == "S41"}
    assert home
    assert numbers(many, "status:S41") == home
    assert numbers(many, "NOT status:S41") == {row.number for row in everybody} - home
    assert numbers(many, "is:open OR is:closed") == {row.number for row in everybody}
    assert numbers(many, "is:mine") == numbers(many, "officer:me") == numbers(many, "")
    assert not numbers(many, "officer:nobody")


def test_dates_overlap_as_far_as_they_may(many: Workspace, men: Men) -> None:
    everybody = found(many, "")
    assert numbers(many, "after:2020-12-10") == {
        row.number for row in everybody
        if row.last.is_known and (row.last.latest is None or str(row.last.latest) > "2020-12-10")
    }  # fmt: skip
    assert numbers(many, "before:2020-12-01") == {
        row.number for row in everybody
        if row.last.is_known
        and (row.last.earliest is None or str(row.last.earliest) < "2020-12-01")
    }  # fmt: skip
    assert numbers(many, "born:1999") == {
        row.number for row in everybody
        if row.born.is_known
        and (row.born.latest is None or row.born.latest.year >= 1999)
        and (row.born.earliest is None or row.born.earliest.year <= 1999)
    }  # fmt: skip
    assert numbers(many, "since:2020-12-13 until:2020-12-13") == numbers(many, "on:13.12.2020")
    assert numbers(many, "on:2020-12-13")


def test_incidents_and_names_narrow_too(many: Workspace, men: Men) -> None:
    everybody = found(many, "")
    of_incident = {row.number for row in everybody if row.incident_id == men.incident}
    assert numbers(many, "incident:ridge") == of_incident
    assert numbers(many, "случай:образцовый") == of_incident
    assert numbers(many, "name:Քարաբերդյան OR name:ծովասարյան") == {
        row.number for row in everybody if row.name.startswith(("Քարաբերդյան", "Ծովասարյան"))
    }
    assert [row.case_id for row in found(many, "name:арамчик")] == [men.aram]


def test_a_phrase_holds_whole_words_in_their_order(many: Workspace, men: Men) -> None:
    assert [row.case_id for row in found(many, '"battery 12"')] == [men.aram]
    assert not found(many, '"12 battery"')
    assert not found(many, '"attery 12"')


@pytest.mark.parametrize(
    "text",
    [
        "%", "_", "\\", "'", "place:%", "unit:_", "name:'--", "\N{GRINNING FACE}", "a" * 5_000,
        "a " * 2_500, "NOT (" * 500, "(a OR " * 800, "place:x OR " * 450, "-" * 5_000,
        "number:\u0000", "after:9999-12-31", "before:0001-01-01", "born:[..1990]", "on:2020?",
        " OR ".join(f"unit:{n}" for n in range(40)), "silent:36500",
    ],
)  # fmt: skip
def test_no_text_is_too_odd_for_the_register(many: Workspace, men: Men, text: str) -> None:
    found(many, text)
