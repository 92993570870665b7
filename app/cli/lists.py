"""The commands that show lists of names and hold two of them against each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from app.wording.lists import fault_sentence
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.lists import RowState

if TYPE_CHECKING:
    from app.i18n import Translator
    from app.shapes.lists import ListDifference, ListLine, ListPage, RowPair, RowView

_ANY_LIST = "A list (L-014) or one version of it (L-014v3)."


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    root.command("lists")(lists)
    root.command("compare")(compare)


def lists(
    vault: Vault,
    number: Annotated[str | None, typer.Argument(metavar="[LIST]", help=_ANY_LIST)] = None,
    save_file: Annotated[
        Path | None,
        typer.Option("--save-file", help="Also write its file, exactly as it was received."),
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Show the lists of names, or the rows of one as they were received."""
    from app.jobs.list_file_job import save_list_file
    from app.queries.lists.pages import list_lines, list_page, version_named

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if save_file is not None and number is None:
        fail(t.say("Say which list: --save-file writes the file of one version."), Exit.WRONG_USAGE)
    with opened(asked) as workspace:
        if number is None:
            found = workspace.read(list_lines)
            answer(
                {"lists": [_line_facts(one) for one in found]},
                as_json=as_json,
                words=lambda: (
                    "\n".join(_line_words(one, t) for one in found)
                    or t.say("There are no lists in this register.")
                ),
            )
            if not found:
                raise typer.Exit(int(Exit.ANSWER_IS_NO))
            return
        list_id, version_id, version_no = workspace.read(
            lambda reader: version_named(reader, number)
        )
        if save_file is not None:
            save_list_file(workspace, version_id, save_file)
        page = workspace.read(lambda reader: list_page(reader, list_id, version_no))
    answer(_page_facts(page), as_json=as_json, words=lambda: _page_words(page, t))


def compare(
    vault: Vault,
    first: Annotated[str, typer.Argument(metavar="LIST", help=_ANY_LIST)],
    second: Annotated[str, typer.Argument(metavar="LIST", help=_ANY_LIST)],
    out: Annotated[Path | None, typer.Option("--out", help="Also print it: the PDF.")] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Say who is on one list and not on the other, who is spelled or answered differently."""
    from app.jobs.papers.list_comparison import draft_comparison
    from app.queries.lists.comparison import compare_lists
    from app.queries.lists.pages import version_named

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        a = workspace.read(lambda reader: version_named(reader, first))[1]
        b = workspace.read(lambda reader: version_named(reader, second))[1]
        found = workspace.read(lambda reader: compare_lists(reader, a, b))
        if out is not None:
            out.write_bytes(draft_comparison(workspace, a, b, lang).content)
    facts = _difference_facts(found)
    if out is not None:
        facts["file"] = str(out)
    answer(facts, as_json=as_json, words=lambda: _difference_words(found, t))


# --- the list of lists


def _line_facts(line: ListLine) -> dict[str, object]:
    return {
        "number": line.number,
        "version": line.version_no,
        "type": line.kind.value,
        "direction": line.direction.value,
        "title": line.title,
        "issuer": line.issuer.shown("en") if line.issuer else None,
        "recipient": line.recipient,
        "dated": line.dated.edtf,
        "incident": line.incident_number or None,
        "handover": line.handover_number or None,
        "rows": line.rows,
        **{state.value: line.states.get(state, 0) for state in RowState},
        "replies": {reply.value: count for reply, count in line.replies.items()},
    }


def _line_words(line: ListLine, t: Translator) -> str:
    named = f"{line.number} v{line.version_no}"
    kind = label("list_type", line.kind.value, t.lang)
    rows = t.say_n("{n} row", "{n} rows", line.rows)
    still_open = t.say_n("{n} still open", "{n} still open", line.open)
    dated = in_words(line.dated, t.lang) if line.dated.edtf else ""
    return " · ".join(filter(None, (named, line.title, kind, dated, rows, still_open)))


# --- one list


def _page_facts(page: ListPage) -> dict[str, object]:
    version = page.version
    return {
        "number": page.list.number,
        "version": version.version_no,
        "type": page.list.kind.value,
        "direction": page.list.direction.value,
        "title": page.list.title,
        "dated": version.dated.edtf,
        "grade": version.grade,
        "sha256": version.sha256,
        "file": {"name": version.file_name, "sha256": version.file_sha256}
        if version.file_sha256
        else None,
        "columns": [
            {"head": column.head, "holds": column.meaning.value} for column in version.columns
        ],
        "rows": [_row_facts(row) for row in page.rows],
    }


def _row_facts(row: RowView) -> dict[str, object]:
    return {
        "row": row.row_no,
        "cells": list(row.cells),
        "name": row.name,
        "father": row.father,
        "born": row.birth.edtf,
        "state": row.state.value,
        "case": row.man.number if row.man else None,
        "tier": row.tier,
        "reply": row.reply.value if row.reply else None,
        "faults": [fault.value for fault in row.faults],
        "note": row.note,
    }


def _page_words(page: ListPage, t: Translator) -> str:
    lines = [f"{page.version.named} · {page.list.title}"]
    lines += (_row_words(row, t) for row in page.rows)
    return "\n".join(lines)


def _row_words(row: RowView, t: Translator) -> str:
    said = " | ".join(filter(None, (cell.strip() for cell in row.cells)))
    state = label("row_state", row.state.value, t.lang)
    man = f"{row.man.number} {row.man.name}" if row.man else ""
    reply = label("list_reply", row.reply.value, t.lang) if row.reply else ""
    odd = " ".join(fault_sentence(fault, t) for fault in row.faults)
    return f"{row.row_no:>4}  " + " · ".join(filter(None, (said, state, man, reply, odd)))


# --- two lists


def _difference_facts(found: ListDifference) -> dict[str, object]:
    return {
        "a": found.a.version.named,
        "b": found.b.version.named,
        "same": not found.differ,
        "on_both": len(found.pairs),
        "only_a": [_row_facts(row) for row in found.only_a],
        "only_b": [_row_facts(row) for row in found.only_b],
        "changed": [_pair_facts(pair) for pair in found.pairs if pair.changes],
        "unclear_a": [_row_facts(row) for row in found.unclear_a],
        "unclear_b": [_row_facts(row) for row in found.unclear_b],
        "unmatched": len(found.unmatched),
        "left_out": found.left_out,
    }


def _pair_facts(pair: RowPair) -> dict[str, object]:
    return {
        "a": _row_facts(pair.a),
        "b": _row_facts(pair.b),
        "changes": sorted(change.value for change in pair.changes),
        "by_decision": pair.by_decision,
    }


def _difference_words(found: ListDifference, t: Translator) -> str:
    a, b = found.a.version.named, found.b.version.named
    lines = [t.say("On both {a} and {b}: {n}", a=a, b=b, n=len(found.pairs))]
    parts = (
        (t.say("On {a}, not on {b}: {n}", a=a, b=b, n=len(found.only_a)), found.only_a),
        (t.say("On {a}, not on {b}: {n}", a=b, b=a, n=len(found.only_b)), found.only_b),
        (
            t.say("Fits several rows: {n}", n=len(found.unclear_a) + len(found.unclear_b)),
            (*found.unclear_a, *found.unclear_b),
        ),
    )
    for head, rows in parts:
        lines.append(head)
        lines += (f"{row.row_no:>4}  {row.name}" for row in rows)
    changed = [pair for pair in found.pairs if pair.changes]
    lines.append(t.say("Written or answered differently: {n}", n=len(changed)))
    for pair in changed:
        lines.append(
            f"{pair.a.row_no:>4}  {_told(pair.a, t)}  →  {pair.b.row_no}  {_told(pair.b, t)}"
        )
    lines.append(t.say("Rows behind which nobody of ours stands: {n}", n=len(found.unmatched)))
    return "\n".join(lines)


def _told(row: RowView, t: Translator) -> str:
    reply = label("list_reply", row.reply.value, t.lang) if row.reply else ""
    born = row.birth.text or row.birth.edtf or ""
    return " · ".join(filter(None, (row.name, row.father, born, row.unit, row.rank, reply)))
