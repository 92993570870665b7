"""Papers at the terminal: drafted, kept in by their gates, issued, asked if they are genuine."""

import hashlib
from pathlib import Path

import pytest

from app.reports.paper_code import read_code
from tests.cli.running import CommandLine
from tests.factories.men import missing_man
from tests.registers import PASSPHRASE, Home

MAN = "HRD-2021-00001"
LEAVING = (
    "--issue", "--recipient", "State commission", "--purpose", "To look for him",
    "--basis", "public_interest_mandate",
)  # fmt: skip


@pytest.fixture
def office_desk(homeward: CommandLine, vault: Home) -> CommandLine:
    """Lend a terminal whose register has one man."""
    with vault.open() as register:
        missing_man(register)
    homeward.passphrase = homeward.secret("theirs", PASSPHRASE)
    return homeward


def test_a_paper_that_is_issued_is_genuine_and_in_the_log(
    office_desk: CommandLine, vault: Home, tmp_path: Path
) -> None:
    out = tmp_path / "file.pdf"
    made = office_desk.on(
        vault.path, "report", MAN, *LEAVING, "--copies", "2", "--page", "letter", "--out", out,
        "--json",
    )  # fmt: skip
    assert made.code == 0, made.err
    first, second = made.json["files"]
    assert Path(second["path"]) == tmp_path / "file-2.pdf"
    assert first["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert read_code(first["code"])
    assert first["code"] != second["code"]

    asked = office_desk.on(vault.path, "verify-paper", first["code"].lower(), "--json")
    assert (asked.code, asked.json["answer"], asked.json["holds"]) == (0, "genuine", True)
    assert "D-" in office_desk.on(vault.path, "verify-paper", first["code"], "--lang", "hy").out
    for scope in ((), ("--case", MAN)):
        log = office_desk.on(vault.path, "disclosures", *scope, "--json").json["disclosures"]
        assert {one["sha256"] for one in log} == {first["sha256"], second["sha256"]}
        assert {one["recipient"] for one in log} == {"State commission"}
    assert "State commission" in office_desk.on(vault.path, "disclosures").out


def test_what_keeps_a_paper_in_is_said_and_nothing_is_written(
    office_desk: CommandLine, vault: Home, tmp_path: Path
) -> None:
    out = tmp_path / "court.pdf"
    kept_in = office_desk.on(
        vault.path, "report", MAN, *LEAVING, "--audience", "court", "--out", out
    )
    assert kept_in.code == 4
    assert MAN in kept_in.err
    without = office_desk.on(vault.path, "report", MAN, "--issue", "--out", out)
    assert without.code == 4
    assert not list(tmp_path.glob("*.pdf"))
    assert office_desk.on(vault.path, "disclosures").code == 1
    draft = office_desk.on(vault.path, "report", MAN, "--audience", "court", "--out", out, "--json")
    assert (draft.code, draft.json["files"][0]["code"]) == (0, None)


def test_a_code_nobody_gave_out_is_unknown_and_a_wrong_one_mistyped(
    office_desk: CommandLine, vault: Home, tmp_path: Path
) -> None:
    out = tmp_path / "file.pdf"
    made = office_desk.on(vault.path, "report", MAN, *LEAVING, "--out", out, "--json")
    code = made.json["files"][0]["code"]
    wrong = ("2" if code[0] != "2" else "3") + code[1:]
    mistyped = office_desk.on(vault.path, "verify-paper", wrong, "--json")
    assert (mistyped.code, mistyped.json["answer"]) == (4, "mistyped")


def test_a_court_dossier_says_what_to_know_before_it_goes_out(
    office_desk: CommandLine, vault: Home, tmp_path: Path
) -> None:
    court = ("report", MAN, "--audience", "court", "--out", tmp_path / "court.pdf")
    told = office_desk.on(vault.path, *court, "--json")
    assert "CONTACT_MISSING" in {one["flaw"] for one in told.json["files"][0]["warnings"]}
    assert f"{MAN}: " in told.err
    plain = office_desk.on(vault.path, "report", MAN, "--out", tmp_path / "file.pdf", "--json")
    assert (plain.json["files"][0]["warnings"], plain.err) == ([], "")


def test_a_list_is_named_by_its_version_or_men_by_their_numbers(
    office_desk: CommandLine, vault: Home, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "list.pdf")
    for wrong in (
        (),
        (MAN, "--list-version", "L-001"),
        ("--list-version", "L-001", "--audience", "icrc"),
    ):
        assert office_desk.on(vault.path, "report", *wrong, *out).code == 2
    assert office_desk.on(vault.path, "report", "--list-version", "L-001", *out).code == 4


def test_the_cover_of_an_envelope_is_made_of_disclosure_numbers(
    office_desk: CommandLine, vault: Home, tmp_path: Path
) -> None:
    paper = tmp_path / "file.pdf"
    issued = office_desk.on(vault.path, "report", MAN, *LEAVING, "--out", paper, "--json")
    number = issued.json["files"][0]["number"].lower()
    out = tmp_path / "cover.pdf"
    made = office_desk.on(vault.path, "cover-sheet", number, "--out", out, "--json")
    assert (made.code, made.json["pages"]) == (0, 1)
    assert office_desk.on(vault.path, "cover-sheet", "D-2020-0009", "--out", out).code == 1
