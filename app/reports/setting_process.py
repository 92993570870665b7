"""The process beside ours that sets papers: documents come in over its pipe, PDF files go out.

Started as `python -m app.reports.setting_process`; speaks `app.sandbox.protocol`. It is our own
code on our own documents, so it is not shut in as the readers of foreign files are. It knows no
register: what its reader may not see never gets here.
"""

from __future__ import annotations

import sys
from typing import IO

from app.errors import HomewardError
from app.hardening import keep_memory_private
from app.reports.packed import unpacked
from app.reports.pdf.fonts import family
from app.reports.render import write_pdf
from app.sandbox.protocol import Json, Message, receive, send

READY = Message({"ready": True})
NOT_SET = Message({"refused": True})


def main(documents: IO[bytes], papers: IO[bytes]) -> int:
    """Set one document after another until the program that started us closes the pipe."""
    keep_memory_private()
    family()
    send(papers, READY)
    while (asked := receive(documents)) is not None:
        send(papers, _set(asked))
    return 0


def _set(asked: Message) -> Message:
    try:
        pdf = write_pdf(unpacked(asked))
    except HomewardError:  # it is set once more where that can be told
        return NOT_SET
    head: dict[str, Json] = {
        "pages": pdf.pages,
        "sha256": pdf.sha256,
        "missing": [*pdf.missing_characters],
        "landscape": pdf.landscape,
    }
    return Message(head, (pdf.content,))


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
