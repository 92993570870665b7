"""Roles are asked below every face: each use case and each query, by each role (R-29)."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any  # Any: use cases of every shape

import pytest

import app.queries
import app.services
from app.errors import NotAllowed
from app.queries.history.undoing import last_to_undo
from app.shapes.history import EntryToUndo
from app.workspace import Workspace
from models.vocabulary.roles import Action, Role, may
from tests.factories.men import missing_man
from tests.metrics import record_count
from tests.registers import Home

#: What each use case asks for. Whoever writes a new one enters it here, or the test below fails.
ASKS = {
    "register_man": Action.REGISTER_CASE,
    "change_case": Action.EDIT_CASE,
    "close_case": Action.CLOSE_CASE,
    "reopen_case": Action.CLOSE_CASE,
    "put_into_bin": Action.REMOVE_CASE,
    "restore_from_bin": Action.REMOVE_CASE,
    "change_person": Action.EDIT_CASE,
    "save_name": Action.EDIT_CASE,
    "save_service": Action.EDIT_CASE,
    "save_identifier": Action.EDIT_CASE,
    "save_relative": Action.EDIT_FAMILY,
    "record_consent": Action.RECORD_CONSENT,
    "withdraw_consent": Action.RECORD_CONSENT,
    "log_contact": Action.LOG_CONTACT,
    "withdraw_contact": Action.LOG_CONTACT,
    "record_event": Action.RECORD_EVENT,
    "add_assertion": Action.RECORD_EVENT,
    "correct_event": Action.RECORD_EVENT,
    "withdraw_event": Action.WITHDRAW,
    "withdraw_assertion": Action.WITHDRAW,
    "prefer_account": Action.RECORD_EVENT,
    "add_source": Action.EDIT_SOURCE,
    "cite_fact": Action.EDIT_CASE,
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
    "record_claim": Action.RECORD_CLAIM,
    "change_claim": Action.RECORD_CLAIM,
    "withdraw_claim": Action.RECORD_CLAIM,
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
    "set_override": Action.OVERRIDE_STATUS,
    "lift_override": Action.OVERRIDE_STATUS,
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
    "set_task": Action.MANAGE_TASKS,
    "change_task": Action.MANAGE_TASKS,
    "end_task": Action.MANAGE_TASKS,
    "assign_line": Action.MANAGE_TASKS,
    "put_off_line": Action.MANAGE_TASKS,
    "take_line_back": Action.MANAGE_TASKS,
    "settle_line": Action.MANAGE_TASKS,
    "name_office": Action.MANAGE_STAFF,
    "import_list": Action.IMPORT_LIST,
    "undo_import": Action.UNDO_IMPORT,
    "take_in_exhibit": Action.ADD_EXHIBIT,
    "change_exhibit": Action.ADD_EXHIBIT,
    "link_exhibit": Action.ADD_EXHIBIT,
    "unlink_exhibit": Action.ADD_EXHIBIT,
    "derive_exhibit": Action.ADD_EXHIBIT,
    "save_translation": Action.ADD_EXHIBIT,
    "drop_translation": Action.ADD_EXHIBIT,
    "keep_made": Action.ADD_EXHIBIT,
    "remove_exhibit": Action.WITHDRAW,
    "restore_exhibit": Action.WITHDRAW,
    "mark_portrait": Action.EDIT_CASE,
    "take_portrait_away": Action.EDIT_CASE,
    "set_backups": Action.BACK_UP,
    "note_restore": Action.CHECK_REGISTER,
    "note_custody": Action.ADD_EXHIBIT,  # exports and prints ask for others
    "log_reads": Action.READ_CASES,
    "note_export": Action.EXPORT_REGISTER,
    "note_publication": Action.APPROVE_DISCLOSURE,
    "merge_cases": Action.MERGE_CASES,
    "split_cases": Action.MERGE_CASES,
    "mark_not_same": Action.EDIT_CASE,
    "unmark_not_same": Action.EDIT_CASE,
    "add_second_report": Action.RECORD_EVENT,
    "forget_stale_pairs": Action.READ_CASES,
    "keep_pairs": Action.READ_CASES,
    "mend_index": Action.CHECK_REGISTER,
    "keep_weights": Action.MERGE_CASES,
    "forget_weights": Action.MERGE_CASES,
    "open_submission": Action.EDIT_SUBMISSION,
    "draft_submissions": Action.EDIT_SUBMISSION,
    "change_submission": Action.EDIT_SUBMISSION,
    "add_people": Action.EDIT_SUBMISSION,
    "drop_man": Action.EDIT_SUBMISSION,
    "take_step": Action.EDIT_SUBMISSION,
    "answer_people": Action.EDIT_SUBMISSION,
    "decide_measures": Action.EDIT_SUBMISSION,
    "ask_approval": Action.ISSUE_REPORT,
    "record_issue": Action.ISSUE_REPORT,
    "answer_access": Action.READ_DISCLOSURES,
    "approve_paper": Action.APPROVE_DISCLOSURE,
    "refuse_paper": Action.APPROVE_DISCLOSURE,
    "take_back_request": Action.ISSUE_REPORT,
    "record_reprint": Action.ISSUE_REPORT,
    "note_handed_out": Action.ISSUE_REPORT,
    "note_answer_handed_out": Action.READ_DISCLOSURES,
    "undo_entry": Action.REGISTER_CASE,  # the right to do what is taken back: here, register_man
    "open_sealed_key": Action.READ_SENSITIVE,
}
#: One's own desk and the name on the door are everybody's, and whoever works may cause a backup.
EVERYBODYS = {
    "build_if_stale",  # computes what is kept anyway, after an upgrade
    "index_is_stale",
    "stale_names",
    "expired_unnoticed",  # names of cases to compute anew, never shown
    "let_expired_go",  # computes what has expired, whoever opens first that day
    "keep_draft",
    "keep_places_findable",  # computes what is kept anyway, after an upgrade
    "drop_draft",
    "remember",
    "draft",
    "drafts",
    "preference",
    "office",
    "note_backup",
    "forget_backups",
    "backup_settings",
    "last_entry",
    "last_hash",
    "last_verified",
    "noted_backups",
    "waiting_forms",
}

#: Parts of queries that ask nothing themselves: they leave out, or refuse, what is limited.
PARTS = {
    "cases_open_to",
    "codes_then",
    "conditions",
    "content_of",
    "exhibits_open_to",
    "find_cases",
    "limited_tied_to",
    "lines_open_to",
    "men_open_to",
    "links_of",
    "marks_of",
    "men_of",
    "named",
    "found_in_lines",
    "open_to",
    "of_men",
    "note_exhibits_shown",
    "refuse_in_bin",
    "refuse_limited",
    "refuse_merged",
    "query_condition",
    "rows_hidden_from",
    "text_condition",
    "visible",
}


def speaking_of(package: ModuleType, first: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Find the public functions of a package whose first parameter has a name."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            of_this = function.__module__ == module.name and not name.startswith("_")
            if of_this and next(iter(inspect.signature(function).parameters), "") == first:
                yield name, function


def use_cases() -> dict[str, Callable[..., Any]]:
    """Find every use case: it takes a unit of work and gives an outcome."""
    return {
        name: function
        for name, function in speaking_of(app.services, "uow")
        if str(inspect.signature(function).return_annotation).startswith("Outcome")
    }


def nothing(function: Callable[..., Any], **known: object) -> dict[str, Any]:
    """Fill what a function must be given with nothing at all, but for what is known."""
    wanted = list(inspect.signature(function).parameters.values())[1:]
    return {p.name: known.get(p.name) for p in wanted if p.default is inspect.Parameter.empty}


def refused(call: Callable[[], object]) -> bool:
    """Say whether a role was what stopped a call; whatever else stops it came after."""
    try:
        call()
    except NotAllowed:
        return True
    except Exception:  # noqa: BLE001  # nothing was given, so anything may break behind the door
        return False
    return False


def entry_of(register: Workspace) -> EntryToUndo:
    """Answer the entry of a registration."""
    missing_man(register)
    entry = register.read(last_to_undo)
    assert entry is not None
    return entry


def test_every_use_case_is_known_by_what_it_asks_for() -> None:
    assert set(use_cases()) - EVERYBODYS == set(ASKS)


def test_whoever_has_no_role_is_refused_by_every_use_case(register: Workspace) -> None:
    entry = entry_of(register)
    register.actor = replace(register.actor, roles=frozenset())
    for name, use_case in use_cases().items():
        if name not in EVERYBODYS:
            given = nothing(use_case, entry=entry)
            with pytest.raises(NotAllowed):
                register.write(lambda unit, u=use_case, g=given: u(unit, **g))  # type: ignore[misc]  # mypy infers no default


def test_each_role_passes_exactly_the_doors_that_are_its_own(
    register: Workspace, home: Home
) -> None:
    entry = entry_of(register)
    founder = register.actor
    wrong = []
    for role in Role:
        register.actor = replace(founder, roles=frozenset({role}))
        for name, asked in ASKS.items():
            use_case = use_cases()[name]
            given = nothing(use_case, entry=entry)
            stopped = refused(
                lambda u=use_case, g=given: register.write(lambda unit: u(unit, **g))  # type: ignore[misc]  # as above
            )
            if stopped is may(role, asked):
                wrong.append((role, name))
    cells = len(Role) * len(ASKS)
    record_count("R-29", f"doors of roles as they should be ({home.kind})",
                 cells - len(wrong), cells)  # fmt: skip
    assert wrong == []


def test_whoever_has_no_role_reads_nothing_of_anybody(register: Workspace) -> None:
    register.actor = replace(register.actor, roles=frozenset())
    for name, query in speaking_of(app.queries, "reader"):
        if name in EVERYBODYS | PARTS:
            continue
        given = nothing(query)
        with pytest.raises(NotAllowed):
            register.read(lambda reader, q=query, g=given: q(reader, **g))  # type: ignore[misc]  # as above
