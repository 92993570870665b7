"""Papers go to CUPS as they are, a printer that is off gets none, and what waits is called back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from app.errors import BadInput, PrinterRefused, TypesetterEnded
from app.i18n.translator import Translator
from app.jobs.papers import printing
from app.jobs.papers.printing import Answered, print_papers, printers, run_command
from app.shapes.printing import PaperToPrint, PrinterState, PrintWish
from app.wording.errors import sentence
from models.vocabulary.papers import PaperFormat

STATES = """printer Canon_2 disabled since Mon 23 Nov 2026 09:00:00 -
\tPaper jam
\tDescription: Canon by the door
\tAlerts: paused
printer HP_1 is idle.  enabled since Mon 23 Nov 2026 09:00:00
\tDescription: HP upstairs
\tAlerts: none
printer Old is idle.  enabled since Mon 23 Nov 2026 09:00:00
\tAlerts: offline-report
Canon_2 accepting requests since Mon 23 Nov 2026
HP_1 accepting requests since Mon 23 Nov 2026
Old accepting requests since Mon 23 Nov 2026
Shut not accepting requests since Mon 23 Nov 2026 -
\tRejecting Jobs
system default destination: HP_1
"""


class FakeCups:
    """Answers as `lp`, `lpstat` and `cancel` do, and keeps what it was handed."""

    def __init__(self, refuse_after: int = 99) -> None:
        self.sent: list[tuple[tuple[str, ...], bytes]] = []
        self.called_back: list[str] = []
        self.resumed: list[str] = []
        self._refuse_after = refuse_after

    def __call__(self, words: Sequence[str], content: bytes) -> Answered:
        if words[0] == "lpstat":
            return Answered(0, STATES, "")
        if words[0] == "cancel":
            self.called_back += words[1:]
            return Answered(0, "", "")
        if "resume" in words:
            self.resumed.append(words[words.index("-i") + 1])
            return Answered(0, "", "")
        if len(self.sent) >= self._refuse_after:
            return Answered(1, "", "lp: Destination is not accepting jobs.")
        self.sent.append((tuple(words), content))
        return Answered(0, f"request id is HP_1-{len(self.sent)} (1 file(s))\n", "")


def some(count: int) -> list[PaperToPrint]:
    return [PaperToPrint(f"HRD-{n}", lambda n=n: b"paper %d" % n) for n in range(count)]  # type: ignore[misc]  # the default binds n now


def test_printers_are_told_with_how_they_stand_the_default_first() -> None:
    found = printers(FakeCups())
    assert found[0].name == "HP_1"
    assert found[0].is_default
    assert found[0].title == "HP upstairs"
    states = {one.name: one.state for one in found}
    assert states == {
        "HP_1": PrinterState.READY,
        "Canon_2": PrinterState.STOPPED,
        "Old": PrinterState.OFFLINE,
        "Shut": PrinterState.REFUSING,
    }
    assert next(one.said for one in found if one.name == "Canon_2") == "Paper jam"


def test_every_paper_is_sent_as_it_is_and_the_queue_hears_no_name() -> None:
    cups = FakeCups()
    done = print_papers(some(3), PrintWish("HP_1", copies=2, both_sides=True), run=cups)
    assert done.papers == 3
    assert [content for _, content in cups.sent] == [b"paper 0", b"paper 1", b"paper 2"]
    words = cups.sent[0][0]
    assert words[words.index("-n") + 1] == "2"
    assert words[words.index("-t") + 1] == "Homeward"
    assert "sides=two-sided-long-edge" in words
    assert not any("HRD" in word for word in words)


def test_stopping_in_the_middle_calls_back_what_waits() -> None:
    cups = FakeCups()
    done = print_papers(some(5), PrintWish("HP_1"), run=cups, cancelled=lambda: len(cups.sent) == 2)
    assert done.stopped
    assert cups.called_back == ["HP_1-1", "HP_1-2"]


def test_a_printer_that_refuses_in_the_middle_leaves_nothing_in_its_queue() -> None:
    cups = FakeCups(refuse_after=2)
    with pytest.raises(PrinterRefused):
        print_papers(some(4), PrintWish("HP_1"), run=cups)
    assert cups.called_back == ["HP_1-1", "HP_1-2"]


def test_a_paper_is_held_until_it_is_noted_that_it_leaves() -> None:
    cups, noted = FakeCups(), list[str]()

    def note() -> None:
        assert (len(cups.sent), cups.resumed) == (1, [])
        noted.append("left")

    paper = PaperToPrint("D-1", lambda: b"paper", note, paper=PaperFormat.LETTER)
    print_papers([paper], PrintWish("HP_1"), run=cups)
    words = cups.sent[0][0]
    assert words[words.index("-H") + 1] == "hold"
    assert "media=Letter" in words
    assert (noted, cups.resumed, cups.called_back) == (["left"], ["HP_1-1"], [])


def test_a_printer_that_refuses_leaves_no_note_and_a_refused_note_no_sheet() -> None:
    def never() -> None:
        raise AssertionError("nothing left")

    shut = FakeCups(refuse_after=0)
    paper = PaperToPrint("D-1", lambda: b"paper", never)
    with pytest.raises(PrinterRefused):
        print_papers([paper], PrintWish("HP_1"), run=shut)

    def refuse() -> None:
        raise BadInput("paper", "paper_left_already")

    cups = FakeCups()
    paper = PaperToPrint("D-1", lambda: b"paper", refuse)
    with pytest.raises(BadInput):
        print_papers([paper], PrintWish("HP_1"), run=cups)
    assert (cups.resumed, cups.called_back) == ([], ["HP_1-1"])


def test_a_paper_that_cannot_be_made_calls_back_those_before_it() -> None:
    cups = FakeCups()

    def made() -> Iterator[PaperToPrint]:
        yield from some(2)
        raise TypesetterEnded

    with pytest.raises(TypesetterEnded):
        print_papers(made(), PrintWish("HP_1"), total=3, run=cups)
    assert cups.called_back == ["HP_1-1", "HP_1-2"]


@pytest.mark.parametrize("printer", ["Canon_2", "Old", "Shut", "Gone"])
def test_a_printer_that_would_not_print_is_sent_nothing_and_said_clearly(printer: str) -> None:
    cups = FakeCups()
    with pytest.raises(PrinterRefused) as refused:
        print_papers(some(1), PrintWish(printer), run=cups)
    assert cups.sent == []
    for lang in ("en", "hy", "ru"):
        assert len(sentence(refused.value, Translator.open(lang))) > 40


def test_a_computer_without_cups_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_FOLDERS", ("/nowhere",))
    with pytest.raises(PrinterRefused, match="printer_refused"):
        run_command(("lpstat",), b"")
    silent = Answered(1, "", "lpstat: Scheduler is not running.")
    with pytest.raises(PrinterRefused, match="printer_refused"):
        printers(lambda *_: silent)
