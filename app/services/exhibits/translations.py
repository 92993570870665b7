"""Use cases on translations of an exhibit: kept, corrected, taken away."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.queries.limited_access import exhibits_open_to
from app.services.exhibits.rows import exhibit_meant
from app.services.typed_text import line, prose
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.exhibits import DropTranslation, SaveTranslation
from models.exhibits import Exhibit, Translation
from models.vocabulary.roles import Action


def save_translation(uow: UnitOfWork, request: SaveTranslation) -> Outcome[UUID]:
    """Keep a translation of an exhibit, or correct one.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile; BadInput: it says nothing and is no paper, no
        exhibit has the number of the paper or it is the exhibit itself, it is into no language or
        into its own, or there is a day of certification and nobody who certified.
    """
    uow.doing(Action.ADD_EXHIBIT, named="save_translation")
    exhibit = exhibit_meant(uow, request.exhibit_id)
    if request.translation_id is None:
        row = Translation(exhibit=exhibit, exhibit_id=exhibit.id)
        uow.session.add(row)
    else:
        row = uow.get(Translation, request.translation_id, request.version)
        if row.exhibit_id != exhibit.id:
            raise NotFound("translations", row.id)
    _write(uow, row, request)
    uow.session.flush()
    return Outcome(row.id, _touched(exhibit))


def _write(uow: UnitOfWork, row: Translation, request: SaveTranslation) -> None:
    row.lang = line(request.lang, "language", limit=10)
    row.from_lang = line(request.from_lang, "language", limit=10)
    row.words = prose(request.words, "translation", limit=200_000)
    number = line(request.paper, "paper", limit=40)
    row.paper_id = _numbered(uow, number) if number else None
    row.translator = line(request.translator, "translator", limit=300)
    row.certified_by = line(request.certified_by, "certified_by", limit=300)
    row.certified = request.certified
    if not row.lang:
        raise BadInput("language", "missing")
    if row.lang == row.from_lang:
        raise BadInput("language", "same_language")
    if not row.words and row.paper_id is None:
        raise BadInput("translation", "missing")
    if row.paper_id == request.exhibit_id:
        raise BadInput("paper", "is_itself")
    if row.certified.is_known and not row.certified_by:
        raise BadInput("certified_by", "missing")


def _numbered(uow: UnitOfWork, number: str) -> UUID:
    wanted = select(Exhibit.id).where(Exhibit.number == number.upper(), exhibits_open_to(uow))
    found = uow.session.scalar(wanted)
    if found is None:
        raise BadInput("paper", "no_such_exhibit")
    return found


def drop_translation(uow: UnitOfWork, request: DropTranslation) -> Outcome[None]:
    """Take away a translation that was entered by mistake.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile.
    """
    uow.doing(Action.ADD_EXHIBIT, named="drop_translation")
    row = uow.get(Translation, request.translation_id, request.version)
    exhibit = exhibit_meant(uow, row.exhibit_id)
    uow.session.delete(row)
    return Outcome(None, _touched(exhibit))


def _touched(exhibit: Exhibit) -> Changes:
    cases = Changes.of("cases", *exhibit.history_case_ids())
    return Changes.of("exhibits", exhibit.id) | cases
