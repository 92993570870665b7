"""Says what lists are about: why a row is odd, why something was refused, the heads of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.i18n import Translator
from app.shapes.lists import Proposal
from models.vocabulary.lists import ColumnMeaning, RowFault

#: The columns of a list that is made of our own cases, in their order.
OWN_COLUMNS: Final = (
    ColumnMeaning.ROW_ID,
    ColumnMeaning.NAME,
    ColumnMeaning.FATHER,
    ColumnMeaning.BIRTH,
    ColumnMeaning.RANK,
    ColumnMeaning.UNIT,
    ColumnMeaning.DOCUMENT,
)


def fault_sentence(fault: RowFault, t: Translator) -> str:
    """Say what is odd about a row."""
    return {
        RowFault.NO_NAME: t.say("No name stands in this row."),
        RowFault.HEADING: t.say("This looks like a heading, not like a man."),
        RowFault.SUM: t.say("This looks like a sum, not like a man."),
        RowFault.TWO_MEN: t.say("This row may name two men. Decide about it by hand."),
        RowFault.RAGGED: t.say("This row has more or fewer cells than the list has columns."),
        RowFault.BIRTH_UNREADABLE: t.say("The date of birth could not be read; it is kept as is."),
        RowFault.DIRECTION_MARKS: t.say(
            "Hidden marks turn the direction of writing in this row. They are kept."
        ),
        RowFault.CONTROL_SIGNS: t.say("Hidden characters stand in this row. They are kept."),
        RowFault.MIXED_SCRIPTS: t.say("Letters of two scripts stand in one word of this row."),
        RowFault.TOO_LONG: t.say("A cell is too long to be read whole; it is kept as is."),
        RowFault.REPEATED: t.say("The same man stands in a row above."),
    }[fault]


def proposal_words(proposal: Proposal, t: Translator) -> str:
    """Say in a word or two what the machine thinks of a row."""
    return {
        Proposal.PROPOSED: t.say_in("row of a list", "Proposed"),
        Proposal.TWO_FIT: t.say_in("row of a list", "Two or more fit"),
        Proposal.NONE: t.say_in("row of a list", "Nobody found"),
        Proposal.NO_MAN: t.say_in("row of a list", "No man"),
    }[proposal]


def column_head(meaning: ColumnMeaning, t: Translator) -> str:
    """Give what a column holds, as a head."""
    return {
        ColumnMeaning.ROW_ID: t.say_in("column of a list", "No."),
        ColumnMeaning.NAME: t.say_in("column of a list", "Full name"),
        ColumnMeaning.FAMILY: t.say_in("column of a list", "Family name"),
        ColumnMeaning.GIVEN: t.say_in("column of a list", "Given name"),
        ColumnMeaning.FATHER: t.say_in("column of a list", "Father"),
        ColumnMeaning.BIRTH: t.say_in("column of a list", "Born"),
        ColumnMeaning.UNIT: t.say_in("column of a list", "Unit"),
        ColumnMeaning.RANK: t.say_in("column of a list", "Rank"),
        ColumnMeaning.PLACE: t.say_in("column of a list", "Place"),
        ColumnMeaning.DOCUMENT: t.say_in("column of a list", "Document number"),
        ColumnMeaning.SAID: t.say_in("column of a list", "What is said of him"),
        ColumnMeaning.NOTHING: t.say_in("column of a list", "Not read"),
    }[meaning]


def list_refusal(data: Mapping[str, object], t: Translator) -> str:
    """Give the sentence for what a list cannot do, from the data of a `BadInput` `list_…`."""
    reason = str(data["reason"])
    plain = {
        "list_no_rows": t.say("Nothing stands in this list. Choose another file, or paste rows."),
        "list_no_name_column": t.say(
            "No column is said to hold names. Say which one does, then take the list in."
        ),
        "list_frozen": t.say(
            "This list was sent and stays as it was sent. Make its next version instead."
        ),
        "list_decided": t.say(
            "Rows of this list are decided, and what they stand for would change with this. Open "
            "them again first, or take the list in anew."
        ),
        "list_no_file": t.say(
            "This version did not come as a file: it was pasted, typed, or made here."
        ),
        "list_not_typed": t.say(
            "This list was received as it is. Rows are added only to lists that are typed here."
        ),
        "list_row_decided": t.say("This row was decided already. Open it again first."),
        "list_row_open": t.say("This row is open already."),
        "list_row_answered": t.say(
            "An answer was kept at this row. Take the answer back before you open the row again."
        ),
        "list_not_him_already": t.say("It was decided already that this row does not mean him."),
        "list_row_not_on_it": t.say(
            "An answer was given for a man who is not on this list. Nothing was kept."
        ),
        "list_no_reply": t.say("No answer was kept at these rows."),
        "list_no_men": t.say("Nobody was chosen. Choose the men who are to stand on the list."),
    }
    if reason in plain:
        return plain[reason]
    match reason:
        case "list_too_long":
            return t.say(
                "This list has {found} rows; {limit} are taken in at once. Part the file.",
                found=data["found"],
                limit=data["limit"],
            )
        case "list_same_version":
            return t.say(
                "Every row is the same as in {named}. It was not taken in twice.",
                named=data["named"],
            )
        case "list_man_taken":
            return t.say(
                "Row {row} of this list means {number} already. Open that row again first, or "
                "leave this one open.",
                row=data["row"],
                number=data["number"],
            )
        case "list_no_man":
            return t.say(
                "Row {row} was said to be no man. No answer can be kept there.", row=data["row"]
            )
        case "list_kept_back":
            return t.say(
                "These may not be on this list: {numbers}. Why, stands beside them in the form. "
                "Leave them out, or mend what is missing.",
                numbers=data["numbers"],
            )
        case "list_do_not_transmit":
            return t.say(
                "Not to be passed on: {numbers}. Leave them out; why, stands in their files.",
                numbers=data["numbers"],
            )
    return t.say(
        "There is no list “{value}”. Name it as L-014, or a version as L-014v3.",
        value=data.get("value", ""),
    )
