"""Says what every file of an export in open formats is, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from app.i18n import LANGUAGES, Translator, mark
from app.shapes.exports import LeftOut, Provenance

TABLES: Final[Mapping[str, str]] = {
    "arrivals": mark("who came with a return operation, as each gave his name"),
    "assertions": mark("what each source says of an event: in its words, on which day, how good"),
    "case_lines": mark("the register as it is listed on the screen, computed"),
    "case_reads": mark("who read of a case of limited access, and how"),
    "cases": mark("the files, one a man; the id is that of the man"),
    "citations": mark("which source bears out a name, a birth date, a unit"),
    "claims": mark("counts that others published, in their words"),
    "consent_scopes": mark("what a family said yes or no to, one by one"),
    "consents": mark("who gave a consent, how and when, and whether it was withdrawn"),
    "custody_entries": mark("who had an exhibit and what was done with it"),
    "disclosed_cases": mark("the men on each paper that left the office"),
    "disclosures": mark(
        "papers that left the office: to whom, why, by whose leave; the files themselves stay"
    ),
    "events": mark("what happened to each man"),
    "exhibit_links": mark("of whom or what an exhibit speaks"),
    "exhibits": mark(
        "preserved files; their originals lie in the folder “exhibits” under the hash"
    ),
    "facet_snapshots": mark("every status that was computed, and when it was recorded"),
    "family_contacts": mark("every call, visit and letter"),
    "handovers": mark("return operations"),
    "history_entries": mark(
        "who did what and when; what exactly was changed stays sealed in the register"
    ),
    "identifiers": mark("numbers of papers and lists"),
    "import_batches": mark("imports: which file, how many rows"),
    "import_rows": mark("every row that came in, word for word, and what became of it"),
    "incidents": mark("occurrences in which people were lost"),
    "kept_files": mark(
        "files as they were received; they lie in the folder “lists” under the hash"
    ),
    "list_rows": mark("the rows of lists, word for word, and whom each was decided to mean"),
    "list_rows_not_him": mark("men whom a row was decided not to mean"),
    "list_versions": mark("the states of each list as it came or went"),
    "lists": mark("lists that came in or went out"),
    "merges": mark("files taken into another, and parted again"),
    "not_same": mark("pairs decided to be two men"),
    "office_facts": mark("what is kept of the office itself"),
    "people": mark("the men: birth, home, description"),
    "person_names": mark("every form of a name as it was written"),
    "place_names": mark("the names of places by language and time"),
    "places": mark("places with their points on the map"),
    "positions": mark("positions held in an incident"),
    "relatives": mark("relatives and contacts, with phones and addresses"),
    "service_records": mark("ranks and units"),
    "sources": mark("who says things; the names of sealed sources stay in the register"),
    "staff": mark("who works or worked in the register"),
    "status_overrides": mark("statuses that were set by hand, and why"),
    "submission_people": mark("the men a submission asks about, and what was answered"),
    "submission_steps": mark("what happened to a submission: sent, extended, answered"),
    "submissions": mark("what was sent to a body, and by when it is to answer"),
    "tasks": mark("what somebody is to do until a day"),
    "translations": mark(
        "translations of exhibits: from which language into which, by whom, whether certified"
    ),
    "units": mark("military units"),
}


def readme(tables: Iterable[str], left_out: Mapping[LeftOut, int], provenance: Provenance) -> str:
    """Give the text that lies with an export: the same in each language, one after another."""
    names = list(tables)
    return "\n\n\n".join(
        _readme(names, left_out, provenance, Translator.open(lang)) for lang in LANGUAGES
    )


def not_encrypted(t: Translator) -> str:
    """Warn that an export lies in the open."""
    return t.say(
        "The export is NOT encrypted: whoever holds the folder reads every name, phone and "
        "address in it. Write it only to a disk that is locked away or encrypted, and delete it "
        "when it has served."
    )


def why_exported(t: Translator) -> str:
    """Give the reason that is kept where nobody gave one."""
    return t.say("Export of the register")


def left_out_words(left_out: Mapping[LeftOut, int], t: Translator) -> list[str]:
    """Say what did not go out and why, a sentence a reason."""
    return [_LEFT_OUT[why](n, t) for why, n in left_out.items() if n]


def _readme(
    tables: list[str], left_out: Mapping[LeftOut, int], provenance: Provenance, t: Translator
) -> str:
    lines = [
        t.say("An export of the register in open formats"),
        "",
        not_encrypted(t),
        "",
        *_provenance_words(provenance, t),
        "",
        t.say(
            "Each table stands in the folder “tables” three times with the same rows: as JSON "
            "Lines (.jsonl, one object a line), as CSV (UTF-8) and as XLSX. In CSV and XLSX an "
            "apostrophe stands before a cell that a spreadsheet would reckon with; JSON has every "
            "sign as it is."
        ),
        t.say(
            "A cell of a spreadsheet holds 32,767 signs: a longer text is cut in the XLSX, ends "
            "with “…” and stands whole in the JSON. A table of more than 1,048,575 rows goes on "
            "in the next sheet of its workbook."
        ),
        t.say(
            "Tables are tied by their ids: “case_id” and “person_id” are the id of the man. A "
            "date is kept as EDTF (“_edtf”) and in the words it came in (“_text”); moments are in "
            "UTC."
        ),
        t.say(
            "“manifest-sha256.txt” holds the hash of every file. Check them in this folder with: "
            "sha256sum -c manifest-sha256.txt"
        ),
        *left_out_words(left_out, t),
        "",
        *(f"tables/{name}: {t.say(TABLES[name])}" for name in tables),
    ]
    return "\n".join(lines) + "\n"


def _provenance_words(one: Provenance, t: Translator) -> list[str]:
    """Say for whom an export is, who wrote it and agreed, and where the history stood."""
    at = f"{one.at:%Y-%m-%d %H:%M} UTC"
    return [
        t.say("For whom: {recipient}", recipient=one.recipient or t.say("for the office itself")),
        t.say("Written by {name}, {moment}", name=one.by, moment=at),
        t.say("Second person: {name}", name=one.second)
        if one.second
        else t.say("Second person: nobody else at work could agree"),
        t.say("Register: {id}", id=one.register_id),
        t.say("History: entry {seq}, {hash}", seq=one.history_seq, hash=one.history_hash),
    ]


_LEFT_OUT: Final[Mapping[LeftOut, Callable[[int, Translator], str]]] = {
    LeftOut.CLOSED_TO_YOU: lambda n, t: t.say_n(
        "{n} case was left out: it lies in the bin, or you may not open it.",
        "{n} cases were left out: they lie in the bin, or you may not open them.",
        n,
    ),
    LeftOut.SEALED_NAME: lambda n, t: t.say_n(
        "The name of {n} source was left out: it is sealed.",
        "The names of {n} sources were left out: they are sealed.",
        n,
    ),
    LeftOut.NOT_ASKED: lambda n, t: t.say_n(
        "{n} man was left out: nobody was asked whether his name may be published.",
        "{n} men were left out: nobody was asked whether their names may be published.",
        n,
    ),
    LeftOut.REFUSED: lambda n, t: t.say_n(
        "{n} man was left out: his family does not want his name published.",
        "{n} men were left out: their families do not want their names published.",
        n,
    ),
    LeftOut.WITHDRAWN: lambda n, t: t.say_n(
        "{n} man was left out: the consent to publish his name was withdrawn.",
        "{n} men were left out: the consent to publish their names was withdrawn.",
        n,
    ),
    LeftOut.CONFLICT: lambda n, t: t.say_n(
        "{n} man was left out: his relatives disagree about publishing his name.",
        "{n} men were left out: their relatives disagree about publishing their names.",
        n,
    ),
    LeftOut.LIMITED: lambda n, t: t.say_n(
        "{n} man was left out: his case is of limited access.",
        "{n} men were left out: their cases are of limited access.",
        n,
    ),
    LeftOut.DO_NOT_TRANSMIT: lambda n, t: t.say_n(
        "{n} man was left out: passing him on could harm him or his family.",
        "{n} men were left out: passing them on could harm them or their families.",
        n,
    ),
    LeftOut.NO_PUBLIC_STATUS: lambda n, t: t.say_n(
        "{n} man was left out: his status is a draft, or his case is closed.",
        "{n} men were left out: their status is a draft, or their cases are closed.",
        n,
    ),
    LeftOut.NO_NAME: lambda n, t: t.say_n(
        "{n} man was left out: nobody has named him yet.",
        "{n} men were left out: nobody has named them yet.",
        n,
    ),
}
