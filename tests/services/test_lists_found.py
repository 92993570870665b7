"""A list is found by its number and by its title, in any script, as one types."""

from app.queries.finding.search import search
from app.shapes.search import HitKind
from app.workspace import Workspace
from models.vocabulary.lists import ListType
from tests.factories.lists import taken


def test_a_list_is_found_by_number_and_title(register: Workspace) -> None:
    made = taken(register, "ФИО\nНмушян Арам\n", ListType.TRACING)

    def found(text: str) -> list[tuple[HitKind, str]]:
        hits = register.read(lambda reader: search(reader, text, 8))
        return [(hit.kind, hit.number) for hit in hits]

    assert (HitKind.LIST, made.number) in found(made.number)
    assert (HitKind.LIST, made.number) in found("a list")
    assert (HitKind.LIST, made.number) not in found("Нмушян")
