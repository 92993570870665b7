"""Says what became of the rows of a list, and what could not be read in them."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.imports import RowReport


def row_reason(row: RowReport, t: Translator) -> str:
    """Say why a row was refused."""
    if row.reason == "row_id_of_another" and row.detail.isdigit():
        return t.say("row {row} gives its number to another man", row=row.detail)
    return {
        "row_no_name": t.say("there is no name in this row"),
        "row_sum": t.say("this row is a sum, not a man"),
        "row_two_men": t.say("it may name two men: give each of them a row of his own"),
        "row_name_too_long": t.say("the name is longer than 600 characters"),
        "row_field_too_long": t.say("a value is too long to be kept: {detail}", detail=row.detail),
        "row_twice": t.say("the same row stands in row {detail} already", detail=row.detail),
        "row_id_of_two_men": t.say(
            "its numbers belong to two different men: {detail}", detail=row.detail
        ),
        "row_id_of_another": t.say(
            "its number belongs to another man here: {detail}", detail=row.detail
        ),
        "row_no_such_case": t.say(
            "the case chosen for it is not here: {detail}", detail=row.detail
        ),
        "row_in_bin": t.say(
            "its number belongs to {detail}, which lies in the bin: restore it or leave the row "
            "out",
            detail=row.detail,
        ),
        "row_left_out": t.say("you left it out"),
        "row_ragged": t.say(
            "it has another number of cells than there are columns: {detail}", detail=row.detail
        ),
        "row_no_field": t.say("the field {detail} is empty, and must not be", detail=row.detail),
        "row_expired": t.say(
            "the record expired on {detail}: its sender deleted what it said", detail=row.detail
        ),
        "row_nobody_here": t.say(
            "it tells of a man by his number alone, and nobody here bears it: {detail}",
            detail=row.detail,
        ),
    }.get(row.reason, row.reason)


def reason_head(t: Translator) -> str:
    """Name the column in which refused rows carry their reason."""
    return t.say("Why the row was refused")


def note_words(code: str, t: Translator) -> str:
    """Say what was kept as written because it could not be read, or wants a look."""
    return {
        "note_birth_unreadable": t.say("date of birth kept as written"),
        "note_date_unreadable": t.say("date kept as written"),
        "note_date_after_list": t.say("dated after the list itself"),
        "note_dates_reversed": t.say("the dates run backwards"),
        "note_events_unreadable": t.say("events kept as written"),
        "note_mixed_scripts": t.say("letters of two scripts in one word"),
        "note_direction_marks": t.say("hidden marks of direction"),
        "note_control_signs": t.say("hidden control characters"),
        "note_birth_differs": t.say("born on another day than our record says"),
        "note_homonyms": t.say("several men of the register bear this name"),
        "note_unsigned": t.say("a note does not say whose it is"),
        "note_sender_deletes": t.say("its sender deletes this record on a day it names"),
        "note_linked": t.say("a note says that he stands in another record too"),
        "note_same_as_row": t.say("looks like another row of this list"),
    }.get(code, code)
