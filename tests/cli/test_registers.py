"""Commands on a register as a whole: make one, look it over, say who works in it."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.cli.running import WORDS, CommandLine, content, typed
from tests.registers import PASSPHRASE, Home, engine_past_workspace


@pytest.fixture
def office_vault(homeward: CommandLine, tmp_path: Path) -> Path:
    """Found a register by the command."""
    vault = tmp_path / "vault"
    made = homeward.on(vault, "init", "--user", "Անի Լուսաձորյան", "--office", "Sample office")
    assert made.code == 0, made.err
    assert "“vault” is made" in made.out
    assert "Անի Լուսաձորյան" in made.out
    return vault


def test_a_register_is_founded_checked_and_verified(
    homeward: CommandLine, office_vault: Path
) -> None:
    assert {p.name for p in office_vault.iterdir()} >= {"vault.json", "vault.json.bak", "data.db"}
    for command in ("check", "history verify"):
        name, _, what = command.partition(" ")
        answer = homeward.on(office_vault, name, *filter(None, [what]), "--json")
        assert (answer.code, answer.json) == (0, {"ok": True, "problems": []})
    assert "Everything is in order." in homeward.on(office_vault, "check", "--deep").out


def test_a_new_register_knows_the_places_of_the_war(
    homeward: CommandLine, office_vault: Path
) -> None:
    found = homeward.on(office_vault, "search", "Խծաբերդ", "--json").json["results"]

    assert [one["kind"] for one in found] == ["place"]


def test_nothing_is_founded_over_something_else(homeward: CommandLine, office_vault: Path) -> None:
    before = content(office_vault)

    refused = homeward.on(office_vault, "init", "--user", "Another")

    assert refused.code == 4
    assert "Nothing was changed" in refused.err
    assert content(office_vault) == before


def test_who_gives_no_name_is_called_by_their_login(
    homeward: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "sample-login")

    assert "sample-login" in homeward.on(tmp_path / "v", "init").out
    staff = homeward.on(tmp_path / "v", "staff list", "--json").json["staff"]
    assert [one["name"] for one in staff] == ["sample-login"]


def test_a_second_member_of_staff_opens_with_their_own_words(
    homeward: CommandLine, office_vault: Path
) -> None:
    theirs = homeward.secret("theirs", "globe conductor hat bathtub fetch pullover")
    added = homeward.on(
        office_vault, "staff add", "Նարեկ", "--role", "caseworker", "--role", "intake",
        "--new-passphrase-file", theirs,
    )  # fmt: skip
    assert (added.code, added.out.strip()) == (0, "Նարեկ can now open this register.")

    nameless = homeward.on(office_vault, "check")
    assert nameless.code == 2
    assert "--user" in nameless.err
    as_him = homeward.on(
        office_vault, "staff list", "--user", "Նարեկ", "--json", secret=theirs
    )  # fmt: skip
    assert as_him.code == 0
    assert [(one["name"], one["roles"]) for one in as_him.json["staff"]][1] == (
        "Նարեկ",
        ["caseworker", "intake"],
    )
    in_words = homeward.on(
        office_vault, "staff list", "--user", "Նարեկ", "--lang", "ru", secret=theirs
    )  # fmt: skip
    assert "Նարեկ: " in in_words.out


def test_a_role_that_may_not_is_told_so(homeward: CommandLine, office_vault: Path) -> None:
    theirs = homeward.secret("theirs", "globe conductor hat bathtub fetch pullover")
    homeward.on(
        office_vault, "staff add", "Gor", "--role", "intake", "--new-passphrase-file", theirs
    )  # fmt: skip

    refused = homeward.on(
        office_vault, "staff add", "Vahe", "--role", "supervisor", "--user", "Gor",
        "--new-passphrase-file", theirs, secret=theirs,
    )  # fmt: skip

    assert refused.code == 4
    assert "does not allow this" in refused.err
    assert "Vahe" not in homeward.on(office_vault, "staff list", "--user", "Անի Լուսաձորյան").out


def test_the_passphrase_may_come_through_a_pipe(
    homeward: CommandLine, office_vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, WORDS + "\r\nnot this line\n")

    assert homeward("check", office_vault, "--passphrase-file", "-").code == 0


def test_the_passphrase_is_never_taken_from_elsewhere(
    homeward: CommandLine, office_vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PASSPHRASE", "HOMEWARD_PASSPHRASE", "HOMEWARD_PASSPHRASE_FILE"):
        monkeypatch.setenv(name, str(homeward.passphrase))
    typed(monkeypatch, WORDS)

    unasked = homeward("check", office_vault)
    assert unasked.code == 2
    assert "--passphrase-file" in unasked.err
    as_argument = homeward("check", office_vault, "--passphrase", WORDS)
    assert as_argument.code == 2
    assert WORDS not in as_argument.err
    gone = homeward.on(office_vault, "check", secret=homeward.folder / "none")
    assert (gone.code, gone.err.strip()) == (2, "“none” cannot be read.")


def test_a_typed_passphrase_is_asked_for_twice_when_it_is_new(
    homeward: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    said = iter((WORDS, "something else", WORDS, WORDS, WORDS))
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return next(said)

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", ask)

    differing = homeward("init", tmp_path / "v", "--user", "Ani")
    assert differing.code == 3
    assert "The two passphrases differ" in differing.err
    assert not (tmp_path / "v").exists()
    assert homeward("init", tmp_path / "v", "--user", "Ani").code == 0
    assert homeward("check", tmp_path / "v", "--lang", "hy").code == 0
    assert asked[-1] == "Գաղտնաբառ: "


def test_what_was_recorded_and_is_not_so_is_found_by_the_deep_check(
    homeward: CommandLine, home: Home
) -> None:
    from tests.factories.men import missing_man

    with home.open() as register:
        missing_man(register)
        missing_man(register)
    secret = homeward.secret("founder", PASSPHRASE)
    with engine_past_workspace(home) as engine, engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE facet_snapshots SET headline = 'S41' WHERE case_id ="
                " (SELECT id FROM cases WHERE number = 'HRD-2021-00001')"
            )
        )
        connection.execute(
            text("UPDATE case_lines SET headline = 'S24' WHERE number = 'HRD-2021-00002'")
        )

    assert homeward.on(home.path, "check", secret=secret).code == 0
    deep = homeward.on(home.path, "check", "--deep", "--json", secret=secret)
    assert deep.code == 1
    assert deep.json == {
        "ok": False,
        "problems": [
            {"what": "status", "where": "HRD-2021-00001"},
            {"what": "line", "where": "HRD-2021-00001"},
            {"what": "line", "where": "HRD-2021-00002"},
        ],
    }
    in_words = homeward.on(home.path, "check", "--deep", "--lang", "hy", secret=secret)
    assert in_words.out.startswith("Գտնվել է 3 ") or "3" in in_words.out.splitlines()[0]


def test_a_history_that_was_tampered_with_is_told(homeward: CommandLine, vault: Home) -> None:
    from tests.factories.men import missing_man

    with vault.open() as register:
        missing_man(register)
    secret = homeward.secret("founder", PASSPHRASE)
    with engine_past_workspace(vault) as engine, engine.begin() as connection:
        for name in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ).scalars():
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("UPDATE history_entries SET action = 'nothing' WHERE seq = 2"))

    told = homeward.on(vault.path, "history", "verify", "--json", secret=secret)
    assert told.code == 1
    assert told.json["ok"] is False
    assert {"what", "where"} == set(told.json["problems"][0])
    assert told.json["problems"][0] == {"what": "altered", "where": "#2"}
    in_words = homeward.on(vault.path, "history", "verify", secret=secret)
    assert "altered after it was signed" in in_words.out


def test_the_history_can_only_be_verified(homeward: CommandLine, office_vault: Path) -> None:
    wrong = homeward.on(office_vault, "history", "rewrite")

    assert wrong.code == 2
    assert "verify" in wrong.err


def test_the_sample_is_made_by_one_command(sample: Path, homeward: CommandLine) -> None:
    assert stat.S_IMODE((sample / "data.db").stat().st_mode) == 0o600
    checked = homeward.on(sample, "check", "--deep", "--json")
    assert checked.json == {"ok": True, "problems": []}
    assert homeward.on(sample, "sample").code == 4
