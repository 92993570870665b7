"""Says what an entry of the history was, and why some are never taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.i18n import Translator
from models.vocabulary.deeds import READ_LIMITED, UNDO_PREFIX, NoUndo

type Say = Callable[[Translator], str]

_ACTIONS: Final[dict[str, Say]] = {
    "register_man": lambda t: t.say("Case opened"),
    "add_second_report": lambda t: t.say("Another report of him added"),
    "change_case": lambda t: t.say("File changed"),
    "close_case": lambda t: t.say("Case closed"),
    "reopen_case": lambda t: t.say("Case opened again"),
    "put_into_bin": lambda t: t.say("Case put into the bin"),
    "restore_from_bin": lambda t: t.say("Case taken out of the bin"),
    "change_person": lambda t: t.say("Identity changed"),
    "save_name": lambda t: t.say("Name saved"),
    "save_service": lambda t: t.say("Service saved"),
    "save_identifier": lambda t: t.say("Number saved"),
    "save_relative": lambda t: t.say("Relative saved"),
    "record_consent": lambda t: t.say("Consent recorded"),
    "withdraw_consent": lambda t: t.say("Consent taken back"),
    "log_contact": lambda t: t.say("Contact with the family logged"),
    "withdraw_contact": lambda t: t.say("Contact with the family taken back"),
    "record_event": lambda t: t.say("Event recorded"),
    "add_assertion": lambda t: t.say("Source added to an event"),
    "correct_event": lambda t: t.say("Event corrected"),
    "withdraw_event": lambda t: t.say("Event withdrawn"),
    "withdraw_assertion": lambda t: t.say("Word of a source withdrawn"),
    "prefer_account": lambda t: t.say("Account preferred"),
    "add_source": lambda t: t.say("Source entered"),
    "cite_fact": lambda t: t.say("Fact tied to a source"),
    "withdraw_citation": lambda t: t.say("Tie to a source withdrawn"),
    "set_override": lambda t: t.say("Status set by hand"),
    "lift_override": lambda t: t.say("Computed status restored"),
    "import_list": lambda t: t.say("List imported"),
    "undo_import": lambda t: t.say("Import taken back"),
    "open_incident": lambda t: t.say("Incident opened"),
    "change_incident": lambda t: t.say("Incident changed"),
    "add_unit": lambda t: t.say("Unit entered"),
    "add_position": lambda t: t.say("Position entered"),
    "add_place": lambda t: t.say("Place entered"),
    "load_gazetteer": lambda t: t.say("Places loaded"),
    "import_places": lambda t: t.say("Places imported"),
    "change_place": lambda t: t.say("Place changed"),
    "save_place_name": lambda t: t.say("Name of a place saved"),
    "drop_place_name": lambda t: t.say("Name of a place taken away"),
    "record_claim": lambda t: t.say("Claim recorded"),
    "change_claim": lambda t: t.say("Claim changed"),
    "withdraw_claim": lambda t: t.say("Claim withdrawn"),
    "record_handover": lambda t: t.say("Handover recorded"),
    "change_handover": lambda t: t.say("Handover changed"),
    "close_handover": lambda t: t.say("Handover closed"),
    "reopen_handover": lambda t: t.say("Handover opened again"),
    "record_arrivals": lambda t: t.say("Arrivals recorded"),
    "match_arrival": lambda t: t.say("Arrival tied to a man"),
    "withdraw_arrival": lambda t: t.say("Arrival withdrawn"),
    "waive_step": lambda t: t.say("Step of the checklist waived"),
    "verify_identity": lambda t: t.say("Identity verified"),
    "record_medical_check": lambda t: t.say("Medical check recorded"),
    "record_family_word": lambda t: t.say("Word to the family recorded"),
    "record_debrief": lambda t: t.say("Debrief recorded"),
    "take_in_list": lambda t: t.say("List taken in"),
    "change_list": lambda t: t.say("List described anew"),
    "read_columns": lambda t: t.say("Columns of a list read anew"),
    "add_typed_row": lambda t: t.say("Row of a list typed"),
    "change_typed_row": lambda t: t.say("Typed row of a list corrected"),
    "decide_row": lambda t: t.say("Row of a list decided"),
    "accept_sure_rows": lambda t: t.say("Sure rows of a list accepted"),
    "note_row": lambda t: t.say("Note at a row of a list"),
    "reply_rows": lambda t: t.say("Answer to a list kept"),
    "send_list": lambda t: t.say("List sent"),
    "set_task": lambda t: t.say("Task set"),
    "change_task": lambda t: t.say("Task changed"),
    "end_task": lambda t: t.say("Task ended"),
    "assign_line": lambda t: t.say("Line of the day handed to somebody"),
    "put_off_line": lambda t: t.say("Line of the day put off"),
    "take_line_back": lambda t: t.say("Line of the day taken up again"),
    "settle_line": lambda t: t.say("Line of the day seen to"),
    "name_office": lambda t: t.say("Office named"),
    "found_register": lambda t: t.say("Register founded"),
    "add_staff": lambda t: t.say("Member of staff added"),
    "remove_staff": lambda t: t.say("Member of staff removed"),
    "make_recovery_sheet": lambda t: t.say("Recovery sheet made"),
    "recover_access": lambda t: t.say("Access recovered by the recovery sheet"),
    "set_backups": lambda t: t.say("Backups set"),
    "export_register": lambda t: t.say("Register exported"),
    "publish_people": lambda t: t.say("Men published"),
    "restore_backup": lambda t: t.say("Register restored from a backup"),
    "change_passphrase": lambda t: t.say("Own passphrase changed"),
    "take_in_exhibit": lambda t: t.say("Exhibit taken in"),
    "change_exhibit": lambda t: t.say("Exhibit described anew"),
    "link_exhibit": lambda t: t.say("Exhibit tied to the case"),
    "unlink_exhibit": lambda t: t.say("Exhibit untied from the case"),
    "save_translation": lambda t: t.say("Translation of an exhibit saved"),
    "drop_translation": lambda t: t.say("Translation of an exhibit taken away"),
    "derive_exhibit": lambda t: t.say("Exhibit made from another"),
    "remove_exhibit": lambda t: t.say("Exhibit put into the bin"),
    "restore_exhibit": lambda t: t.say("Exhibit taken out of the bin"),
    "mark_portrait": lambda t: t.say("Portrait chosen"),
    "take_portrait_away": lambda t: t.say("Portrait taken away"),
    "merge_cases": lambda t: t.say("Two files joined"),
    "split_cases": lambda t: t.say("Joined files parted"),
    "mark_not_same": lambda t: t.say("Decided: not the same man"),
    "unmark_not_same": lambda t: t.say("Open again: whether it is the same man"),
    "keep_weights": lambda t: t.say("Learnt from the register how agreements count"),
    "forget_weights": lambda t: t.say("Agreements count again as the program says"),
    "custody_verified": lambda t: t.say("Exhibit verified"),
    "custody_exported": lambda t: t.say("Original of an exhibit given out"),
    "custody_viewed_for_export": lambda t: t.say("Safe copy of an exhibit opened"),
    "custody_printed": lambda t: t.say("Exhibit printed"),
    "open_submission": lambda t: t.say("Submission opened"),
    "draft_submissions": lambda t: t.say("Drafts of submissions made"),
    "change_submission": lambda t: t.say("Submission changed"),
    "add_submission_people": lambda t: t.say("Men added to a submission"),
    "drop_submission_man": lambda t: t.say("Man taken out of a submission"),
    "take_submission_step": lambda t: t.say("Step of a submission noted"),
    "answer_submission": lambda t: t.say("Answer to a submission recorded"),
    "decide_measures": lambda t: t.say("Interim measures noted"),
    "ask_paper": lambda t: t.say("A second person asked to let a paper leave"),
    "issue_paper": lambda t: t.say("Paper issued"),
    "answer_access": lambda t: t.say("Request for access answered"),
    "refuse_paper": lambda t: t.say("Paper refused"),
    "take_back_paper": lambda t: t.say("Request for a paper taken back"),
    "reprint_paper": lambda t: t.say("Paper printed once more"),
    "hand_out_paper": lambda t: t.say("Paper handed out"),
    READ_LIMITED: lambda t: t.say("Limited case read"),
    "open_sealed_key": lambda t: t.say("Sealed key to witness codes opened"),
}

_NEVER: Final[dict[str, Say]] = {
    NoUndo.FOUNDING: lambda t: t.say("With this step the register began. It cannot be taken back."),
    NoUndo.STAFF: lambda t: t.say(
        "Who works here is not taken back this way. Change it on the page of the office."
    ),
    NoUndo.KEYS: lambda t: t.say(
        "A change of keys cannot be taken back: the old ones are gone. Change them once more."
    ),
    NoUndo.IMPORT: lambda t: t.say(
        "A list is taken back as a whole, on the page of imports, and taken in again there."
    ),
    NoUndo.EXHIBIT: lambda t: t.say(
        "What was received stays as it was received. Take the exhibit out of the file instead."
    ),
    NoUndo.CUSTODY: lambda t: t.say(
        "The log of custody is never rewritten: what was done with an exhibit stays told."
    ),
    NoUndo.BACKUP: lambda t: t.say(
        "The register is what that backup held. Another state comes back from another backup."
    ),
    NoUndo.EXPORT: lambda t: t.say(
        "What left the register cannot be called back. Ask whoever holds it to delete it."
    ),
    NoUndo.PAPER: lambda t: t.say(
        "A request for a paper is taken back in the log of papers. What was decided stays told."
    ),
    NoUndo.READ: lambda t: t.say(
        "Who read of a limited case stays written down. There is nothing to take back."
    ),
}


def action_words(action: str, t: Translator) -> str:
    """Say what an entry did; an undo names what it took back by its number."""
    if action.startswith(UNDO_PREFIX):
        return t.say("Entry {number} taken back", number=action.removeprefix(UNDO_PREFIX))
    say = _ACTIONS.get(action)
    return say(t) if say is not None else t.say("Changed")


def has_words(action: str) -> bool:
    """Tell whether an entry has words of its own."""
    return action in _ACTIONS


def never_undone_sentence(why: str, t: Translator) -> str:
    """Say why an entry is never taken back, and what to do instead."""
    say = _NEVER.get(why)
    return say(t) if say is not None else t.say("This step cannot be taken back this way.")
