"""QUALITY.md says what the kept figures say, of every promise, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests import metrics
from tests.bench.figure import Figure, read_json, write_json
from tests.metrics import TEST, TORTURE
from tests.quality.figures import KEPT_BENCH, Evidence, keep, kept, merged, shown, written_here
from tests.quality.page import NOT_RUN, PAGE, page, promises

SMALL = Evidence("R-01", "lost", TEST, "0 of 8", "0", holds=True, on="2026-11-22")
LARGE = Evidence("R-01", "lost", TORTURE, "0 of 200", "0", holds=True, on="2026-11-01")


def row_of(text: str, requirement: str) -> list[str]:
    (line,) = [line for line in text.splitlines() if line.startswith(f"| {requirement} |")]
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def test_the_page_is_made_of_the_kept_figures() -> None:
    assert PAGE.read_text("utf-8") == page(kept(), read_json(KEPT_BENCH))


def test_every_promise_stands_on_the_page_once() -> None:
    assert [one.id for one in promises()] == [f"R-{n:02}" for n in range(1, 58)]
    assert {one.runs for one in promises()} == {"every change", "torture", "release"}
    for one in promises():
        assert row_of(PAGE.read_text("utf-8"), one.id)[1] == one.promise


def test_every_kept_figure_has_the_shape_tests_write() -> None:
    figures = kept()
    assert figures == sorted(figures)
    assert len({one.key for one in figures}) == len(figures)


def test_what_was_never_measured_is_said_to_be_not_run() -> None:
    empty = page([])
    assert {row_of(empty, one.id)[4] for one in promises()} == {NOT_RUN}
    assert "R-53, not run: the scan asks a list on the network" in empty


def test_a_small_run_takes_nothing_from_the_torture_set() -> None:
    assert shown([SMALL, LARGE]) == [LARGE]
    assert row_of(page([SMALL]), "R-01")[4] == "short form holds"
    assert row_of(page([SMALL, LARGE]), "R-01")[2:5] == ["lost: 0 of 200", LARGE_TARGET, "holds"]


def test_a_miss_is_never_hidden_by_a_larger_figure_from_before() -> None:
    missed = Evidence("R-01", "lost", TEST, "1 of 8", "0", holds=False, on="2026-11-22")
    assert shown([missed, LARGE]) == [missed, LARGE]
    told = page([missed, LARGE])
    assert row_of(told, "R-01")[4] == "**misses**"
    assert "lost: 1 of 8, wanted 0." in told


def test_the_figure_measured_last_is_kept(tmp_path: Path) -> None:
    later = Evidence("R-01", "lost", TEST, "0 of 9", "0", holds=True, on="2026-11-23")
    assert merged([SMALL], [later]) == [later]
    assert merged([later], [SMALL]) == [later]
    keep([later, LARGE], tmp_path / "figures.json")
    assert kept(tmp_path / "figures.json") == [later, LARGE]


def test_figures_are_read_as_tests_write_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metrics, "FOLDER", tmp_path)
    metrics.record("R-01", "lost saves", "0 of 8", target="0", holds=True)
    monkeypatch.setenv(metrics.RUN, TORTURE)
    metrics.record("R-01", "lost saves", "0 of 200", target="0", holds=True)
    (tmp_path / "bench.json").write_text(json.dumps({"figures": []}), "utf-8")
    found = written_here(tmp_path)
    assert [(one.run, one.figure) for one in found] == [(TEST, "0 of 8"), (TORTURE, "0 of 200")]


@pytest.mark.parametrize(
    "wrong",
    [{"requirement": "R-1"}, {"figure": ""}, {"holds": "yes"}, {"on": "today"}, {"run": "once"}],
)
def test_a_figure_of_another_shape_is_refused(wrong: dict[str, object]) -> None:
    document = {
        "requirement": "R-01", "what": "lost", "run": TEST, "figure": "0", "target": "0",
        "holds": True, "on": "2026-11-22",
    }  # fmt: skip
    Evidence.of(document)
    with pytest.raises(ValueError):  # noqa: PT011  # whatever of it was wrong
        Evidence.of(document | wrong)


LARGE_TARGET = next(one.target for one in promises() if one.id == "R-01")


def test_a_bench_run_alone_replaces_its_own_figures_only(tmp_path: Path) -> None:
    kept_there = tmp_path / "bench.json"
    slow = Figure("unlock", "s", 0.9, 2, 1)
    write_json([slow, Figure("lock", "s", 0.1, 2, 1)], kept_there)
    write_json([replace(slow, measured=0.8), Figure("search", "ms", 9, 25, 16)], kept_there)
    found = read_json(kept_there)
    assert [(one.what, one.measured) for one in found] == [
        ("unlock", 0.8), ("lock", 0.1), ("search", 9),
    ]  # fmt: skip
    assert all(one.machine for one in found)
    assert "| unlock | 0.80 s | 2, goal 1 | goal |" in page([], found)
