"""Reads what may be published of whom: the public profile, and only with consent to his name.

domain.md 6 (e'): number, name, sex, year of birth, the settlement of his incident, headline. A
case of limited access, one in the bin and one taken into another are never asked further.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import batched
from typing import Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from app.db.unit_of_work import Reader
from app.queries.consents import consent_states
from app.shapes.exports import LeftOut, PublicMan, PublicMen
from models.cases import Case, CaseLine
from models.incidents import Incident
from models.people import Person, PersonName
from models.places import Place
from models.vocabulary.families import ConsentScope, ConsentState
from models.vocabulary.people import NameKind, Script
from models.vocabulary.pfif import PUBLIC_STATUS
from models.vocabulary.roles import Action
from models.vocabulary.status import Headline

_AT_ONCE = 500
#: Which form of a name stands first for readers all over the world.
_SCRIPTS: Final = (Script.LATIN, Script.ARMENIAN, Script.CYRILLIC)
_NOT_PUBLIC: Final = frozenset({NameKind.ALIAS, NameKind.NICKNAME, NameKind.ON_LIST})
_WHY: Final[Mapping[ConsentState, LeftOut]] = {
    ConsentState.NO: LeftOut.REFUSED,
    ConsentState.NOT_ASKED: LeftOut.NOT_ASKED,
    ConsentState.WITHDRAWN: LeftOut.WITHDRAWN,
    ConsentState.CONFLICT: LeftOut.CONFLICT,
}


def public_men(reader: Reader) -> PublicMen:
    """Give the men whose name may be published, by number, and count the rest by reason.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.EXPORT_REGISTER)
    reader.allow(Action.APPROVE_DISCLOSURE)
    men: list[PublicMan] = []
    left_out: Counter[LeftOut] = Counter()
    left_out[LeftOut.LIMITED] = len(reader.session.scalars(_in_register(limited=True)).all())
    ids = reader.session.scalars(_in_register(limited=False)).all()
    for some in batched(ids, _AT_ONCE):
        consents = consent_states(reader, some)
        agreed = []
        for case_id in some:
            state = consents[case_id][ConsentScope.PUBLISH_NAME].state
            if state is ConsentState.YES:
                agreed.append(case_id)
            else:
                left_out[_WHY[state]] += 1
        men += _men(reader.session, agreed, left_out)
    return PublicMen(tuple(men), dict(left_out))


def _in_register(*, limited: bool) -> Select[UUID]:
    return (
        select(Case.id)
        .where(
            Case.removed_at.is_(None),
            Case.merged_into_id.is_(None),
            Case.access_limited.is_(limited),
        )
        .order_by(Case.number)
    )


def _men(session: Session, ids: list[UUID], left_out: Counter[LeftOut]) -> list[PublicMan]:
    if not ids:
        return []
    rows = session.execute(
        select(Case, CaseLine.headline, Person)
        .join(CaseLine, CaseLine.case_id == Case.id)
        .join(Person, Person.id == Case.id)
        .where(Case.id.in_(ids))
        .order_by(Case.number)
        .options(selectinload(Person.names))
    ).all()
    places = _places(session, {case.incident_id for case, _, _ in rows if case.incident_id})
    men = []
    for case, headline, person in rows:
        names = _public_names(person)
        if person.do_not_transmit:
            left_out[LeftOut.DO_NOT_TRANSMIT] += 1
        elif Headline(headline) not in PUBLIC_STATUS:
            left_out[LeftOut.NO_PUBLIC_STATUS] += 1
        elif not names:
            left_out[LeftOut.NO_NAME] += 1
        else:
            men.append(
                PublicMan(
                    number=case.number,
                    name=names[0].full_as_written,
                    given=names[0].given,
                    family=names[0].family,
                    other_names=tuple(name.full_as_written for name in names[1:]),
                    sex=person.sex,
                    birth_year=_year(person),
                    headline=Headline(headline),
                    place=places.get(case.incident_id, "") if case.incident_id else "",
                )
            )
    return men


def _public_names(person: Person) -> list[PersonName]:
    """Give one name in each script: no nickname, no name under which somebody listed him."""
    found = filter(None, (person.primary_name(script) for script in _SCRIPTS))
    return [name for name in found if name.is_primary or name.kind not in _NOT_PUBLIC]


def _year(person: Person) -> int | None:
    first, last = person.birth.earliest, person.birth.latest
    return first.year if first and last and first.year == last.year else None


def _places(session: Session, incident_ids: set[UUID]) -> dict[UUID, str]:
    rows = session.execute(
        select(Incident.id, Place)
        .join(Place, Place.id == Incident.place_id)
        .where(Incident.id.in_(incident_ids))
        .options(selectinload(Place.names))
    )
    return {incident_id: place.name_in("en") for incident_id, place in rows}
