"""Whoever may not open a limited case sees none of the exhibits that speak of it alone."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.jobs.exhibits.pictures import choose_portrait, picture_of, portrait_of
from app.queries.exhibits.lines import (
    count_exhibits,
    exhibit_id_of,
    exhibit_ids,
    exhibit_rows,
    exhibits_of_event,
    same_bytes,
)
from app.queries.exhibits.view import exhibit_view, portrait_file
from app.services.desk.bin import put_into_bin, restore_from_bin
from app.shapes.exhibits import ExhibitFilter
from app.shapes.requests.bin import PutIntoBin, RestoreFromBin
from app.shapes.requests.exhibits import LinkTo
from app.workspace import Workspace
from models.vocabulary.exhibits import BlobKind
from models.vocabulary.roles import Role
from tests.factories.exhibits import bring_in, photo
from tests.factories.men import missing_man, record, seen_in_video
from tests.services.test_who_sees_what import limit


def seen(reader: Reader) -> set[UUID]:
    """Look for exhibits wherever a list, a search or a count may show one."""
    found = set(exhibit_ids(reader, ExhibitFilter()))
    found |= set(exhibit_ids(reader, ExhibitFilter(text="լուսանկար")))
    assert count_exhibits(reader, ExhibitFilter()) == len(found)
    return found


def test_exhibits_of_a_limited_case_are_not_there_for_others(register: Workspace) -> None:
    case_id, other = missing_man(register), missing_man(register)
    event = record(register, seen_in_video(case_id))
    alone = bring_in(register, photo(red=10), LinkTo(event_id=event))
    both = bring_in(register, photo(red=20), LinkTo(case_id), LinkTo(other))
    choose_portrait(register, case_id, alone.exhibit_id)
    limit(register, case_id)
    register.actor = replace(register.actor, roles=frozenset({Role.INTAKE}))
    assert register.read(seen) == {both.exhibit_id}
    (row,) = register.read(lambda r: exhibit_rows(r, [alone.exhibit_id, both.exhibit_id]))
    assert [link.case_id for link in row.links] == [other]
    assert register.read(lambda r: exhibits_of_event(r, event)) == ()
    assert register.read(lambda r: same_bytes(r, alone.sha256)) == ()
    assert register.read(lambda r: portrait_file(r, case_id)) is None
    assert portrait_of(register, case_id) is None
    with pytest.raises(NotFound):
        register.read(lambda r: exhibit_view(r, alone.exhibit_id))
    with pytest.raises(NotFound):
        register.read(lambda r: exhibit_id_of(r, alone.number))
    with pytest.raises(NotFound):
        picture_of(register, alone.exhibit_id, BlobKind.THUMBNAIL)


def test_exhibits_go_into_the_bin_with_their_case_and_come_back(register: Workspace) -> None:
    case_id = missing_man(register)
    taken = bring_in(register, photo(), LinkTo(case_id))
    register.write(lambda u: put_into_bin(u, PutIntoBin((case_id,), "not a soldier")))
    assert register.read(seen) == set()
    register.write(lambda u: restore_from_bin(u, RestoreFromBin((case_id,))))
    assert register.read(seen) == {taken.exhibit_id}
