"""Who may do what: roles, actions and the matrix between them (domain.md 7)."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff is in the office; one person may hold several roles."""

    INTAKE = "intake"
    CASEWORKER = "caseworker"
    ANALYST = "analyst"
    SUPERVISOR = "supervisor"
    DATA_PROTECTION = "data_protection"
    ADMINISTRATOR = "administrator"


class StaffKind(StrEnum):
    """Who stands behind a pair of keys."""

    MEMBER = "member"
    RECOVERY = "recovery"


class Action(StrEnum):
    """One thing a use case does, as the matrix and the history name it."""

    READ_CASES = "read_cases"
    READ_SENSITIVE = "read_sensitive"
    READ_FAMILY = "read_family"
    REGISTER_CASE = "register_case"
    EDIT_CASE = "edit_case"
    EDIT_FAMILY = "edit_family"
    RECORD_EVENT = "record_event"
    WITHDRAW = "withdraw"
    GRADE_SOURCE = "grade_source"
    EDIT_SOURCE = "edit_source"
    EDIT_INCIDENT = "edit_incident"
    EDIT_PLACE = "edit_place"
    RECORD_CLAIM = "record_claim"
    ADD_EXHIBIT = "add_exhibit"
    EXPORT_EXHIBIT = "export_exhibit"
    RECORD_CONSENT = "record_consent"
    EDIT_LIST = "edit_list"
    EDIT_HANDOVER = "edit_handover"
    EDIT_SUBMISSION = "edit_submission"
    LOG_CONTACT = "log_contact"
    MANAGE_TASKS = "manage_tasks"
    IMPORT_LIST = "import_list"
    UNDO_IMPORT = "undo_import"
    VALIDATE_STATUS = "validate_status"
    OVERRIDE_STATUS = "override_status"
    MERGE_CASES = "merge_cases"
    CLOSE_CASE = "close_case"
    REMOVE_CASE = "remove_case"
    ASSIGN_CASE = "assign_case"
    LIMIT_ACCESS = "limit_access"
    DRAFT_REPORT = "draft_report"
    ISSUE_REPORT = "issue_report"
    APPROVE_DISCLOSURE = "approve_disclosure"
    EXPORT_REGISTER = "export_register"
    ERASE_CASE = "erase_case"
    READ_HISTORY = "read_history"
    READ_DISCLOSURES = "read_disclosures"
    EDIT_VOCABULARY = "edit_vocabulary"
    MANAGE_STAFF = "manage_staff"
    BACK_UP = "back_up"
    CHECK_REGISTER = "check_register"
    MAKE_SAMPLE = "make_sample"
    OWN_PASSPHRASE = "own_passphrase"  # noqa: S105  # the name of an action


_EVERYONE = frozenset({Action.CHECK_REGISTER, Action.OWN_PASSPHRASE})

_INTAKE = frozenset(
    {
        Action.READ_CASES,
        Action.READ_FAMILY,
        Action.REGISTER_CASE,
        Action.EDIT_CASE,
        Action.EDIT_FAMILY,
        Action.RECORD_EVENT,
        Action.EDIT_SOURCE,
        Action.EDIT_PLACE,
        Action.RECORD_CONSENT,
        Action.LOG_CONTACT,
        Action.MANAGE_TASKS,
        Action.EDIT_LIST,
        Action.IMPORT_LIST,
        Action.READ_HISTORY,
        Action.DRAFT_REPORT,
    }
)

_CASEWORKER = _INTAKE | {
    Action.READ_SENSITIVE,
    Action.WITHDRAW,
    Action.GRADE_SOURCE,
    Action.EDIT_INCIDENT,
    Action.EDIT_HANDOVER,
    Action.EDIT_SUBMISSION,
    Action.RECORD_CLAIM,
    Action.ADD_EXHIBIT,
    Action.CLOSE_CASE,
    Action.EXPORT_EXHIBIT,
    Action.ISSUE_REPORT,
}

# Analysts grade and describe but do not see where families live, nor call them on their own.
_ANALYST = frozenset(
    {
        Action.READ_CASES,
        Action.READ_SENSITIVE,
        Action.REGISTER_CASE,
        Action.EDIT_CASE,
        Action.RECORD_EVENT,
        Action.WITHDRAW,
        Action.GRADE_SOURCE,
        Action.EDIT_SOURCE,
        Action.EDIT_INCIDENT,
        Action.EDIT_PLACE,
        Action.RECORD_CLAIM,
        Action.ADD_EXHIBIT,
        Action.EXPORT_EXHIBIT,
        Action.EDIT_LIST,
        Action.MANAGE_TASKS,
        Action.IMPORT_LIST,
        Action.READ_HISTORY,
        Action.DRAFT_REPORT,
    }
)

# A supervisor decides about the work of others; evidence stays the analyst's.
_SUPERVISOR = (_CASEWORKER - {Action.ADD_EXHIBIT}) | {
    Action.VALIDATE_STATUS,
    Action.OVERRIDE_STATUS,
    Action.MERGE_CASES,
    Action.REMOVE_CASE,
    Action.ASSIGN_CASE,
    Action.LIMIT_ACCESS,
    Action.UNDO_IMPORT,
    Action.APPROVE_DISCLOSURE,
    Action.EXPORT_REGISTER,
    Action.READ_DISCLOSURES,
    Action.EDIT_VOCABULARY,
    Action.MAKE_SAMPLE,
}

_DATA_PROTECTION = frozenset(
    {
        Action.READ_CASES,
        Action.READ_FAMILY,
        Action.RECORD_CONSENT,
        Action.MANAGE_TASKS,
        Action.LIMIT_ACCESS,
        Action.ERASE_CASE,
        Action.READ_HISTORY,
        Action.READ_DISCLOSURES,
        Action.DRAFT_REPORT,
    }
)

_ADMINISTRATOR = frozenset({Action.MANAGE_STAFF, Action.BACK_UP, Action.EDIT_VOCABULARY})

MATRIX: dict[Role, frozenset[Action]] = {
    Role.INTAKE: _INTAKE | _EVERYONE,
    Role.CASEWORKER: _CASEWORKER | _EVERYONE,
    Role.ANALYST: _ANALYST | _EVERYONE,
    Role.SUPERVISOR: _SUPERVISOR | _EVERYONE,
    Role.DATA_PROTECTION: _DATA_PROTECTION | _EVERYONE,
    Role.ADMINISTRATOR: _ADMINISTRATOR | _EVERYONE,
}

FOUNDER = frozenset(Role)
"""Whoever founds a register holds every role until they hand some on."""


def may(roles: Role | Iterable[Role], action: Action) -> bool:
    """Say whether somebody holding these roles may do this."""
    held = (roles,) if isinstance(roles, Role) else roles
    return any(action in MATRIX[role] for role in held)


def may_open_limited(roles: Iterable[Role]) -> bool:
    """Say whether somebody holding these roles may open a case of limited access."""
    held = frozenset(roles)
    return may(held, Action.READ_SENSITIVE) or may(held, Action.LIMIT_ACCESS)
