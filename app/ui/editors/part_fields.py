"""The fields of each part of a file, in the order in which they are asked."""

from app.ui.editors.field_specs import FieldKind, FieldSpec, Group
from app.wording.vocabulary import codes
from models.vocabulary.families import MayBeTold
from models.vocabulary.people import (
    Gc3Category,
    IdentifierKind,
    NameKind,
    NameOrder,
    Relation,
    Script,
    ServiceType,
    Sex,
)

_K = FieldKind
_LANGS = ("", "hy", "ru", "az", "en", "fr", "de", "tr")

PERSON: tuple[Group, ...] = (
    Group(
        lambda t: t.say("Birth"),
        (
            FieldSpec("birth", lambda t: t.say("Date of birth"), _K.BIRTH, wide=True),
            FieldSpec(
                "birth_place_id",
                lambda t: t.say("Place of birth"),
                _K.PLACE,
                written="birth_place_as_reported",
                written_words=lambda t: t.say("As written"),
                wide=True,
            ),
            FieldSpec("sex", lambda t: t.say("Sex"), _K.CHOICE, "sex", tuple(Sex)),
            FieldSpec("nationality", lambda t: t.say("Nationality")),
        ),
    ),
    Group(
        lambda t: t.say("Home"),
        (
            FieldSpec(
                "home_place_id",
                lambda t: t.say("Where his home is"),
                _K.PLACE,
                written="home_address",
                written_words=lambda t: t.say("Address"),
                wide=True,
            ),
            FieldSpec("occupation", lambda t: t.say("Occupation")),
        ),
    ),
    Group(
        lambda t: t.say("What he looks like"),
        (
            FieldSpec("height_cm", lambda t: t.say("Height in centimetres"), _K.NUMBER),
            FieldSpec("build", lambda t: t.say("Build")),
            FieldSpec("hair", lambda t: t.say("Hair")),
            FieldSpec("eyes", lambda t: t.say("Eyes")),
            FieldSpec("blood_group", lambda t: t.say("Blood group")),
            FieldSpec("marks", lambda t: t.say("Distinguishing marks"), _K.LONG, wide=True),
        ),
    ),
    Group(
        lambda t: t.say("Protection"),
        (
            FieldSpec(
                "gc3_category",
                lambda t: t.say("Category under the Third Geneva Convention"),
                _K.CHOICE,
                "gc3_category",
                tuple(Gc3Category),
                wide=True,
            ),
            FieldSpec(
                "category_claimed_by_power",
                lambda t: t.say("What the other side calls him"),
                wide=True,
            ),
            FieldSpec(
                "do_not_transmit",
                lambda t: t.say("His particulars must not be passed on"),
                _K.TICK,
                wide=True,
            ),
            FieldSpec("do_not_transmit_reason", lambda t: t.say("Why not"), wide=True),
        ),
    ),
)

NAME: tuple[Group, ...] = (
    Group(
        lambda t: t.say("Name"),
        (
            FieldSpec("family", lambda t: t.say("Family name")),
            FieldSpec("given", lambda t: t.say("Given name")),
            FieldSpec("patronymic", lambda t: t.say("Patronymic")),
            FieldSpec("patronymic_base", lambda t: t.say("Father’s given name")),
            FieldSpec("full_as_written", lambda t: t.say("The whole name as written"), wide=True),
        ),
    ),
    Group(
        lambda t: t.say("Which form"),
        (
            FieldSpec(
                "kind", lambda t: t.say("Kind of name"), _K.CHOICE, "name_kind", tuple(NameKind)
            ),
            FieldSpec("lang", lambda t: t.say("Language"), _K.CHOICE, "", _LANGS),
            FieldSpec("script", lambda t: t.say("Script"), _K.CHOICE, "script", (None, *Script)),
            FieldSpec(
                "order",
                lambda t: t.say("Order of the parts"),
                _K.CHOICE,
                "name_order",
                tuple(NameOrder),
            ),
            FieldSpec("is_primary", lambda t: t.say("The first name of its script"), _K.TICK),
            FieldSpec("checked", lambda t: t.say("Spelling checked against a document"), _K.TICK),
        ),
    ),
)

SERVICE: tuple[Group, ...] = (
    Group(
        lambda t: t.say("Service"),
        (
            FieldSpec(
                "service_type",
                lambda t: t.say("On what footing"),
                _K.CHOICE,
                "service_type",
                tuple(ServiceType),
            ),
            FieldSpec("rank", lambda t: t.say("Rank"), _K.CHOICE, "rank", ("", *codes("rank"))),
            FieldSpec("rank_as_written", lambda t: t.say("Rank as written")),
            FieldSpec("duty", lambda t: t.say("Duty")),
            FieldSpec(
                "unit_id",
                lambda t: t.say("Unit"),
                _K.UNIT,
                written="unit_as_written",
                written_words=lambda t: t.say("Unit as written"),
                wide=True,
            ),
            FieldSpec("power_of_origin", lambda t: t.say("Power he serves")),
        ),
    ),
    Group(
        lambda t: t.say("Since"),
        (FieldSpec("since", lambda t: t.say("Since"), _K.DATE, wide=True),),
    ),
)

NUMBER: tuple[Group, ...] = (
    Group(
        lambda t: t.say("Number"),
        (
            FieldSpec(
                "kind",
                lambda t: t.say("Kind of number"),
                _K.CHOICE,
                "identifier_kind",
                tuple(IdentifierKind),
            ),
            FieldSpec("value", lambda t: t.say("Number")),
            FieldSpec("issuer", lambda t: t.say("Issued by")),
            FieldSpec("scope", lambda t: t.say("List or series it belongs to")),
        ),
    ),
)

RELATIVE: tuple[Group, ...] = (
    Group(
        lambda t: t.say("Who"),
        (
            FieldSpec(
                "relation",
                lambda t: t.say("What he or she is to him"),
                _K.CHOICE,
                "relation",
                tuple(Relation),
            ),
            FieldSpec("full_name", lambda t: t.say("Name")),
            FieldSpec("maiden_name", lambda t: t.say("Maiden name")),
            FieldSpec("languages", lambda t: t.say("Languages")),
        ),
    ),
    Group(
        lambda t: t.say("How to reach"),
        (
            FieldSpec("phone", lambda t: t.say("Telephone")),
            FieldSpec("reached_best", lambda t: t.say("When best to ring")),
            FieldSpec("email", lambda t: t.say("E-mail")),
            FieldSpec("address", lambda t: t.say("Address")),
            FieldSpec(
                "may_be_told",
                lambda t: t.say("May be told"),
                _K.CHOICE,
                "may_be_told",
                tuple(MayBeTold),
            ),
            FieldSpec("is_reporter", lambda t: t.say("Reported him missing"), _K.TICK),
            FieldSpec("is_person_to_be_informed", lambda t: t.say("Is to be informed"), _K.TICK),
            FieldSpec(
                "is_notification_address",
                lambda t: t.say("Official notices go to this address"),
                _K.TICK,
                wide=True,
            ),
            FieldSpec("remark", lambda t: t.say("Remark"), _K.LONG, wide=True),
        ),
    ),
)

FILE: tuple[Group, ...] = (
    Group(
        lambda t: t.say("Incident"),
        (
            FieldSpec("incident_id", lambda t: t.say("Incident"), _K.INCIDENT, wide=True),
            FieldSpec("position_id", lambda t: t.say("Position"), _K.POSITION, wide=True),
        ),
    ),
    Group(
        lambda t: t.say("What happened"),
        (
            FieldSpec(
                "circumstances",
                lambda t: t.say("Circumstances, internal"),
                _K.TWO_VERSIONS,
                written="circumstances_releasable",
                written_words=lambda t: t.say("Circumstances, as they may be passed on"),
                wide=True,
            ),
            FieldSpec(
                "believed_responsible", lambda t: t.say("Who is believed responsible"), wide=True
            ),
        ),
    ),
    Group(
        lambda t: t.say("Work on the case"),
        (
            FieldSpec("steps_taken", lambda t: t.say("Steps taken"), _K.LONG, wide=True),
            FieldSpec("remark", lambda t: t.say("Remark"), _K.LONG, wide=True),
            FieldSpec("urgent", lambda t: t.say("Urgent"), _K.TICK),
            FieldSpec("access_limited", lambda t: t.say("Access limited"), _K.TICK),
        ),
    ),
)
