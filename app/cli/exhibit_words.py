"""Says exhibits in words and in JSON, as the command line answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any  # Any: JSON values

from app.clock import OFFICE_ZONE
from app.i18n import Translator
from app.jobs.exhibits.folder import Fared, FolderReport
from app.shapes.exhibits import (
    BlobView,
    CustodyView,
    ExhibitLinkView,
    ExhibitRow,
    ExhibitView,
    TranslationView,
)
from app.shapes.requests.exhibits import TakenIn
from app.wording.errors import sentence
from app.wording.translations import translation_words
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

type Json = dict[str, Any]


def row_json(row: ExhibitRow) -> Json:
    """Give an exhibit as others rely on it."""
    return {
        "number": row.number,
        "kind": row.kind.value,
        "title": row.title,
        "file_name": row.original_name,
        "media_type": row.media_type,
        "size": row.size,
        "sha256": row.sha256,
        "origin": row.origin or None,
        "received_by": row.received_by.value,
        "received": row.received.edtf,
        "shows": sorted(row.shows),
        "warnings": list(row.warnings),
        "minimum": row.minimum.state.value,
        "cases": sorted({link.case_number for link in row.links if link.case_number}),
        "removed": row.removed_at is not None,
    }


def row_words(row: ExhibitRow, t: Translator) -> str:
    """Give an exhibit in one line."""
    cases = ", ".join(sorted({link.case_number for link in row.links if link.case_number}))
    return "  ".join(
        part
        for part in (row.number, label("exhibit_kind", row.kind, t.lang), row.title, cases)
        if part
    )


def view_json(view: ExhibitView) -> Json:
    """Give everything about one exhibit."""
    return row_json(view.row) | {
        "description": view.description,
        "source": view.source.shown("en") if view.source else None,
        "made": view.row.made.edtf,
        "url": view.url or None,
        "attributes": {name.value: state.value for name, state in view.row.minimum.attributes},
        "links": [_link_json(link) for link in view.row.links],
        "translations": [_translation_json(one) for one in view.translations],
        "derived_from": view.derived_from.number if view.derived_from else None,
        "transform": view.transform or None,
        "derived": [one.number for one in view.derived],
        "same_bytes": [one.number for one in view.same_bytes],
        "custody": [_step_json(step) for step in view.custody],
    }


def _link_json(link: ExhibitLinkView) -> Json:
    return {
        "case": link.case_number or None,
        "event": link.event_code.value if link.event_code else None,
        "incident": link.incident_number or None,
        "remark": link.remark,
    }


def _translation_json(one: TranslationView) -> Json:
    return {
        "from": one.from_lang or None,
        "into": one.lang or None,
        "certified": one.is_certified,
        "certified_by": one.certified_by or None,
        "certified_on": one.certified.edtf,
        "translator": one.translator or None,
        "paper": one.paper.number if one.paper else None,
        "words": one.words,
    }


def _step_json(step: CustodyView) -> Json:
    return {
        "at": step.at.isoformat(),
        "by": step.by,
        "action": step.action.value,
        "from": step.from_whom,
        "to": step.to_whom,
        "reason": step.reason,
        "sha256": step.sha256,
    }


def portrait_json(blob: BlobView | None, rows: Sequence[ExhibitRow]) -> Json | None:
    """Give which picture stands for a man."""
    row = next((row for row in rows if blob and row.id == blob.exhibit_id), None)
    if blob is None or row is None:
        return None
    return {"exhibit": row.number, "made": row.made.edtf, "sha256": blob.kept.sha256}


def view_words(view: ExhibitView, t: Translator) -> str:
    """Give everything about one exhibit in lines."""
    row = view.row
    lines = [row_words(row, t), f"  {row.original_name}  {row.media_type}", f"  {row.sha256}"]
    origin = row.origin or t.say("nobody knows where it came from")
    when = in_words(row.received, t.lang) if row.received.is_known else ""
    way = label("received_by", row.received_by, t.lang)
    lines.append("  " + "  ".join(part for part in (origin, way, when) if part))
    lines.append("  " + label("exhibit_minimum", row.minimum.state, t.lang))
    lines += [
        f"    {label('exhibit_attribute', name, t.lang)}: {label('attribute_state', state, t.lang)}"
        for name, state in row.minimum.attributes
    ]
    for link in row.links:
        event = label("event", link.event_code, t.lang) if link.event_code else ""
        tied = (link.case_number, link.case_name, event, link.incident_number, link.remark)
        lines.append("  " + "  ".join(part for part in tied if part))
    lines += [f"  {_translation_words(one, t)}" for one in view.translations]
    if view.derived_from:
        lines.append(f"  ← {view.derived_from.number}  {view.transform}")
    lines += [f"  → {one.number}  {one.transform}" for one in view.derived]
    lines.append("")
    lines += [_step_words(step, t) for step in view.custody]
    return "\n".join(lines)


def _translation_words(one: TranslationView, t: Translator) -> str:
    told = translation_words(one.from_lang, one.lang, t, certified=one.is_certified)
    when = in_words(one.certified, t.lang) if one.certified.is_known else ""
    paper = one.paper.number if one.paper else ""
    return "  ".join(part for part in (told, one.certified_by, when, paper) if part)


def _step_words(step: CustodyView, t: Translator) -> str:
    when = in_words(PartialDate.at_minute(step.at.astimezone(OFFICE_ZONE)), t.lang)
    action = label("custody_action", step.action, t.lang)
    parts = (when, step.by, action, step.from_whom, step.to_whom, step.reason, step.sha256[:16])
    return "  " + "  ".join(part for part in parts if part)


def taken_json(taken: Sequence[tuple[str, TakenIn]]) -> Json:
    """Give what files became."""
    return {
        "taken_in": [
            {"file": name, "number": one.number, "sha256": one.sha256} for name, one in taken
        ]
    }


def taken_words(taken: Sequence[tuple[str, TakenIn]], t: Translator) -> str:
    """Say what files became."""
    return "\n".join(
        t.say("{number} taken in: {name}", number=one.number, name=name) for name, one in taken
    )


def folder_json(done: FolderReport) -> Json:
    """Give how each file of a folder fared."""
    return {
        "taken_in": done.count(Fared.TAKEN_IN),
        "known": done.count(Fared.KNOWN),
        "refused": done.count(Fared.REFUSED),
        "files": [
            {
                "file": line.name,
                "fared": line.fared.value,
                "number": line.number or None,
                "reason": str(line.error.data.get("reason")) if line.error else None,
            }
            for line in done.lines
        ],
    }


def folder_words(done: FolderReport, t: Translator) -> str:
    """Say how each file of a folder fared."""
    lines: list[str] = []
    for line in done.lines:
        match line.fared:
            case Fared.TAKEN_IN:
                lines.append(t.say("{number} taken in: {name}", number=line.number, name=line.name))
            case Fared.KNOWN:
                lines.append(
                    t.say("{name} is here already, as {number}", number=line.number, name=line.name)
                )
            case Fared.REFUSED:
                why = sentence(line.error, t) if line.error else ""
                lines.append(t.say("{name} was not taken in. {why}", name=line.name, why=why))
    return "\n".join(lines) or t.say("The folder is empty.")
