"""Blank forms are printed with a register or without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.jobs.papers.forms import blank_making, draft_blank_form
from models.vocabulary.forms import BlankForm
from tests.cli.running import CommandLine
from tests.registers import Home
from tests.reports.reading import text_of


def test_a_form_needs_no_register(homeward: CommandLine, tmp_path: Path) -> None:
    said = homeward(
        "forms", "--form", "tracing", "--lang", "hy", "--second-lang", "ru",
        "--out", tmp_path / "papers", "--json",
    )  # fmt: skip
    (file,) = said.json["files"]
    path = Path(file["path"])
    assert said.code == 0
    assert path.name == "tracing-blank_hy_ru.pdf"
    assert path.stat().st_mode & 0o077 == 0
    assert file["pages"] == 3


@pytest.mark.parametrize(("form", "code"), [("intake", 2), ("capture-card", 0)])
def test_only_the_capture_card_takes_three_languages(
    homeward: CommandLine, tmp_path: Path, form: str, code: int
) -> None:
    out = tmp_path / "form.pdf"
    said = homeward(
        "forms", "--form", form, "--second-lang", "hy", "--second-lang", "ru", "--out", out
    )
    assert said.code == code
    assert out.exists() == (code == 0)


def test_a_language_nobody_speaks_is_refused(homeward: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    assert homeward("forms", "--form", "consent", "--second-lang", "xx", "--out", out).code == 2
    assert not out.exists()


def test_a_register_lends_the_name_of_its_office(home: Home) -> None:
    with home.open() as register:
        making = blank_making(register)
    name = making.office.best("en")
    told = text_of(draft_blank_form(BlankForm.CONSENT, ["en"], making).content)
    assert not name or name in told
    assert "10 March 2021" in told.replace("\u00a0", " ")
