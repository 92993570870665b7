"""Words for what waits: tasks somebody set, and lines the program finds by itself."""

from enum import StrEnum


class TaskState(StrEnum):
    """How far a task is."""

    OPEN = "OPEN"
    DONE = "DONE"
    DROPPED = "DROPPED"


class TodayKind(StrEnum):
    """Why a line stands on the page of the day."""

    CALL_DUE = "CALL_DUE"
    ANSWER_DUE = "ANSWER_DUE"
    NO_ANSWER = "NO_ANSWER"
    WINDOW_CLOSES = "WINDOW_CLOSES"
    VERIFY_IDENTITY = "VERIFY_IDENTITY"
    CHECKLIST = "CHECKLIST"
    FAMILY_FIRST = "FAMILY_FIRST"
    OVERRIDE_EXPIRES = "OVERRIDE_EXPIRES"
    NOTICE_RUNS_OUT = "NOTICE_RUNS_OUT"
    HEALTH_REPORT_DUE = "HEALTH_REPORT_DUE"
    NO_SIGN_OF_LIFE = "NO_SIGN_OF_LIFE"
    LIST_ROWS = "LIST_ROWS"
    IMPORT_REFUSED = "IMPORT_REFUSED"
    DUPLICATES = "DUPLICATES"
    IDENTIFICATION = "IDENTIFICATION"
    CONSENT_CONFLICT = "CONSENT_CONFLICT"
    BACKUP = "BACKUP"
    DRAFT = "DRAFT"
    TASK = "TASK"


#: Kinds that an act outside the register settles: somebody says that the line was seen to.
SETTLED_BY_HAND = frozenset({TodayKind.IMPORT_REFUSED, TodayKind.NOTICE_RUNS_OUT})

#: Kinds that are about the register as a whole; the register itself is their subject.
OF_THE_REGISTER = frozenset({TodayKind.DUPLICATES, TodayKind.BACKUP})
