"""`explain name`: two names, or a file of pairs, with nothing else at hand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.cli.running import CommandLine
from tests.search.pairs_of_names import APART, MATCHING, WHOLE

KEYS = {"a", "b", "tier", "score", "verdict", "reasons"}


def test_the_pairs_of_the_domain_are_told_alike_and_apart(
    homeward: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("".join(f"{a}\t{b}\n" for _, a, b in (*MATCHING, *APART)), "utf-8")

    found = homeward("explain", "name", "--file", path).json

    assert [(one["a"], one["b"]) for one in found] == [(a, b) for _, a, b in (*MATCHING, *APART)]
    tiers = {key: one["tier"] for (key, _, _), one in zip((*MATCHING, *APART), found, strict=True)}
    assert [key for key, _, _ in MATCHING if tiers[key] not in {1, 2, 3}] == []
    assert [key for key, _, _ in APART if tiers[key] in {1, 2}] == []


@pytest.mark.parametrize("order", ["plain", "turned"])
def test_whole_names_are_judged_as_the_domain_wants(
    homeward: CommandLine, tmp_path: Path, order: str
) -> None:
    rows = [row[1:7] for row in WHOLE]
    if order == "turned":
        rows = [(b, a, dob_b, dob_a, sex_b, sex_a) for a, b, dob_a, dob_b, sex_a, sex_b in rows]
    path = tmp_path / "pairs.tsv"
    path.write_text("\n".join("\t".join(row) for row in rows), "utf-8")

    found = homeward("explain", "name", "--file", path, "--json").json

    wrong = {
        key: (one["verdict"], one["reasons"])
        for (key, *_, wanted), one in zip(WHOLE, found, strict=True)
        if one["verdict"] != wanted
    }
    assert wrong == {}
    assert all(set(one) == KEYS and 0 <= one["score"] <= 1 for one in found)


def test_one_pair_is_answered_in_words_of_the_language(homeward: CommandLine) -> None:
    said = {
        lang: homeward("explain", "name", "Hakobyan Aram", "Акопян Арам", "--lang", lang).out
        for lang in ("en", "hy", "ru")
    }

    assert len(set(said.values())) == 3
    assert "Hakobyan / Акопян" in said["en"]
    assert "Имя" in said["ru"]
    assert "Անունը" in said["hy"]


def test_dates_and_sexes_are_taken_into_account(homeward: CommandLine) -> None:
    pair = ("explain", "name", "Davtyan Karen", "Davtyan Karine", "--json")

    assert homeward(*pair).json["verdict"] == "candidate"
    assert homeward(*pair, "--sex-a", "m", "--sex-b", "f").json["verdict"] == "different"
    namesakes = ("explain", "name", "Նարեկ Սահակյան", "Саакян Нарек", "--json", "--dob-a", "1999")
    assert homeward(*namesakes, "--dob-b", "1996").json["verdict"] == "different"
    assert homeward(*namesakes, "--dob-b", "3 мая 1999").json["verdict"] == "same"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Հակոբյան Տիգրան Արամի 1999-03-02", "Հակոբյան Տիգրան Արամի 2001-07-14", "different"),
        ("Սահակյան Նարեկ, 1999", "Саакян Нарек (2.03.1999)", "same"),
        ("Davtyan Karen (m)", "Davtyan Karine (f)", "different"),
        ("Davtyan Karen 1999 (m)", "Davtyan Karen, 1999 (m)", "same"),
        ("HAKOBYAN Tigran (father: Aram)", "Հակոբյան Տիգրան Արամի", "same"),
    ],
)
def test_what_a_list_writes_after_a_name_is_read(
    homeward: CommandLine, a: str, b: str, verdict: str
) -> None:
    found = homeward("explain", "name", a, b, "--json").json

    assert (found["a"], found["b"], found["verdict"]) == (a, b, verdict)


def test_columns_are_read_by_their_heading(homeward: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "id\tsex_b\tsex_a\tb\ta\r\nx1\tf\tm\tDavtyan Karine\tDavtyan Karen\r\n", "utf-8-sig"
    )

    (one,) = homeward("explain", "name", "--file", path).json

    assert (one["a"], one["b"]) == ("Davtyan Karen", "Davtyan Karine")
    assert one["verdict"] == "different"


def test_a_line_that_is_half_read_says_what_was_left_out(
    homeward: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("Aram Sahakyan\tАрам Саакян\tyesterday\t\tx\n\nlone line\n", "utf-8")

    first, empty, lone = homeward("explain", "name", "--file", path).json

    assert first["verdict"] == "same"
    assert sum("left out" in reason for reason in first["reasons"]) == 2
    assert (empty["a"], empty["b"], empty["tier"]) == ("", "", None)
    assert (lone["a"], lone["b"]) == ("lone line", "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("Aram",), 2),
        (("Aram", "Арам", "--dob-a", "yesterday"), 4),
        (("Aram", "Арам", "--sex-b", "x"), 4),
        (("--file", "none.tsv"), 4),
        (("Aram", "Арам", "--lang", "de"), 2),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    homeward: CommandLine, words: tuple[str, ...], code: int
) -> None:
    answer = homeward("explain", "name", *words)

    assert answer.code == code
    assert answer.err.strip()
    assert "Traceback" not in answer.err


def test_mixed_and_unknown_scripts_are_named_among_the_reasons(homeward: CommandLine) -> None:
    mixed = homeward("explain", "name", "Հakoբյան", "Հակոբյան", "--json").json
    unknown = homeward("explain", "name", "ギオルギ", "ギオルギ", "--json").json

    assert any("two scripts" in reason for reason in mixed["reasons"])
    assert any("not known here" in reason for reason in unknown["reasons"])


def test_rubbish_is_answered_line_by_line(homeward: CommandLine, tmp_path: Path) -> None:
    dice = random.Random(3)  # noqa: S311  # rubbish wants no secret
    alphabet = "aЯջ՚ \u2028\u0085.-👩\u202e\u0301ً字ა'\"\\{}%\x1c"
    cells = ["".join(dice.choices(alphabet, k=dice.randrange(12))) for _ in range(600)]
    cells += ["x" * 5000, "Ա" * 5000, "а " * 2500, "…" * 100]
    lines = [f"{a}\t{b}" for a, b in zip(cells[::2], cells[1::2], strict=True)]
    path = tmp_path / "pairs.tsv"
    path.write_text("\n".join(lines), "utf-8", newline="\n")

    found = homeward("explain", "name", "--file", path, "--lang", "ru").json

    assert len(found) == len(lines)
    assert all(one["reasons"] for one in found)
