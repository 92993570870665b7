"""Commands on cases: find them, read one, print some, take a list in."""

import hashlib
import json
import stat
from pathlib import Path

import pytest

from app.importing.profile_file import shipped_profiles
from tests.cli.running import CommandLine, content
from tests.importing.invented_lists import PROFILE, text, written
from tests.registers import PASSPHRASE, Home

ARAM = "HRD-2020-00117"


def numbers(found: CommandLine, vault: Path, query: str) -> list[str]:
    answer = found.on(vault, "search", query, "--json")
    assert set(answer.json) == {"results"}
    return [one["number"] for one in answer.json["results"]]


def test_a_man_is_found_by_every_form_of_his_name(homeward: CommandLine, sample: Path) -> None:
    for query in ("Նմուշյան Արամ", "նմուշյան", "Нмушян Арам", "Nmushyan Aram", ARAM):
        assert ARAM in numbers(homeward, sample, query), query


def test_a_hit_says_what_it_is_and_why(homeward: CommandLine, sample: Path) -> None:
    hit = homeward.on(sample, "search", ARAM, "--json").json["results"][0]

    assert set(hit) == {"kind", "number", "name", "headline", "score", "why"}
    assert (hit["kind"], hit["number"], hit["headline"], hit["score"]) == ("case", ARAM, "S24", 1)
    assert len(homeward.on(sample, "search", "HRD", "--limit", "3", "--json").json["results"]) == 3


def test_nothing_found_is_the_answer_no(homeward: CommandLine, sample: Path) -> None:
    nothing = homeward.on(sample, "search", "Ճղճիմափշաքարշ", "--lang", "hy")
    assert nothing.code == 1
    assert "Ճղճիմափշաքարշ" in nothing.out
    assert homeward.on(sample, "search", "Ճղճիմափշաքարշ", "--json").json == {"results": []}


def test_a_case_is_read_with_all_that_others_rely_on(homeward: CommandLine, sample: Path) -> None:
    case = homeward.on(sample, "case", ARAM, "--json").json

    assert set(case) == {
        "number", "names", "headline", "chips", "facets", "events", "exhibits", "portrait",
    }  # fmt: skip
    assert case["number"] == ARAM
    assert {"lang", "script", "kind", "full", "family", "given", "patronymic"} == set(
        case["names"][0]
    )
    assert {name["script"] for name in case["names"]} == {"Armn", "Cyrl", "Latn"}
    assert set(case["facets"]) == {
        "FATE", "CUSTODY", "ACK", "ICRC", "LEGAL", "HEALTH", "REPAT", "REMAINS", "CIVIL", "R39",
        "ADMIN",
    }  # fmt: skip
    assert set(case["facets"]["FATE"]) == {"value", "level", "since", "as_of", "contested"}
    assert set(case["events"][0]) == {"code", "date", "place", "sources"}
    assert set(case["events"][0]["sources"][0]) == {"title", "said_on", "grade"}
    assert {event["code"] for event in case["events"]} >= {"E01", "C12", "R60"}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Detention acknowledged", "Held, confirmed", "Reported missing")),
        ("hy", ("Պահում", "2020")),
        ("ru", ("Удержание признано", "декабря 2020")),
    ],
)
def test_a_case_is_told_in_the_language_asked_for(
    homeward: CommandLine, sample: Path, lang: str, words: tuple[str, ...]
) -> None:
    told = homeward.on(sample, "case", ARAM, "--lang", lang)

    assert told.code == 0
    for word in (ARAM, "Նմուշյան Արամ Սուրենի", *words):
        assert word in told.out


def test_a_number_that_is_not_there_is_the_answer_no(homeward: CommandLine, sample: Path) -> None:
    for command in (("case", "HRD-1900-1"), ("report", "HRD-1900-1", "--out", "x.pdf")):
        answer = homeward.on(sample, *command)
        assert answer.code == 1
        assert "“HRD-1900-1”" in answer.err


def test_reports_are_printed_in_three_languages_for_their_owner_alone(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    for lang in ("en", "hy", "ru"):
        out = tmp_path / f"{lang}.pdf"
        answer = homeward.on(sample, "report", ARAM, "--lang", lang, "--out", out, "--json")
        (file,) = answer.json["files"]
        assert set(file) == {"path", "sha256", "pages", "code", "number", "warnings"}
        assert (file["number"], file["warnings"]) == (None, [])
        assert Path(file["path"]) == out
        assert file["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert file["pages"] >= 2
        assert file["code"] is None  # a draft is not issued
        assert out.read_bytes().startswith(b"%PDF-")
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_several_reports_go_into_a_folder(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    some = sorted(set(numbers(homeward, sample, "HRD-2020")))[:3]
    into = tmp_path / "papers"

    answer = homeward.on(sample, "report", *some, some[0], "--out", into, "--lang", "ru")

    assert answer.code == 0
    assert sorted(p.name for p in into.iterdir()) == [f"{n}_internal_ru.pdf" for n in some]
    one_file = homeward.on(sample, "report", *some, "--out", tmp_path / "all.pdf")
    assert one_file.code == 2
    assert not (tmp_path / "all.pdf").exists()


def test_a_report_that_cannot_be_written_says_where(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("words")

    answer = homeward.on(sample, "report", ARAM, "--out", tmp_path / "file" / "x.pdf")

    assert answer.code == 4
    assert "“file”" in answer.err or "“x.pdf”" in answer.err


def test_a_reader_or_a_section_nobody_knows_is_wrong_usage_before_the_register_is_opened(
    homeward: CommandLine, tmp_path: Path
) -> None:
    on = ("report", tmp_path / "none", ARAM, "--out", "x.pdf")
    assert homeward(*on, "--audience", "everybody").code == 2
    answer = homeward(*on, "--sections", "identity,gossip")
    assert answer.code == 2
    assert "“gossip”" in answer.err


# --- lists


@pytest.fixture
def founder(homeward: CommandLine) -> Path:
    return homeward.secret("founder", PASSPHRASE)


def test_a_list_is_tried_then_taken_in_then_known(
    homeward: CommandLine, home: Home, founder: Path, tmp_path: Path
) -> None:
    rows = written(tmp_path, text())
    profile = written(tmp_path, PROFILE, "invented.toml")
    words = ("import", rows, "--profile", profile, "--json")

    def ask(*more: str) -> dict[str, object]:
        answer = homeward.on(home.path, *words, *more, secret=founder)
        assert answer.code == 0, answer.err
        return dict(answer.json)

    keys = {"rows", "new", "matched", "updated", "proposed", "refused", "flagged"}
    tried = ask("--dry-run")
    assert set(tried) == keys
    assert (tried["rows"], tried["new"]) == (4, 4)
    nobody = homeward.on(home.path, "search", "Լուսաձորյան", secret=founder)
    assert nobody.code == 1
    assert {**ask()} == tried
    assert homeward.on(home.path, "search", "Լուսաձորյան", secret=founder).code == 0
    again = ask()
    assert (again["new"], again["matched"]) == (0, 4)
    verified = homeward.on(home.path, "history", "verify", "--json", secret=founder)
    assert verified.json == {"ok": True, "problems": []}


def test_a_refused_row_is_named_with_its_reason(
    homeward: CommandLine, vault: Home, founder: Path, tmp_path: Path
) -> None:
    nameless = "5,,,,1990,,,,,,,,2020-12-20,"
    rows = written(tmp_path, text("1,Նմուշյան,Արամ,,,,,,,,,,2020-12-20,", nameless))
    profile = written(tmp_path, PROFILE, "invented.toml")

    answer = homeward.on(
        vault.path, "import", rows, "--profile", profile, "--json", secret=founder
    )  # fmt: skip
    assert answer.json["refused"] == [{"row": 3, "reason": "row_no_name", "detail": ""}]
    told = homeward.on(
        vault.path, "import", rows, "--profile", profile, "--lang", "ru", "--dry-run",
        secret=founder,
    )  # fmt: skip
    assert "3" in told.out.splitlines()[-1]
    only_bad = written(tmp_path, text(nameless), "bad.csv")
    refused = homeward.on(vault.path, "import", only_bad, "--profile", profile, secret=founder)
    assert refused.code == 4


@pytest.mark.parametrize(
    ("name", "bytes_of_it"),
    [
        ("empty.csv", b""),
        ("ragged.csv", b"no,family\n1\n1,2,3,4,5\n"),
        ("encoding.csv", bytes(range(128, 256)) * 40),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("wide.csv", b",".join(b"c%d" % n for n in range(10_000)) + b"\n" + b"x," * 9_999 + b"x"),
        ("nothing.csv", None),
    ],
)  # fmt: skip
def test_a_list_that_is_no_list_changes_nothing(
    homeward: CommandLine,
    vault: Home,
    founder: Path,
    tmp_path: Path,
    name: str,
    bytes_of_it: bytes | None,
) -> None:
    path = tmp_path / name
    if bytes_of_it is not None:
        path.write_bytes(bytes_of_it)
    profile = written(tmp_path, PROFILE, "invented.toml")
    before = content(vault.path)

    answer = homeward.on(vault.path, "import", path, "--profile", profile, secret=founder)

    assert answer.code == 4, answer.out
    assert answer.err.strip() or answer.out.strip()
    assert "Traceback" not in answer.err
    assert content(vault.path) == before


def test_what_could_not_be_read_is_named_in_a_trial_and_after(
    homeward: CommandLine, vault: Home, founder: Path, tmp_path: Path
) -> None:
    rows = written(tmp_path, text())
    profile = written(tmp_path, PROFILE, "invented.toml")
    words = ("import", rows, "--profile", profile)

    for more in (("--dry-run",), ()):
        told = homeward.on(vault.path, *words, *more, "--lang", "en", secret=founder)
        assert "Row 5: date of birth kept as written, date kept as written" in told.out
    again = homeward.on(vault.path, *words, "--json", secret=founder).json
    assert {"row": 5, "notes": ["note_birth_unreadable", "note_date_unreadable"]} in again[
        "flagged"
    ]


def test_a_profile_nobody_knows_is_refused_with_those_there_are(
    homeward: CommandLine, vault: Home, founder: Path, tmp_path: Path
) -> None:
    rows = written(tmp_path, text())

    answer = homeward.on(vault.path, "import", rows, "--profile", "none", secret=founder)

    assert answer.code == 4
    assert shipped_profiles()[0] in answer.err


# --- a shared office


def test_a_shared_office_answers_as_a_vault_does(
    homeward: CommandLine, home: Home, founder: Path
) -> None:
    from tests.factories.men import missing_man

    with home.open() as register:
        missing_man(register)

    case = homeward.on(home.path, "case", "HRD-2021-00001", "--json", secret=founder)
    assert case.json["headline"] == "S10"
    found = homeward.on(home.path, "search", "Нмушян", "--json", secret=founder)
    assert json.loads(found.out)["results"][0]["number"] == "HRD-2021-00001"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_refused_rows_are_kept_in_a_file_that_comes_in_when_corrected(
    homeward: CommandLine, vault: Home, founder: Path, tmp_path: Path, ending: str
) -> None:
    nameless = "5,,,,1990,,,,+374,,,,2020-12-20,"
    rows = written(tmp_path, text("1,Նմուշյան,Արամ,,,,,,,,,,2020-12-20,", nameless))
    profile = written(tmp_path, PROFILE, "invented.toml")
    kept = tmp_path / f"refused.{ending}"
    answer = homeward.on(
        vault.path, "import", rows, "--profile", profile, "--refused-to", kept, secret=founder
    )  # fmt: skip
    assert answer.code == 0
    assert kept.name in answer.out
    again = homeward.on(
        vault.path, "import", kept, "--profile", profile, "--json", secret=founder
    )  # fmt: skip
    assert [row["reason"] for row in again.json["refused"]] == ["row_no_name"]
