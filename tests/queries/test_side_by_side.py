"""Two files are held against each other field by field, and nobody decides but a person."""

from uuid import UUID

import pytest

from app.errors import BadInput, CaseMerged, NotAllowed
from app.queries.merging.side_by_side import side_by_side
from app.queries.merging.taken_in import taken_in
from app.services.cases.people import change_person, save_identifier, save_relative
from app.services.exhibits.exhibits import take_in_exhibit
from app.services.merging.not_same import mark_not_same
from app.shapes.merging import Thing
from app.shapes.requests.cases import (
    ChangePerson,
    IdentifierDetails,
    PersonDetails,
    RelativeDetails,
    SaveIdentifier,
    SaveRelative,
)
from app.shapes.requests.exhibits import LinkTo
from app.shapes.requests.merging import MarkNotSame
from app.shapes.side_by_side import Coded, FieldRow, How, ListRow, SideBySide
from app.workspace import Workspace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.merging import MergeBar, MergeDoubt, MergeField, Whose
from models.vocabulary.people import IdentifierKind, Relation, Sex
from models.vocabulary.roles import Role
from models.vocabulary.status import Facet, Headline
from tests.factories.doubles import join
from tests.factories.intentions import file_of
from tests.factories.men import ARAM, GOR, day, missing_man, record, seen_in_video
from tests.services.test_exhibits import request_for
from tests.services.test_who_sees_what import at_work_as, limit


def describe(register: Workspace, case_id: UUID, **details: object) -> None:
    request = ChangePerson(
        case_id,
        file_of(register, case_id).person_version,
        PersonDetails(**details),  # type: ignore[arg-type]  # fields of the form, by name
    )
    register.write(lambda u: change_person(u, request))


def compared(register: Workspace, first: UUID, second: UUID) -> SideBySide:
    return register.read(lambda r: side_by_side(r, first, second))


def field(page: SideBySide, which: MergeField) -> FieldRow:
    return next(row for row in page.fields if row.field is which)


def of(page: SideBySide, thing: Thing, code: str) -> ListRow:
    return next(
        row for row in page.lists if row.thing is thing and row.kind and row.kind.code == code
    )


def test_each_field_is_said_alike_otherwise_or_by_one_alone(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    describe(register, first, birth=day("2001-04-24"), hair="Black", height_cm=180, sex=Sex.MALE)
    describe(register, second, birth=day("2001-04"), hair="black", eyes="grey", sex=Sex.MALE)
    page = compared(register, first, second)
    assert {row.field: row.how for row in page.fields} == {
        MergeField.NAME: How.DIFFERS,
        MergeField.BIRTH: How.DIFFERS,
        MergeField.SEX: How.SAME,
        MergeField.HEIGHT: How.ONLY_FIRST,
        MergeField.HAIR: How.SAME,
        MergeField.EYES: How.ONLY_SECOND,
        MergeField.OFFICER: How.SAME,
    }
    assert field(page, MergeField.BIRTH).is_chosen
    assert field(page, MergeField.EYES).first is None
    assert page.if_first_stays.proposed[MergeField.EYES] is Whose.ABSORBED


def test_names_stand_beside_each_other_by_script_and_lists_by_kind(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    passport = IdentifierDetails(IdentifierKind.PASSPORT, "AN 0012345")
    for case_id in (first, second):
        register.write(lambda u, c=case_id: save_identifier(u, SaveIdentifier(c, passport)))  # type: ignore[misc]  # mypy infers no default
    mother = RelativeDetails(Relation.MOTHER, "Նմուշյան Մարո")
    register.write(lambda u: save_relative(u, SaveRelative(first, mother)))
    letter = request_for(register, b"letter", LinkTo(first), LinkTo(second))
    register.write(lambda u: take_in_exhibit(u, letter))
    page = compared(register, first, second)
    assert of(page, Thing.NAMES, "Armn").first == ("Նմուշյան Արամ Սուրենի",)
    assert of(page, Thing.NAMES, "Latn").how is How.ONLY_FIRST
    assert of(page, Thing.NUMBERS, "PASSPORT").how is How.SAME
    assert of(page, Thing.RELATIVES, "MOTHER").how is How.ONLY_FIRST
    [exhibits] = [row for row in page.lists if row.thing is Thing.EXHIBITS]
    assert exhibits.how is How.SAME
    assert isinstance(of(page, Thing.NAMES, "Armn").kind, Coded)


def test_what_happened_to_both_stands_on_one_line_of_time(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    record(register, seen_in_video(second, "2020-12-10"))
    record(register, seen_in_video(first, "2020-12-20"))
    page = compared(register, first, second)
    assert [(one.which, one.event.code) for one in page.events] == [
        (2, EventCode.C12),
        (1, EventCode.E01),
        (2, EventCode.E01),
        (1, EventCode.C12),
    ]


def test_it_is_told_beforehand_what_the_joined_man_would_be(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR, "1999")
    record(register, seen_in_video(second))
    page = compared(register, first, second)
    assert page.first.status.headline is Headline.S10
    becoming = page.if_first_stays
    assert becoming.status.headline is page.second.status.headline
    assert [doubt.what for doubt in becoming.doubts] == [MergeDoubt.BIRTH_DIFFERS]
    assert page.stays == second, "the file that knows more of him"
    join(register, first, second)
    joined = file_of(register, first).status
    assert joined.headline is becoming.status.headline
    assert {f: s.value for f, s in joined.facets.items()} == {
        f: s.value for f, s in becoming.status.facets.items()
    }
    assert Facet.CUSTODY in joined.facets


def test_of_two_files_that_know_as_much_the_earlier_stays(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register)
    assert compared(register, second, first).stays == first
    assert compared(register, first, second).comparison.score > 0.5


def test_a_decision_that_they_are_two_is_shown_with_who_made_it(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, ARAM, "1999")
    register.write(lambda u: mark_not_same(u, MarkNotSame(second, first, "two brothers")))
    page = compared(register, first, second)
    assert page.decided is not None
    assert (page.decided.by, page.decided.reason) == (register.actor.name, "two brothers")
    assert MergeBar.NOT_SAME in {bar.what for bar in page.if_second_stays.bars}


def test_nobody_compares_what_they_may_not_open_or_what_is_one_file(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    with pytest.raises(BadInput):
        compared(register, first, first)
    limit(register, second)
    founder = register.actor
    at_work_as(register, Role.INTAKE)
    with pytest.raises(NotAllowed):
        compared(register, first, second)
    register.actor = founder
    join(register, first, second)
    with pytest.raises(CaseMerged):
        compared(register, first, second)


def test_the_survivor_tells_what_it_took_in_and_what_was_said_otherwise(
    register: Workspace,
) -> None:
    first, second = missing_man(register), missing_man(register, GOR, "1999")
    describe(register, first, birth=day("2001-04-24"), hair="black", marks="a scar")
    describe(register, second, birth=day("1999"), hair="brown", marks="tattoo")
    numbers = [file_of(register, one).number for one in (first, second)]
    join(register, first, second, {MergeField.HAIR: Whose.ABSORBED})
    [told] = register.read(lambda r: taken_in(r, first))
    assert (told.number, told.by) == (numbers[1], register.actor.name)
    assert [(one.field, one.number) for one in told.otherwise] == [
        (MergeField.BIRTH, numbers[1]),
        (MergeField.HAIR, numbers[0]),
    ]
    said = {one.field: one.said for one in told.otherwise}
    assert said[MergeField.HAIR] == "black"
    assert said[MergeField.BIRTH] == day("1999")
    assert register.read(lambda r: taken_in(r, second)) == ()
