"""Reads issued copies as the cover of an envelope names them: by numbers, never by a name."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import BadInput, NotFound
from app.queries.papers.disclosures import disclosure
from app.shapes.disclosures import DisclosureLine
from models.disclosures import Disclosure
from models.lists import ListVersion, NameList
from models.vocabulary.papers import DisclosureState
from models.vocabulary.roles import Action


def enclosed_copies(
    reader: Reader, copy_ids: Sequence[UUID]
) -> tuple[tuple[DisclosureLine, str], ...]:
    """Give the copies that go into one envelope, each with the list it is ("L-014 v3"), if any.

    Raises:
        NotAllowed; NotFound; BadInput: one was not issued, or they are for different recipients.
    """
    reader.allow(Action.DRAFT_REPORT)
    if not copy_ids:
        raise NotFound("disclosures", "")
    lines = [disclosure(reader, copy_id) for copy_id in dict.fromkeys(copy_ids)]
    if any(line.state is not DisclosureState.ISSUED for line in lines):
        raise BadInput("paper", "paper_not_issued")
    if len({" ".join(line.recipient.split()).casefold() for line in lines}) > 1:
        raise BadInput("paper", "papers_to_different_hands")
    listed = reader.session.execute(
        select(Disclosure.id, NameList.number, ListVersion.version_no)
        .join(ListVersion, ListVersion.id == Disclosure.list_version_id)
        .join(NameList, NameList.id == ListVersion.list_id)
        .where(Disclosure.id.in_([line.id for line in lines]))
    )
    named = {copy_id: f"{number} v{version}" for copy_id, number, version in listed}
    return tuple((line, named.get(line.id, "")) for line in lines)
