"""The sealed key: whom each witness code of a case stands for; it never lies with the dossier."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Certification,
    Column,
    DataTable,
    Document,
    Prose,
    SectionHead,
    SheetTitle,
    Signatory,
    TableRow,
    literal,
    plain,
)
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.shapes.sealed_key import SealedKey, SealedWitness

TEMPLATE: Final = "sealed-key"
VERSION: Final = "1.0"
CODE, NAME, KIND, SPOKE = 24, 62, 40, 39


def sealed_key_document(key: SealedKey, words: PaperWords, context: PaperContext) -> Document:
    """Lay out the key to the witness codes of one case, for the office alone."""
    furniture = sheet_furniture(
        words,
        context,
        document_type=words.say("Sealed key to witness codes"),
        scope=words.say("to be opened by two"),
        about=key.case_number,
        template=TEMPLATE,
        version=VERSION,
        digest=digest_of(key),
    )
    furniture = replace(furniture, draft=words.say("Sealed key"), genuine_line=_noted(words))
    title = words.say("Sealed key {number}", number=key.case_number)
    return office_sheet(words, context, furniture, title, _blocks(key, words, context))


def _noted(words: PaperWords) -> str:
    """Say what stands behind a paper that is never issued: its opening is in the history."""
    return words.say("Never issued. The history of the case says who opened it, when and why.")


def _blocks(key: SealedKey, words: PaperWords, context: PaperContext) -> tuple[Block, ...]:
    title = SheetTitle(
        words.say("Sealed key to witness codes"),
        words.say("Case {number}", number=key.case_number),
        (
            words.say(
                "Whoever is named here can be killed for having spoken. Put this sheet into an "
                "envelope at once, seal and sign it, and keep it apart from the dossier. Never "
                "copy it, never send it, never photograph it."
            ),
        ),
    )
    if not key.witnesses:
        none = words.say("No confidential source speaks of this man.")
        return (title, Prose(plain(none), "text"))
    columns = (
        Column(words.say("Code"), CODE),
        Column(words.say("Who it is"), NAME),
        Column(words.say("Who speaks"), KIND),
        Column(words.say("Spoke on"), SPOKE),
    )
    rows = tuple(_row(witness, words) for witness in key.witnesses)
    table = DataTable(columns, rows)
    signature, date = words.say("signature"), words.say("date")
    sealed = Signatory(words.say("Sealed by"), context.prepared_by.name, "")
    opened = Signatory(words.say("Opened by"), "", "")
    return (
        title,
        SectionHead(1, words.say("Witnesses known by a code")),
        table,
        SectionHead(2, words.say("Sealed and opened")),
        Certification((sealed,), signature, date, words.say("L. S.")),
        Certification((opened, opened), signature, date),  # two open it, the seal is broken
    )


def _row(witness: SealedWitness, words: PaperWords) -> TableRow:
    name = literal(witness.name or words.say("name not recorded"), bold=bool(witness.name))
    if witness.contact:
        name = (*name, *literal(f"\n{witness.contact}"))
    said = (words.date_in_note(day) for day in witness.spoke_on)
    return TableRow(
        (
            literal(witness.code, bold=True),
            name,
            plain(words.opening(words.label("source_kind", witness.kind))),
            literal("\n".join(part for part in said if part) or words.say("not recorded")),
        )
    )
