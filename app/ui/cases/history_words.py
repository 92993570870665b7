"""Say what was done and to which field, for the history and for what an undo takes back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from app.i18n import LANGUAGES, Translator
from app.shapes.history import Plain
from app.ui.cases.particulars import all_particulars
from app.ui.cases.spoken import moment
from app.wording.field_names import field_name
from app.wording.languages import language_name
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import NotADate, PartialDate
from models.vocabulary.status import FACET_VALUES

_DAY: Final = re.compile(r"[12]\d{3}-\d{2}-\d{2}")

type Say = Callable[[Translator], str]

_COLUMNS: Final[dict[str, Say]] = {
    "admin": lambda t: t.say("State of the file"),
    "access_limited": lambda t: t.say("Access limited"),
    "urgent": lambda t: t.say("Urgent"),
    "circumstances_releasable": lambda t: t.say("Circumstances, releasable"),
    "believed_responsible": lambda t: t.say("Believed responsible"),
    "narrative_releasable": lambda t: t.say("What happened, releasable"),
    "code": lambda t: t.say("What kind of event"),
    "kind": lambda t: t.say("Kind"),
    "reliability": lambda t: t.say("Reliability"),
    "credibility": lambda t: t.say("Credibility"),
    "independence_group": lambda t: t.say("Independence group"),
    "coerced": lambda t: t.say("Said under coercion"),
    "said": lambda t: t.say("Said on"),
    "account": lambda t: t.say("Date by this account"),
    "account_place_as_reported": lambda t: t.say("Place by this account"),
    "account_condition": lambda t: t.say("Condition by this account"),
    "superseded": lambda t: t.say("Replaced by a corrected one"),
    "how": lambda t: t.say("How"),
    "category": lambda t: t.say("What is counted"),
    "form": lambda t: t.say("How it was said"),
    "number_from": lambda t: t.say("Number"),
    "number_to": lambda t: t.say("Number, at most"),
    "as_of": lambda t: t.say("As of"),
    "removed_at": lambda t: t.say("In the bin since"),
    "removed_reason": lambda t: t.say("Reason for the bin"),
    "withdrawn_at": lambda t: t.say("Withdrawn on"),
    "split_at": lambda t: t.say("Parted again on"),
    "withdrawn_reason": lambda t: t.say("Reason of withdrawal"),
    "words_lang": lambda t: t.say("Language of the words"),
    "evidence_class": lambda t: t.say("Class of evidence"),
    "authenticity": lambda t: t.say("Authenticity"),
    "basis": lambda t: t.say("Basis of identification"),
    "name_only": lambda t: t.say("Known by name only"),
    "homonym": lambda t: t.say("Another man has this name"),
    "signed_off": lambda t: t.say("Signed off"),
    "traits": lambda t: t.say("Circumstances of the event"),
    "particulars": lambda t: t.say("Particulars"),
    "says": lambda t: t.say("What it says"),
    "reply_due": lambda t: t.say("Reply due"),
    "place_precision": lambda t: t.say("How exactly the place is known"),
    "place_as_reported": lambda t: t.say("Place as reported"),
    "sex": lambda t: t.say("Sex"),
    "birth_place_as_reported": lambda t: t.say("Place of birth as reported"),
    "nationality": lambda t: t.say("Nationality"),
    "occupation": lambda t: t.say("Occupation"),
    "gc3_category": lambda t: t.say("Category (Geneva Convention III)"),
    "category_claimed_by_power": lambda t: t.say("Category claimed by the power"),
    "build": lambda t: t.say("Build"),
    "hair": lambda t: t.say("Hair"),
    "eyes": lambda t: t.say("Eyes"),
    "blood_group": lambda t: t.say("Blood group"),
    "do_not_transmit": lambda t: t.say("Not to be passed on"),
    "do_not_transmit_reason": lambda t: t.say("Why it is not passed on"),
    "lang": lambda t: t.say("Language"),
    "script": lambda t: t.say("Script"),
    "is_primary": lambda t: t.say("Accepted form"),
    "checked": lambda t: t.say("Checked"),
    "order_as_written": lambda t: t.say("Order as written"),
    "service_type": lambda t: t.say("Kind of service"),
    "rank_as_written": lambda t: t.say("Rank as written"),
    "unit_as_written": lambda t: t.say("Unit as written"),
    "power_of_origin": lambda t: t.say("Power of origin"),
    "since": lambda t: t.say("Since"),
    "issuer": lambda t: t.say("Issued by"),
    "list_issuer": lambda t: t.say("Who made it"),
    "direction": lambda t: t.say("In or out"),
    "channel": lambda t: t.say("Through whom"),
    "relation": lambda t: t.say("Relation"),
    "is_person_to_be_informed": lambda t: t.say("To be informed"),
    "is_notification_address": lambda t: t.say("Address for notices"),
    "is_reporter": lambda t: t.say("Reported him missing"),
    "field": lambda t: t.say("Fact"),
    "states": lambda t: t.say("Says instead"),
    "confidential": lambda t: t.say("Confidential"),
    "facet": lambda t: t.say("Question"),
    "set_on": lambda t: t.say("Set on"),
    "lifted_on": lambda t: t.say("Lifted on"),
    "figure_label": lambda t: t.say("Figure"),
    "closure_reason": lambda t: t.say("Reason for closing"),
    "received_by": lambda t: t.say("How it reached us"),
    "received": lambda t: t.say("Received on"),
    "made": lambda t: t.say("Made on"),
    "url": lambda t: t.say("Address on the internet"),
    "url_archived": lambda t: t.say("Archived address"),
    "uploader": lambda t: t.say("Who put it online"),
    "transcript": lambda t: t.say("Transcript"),
    "translation": lambda t: t.say("Translation"),
    "shows": lambda t: t.say("What can be seen in it"),
    "original_name": lambda t: t.say("Name of the file"),
    "media_type": lambda t: t.say("Type of the file"),
    "size": lambda t: t.say("Size in bytes"),
    "sha256": lambda t: t.say("Hash (SHA-256)"),
    "action": lambda t: t.say("What was done"),
    "subject": lambda t: t.say("Whose data"),
    "scope": lambda t: t.say("Scope"),
    "answer": lambda t: t.say("Answer"),
    "outcome": lambda t: t.say("How it went"),
    "sensitive": lambda t: t.say("Sensitive news told"),
    "from_whom": lambda t: t.say("From whom"),
    "to_whom": lambda t: t.say("To whom"),
    "audience": lambda t: t.say("Who will read it"),
    "copies": lambda t: t.say("Copies"),
    "copy_no": lambda t: t.say("Copy"),
    "purpose": lambda t: t.say("What for"),
    "legal_basis": lambda t: t.say("Legal basis"),
    "paper_format": lambda t: t.say("Sheet of paper"),
    "facts_as_of": lambda t: t.say("Facts as of"),
    "issued_at": lambda t: t.say("Issued"),
    "handed_out_at": lambda t: t.say("Left the office"),
    "refusal_reason": lambda t: t.say("Why"),
    "state": lambda t: t.say("State"),
    "row_no": lambda t: t.say("Row"),
    "name_as_told": lambda t: t.say("Name, as he told it"),
    "father_as_told": lambda t: t.say("Father's name, as he told it"),
    "measure": lambda t: t.say("Interim measure"),
    "reply": lambda t: t.say("Answer"),
    "reply_words": lambda t: t.say("Words of the answer"),
}

#: Where a column keeps a code, the vocabulary that names it.
_LISTS: Final = {
    "code": "event",
    "admin": "admin",
    "closure_reason": "closure_reason",
    "reliability": "reliability",
    "credibility": "credibility",
    "sex": "sex",
    "gc3_category": "gc3_category",
    "service_type": "service_type",
    "rank": "rank",
    "relation": "relation",
    "authenticity": "authenticity",
    "evidence_class": "evidence_class",
    "basis": "identity_basis",
    "place_precision": "place_precision",
    "script": "script",
    "order_as_written": "name_order",
    "received_by": "received_by",
    "action": "custody_action",
    "audience": "audience",
    "legal_basis": "legal_basis",
    "traits": "event_trait",
    "measure": "r39",
}
#: Columns whose codes are named by another list in this table than elsewhere.
_IN_TABLE: Final = {
    "tasks": {"state": "task_state"},
    "disclosures": {"state": "disclosure_state"},
    "lists": {"direction": "list_direction", "channel": "channel"},
    "list_versions": {"origin": "list_origin"},
    "list_rows": {"state": "row_state"},
    "handovers": {"channel": "channel"},
    "submission_people": {"reply": "answered"},
    "status_overrides": {"facet": "facet"},
    "today_marks": {"kind": "today_kind"},
    "claims": {"category": "claim_category", "form": "claim_form"},
    "consents": {"form": "consent_form", "subject": "data_subject"},
    "consent_scopes": {"scope": "consent_scope", "answer": "consent_answer"},
    "family_contacts": {"how": "contact_how", "outcome": "contact_outcome"},
    "relatives": {"may_be_told": "may_be_told"},
}
_KINDS: Final = {
    "exhibits": "exhibit_kind",
    "lists": "list_type",
    "person_names": "name_kind",
    "identifiers": "identifier_kind",
    "sources": "source_kind",
    "places": "place_kind",
}
#: Bookkeeping that says nothing to a reader: what points elsewhere, what is derived.
_UNSAID: Final = frozenset(
    {
        "id", "case_id", "person_id", "event_id", "source_id", "subject_id", "position",
        "search_key", "value_folded", "version", "seq_hint", "occurrence_id", "supersedes_id",
        "preferred_assertion_id", "officer_id", "import_batch_id", "evidence_id",
        "removed_reason", "withdrawn_reason", "moved", "at", "decided_at", "decided_by", "tier",
        "case_version", "template", "template_version", "codebook_version", "data_hash",
        "history_hash", "history_seq", "pages", "verbatim", "measured_edtf", "measured_text",
    }
)  # fmt: skip


def _read_words(how: str, t: Translator) -> str:
    return {
        ReadKind.VIEWED: t.say("the file was opened"),
        ReadKind.PRINTED: t.say("it was printed or previewed"),
        ReadKind.EXPORTED: t.say("a file of it left the register"),
        ReadKind.FOUND: t.say("it stood in a list or a search"),
    }[ReadKind(how)]


def is_said(column: str) -> bool:
    """Tell whether a column says anything to a reader."""
    return column not in _UNSAID and not column.endswith("_id")


def column_words(column: str, t: Translator, table: str = "") -> str:
    """Name a column as forms name it; one that holds a translation, with its language."""
    if (table, column) == ("sources", "code"):
        return t.say("Code of the source")
    for ending in ("_edtf", "_text"):
        column = column.removesuffix(ending)
    say = _COLUMNS.get(column)
    if say is not None:
        return say(t)
    named = field_name(column, t)
    if named != column:
        return named
    said, _, lang = column.rpartition("_")
    if said and lang in LANGUAGES:
        return t.say(
            "{field} ({language})",
            field=column_words(said, t, table),
            language=language_name(lang, t),
        )
    return t.say("Other")


def value_words(table: str, column: str, value: Plain, t: Translator) -> str:
    """Say a value: codes by their words, dates in words, yes and no."""
    if value in (None, "", "{}", []):
        return t.say("nothing")
    if isinstance(value, bool):
        return t.say("yes") if value else t.say("no")
    if isinstance(value, list):
        return ", ".join(_coded(table, column, one, t) for one in value)
    return _coded(table, column, str(value), t)


def _dated(column: str, value: str, t: Translator) -> str | None:
    """Say a date or a moment in words; None where it is neither."""
    if column.endswith("_edtf"):
        try:
            return in_words(PartialDate.restore(value, ""), t.lang)
        except NotADate:
            return value
    if column.endswith("_at") or column == "facts_as_of":
        return moment(datetime.fromisoformat(value), t)
    return in_words(PartialDate.parse_edtf(value), t.lang) if _DAY.fullmatch(value) else None


def _said_words(value: str, t: Translator) -> str:
    """Name what an event says: a value of whichever question has such an answer."""
    for facet, values in FACET_VALUES.items():
        if value in {one.value for one in values}:
            return label(facet.value.lower(), value, t.lang)
    return value


def _coded(table: str, column: str, value: str, t: Translator) -> str:
    if (dated := _dated(column, value, t)) is not None:
        return dated
    if column == "says":
        return _said_words(value, t)
    if (named := _IN_TABLE.get(table, {}).get(column)) is not None:
        return label(named, value, t.lang)
    if column == "how":
        return _read_words(value, t)
    if column == "particulars":
        return all_particulars(value, t)
    if column in ("words_lang", "lang", "from_lang"):
        return language_name(value, t)
    list_name = _KINDS.get(table) if column == "kind" else _LISTS.get(column)
    return value if list_name is None else label(list_name, value, t.lang)
