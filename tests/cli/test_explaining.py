"""Commands that explain; and how the program starts, as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CommandLine

ROOT = Path(__file__).parents[2]
KEYS = {"text", "edtf", "earliest", "latest", "precision", "qualifier", "words", "error"}
SCENARIO = {
    "as_of": "2021-03-10",
    "events": [
        {
            "id": "e1",
            "code": "E01",
            "date": "2020-12-16",
            "assertions": [{"reliability": "B", "credibility": "2", "group": "mother"}],
        }
    ],
}


def test_a_date_is_explained_in_four_languages(homeward: CommandLine) -> None:
    one = homeward("explain", "date", "mid-December 2020", "--json").json

    assert set(one) == KEYS
    assert (one["text"], one["edtf"]) == ("mid-December 2020", "[2020-12-11..2020-12-20]")
    assert (one["earliest"], one["latest"]) == ("2020-12-11", "2020-12-20")
    assert set(one["words"]) == {"en", "hy", "ru", "az"}
    assert one["error"] is None


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_what_is_no_date_is_the_answer_no(homeward: CommandLine, lang: str) -> None:
    answer = homeward("explain", "date", "32.13.2020", "--lang", lang)

    assert answer.code == 1
    assert answer.out.strip()
    one = homeward("explain", "date", "32.13.2020", "--lang", lang, "--json").json
    assert set(one) == KEYS
    assert one["edtf"] is None
    assert one["error"] == answer.out.strip()


def test_many_dates_are_answered_in_their_order(homeward: CommandLine, tmp_path: Path) -> None:
    lines = ["13.12.2020", "no date", "2020-12-XX", "", "[..2020-12-16]"]
    (tmp_path / "dates.txt").write_text("\n".join(lines), "utf-8")

    found = homeward("explain", "date", "--file", tmp_path / "dates.txt")

    assert found.code == 0
    assert [one["text"] for one in found.json] == lines
    assert [one["edtf"] for one in found.json] == [
        "2020-12-13", None, "2020-12-XX", None, "[..2020-12-16]",
    ]  # fmt: skip


def test_a_status_is_computed_and_explained(homeward: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(SCENARIO), "utf-8")

    one = homeward("explain", "status", path, "--json").json
    assert set(one) == {"headline", "chips", "facets", "trace"}
    assert one["headline"] == "S10"
    assert set(one["trace"][0]) == {"text", "rule", "event", "grade"}
    in_russian = homeward("explain", "status", path, "--lang", "ru").out
    assert in_russian != homeward("explain", "status", path).out


def test_many_statuses_are_answered_in_their_order(homeward: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    nothing = {"as_of": "2021-03-10", "events": []}
    path.write_text(json.dumps({"scenarios": [SCENARIO, nothing]}), "utf-8")

    for words in (("--file", path), (path,)):
        found = homeward("explain", "status", *words).json
        assert [one["headline"] for one in found] == ["S10", "S00"]


def test_what_cannot_be_read_is_refused_in_a_sentence(
    homeward: CommandLine, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"\xe4\xf6\xfc")
    strange = tmp_path / "strange.json"
    strange.write_text(json.dumps({"events": [{"code": "Z99"}]}), "utf-8")

    for words in (
        ("explain", "status", bad),
        ("explain", "status", tmp_path / "none.json"),
        ("explain", "status", strange),
        ("explain", "date", "--file", latin),
        ("explain", "date", "--file", tmp_path / "none.txt"),
    ):
        answer = homeward(*words)
        assert answer.code == 4, words
        assert answer.err.strip().endswith((".", "։"))
        assert "Error" not in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "date"),
        ("explain", "status"),
        ("explain", "date", "2020", "--lang", "de"),
        ("nonsense",),
        ("check",),
        ("search", "vault"),
        ("report", "vault", "HRD-1"),
        ("search", "vault", "x", "--limit", "0"),
    ],
)
def test_wrong_usage_is_said_without_a_traceback(
    homeward: CommandLine, words: tuple[str, ...]
) -> None:
    answer = homeward(*words)

    assert answer.code == 2
    assert answer.err.strip()
    assert "Traceback" not in answer.err


def test_the_help_names_every_command_and_code(homeward: CommandLine) -> None:
    told = homeward("--help")

    assert told.code == 0
    for word in (
        "demo", "init", "sample", "import", "search", "case", "report", "check", "history",
        "staff", "explain", "--passphrase-file", "5 the register is in use",
    ):  # fmt: skip
        assert word in told.out
    for command in ("init", "import", "report", "search"):
        assert "Usage: homeward " + command in homeward(command, "--help").out


# --- processes of their own


def run(*words: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
        | environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_loads_only_what_it_needs() -> None:
    script = (
        "import sys; from app.bootstrap import main; main(['explain', 'date', '2020']); "
        "print([m for m in ('reportlab', 'PySide6', 'sqlalchemy', 'cryptography', 'argon2', "
        "'sqlcipher3', 'psycopg', 'PIL', 'alembic') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["2020", "[]"]


STRONG = "anchor violet kettle bridge mosaic turnip"


def test_the_program_ends_with_the_code_of_its_answer(tmp_path: Path) -> None:
    done = run("explain", "date", "13 декабря 2020", "--lang", "ru")
    assert (done.returncode, done.stdout) == (0, "13 декабря 2020 г.\n")
    assert run("explain", "date", "nonsense").returncode == 1
    made = run("init", str(tmp_path / "v"), "--user", "Ani", "--passphrase-file", "-", given=STRONG)
    assert made.returncode == 0, made.stderr
    wrong = run("check", str(tmp_path / "v"), "--passphrase-file", "-", given="no\n")
    assert wrong.returncode == 3
    assert "Traceback" not in wrong.stderr


def test_without_a_display_the_window_says_so() -> None:
    done = run()

    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "Traceback" not in done.stderr
