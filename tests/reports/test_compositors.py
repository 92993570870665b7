"""Papers set in a process beside ours are the same papers; its end is told and harms nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.errors import FurnitureTooLong, Stopped, TypesetterEnded
from app.i18n import LANGUAGES
from app.i18n.translator import Translator
from app.reports.chart_blocks import TimeEnd, TimelineBars, TimeShape
from app.reports.compositors import Compositors, processes_for
from app.reports.document import Document, Format
from app.reports.packed import packed, unpacked
from app.reports.papers import make_document
from app.reports.render import write_pdf
from app.sandbox.protocol import Message
from app.shapes.case_report import GreyPicture
from app.wording.errors import sentence
from models.vocabulary.papers import Audience
from models.vocabulary.partial_date import PartialDate
from tests.factories import papers

READY_SECONDS = 30


def document(audience: Audience = Audience.INTERNAL, lang: str = "hy") -> Document:
    return make_document(audience, [papers.model_case()], lang, papers.issued_context()).document


@pytest.fixture(scope="module")
def compositors() -> Iterator[Compositors]:
    """One process for the tests that leave it alive, waited for until it has started."""
    with Compositors(1) as made:
        assert made._processes[0]._ready.wait(READY_SECONDS)
        yield made


def test_a_paper_set_beside_us_has_the_same_bytes(compositors: Compositors) -> None:
    wanted = [
        document(audience, lang)
        for audience, lang in zip(Audience, ("en", "hy", "ru", "en", "hy", "ru"), strict=True)
        if audience is not Audience.COURT
    ]
    settings = [compositors.set(one) for one in wanted]
    assert [one.pdf() for one in settings] == [write_pdf(one) for one in wanted]
    assert settings[0]._answer is not None  # it came over the pipe


def test_what_cannot_be_set_is_refused_as_it_is_here(compositors: Compositors) -> None:
    fine = document()
    office = replace(fine.furniture, office="Գրասենյակ " * 40)
    with pytest.raises(FurnitureTooLong):
        compositors.set(replace(fine, furniture=office)).pdf()
    assert compositors.set(fine).pdf() == write_pdf(fine)


def test_a_document_comes_out_of_its_package_as_it_went_in() -> None:
    face = GreyPicture(2, 3, bytes(range(6)), PartialDate.parse_edtf("2020-12"), "EX-7")
    case = replace(papers.model_case(), photo=face)
    for audience in Audience:
        made = make_document(audience, [case, case], "ru", papers.issued_context()).document
        again = unpacked(packed(made))
        assert again == made
        assert type(again.format) is Format
    made = document()
    with pytest.raises(TypeError):
        packed(replace(made, blocks=(object(),)))  # type: ignore[arg-type]  # what none may hold
    with pytest.raises(TypeError):
        unpacked(Message({"document": "{}"}, (b"",)))


def test_a_word_that_may_be_of_two_closed_lists_comes_out_as_it_went_in() -> None:
    begun = replace(papers.model_case().events[0], date=PartialDate.parse_edtf("2020-12-03/"))
    case = replace(papers.model_case(), events=(begun, *papers.model_case().events[1:]))
    made = make_document(Audience.INTERNAL, [case], "en", papers.issued_context()).document
    chart = next(block for block in made.blocks if isinstance(block, TimelineBars))
    assert {TimeEnd.NOT_KNOWN, TimeShape.LASTED} <= {entry.sign for entry in chart.key}
    assert unpacked(packed(made)) == made


def test_the_end_of_a_process_is_told_in_words_and_so_is_stopping() -> None:
    with Compositors(1) as compositors:
        (process,) = compositors._processes
        assert process._ready.wait(READY_SECONDS)
        os.kill(process.process.pid, signal.SIGSTOP)
        setting = compositors.set(document())
        with pytest.raises(Stopped):
            setting.pdf(lambda: True)
        process.process.kill()
        with pytest.raises(TypesetterEnded) as ended:
            setting.pdf()
        after = compositors.set(document())
        assert after.over  # it was set here: nobody waits for the dead
    assert process.process.returncode is not None
    assert len({sentence(ended.value, Translator.open(lang)) for lang in LANGUAGES}) == 3


def test_the_process_that_sets_papers_knows_no_register_and_no_window() -> None:
    asked = (
        "import sys, app.reports.setting_process\n"
        "print(sorted({'sqlalchemy', 'sqlcipher3', 'PySide6', 'PIL.Image', 'app.workspace'}"
        " & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    ).stdout
    assert said.strip() == "[]"


def test_one_core_and_a_few_papers_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert processes_for(1000) == 0
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert processes_for(1000) == 1
    assert processes_for(3) == 0
