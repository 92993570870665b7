"""What facts forbid is not merged; what they make doubtful takes a reason (P12)."""

from uuid import UUID

import pytest

from app.errors import MergeForbidden, MergeNeedsReason
from app.i18n import Translator
from app.services.cases.people import save_identifier
from app.services.merging.not_same import mark_not_same, unmark_not_same
from app.services.places.places import add_place
from app.services.sources import cite_fact
from app.shapes.merging import Bar
from app.shapes.requests.cases import IdentifierDetails, NameForm, SaveIdentifier
from app.shapes.requests.evidence import CiteFact, RecordEvent
from app.shapes.requests.merging import MarkNotSame, UnmarkNotSame
from app.shapes.requests.places import AddPlace, PlaceNameForm
from app.wording.errors import sentence
from app.workspace import Workspace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.merging import MergeBar, MergeDoubt
from models.vocabulary.people import IdentifierKind
from models.vocabulary.places import PlaceKind, PlaceNameKind
from tests.factories.doubles import join
from tests.factories.intentions import file_of
from tests.factories.men import ARAM, GOR, day, missing_man, record, said

LANGS = ("en", "hy", "ru")


def number(
    register: Workspace, case_id: UUID, value: str, kind: IdentifierKind, *, grade: str = ""
) -> None:
    """Enter a number, borne out by a source of that grade if one is given."""
    details = IdentifierDetails(kind, value, scope="a list")
    number_id = register.write(lambda u: save_identifier(u, SaveIdentifier(case_id, details))).value
    if grade:
        cite = CiteFact(case_id, number_id, "value", said("his card", grade))
        register.write(lambda u: cite_fact(u, cite))


def place(register: Workspace, name: str, parent: UUID | None = None) -> UUID:
    form = PlaceNameForm("en", name, PlaceNameKind.OFFICIAL_A)
    made = AddPlace(PlaceKind.SETTLEMENT, (form,), parent_id=parent)
    return register.write(lambda u: add_place(u, made)).value


def visited(register: Workspace, case_id: UUID, where: UUID, when: str) -> None:
    """Let the Red Cross have registered him in a prison: nothing is more certain."""
    event = RecordEvent(
        (case_id,),
        EventCode.D24,
        day(when),
        place_id=where,
        signed_off=True,
        said_by=(said("ICRC", "A1"), said("His letter", "A1")),
    )
    record(register, event)


def refused(register: Workspace, first: UUID, second: UUID) -> MergeForbidden:
    """Try to join two files, with a reason; each refusal says a sentence in each language."""
    with pytest.raises(MergeForbidden) as forbidden:
        join(register, first, second)
    assert len({sentence(forbidden.value, Translator.open(lang)) for lang in LANGS}) == len(LANGS)
    return forbidden.value


def bars_of(error: MergeForbidden) -> list[Bar]:
    """Give what an error names."""
    bars = error.data["bars"]
    assert isinstance(bars, tuple)
    return [bar for bar in bars if isinstance(bar, Bar)]


def doubted(register: Workspace, first: UUID, second: UUID) -> set[MergeDoubt]:
    """Try to join two files without a reason; then with one."""
    with pytest.raises(MergeNeedsReason) as doubtful:
        join(register, first, second, reason="")
    assert len({sentence(doubtful.value, Translator.open(lang)) for lang in LANGS}) == len(LANGS)
    join(register, first, second, reason="his mother knows")
    return {doubt.what for doubt in doubtful.value.data["doubts"]}  # type: ignore[attr-defined]  # a tuple of doubts


def test_two_confirmed_numbers_of_one_kind_and_series_are_two_men(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    number(register, first, "AN 0012345", IdentifierKind.PASSPORT, grade="B1")
    number(register, second, "AN 0099999", IdentifierKind.PASSPORT, grade="B2")
    error = refused(register, first, second)
    bar = bars_of(error)[0]
    assert (bar.what, bar.first, bar.second) == (
        MergeBar.IDENTITY_NUMBER,
        "AN 0012345",
        "AN 0099999",
    )
    assert "AN 0012345" in sentence(error, Translator.open("en"))


def test_numbers_that_differ_and_were_not_confirmed_take_a_reason(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    number(register, first, "77", IdentifierKind.MILITARY_ID, grade="B1")
    number(register, second, "78", IdentifierKind.MILITARY_ID, grade="F6")
    assert doubted(register, first, second) == {MergeDoubt.NUMBER_DIFFERS}


def test_one_number_in_common_says_that_another_is_an_old_one(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    for case_id, values in ((first, ("AN 1", "AN 2")), (second, ("AN 2", "AN 3"))):
        for value in values:
            number(register, case_id, value, IdentifierKind.PASSPORT, grade="A1")
    join(register, first, second, reason="")
    assert len(file_of(register, first).identifiers) == 4


def test_two_rows_of_one_list_take_a_reason(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    number(register, first, "12", IdentifierKind.LIST_ROW)
    number(register, second, "57", IdentifierKind.LIST_ROW)
    assert doubted(register, first, second) == {MergeDoubt.SAME_LIST}


def test_both_held_for_certain_on_one_day_in_two_places_are_two_men(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    gobustan, ganja = place(register, "Gobustan"), place(register, "Ganja")
    visited(register, first, gobustan, "2021-02-03")
    visited(register, second, ganja, "2021-02-03")
    error = refused(register, first, second)
    assert [bar.what for bar in bars_of(error)] == [MergeBar.TWO_PLACES]
    said_so = sentence(error, Translator.open("en"))
    assert "Gobustan" in said_so
    assert "Ganja" in said_so


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("2021-02-03", "2021-02-04"),  # he was moved in the night
        ("2021-02", "2021-02-04"),  # one day of February, nobody knows which
        ("2021-01-05/2021-02-04", "2021-02-04"),  # the day he was moved
    ],
)
def test_days_that_may_follow_each_other_forbid_nothing(
    register: Workspace, ours: str, theirs: str
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    visited(register, first, place(register, "Gobustan"), ours)
    visited(register, second, place(register, "Ganja"), theirs)
    join(register, first, second)


def test_a_prison_and_the_town_it_lies_in_are_one_place(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    baku = place(register, "Baku")
    visited(register, first, place(register, "Kurdakhani", baku), "2021-02-03")
    visited(register, second, baku, "2021-02-03")
    join(register, first, second)


def test_births_that_exclude_each_other_take_a_reason(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, ARAM, "1999-03")
    assert doubted(register, first, second) == {MergeDoubt.BIRTH_DIFFERS}


def test_a_father_and_his_son_take_a_reason(register: Workspace) -> None:
    son = missing_man(register, (NameForm("Նմուշյան", "Արամ", patronymic_base="Տիգրան"),))
    father = missing_man(register, (NameForm("Նմուշյան", "Տիգրան", patronymic_base="Արամ"),))
    assert doubted(register, son, father) == {MergeDoubt.FATHER_AND_SON}


def test_who_was_decided_to_be_two_men_is_joined_only_after_that_is_taken_back(
    register: Workspace,
) -> None:
    first, second = missing_man(register), missing_man(register)
    register.write(lambda u: mark_not_same(u, MarkNotSame(second, first, "brothers")))
    [bar] = bars_of(refused(register, first, second))
    assert bar.what is MergeBar.NOT_SAME
    register.write(lambda u: unmark_not_same(u, UnmarkNotSame(first, second, "one man")))
    join(register, first, second, reason="")
