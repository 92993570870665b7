"""What an entry of the history can be: whose right it is, whether it can be taken back (U-07).

Every name a use case gives to what it does stands in one of the two lists; a test walks them all.
"""

from collections.abc import Mapping
from enum import StrEnum

from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.roles import Action

UNDO_PREFIX = "undo:"
"""An undo is an entry of its own, named after the entry it took back; it can be taken back too."""

READ_LIMITED = "read_limited"


class ReadKind(StrEnum):
    """How somebody read of a case of limited access (R-45)."""

    VIEWED = "viewed"
    PRINTED = "printed"
    EXPORTED = "exported"
    FOUND = "found"


class NoUndo(StrEnum):
    """Why an entry is not taken back: by its nature, or because it has a way back of its own."""

    FOUNDING = "founding"
    STAFF = "staff"
    KEYS = "keys"
    IMPORT = "import"
    EXHIBIT = "exhibit"
    CUSTODY = "custody"
    BACKUP = "backup"
    READ = "read"
    EXPORT = "export"
    PAPER = "paper"


#: Deeds that are taken back, each with the right it needs: whoever may not do a thing may not
#: take it back either.
UNDOABLE: Mapping[str, Action] = {
    "register_man": Action.REGISTER_CASE,
    "add_second_report": Action.RECORD_EVENT,
    "change_case": Action.EDIT_CASE,
    "change_person": Action.EDIT_CASE,
    "save_name": Action.EDIT_CASE,
    "save_service": Action.EDIT_CASE,
    "save_identifier": Action.EDIT_CASE,
    "cite_fact": Action.EDIT_CASE,
    "save_relative": Action.EDIT_FAMILY,
    "record_consent": Action.RECORD_CONSENT,
    "withdraw_consent": Action.RECORD_CONSENT,
    "log_contact": Action.LOG_CONTACT,
    "withdraw_contact": Action.LOG_CONTACT,
    "record_event": Action.RECORD_EVENT,
    "add_assertion": Action.RECORD_EVENT,
    "correct_event": Action.RECORD_EVENT,
    "prefer_account": Action.RECORD_EVENT,
    "withdraw_event": Action.WITHDRAW,
    "withdraw_assertion": Action.WITHDRAW,
    "close_case": Action.CLOSE_CASE,
    "reopen_case": Action.CLOSE_CASE,
    "put_into_bin": Action.REMOVE_CASE,
    "restore_from_bin": Action.REMOVE_CASE,
    "set_override": Action.OVERRIDE_STATUS,
    "lift_override": Action.OVERRIDE_STATUS,
    "add_source": Action.EDIT_SOURCE,
    "add_place": Action.EDIT_PLACE,
    "load_gazetteer": Action.EDIT_PLACE,
    "import_places": Action.EDIT_PLACE,
    "change_place": Action.EDIT_PLACE,
    "save_place_name": Action.EDIT_PLACE,
    "drop_place_name": Action.EDIT_PLACE,
    "open_incident": Action.EDIT_INCIDENT,
    "change_incident": Action.EDIT_INCIDENT,
    "add_unit": Action.EDIT_INCIDENT,
    "add_position": Action.EDIT_INCIDENT,
    "record_handover": Action.EDIT_HANDOVER,
    "change_handover": Action.EDIT_HANDOVER,
    "close_handover": Action.EDIT_HANDOVER,
    "reopen_handover": Action.EDIT_HANDOVER,
    "record_arrivals": Action.EDIT_HANDOVER,
    "match_arrival": Action.EDIT_HANDOVER,
    "withdraw_arrival": Action.EDIT_HANDOVER,
    "waive_step": Action.EDIT_HANDOVER,
    "verify_identity": Action.EDIT_HANDOVER,
    "record_medical_check": Action.EDIT_HANDOVER,
    "record_family_word": Action.EDIT_HANDOVER,
    "record_debrief": Action.EDIT_HANDOVER,
    "record_claim": Action.RECORD_CLAIM,
    "change_claim": Action.RECORD_CLAIM,
    "withdraw_claim": Action.RECORD_CLAIM,
    "take_in_list": Action.EDIT_LIST,
    "change_list": Action.EDIT_LIST,
    "read_columns": Action.EDIT_LIST,
    "add_typed_row": Action.EDIT_LIST,
    "change_typed_row": Action.EDIT_LIST,
    "decide_row": Action.EDIT_LIST,
    "accept_sure_rows": Action.EDIT_LIST,
    "note_row": Action.EDIT_LIST,
    "reply_rows": Action.EDIT_LIST,
    "send_list": Action.EDIT_LIST,
    **dict.fromkeys(
        (
            "set_task",
            "change_task",
            "end_task",
            "assign_line",
            "put_off_line",
            "take_line_back",
            "settle_line",
        ),
        Action.MANAGE_TASKS,
    ),
    "name_office": Action.MANAGE_STAFF,
    "set_backups": Action.BACK_UP,
    "take_in_exhibit": Action.ADD_EXHIBIT,
    "derive_exhibit": Action.ADD_EXHIBIT,
    "mark_portrait": Action.EDIT_CASE,
    "change_exhibit": Action.ADD_EXHIBIT,
    "link_exhibit": Action.ADD_EXHIBIT,
    "unlink_exhibit": Action.ADD_EXHIBIT,
    "save_translation": Action.ADD_EXHIBIT,
    "drop_translation": Action.ADD_EXHIBIT,
    "remove_exhibit": Action.WITHDRAW,
    "restore_exhibit": Action.WITHDRAW,
    "take_portrait_away": Action.EDIT_CASE,
    "merge_cases": Action.MERGE_CASES,
    "split_cases": Action.MERGE_CASES,
    "mark_not_same": Action.EDIT_CASE,
    "unmark_not_same": Action.EDIT_CASE,
    "keep_weights": Action.MERGE_CASES,
    "forget_weights": Action.MERGE_CASES,
    "open_submission": Action.EDIT_SUBMISSION,
    "draft_submissions": Action.EDIT_SUBMISSION,
    "change_submission": Action.EDIT_SUBMISSION,
    "add_submission_people": Action.EDIT_SUBMISSION,
    "drop_submission_man": Action.EDIT_SUBMISSION,
    "take_submission_step": Action.EDIT_SUBMISSION,
    "answer_submission": Action.EDIT_SUBMISSION,
    "decide_measures": Action.EDIT_SUBMISSION,
}

#: Deeds after which every man is to be compared anew, and after whose undo he is as well.
OF_WEIGHTS = frozenset({"keep_weights", "forget_weights"})

NOT_UNDOABLE: Mapping[str, NoUndo] = {
    "found_register": NoUndo.FOUNDING,
    "add_staff": NoUndo.STAFF,
    "remove_staff": NoUndo.STAFF,
    "change_passphrase": NoUndo.KEYS,
    "make_recovery_sheet": NoUndo.KEYS,
    "recover_access": NoUndo.KEYS,
    "restore_backup": NoUndo.BACKUP,
    "import_list": NoUndo.IMPORT,
    "undo_import": NoUndo.IMPORT,
    "keep_made": NoUndo.EXHIBIT,
    **{f"custody_{step}".lower(): NoUndo.CUSTODY for step in CustodyAction},
    READ_LIMITED: NoUndo.READ,
    "open_sealed_key": NoUndo.READ,
    "export_register": NoUndo.EXPORT,
    "publish_people": NoUndo.EXPORT,
    "issue_paper": NoUndo.EXPORT,
    "answer_access": NoUndo.EXPORT,
    "reprint_paper": NoUndo.EXPORT,
    "hand_out_paper": NoUndo.EXPORT,
    "ask_paper": NoUndo.PAPER,
    "take_back_paper": NoUndo.PAPER,
    "refuse_paper": NoUndo.PAPER,
}

NO_EDIT = frozenset({NoUndo.READ, NoUndo.CUSTODY, NoUndo.EXPORT, NoUndo.PAPER})
"""Entries that changed nothing of what the register says: Ctrl+Z passes over them."""


def why_never(deed: str) -> NoUndo | None:
    """Say why a deed can never be taken back, or None where it can."""
    return NOT_UNDOABLE.get(deed)
