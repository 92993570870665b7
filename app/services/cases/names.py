"""Turns a typed form of a name into its row: whole from parts, script from letters, search key."""

from uuid import UUID

from app.errors import BadInput
from app.search.fold import fold
from app.search.scripts import LANG_OF_SCRIPT, script_of
from app.services.typed_text import line
from app.shapes.requests.cases import NameForm
from models.people import PersonName
from models.vocabulary.people import NameOrder, Script

PART = 200


def full_name(form: NameForm) -> str:
    """Give the whole name as written, put together in the order of its parts where not given."""
    if form.full_as_written:
        return form.full_as_written
    parts = {"F": form.family, "G": form.given, "P": form.patronymic}
    order = "FGP" if form.order is NameOrder.UNKNOWN else form.order.value
    order += "".join(letter for letter in "FGP" if letter not in order)
    return " ".join(parts[letter] for letter in order if parts[letter])


def checked_form(form: NameForm) -> NameForm:
    """Give the form as it will be kept.

    Raises:
        BadInput: there is no name in it, or a part is longer than 200 characters.
    """
    family = line(form.family, "family", limit=PART)
    given = line(form.given, "given", limit=PART)
    patronymic = line(form.patronymic, "patronymic", limit=PART)
    whole = line(form.full_as_written, "full_as_written")
    if not (family or given or whole):
        raise BadInput("name", "missing")
    kept = NameForm(
        family=family,
        given=given,
        patronymic=patronymic,
        lang=form.lang,
        kind=form.kind,
        patronymic_base=line(form.patronymic_base, "patronymic_base", limit=PART),
        full_as_written=whole,
        order=form.order,
        is_primary=form.is_primary,
        checked=form.checked,
    )
    whole = full_name(kept)
    script = form.script or script_of(whole)
    return NameForm(
        family=kept.family,
        given=kept.given,
        patronymic=kept.patronymic,
        lang=form.lang or LANG_OF_SCRIPT.get(script, ""),
        script=script,
        kind=kept.kind,
        patronymic_base=kept.patronymic_base,
        full_as_written=whole,
        order=kept.order,
        is_primary=kept.is_primary,
        checked=kept.checked,
    )


def write_name(row: PersonName, form: NameForm) -> None:
    """Write a checked form into its row."""
    row.kind = form.kind
    row.lang = form.lang
    row.script = form.script or Script.OTHER
    row.family = form.family
    row.given = form.given
    row.patronymic = form.patronymic
    row.patronymic_base = form.patronymic_base
    row.full_as_written = form.full_as_written
    row.order_as_written = form.order
    row.is_primary = form.is_primary
    row.checked = form.checked
    row.search_key = fold(form.full_as_written)


def new_name(person_id: UUID, form: NameForm, position: int) -> PersonName:
    """Make the row of a form of a name."""
    row = PersonName(person_id=person_id, position=position)
    write_name(row, checked_form(form))
    return row
