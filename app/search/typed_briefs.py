"""Gives a man in brief who is only being typed, or stands in a row of a list."""

from __future__ import annotations

from collections.abc import Sequence

from app.search.fold import fold_number
from app.search.scripts import script_of
from app.shapes.briefs import NameBrief, NumberBrief, PersonBrief, PlaceBrief
from app.shapes.requests.cases import IdentifierDetails, NameForm, RegisterMan
from models.vocabulary.people import IdentifierKind


def brief_of_request(request: RegisterMan) -> PersonBrief:
    """Give the man whom a form for a new case describes so far."""
    details, service = request.details, request.service
    return PersonBrief(
        names=name_briefs(request.names),
        sex=details.sex,
        birth=details.birth,
        birth_place=PlaceBrief(details.birth_place_id, _said(details.birth_place_as_reported)),
        home_place=PlaceBrief(details.home_place_id, _said(details.home_address)),
        units=_said(service.unit_as_written) if service else (),
        numbers=number_briefs(request.identifiers),
        incident_id=request.incident_id,
    )


def name_briefs(forms: Sequence[NameForm]) -> tuple[NameBrief, ...]:
    """Give forms of a name in brief; those without a word are left out."""
    found = []
    for form in forms:
        full = form.full_as_written or " ".join(
            part for part in (form.family, form.given, form.patronymic) if part
        )
        if full.strip():
            found.append(
                NameBrief(
                    full, form.family, form.given, form.patronymic, form.patronymic_base,
                    form.lang, form.script or script_of(full), form.kind,
                )
            )  # fmt: skip
    return tuple(found)


def number_briefs(numbers: Sequence[IdentifierDetails]) -> tuple[NumberBrief, ...]:
    """Give the numbers that tie a man to a paper."""
    return tuple(
        NumberBrief(number.kind, number.scope, fold_number(number.value))
        for number in numbers
        if number.kind is not IdentifierKind.OTHER and fold_number(number.value)
    )


def _said(text: str) -> tuple[str, ...]:
    return (text,) if text.strip() else ()
