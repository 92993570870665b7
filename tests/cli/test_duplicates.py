"""The list of men who may be one, at the terminal."""

from pathlib import Path

from tests.cli.running import CommandLine


def test_pairs_come_with_score_verdict_and_reasons(homeward: CommandLine, sample: Path) -> None:
    every = homeward.on(sample, "duplicates", "--json", "--min-score", "0")
    pairs = every.json["pairs"]
    scores = [pair["score"] for pair in pairs]
    assert scores == sorted(scores, reverse=True)
    for pair in pairs:
        assert set(pair) == {"a", "b", "score", "tier", "verdict", "reasons"}
        assert set(pair["a"]) == {"number", "name"}
        assert pair["a"]["number"] != pair["b"]["number"]
        assert pair["verdict"] in {"same", "candidate", "conflict"}
        assert pair["reasons"]
    assert every.code == (0 if pairs else 1)

    again = homeward.on(sample, "duplicates", "--json", "--min-score", "0")
    assert again.json == every.json
    in_words = homeward.on(sample, "duplicates", "--min-score", "0", "--lang", "hy")
    assert all(pair["a"]["number"] in in_words.out for pair in pairs)


def test_a_score_beyond_reason_is_wrong_usage(homeward: CommandLine, sample: Path) -> None:
    assert homeward.on(sample, "duplicates", "--min-score", "2").code == 2
    none = homeward.on(sample, "duplicates", "--min-score", "1", "--json")
    assert (none.code, none.json) == (1, {"pairs": []})
