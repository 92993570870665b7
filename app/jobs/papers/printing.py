"""Hands finished papers to CUPS, the printing system of Linux and macOS: vectors, never pictures.

The very bytes of a paper go over a pipe to `lp`; nothing of it is written to a file of ours. What
a queue is called by anybody at the printer is "Homeward" and a number, never a name.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from app.errors import PrinterRefused
from app.shapes.printing import (
    PaperToPrint,
    Printed,
    Printer,
    PrinterState,
    PrintWish,
    SendPapers,
)
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from models.vocabulary.papers import PaperFormat

_FOLDERS = ("/usr/bin", "/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin")
_SECONDS = 60
_MEDIA = {PaperFormat.A4: "A4", PaperFormat.LETTER: "Letter"}
_REQUEST = re.compile(r"request id is (\S+)")
_PRINTER = re.compile(r"printer (\S+) (.*)")
_ACCEPTS = re.compile(r"(\S+) (not )?accepting requests")
_DEFAULT = re.compile(r"system default destination: (\S+)")


@dataclass(frozen=True, slots=True)
class Answered:
    """How a command ended and what it said."""

    code: int
    out: str
    said: str


type Run = Callable[[Sequence[str], bytes], Answered]


def run_command(words: Sequence[str], content: bytes) -> Answered:
    """Run a command of the printing system, `content` on its pipe.

    It is looked for in the folders of the system alone: a stranger's `lp` further along the path
    would be handed the paper.

    Raises:
        PrinterRefused: there is no such command, or it does not answer.
    """
    path = shutil.which(words[0], path=os.pathsep.join(_FOLDERS))
    if path is None:
        raise _no_system()
    try:
        done = subprocess.run(  # noqa: S603  # a command of the system by its absolute path
            [path, *words[1:]],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _no_system() from error
    return Answered(
        done.returncode,
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )


def _no_system() -> PrinterRefused:
    return PrinterRefused(printer="", why="no_system")


def printers(run: Run = run_command) -> tuple[Printer, ...]:
    """Give the printers of this machine, the default one first.

    Raises:
        PrinterRefused: this computer has no printing system, or it does not answer.
    """
    answer = run(("lpstat", "-l", "-p", "-a", "-d"), b"")
    if "scheduler" in answer.said.lower() or "bad file descriptor" in answer.said.lower():
        raise _no_system()
    found: dict[str, Printer] = {}
    default, current = "", ""
    for line in answer.out.splitlines():
        if line[:1].isspace():
            if current in found:
                found[current] = _detail(found[current], line.strip())
        elif of_one := _PRINTER.match(line):
            current = of_one[1]
            stopped = of_one[2].startswith("disabled")
            state = PrinterState.STOPPED if stopped else PrinterState.READY
            found[current] = Printer(current, current.replace("_", " "), state)
        elif accepts := _ACCEPTS.match(line):
            current = accepts[1]
            known = found.get(current, Printer(current, current.replace("_", " ")))
            if accepts[2] and known.state is PrinterState.READY:
                known = replace(known, state=PrinterState.REFUSING)
            found[current] = known
        elif first := _DEFAULT.match(line):
            default = first[1]
    named = (replace(one, is_default=one.name == default) for one in found.values())
    return tuple(sorted(named, key=lambda one: (not one.is_default, one.title.casefold())))


def _detail(printer: Printer, line: str) -> Printer:
    key, _, value = line.partition(":")
    match key:
        case "Description":
            return replace(printer, title=value.strip() or printer.title)
        case "Alerts":
            offline = "offline" in value and printer.state is PrinterState.READY
            return replace(printer, state=PrinterState.OFFLINE) if offline else printer
    if not value and line and not printer.said:
        return replace(printer, said=line)  # "Paused", "Paper jam": a line without a key
    return printer


def to_queue(wish: PrintWish) -> SendPapers:
    """Give what sends papers to the queue of a printer that was chosen."""

    def send(
        papers: Iterable[PaperToPrint], total: int, report: Report, cancelled: Cancelled
    ) -> Printed:
        return print_papers(papers, wish, total=total, report=report, cancelled=cancelled)

    return send


def print_papers(
    papers: Iterable[PaperToPrint],
    wish: PrintWish,
    *,
    total: int = 0,
    run: Run | None = None,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> Printed:
    """Send papers to a printer, one after another; what was sent is called back if cancelled.

    A printer that is off or stopped is sent nothing: the paper would lie in its queue for whoever
    comes by when it is switched on. `papers` may be made while others print; `total` is then how
    many there will be.

    Raises:
        PrinterRefused: it is gone, off, stopped, or takes nothing; what lies in its queue by
            then was called back, as it is where a paper cannot be made.
    """
    run = run or run_command
    _be_ready(wish, run)
    total = len(papers) if isinstance(papers, Sequence) else total
    sent: list[str] = []
    try:
        for paper in papers:
            if cancelled():
                break
            sent.append(_send(paper, wish, run))
            report(Progress(len(sent), total, paper.shown))
    except BaseException:
        _call_back(sent, run)
        raise
    if cancelled():
        _call_back(sent, run)
        return Printed(0, stopped=True)
    return Printed(len(sent))


def _be_ready(wish: PrintWish, run: Run) -> None:
    here = next((one for one in printers(run) if one.name == wish.printer), None)
    if here is None:
        raise PrinterRefused(printer=wish.printer, why="gone")
    if here.state is not PrinterState.READY:
        raise PrinterRefused(printer=here.title or here.name, why=here.state.value)


def _send(paper: PaperToPrint, wish: PrintWish, run: Run) -> str:
    """Hand one paper to the queue; it prints only when it is noted that it leaves.

    It waits there held until then, so that no sheet comes out without its note, and a printer
    that refuses leaves no note of a paper that never left.
    """
    request = _hand_over(paper, wish, run)
    if paper.leaves is None:
        return request
    prints = False
    try:
        paper.leaves()
        prints = run(("lp", "-i", request, "-H", "resume"), b"").code == 0
    finally:
        if not prints:
            _call_back([request], run)
    if not prints:
        raise PrinterRefused(printer=wish.printer, why="refused")
    return request


def _hand_over(paper: PaperToPrint, wish: PrintWish, run: Run) -> str:
    sides = "one-sided"
    if wish.both_sides:
        sides = "two-sided-short-edge" if paper.landscape else "two-sided-long-edge"
    held = () if paper.leaves is None else ("-H", "hold")
    words = ("lp", "-d", wish.printer, "-n", str(wish.copies), "-t", "Homeward", *held)
    media = f"media={_MEDIA[paper.paper]}"
    options = (media, f"sides={sides}", "print-scaling=none", "collate=true")
    answer = run((*words, *(part for one in options for part in ("-o", one))), paper.make())
    request = _REQUEST.search(answer.out)
    if answer.code or request is None:
        raise PrinterRefused(printer=wish.printer, why="refused")
    return request[1]


def _call_back(requests: Sequence[str], run: Run) -> None:
    """Take papers out of the queue; one that is printed already cannot be called back."""
    if requests:
        run(("cancel", *requests), b"")
