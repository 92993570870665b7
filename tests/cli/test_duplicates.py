"""The list of men who may be one, at the terminal."""

from pathlib import Path

import pytest

from app.jobs import weights_job
from app.search import learning
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


def test_a_register_learns_at_the_terminal_and_goes_back(
    homeward: CommandLine, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = homeward.on(sample, "duplicates", "--json", "--min-score", "0")
    too_small = homeward.on(sample, "duplicates", "--learn")
    assert too_small.code == 4
    assert "500" in too_small.err
    assert homeward.on(sample, "duplicates", "--learn", "--forget-learnt").code == 2
    assert homeward.on(sample, "duplicates", "--forget-learnt").code == 4

    monkeypatch.setattr(weights_job, "FEWEST", 3)
    monkeypatch.setattr(weights_job, "RANDOM_PAIRS", 200)
    monkeypatch.setattr(learning, "ENOUGH", 0)
    learnt = homeward.on(sample, "duplicates", "--learn", "--json", "--min-score", "0")
    for levels in learnt.json["weights"].values():
        assert all(len(before_after) == 2 for before_after in levels.values())
    assert learnt.json["weights"]["birth"]["apart"][1] < 0
    in_words = homeward.on(sample, "duplicates", "--learn", "--lang", "ru", "--min-score", "0")
    assert "birthplace" in in_words.err
    assert "birthplace" not in in_words.out

    back = homeward.on(sample, "duplicates", "--forget-learnt", "--json", "--min-score", "0")
    assert back.json == usual.json
