"""The smallest true things of a register, for tests that are not about people."""

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.shapes.changes import Outcome
from models.base import new_id
from models.cases import Case
from models.people import Person
from models.vocabulary.roles import Action


def open_case(unit: UnitOfWork, number: str, circumstances: str = "") -> Outcome[UUID]:
    """Open a case on somebody not named yet, as one unit of work."""
    unit.doing(Action.REGISTER_CASE)
    person = Person(id=new_id(), figure_label=f"figure of {number}")
    unit.session.add(person)
    unit.session.flush()
    unit.session.add(Case(id=person.id, number=number, circumstances=circumstances))
    return Outcome(person.id)


def tell_circumstances(
    unit: UnitOfWork, case_id: UUID, words: str, version: int | None = None, reason: str = ""
) -> Outcome[int]:
    """Write a case's circumstances; answers the version it then has."""
    unit.doing(Action.EDIT_CASE, reason)
    case = unit.get(Case, case_id, version)
    case.circumstances = words
    unit.session.flush()
    return Outcome(case.version)


def circumstances_of(unit_session_reader: object, case_id: UUID) -> str:
    """Read a case's circumstances back."""
    session = getattr(unit_session_reader, "session")  # noqa: B009  # a reader or a unit
    return str(session.get_one(Case, case_id).circumstances)
