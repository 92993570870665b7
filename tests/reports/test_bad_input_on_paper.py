"""What goes wrong on the way to paper is said clearly, and nothing half-written stays."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import DamagedEvidence, DiskFull, FontMissing, HomewardError
from app.i18n.translator import Translator
from app.jobs.exhibits.pictures import choose_portrait
from app.jobs.papers.report import draft_papers
from app.queries.exhibits.paper_portraits import paper_portraits
from app.reports.papers import TEMPLATES
from app.reports.pdf import typeset
from app.reports.pdf.fonts import family
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport, Narrative, PrintedName
from app.shapes.progress import Progress
from app.shapes.requests.exhibits import LinkTo
from app.wording.errors import sentence
from models.vocabulary.papers import Audience
from tests.factories import papers
from tests.factories.exhibits import bring_in, photo
from tests.factories.men import missing_man
from tests.registers import Home
from tests.reports.every_paper import paper_of
from tests.reports.page_faults import faults
from tests.reports.reading import text_of

LONG = 60_000  # letters: forty pages in the type of a letter


def _is_said_clearly(error: HomewardError) -> bool:
    said = [sentence(error, Translator.open(lang)) for lang in ("en", "hy", "ru")]
    return len(set(said)) == 3 and all(len(one) > 40 for one in said)


def _without_type(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(typeset, "family", lambda: family(folder))


def test_without_its_typeface_no_paper_is_written(
    vault: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_type(monkeypatch, tmp_path / "fonts")
    with vault.open() as register, pytest.raises(FontMissing) as refused:
        draft_papers(register, [missing_man(register)], lang="hy", out=tmp_path / "out")
    assert _is_said_clearly(refused.value)
    assert not list(tmp_path.glob("out/*"))


def test_a_portrait_that_is_gone_or_damaged_is_said_and_nothing_is_written(
    vault: Home, tmp_path: Path
) -> None:
    with vault.open() as register:
        man = missing_man(register)
        taken = bring_in(register, photo(), LinkTo(man))
        choose_portrait(register, man, taken.exhibit_id)
        blob = register.read(lambda reader: paper_portraits(reader, [man]))[man].blob
        register.evidence.discard([blob.kept.id])
        with pytest.raises(DamagedEvidence) as refused:
            draft_papers(register, [man], lang="ru", out=tmp_path / "out")
    assert _is_said_clearly(refused.value)
    assert not list(tmp_path.glob("out/*"))


def test_a_full_disk_leaves_no_half_of_a_paper(
    vault: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with vault.open() as register:
        man = missing_man(register)
        monkeypatch.setattr(os, "fsync", full)
        try:
            with pytest.raises(DiskFull) as refused:
                draft_papers(register, [man], lang="en", out=tmp_path / "out")
        finally:
            monkeypatch.undo()
    assert _is_said_clearly(refused.value)
    assert not list((tmp_path / "out").iterdir())


def test_stopping_in_the_middle_leaves_whole_papers_only(vault: Home, tmp_path: Path) -> None:
    told: list[Progress] = []
    with vault.open() as register:
        men = [missing_man(register) for _ in range(3)]
        done = draft_papers(
            register, men, lang="en", out=tmp_path / "out",
            report=told.append, cancelled=lambda: len(told) == 2,
        )  # fmt: skip
    assert [one.path.name for one in done] == sorted(
        path.name for path in (tmp_path / "out").iterdir()
    )
    assert len(done) == 2
    assert all(one.path.read_bytes().endswith(b"%%EOF\n") for one in done)


# --- what no page was made for, on every paper


def _with_text(text: str) -> CaseReport:
    case = papers.model_case()
    told = (Narrative(text, "en"),)
    events = tuple(
        replace(event, words=text[:400], words_releasable=text[:400]) for event in case.events
    )
    return replace(
        case, circumstances=told, circumstances_releasable=told, events=events,
        steps_taken=text[:2000], believed_responsible=text[:2000], remark=text[:2000],
    )  # fmt: skip


def _many_events() -> CaseReport:
    return papers.with_long_timeline(300)


def _unshowable() -> CaseReport:
    case = papers.model_case()
    names = tuple(PrintedName(script, "漢字", "ქართული") for script in ("Armn", "Latn", "Cyrl"))
    return replace(case, identity=replace(case.identity, names=names))


HARD: dict[str, Callable[[], CaseReport]] = {
    "forty pages without a space": lambda: _with_text("ա" * LONG),
    "three hundred events": _many_events,
    "a name without glyphs": _unshowable,
    "hardly anything": papers.thin_case,
}


@pytest.mark.parametrize("hard", HARD)
@pytest.mark.parametrize("audience", TEMPLATES)
def test_a_hard_case_is_set_without_a_fault(audience: Audience, hard: str) -> None:
    assert faults(paper_of(audience, HARD[hard](), "hy")) == []


@pytest.mark.parametrize("audience", TEMPLATES)
def test_a_name_without_glyphs_is_spelled_out_and_listed(audience: Audience) -> None:
    done = write_pdf(paper_of(audience, _unshowable(), "ru"))
    if audience is not Audience.PUBLIC:  # which names nobody
        assert "[U+6F22 U+5B57]" in text_of(done.content)
        assert {"U+6F22", "U+5B57"} <= set(done.missing_characters)
    assert "\ufffd" not in text_of(done.content)
