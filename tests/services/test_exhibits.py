"""Exhibits: taken in once, told of where they came from, never changed, never lost."""

import io

import pytest

from app.errors import AlreadyKept, BadInput
from app.queries.exhibits.lines import exhibits_of_case
from app.queries.exhibits.view import exhibit_view
from app.services.exhibits.exhibits import take_in_exhibit
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo, TakeInExhibit
from app.vault.evidence import fingerprint
from app.workspace import Workspace
from models.vocabulary.exhibits import CustodyAction, ExhibitKind, MinimumState, ReceivedBy
from tests.factories.men import day, missing_man


def request_for(
    register: Workspace, content: bytes, *links: LinkTo, **more: object
) -> TakeInExhibit:
    """Keep content and ask for it to be taken in."""
    source = io.BytesIO(content)
    kept = register.evidence.keep(source, fingerprint(source))
    facts = ExhibitFacts(
        ExhibitKind.LETTER,
        "Նամակ մորից",
        origin="Մայրը բերեց գրասենյակ",
        received_by=ReceivedBy.IN_PERSON,
        received=day("2021-03-09"),
    )
    asked: dict[str, object] = {"kept": kept, "file_name": "letter.jpg", "media_type": "image/jpeg"}
    return TakeInExhibit(**(asked | {"facts": facts, "links": links} | more))  # type: ignore[arg-type]  # fields of the request, by name


def test_an_exhibit_gets_a_number_a_hash_and_the_first_step_of_its_log(register: Workspace) -> None:
    case_id = missing_man(register)
    request = request_for(register, b"letter", LinkTo(case_id))
    taken = register.write(lambda u: take_in_exhibit(u, request)).value
    assert taken.number == "E-2021-00001"
    view = register.read(lambda r: exhibit_view(r, taken.exhibit_id))
    assert b"".join(register.evidence.pieces(view.original.kept)) == b"letter"
    assert [step.action for step in view.custody] == [CustodyAction.INGESTED]
    assert view.custody[0].sha256 == view.row.sha256 == request.kept.sha256
    assert view.row.minimum.state is MinimumState.GREEN
    assert [row.id for row in register.read(lambda r: exhibits_of_case(r, case_id))] == [
        taken.exhibit_id
    ]


def test_the_same_bytes_are_told_of_and_kept_twice_only_when_said(register: Workspace) -> None:
    request = request_for(register, b"letter")
    first = register.write(lambda u: take_in_exhibit(u, request)).value
    again = request_for(register, b"letter")
    with pytest.raises(AlreadyKept) as told:
        register.write(lambda u: take_in_exhibit(u, again))
    assert told.value.data["numbers"] == (first.number,)
    twice = request_for(register, b"letter", twice=True)
    second = register.write(lambda u: take_in_exhibit(u, twice)).value
    assert second.number != first.number


def test_where_it_came_from_must_be_said_or_said_to_be_unknown(register: Workspace) -> None:
    silent = request_for(register, b"letter", facts=ExhibitFacts(ExhibitKind.LETTER))
    with pytest.raises(BadInput) as refused:
        register.write(lambda u: take_in_exhibit(u, silent))
    assert refused.value.data["field"] == "origin"
    unknown = request_for(
        register, b"letter", facts=ExhibitFacts(ExhibitKind.LETTER, origin_unknown=True)
    )
    taken = register.write(lambda u: take_in_exhibit(u, unknown)).value
    view = register.read(lambda r: exhibit_view(r, taken.exhibit_id))
    assert view.row.title == "letter.jpg"
    assert view.row.minimum.state is MinimumState.AMBER
