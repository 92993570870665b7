"""What the use cases on exhibits share: writing their rows, links, kept files and custody steps."""

from __future__ import annotations

import re
import unicodedata
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.queries.limited_access import exhibits_open_to
from app.search.fold import fold
from app.services.numbering import next_exhibit_number
from app.services.sources import source_meant
from app.services.typed_text import line, prose
from app.shapes.kept_files import KeptFile
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo
from models.cases import Case
from models.events import Event
from models.exhibits import Blob, CustodyEntry, Exhibit, ExhibitLink
from models.incidents import Incident
from models.places import Place
from models.vocabulary.exhibits import BlobKind, CustodyAction, likely_kind

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONGEST_NAME = 300


def name_of_file(given: str) -> str:
    """Give the name a file came with, for the record: without folders and control characters.

    It is never used as a path. Marks of direction stay; the faces make them visible (R-37).
    """
    whole = given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    last = re.split(r"[/\\]", _CONTROL.sub(" ", whole).rstrip("/\\"))[-1]
    name = unicodedata.normalize("NFC", last).strip() or "?"
    if len(name) <= _LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 16:
        return name[:_LONGEST_NAME]
    return f"{stem[: _LONGEST_NAME - len(ending) - 2]}….{ending}"[:_LONGEST_NAME]


def new_exhibit(
    uow: UnitOfWork, kept: KeptFile, file_name: str, media_type: str, facts: ExhibitFacts
) -> Exhibit:
    """Write the row of an exhibit and that of its original. Raises BadInput, NotFound."""
    exhibit = Exhibit(
        number=next_exhibit_number(uow),
        original_name=name_of_file(file_name),
        media_type=line(media_type, "media_type", limit=100),
        size=kept.size,
        sha256=kept.sha256,
    )
    write_facts(uow, exhibit, facts)
    uow.session.add(exhibit)
    uow.session.flush()
    keep_blob(uow, exhibit.id, BlobKind.ORIGINAL, kept, exhibit.media_type)
    return exhibit


def write_facts(uow: UnitOfWork, exhibit: Exhibit, facts: ExhibitFacts) -> None:
    """Write what is known of an exhibit.

    Raises:
        BadInput: nobody said where it came from, nor that it is unknown (U-11); NotFound.
    """
    origin = prose(facts.origin, "origin", limit=2000)
    if bool(origin) == facts.origin_unknown:
        raise BadInput("origin", "contradicts" if origin else "missing")
    if facts.place_id is not None:
        uow.get(Place, facts.place_id)
    exhibit.kind = facts.kind or likely_kind(exhibit.media_type)
    exhibit.title = line(facts.title, "title", limit=500) or exhibit.original_name
    exhibit.description = prose(facts.description, "description")
    exhibit.source_id = source_meant(uow, facts.source)
    exhibit.received_by = facts.received_by
    exhibit.origin = origin
    exhibit.received = facts.received
    exhibit.made = facts.made
    exhibit.place_id = facts.place_id
    exhibit.place_as_reported = line(facts.place_as_reported, "place", limit=500)
    exhibit.url = line(facts.url, "url", limit=1000)
    exhibit.url_archived = line(facts.url_archived, "url", limit=1000)
    exhibit.uploader = line(facts.uploader, "uploader", limit=300)
    exhibit.languages = line(facts.languages, "languages", limit=100)
    exhibit.transcript = prose(facts.transcript, "transcript", limit=200_000)
    exhibit.shows = ",".join(sorted(facts.shows))
    exhibit.search_key = words_to_find(exhibit)


def words_to_find(exhibit: Exhibit) -> str:
    """Give what a search looks through, folded."""
    told = (exhibit.number, exhibit.title, exhibit.origin, exhibit.original_name)
    return fold(" ".join((*told, exhibit.description)))


def link(uow: UnitOfWork, exhibit: Exhibit, to: LinkTo) -> ExhibitLink:
    """Tie an exhibit to a case, an event or an incident.

    Raises:
        NotFound; BadInput: it names none or several of them, or is there already.
    """
    named = [one for one in (to.case_id, to.event_id, to.incident_id) if one is not None]
    if len(named) != 1:
        raise BadInput("link", "one_of_three")
    case_id = to.case_id
    if to.event_id is not None:
        case_id = uow.get(Event, to.event_id).case_id
    elif to.incident_id is not None:
        uow.get(Incident, to.incident_id)
    else:
        uow.get(Case, named[0])
    wanted = (case_id, to.event_id, to.incident_id)
    if any((one.case_id, one.event_id, one.incident_id) == wanted for one in exhibit.links):
        raise BadInput("link", "already_linked")
    made = ExhibitLink(
        exhibit=exhibit,
        exhibit_id=exhibit.id,
        case_id=case_id,
        event_id=to.event_id,
        incident_id=to.incident_id,
        remark=line(to.remark, "remark", limit=500),
    )
    uow.session.add(made)
    return made


def keep_blob(
    uow: UnitOfWork, exhibit_id: UUID, kind: BlobKind, kept: KeptFile, media_type: str
) -> None:
    """Let a kept file belong to an exhibit, in place of a former one of its kind."""
    former = uow.session.scalars(
        select(Blob).where(Blob.exhibit_id == exhibit_id, Blob.kind == kind)
    ).all()
    if former and kind is BlobKind.ORIGINAL:
        raise BadInput("file", "original_is_kept")
    for blob in former:
        uow.session.delete(blob)
    blob = Blob(
        id=kept.id,
        exhibit_id=exhibit_id,
        kind=kind,
        media_type=media_type,
        size=kept.size,
        sha256=kept.sha256,
        shard=kept.shard,
    )
    uow.session.add(blob)


def note_step(
    uow: UnitOfWork,
    exhibit: Exhibit,
    action: CustodyAction,
    *,
    from_whom: str = "",
    to_whom: str = "",
    reason: str = "",
    sha256: str = "",
) -> None:
    """Add a step to the custody log; `sha256` is what the original hashes to at that moment."""
    entry = CustodyEntry(
        exhibit=exhibit,
        exhibit_id=exhibit.id,
        at=uow.clock.now(),
        action=action,
        from_whom=line(from_whom, "from_whom", limit=500),
        to_whom=line(to_whom, "to_whom", limit=500),
        reason=line(reason, "reason", limit=500),
        sha256=sha256 or exhibit.sha256,
    )
    uow.session.add(entry)


def exhibit_meant(uow: UnitOfWork, exhibit_id: UUID, version: int | None = None) -> Exhibit:
    """Find an exhibit that the member of staff may see.

    Raises:
        NotFound; CaseChangedMeanwhile.
    """
    seen = select(Exhibit.id).where(Exhibit.id == exhibit_id, exhibits_open_to(uow))
    if uow.session.scalar(seen) is None:
        raise NotFound("exhibits", exhibit_id)
    return uow.get(Exhibit, exhibit_id, version)
