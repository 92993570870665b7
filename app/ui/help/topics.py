"""Name the topics of the manual, the pages of the window they belong to, and where they lie."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.i18n.translator import LANGUAGES
from app.paths import resources
from app.ui.doors import Part


class Topic(StrEnum):
    """The topics in the order they are listed; values are the names of their files."""

    FIRST_START = "first-start"
    WHAT_IT_IS = "what-it-is"
    FOUR_ANSWERS = "four-answers"
    RECORD_EVENT = "record-event"
    DATES_AND_PLACES = "dates-and-places"
    PLACES = "places"
    SOURCES = "sources-and-grades"
    ACCOUNTS = "accounts-that-differ"
    TWO_FILES = "one-man-two-files"
    CORRECTING = "correcting"
    TODAY = "today"
    REGISTER = "register"
    FILTER_BOX = "filter-box"
    DUPLICATES = "duplicates"
    FAMILIES = "families"
    INCIDENT = "incident"
    HANDOVERS = "handovers"
    ACCOUNTING = "accounting"
    EXHIBITS = "exhibits"
    LISTS = "lists"
    SUBMISSIONS = "submissions"
    IMPORT = "import"
    EXCHANGE = "exchange"
    PRINTING = "printing"
    RELEASING = "releasing"
    KEYS = "languages-and-keys"
    SAFETY = "safety-and-copies"
    BACKUPS = "backup-and-restore"
    COLLEAGUES = "keys-and-colleagues"


#: The topic that F1 opens at each place of the window.
PLACES: Final[Mapping[str, Topic]] = MappingProxyType(
    {
        "today": Topic.TODAY,
        "task_form": Topic.TODAY,
        "cases": Topic.REGISTER,
        "case": Topic.FOUR_ANSWERS,
        "pairs": Topic.DUPLICATES,
        "new_case": Topic.RECORD_EVENT,
        **{f"edit_{part}": Topic.RECORD_EVENT for part in Part},
        "decision_form": Topic.FOUR_ANSWERS,
        "event_form": Topic.RECORD_EVENT,
        "incidents": Topic.INCIDENT,
        "incident": Topic.INCIDENT,
        "incident_form": Topic.INCIDENT,
        "position_form": Topic.INCIDENT,
        "claim_form": Topic.ACCOUNTING,
        "accounting": Topic.ACCOUNTING,
        "calls": Topic.FAMILIES,
        "contact_form": Topic.FAMILIES,
        "consent_form": Topic.FAMILIES,
        "handover_form": Topic.HANDOVERS,
        "handovers": Topic.HANDOVERS,
        "handover": Topic.HANDOVERS,
        "arrivals_form": Topic.HANDOVERS,
        "verify_form": Topic.HANDOVERS,
        "medical_form": Topic.HANDOVERS,
        "family_word_form": Topic.HANDOVERS,
        "debrief_form": Topic.HANDOVERS,
        "likeness": Topic.TWO_FILES,
        "exhibits": Topic.EXHIBITS,
        "exhibit": Topic.EXHIBITS,
        "exhibit_intake": Topic.EXHIBITS,
        "exhibit_form": Topic.EXHIBITS,
        "lists": Topic.LISTS,
        "list": Topic.LISTS,
        "list_intake": Topic.LISTS,
        "list_change": Topic.LISTS,
        "compare_lists": Topic.LISTS,
        "submissions": Topic.SUBMISSIONS,
        "submission": Topic.SUBMISSIONS,
        "submission_form": Topic.SUBMISSIONS,
        "submission_step": Topic.SUBMISSIONS,
        "submission_answer": Topic.SUBMISSIONS,
        "submission_windows": Topic.SUBMISSIONS,
        "imports": Topic.IMPORT,
        "papers": Topic.PRINTING,
        "sheets": Topic.PRINTING,
        "reports": Topic.RELEASING,
        "issued": Topic.RELEASING,
        "request": Topic.RELEASING,
        "access": Topic.RELEASING,
        "drafts": Topic.CORRECTING,
        "office": Topic.COLLEAGUES,
        "help": Topic.WHAT_IT_IS,
    }
)


def topic_at(place: str) -> Topic:
    """Return the topic of a place; a place without one opens what the register is."""
    return PLACES.get(place, Topic.WHAT_IT_IS)


def folder(lang: str) -> Path:
    """Return the folder of the pages in a language, the English one where there is no other."""
    return resources() / "help" / (lang if lang in LANGUAGES else "en")


def page(topic: Topic, lang: str) -> Path:
    """Return the file of a topic; the English one where a language has none."""
    name = f"{topic}.md"
    own = folder(lang) / name
    return own if own.is_file() else folder("en") / name


def title(topic: Topic, lang: str) -> str:
    """Return the heading of a topic: the first line of its file."""
    with page(topic, lang).open(encoding="utf-8") as lines:
        return next(lines, "").lstrip("# ").strip()


def linked_topic(address: str) -> Topic | None:
    """Return the topic a link of the manual leads to, None for anything else."""
    name, dot, ending = address.rpartition(".")
    return Topic(name) if dot and ending == "md" and name in set(Topic) else None
